/* Formatted text that is pasted into the text of a brief: its links, bold words, lists and headings as Markdown. */

const FORMATTED = "a[href], b, strong, em, i, ul, ol, h1, h2, h3, h4, h5, h6, blockquote";
const BLOCKS = /^(P|DIV|SECTION|ARTICLE|HEADER|FOOTER|MAIN|H[1-6]|UL|OL|LI|BLOCKQUOTE|PRE|TABLE|TR|FIGURE)$/;
const LEFT_OUT = /^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT|IMG|SVG|HEAD|TITLE|META|LINK)$/i;

const TEXT_FIELDS = "textarea, input:not([type]), input[type=text], input[type=search]";

/** Read pasted HTML into a text field as Markdown. */
export function readPasted(area) {
  area.dataset.markdown = "true";
}

/** What is pasted into the fields within an element: without characters that nobody sees; text that has nothing of the
 * kind is left to the browser. */
export function cleanPasted(root) {
  root.addEventListener("paste", (event) => {
    const field = event.target, data = event.clipboardData;
    if (!field.matches || !field.matches(TEXT_FIELDS) || !data || data.files.length) return;
    const plainText = data.getData("text/plain");
    const text = (field.dataset.markdown && formatted(data.getData("text/html"))) || cleaned(plainText, field.tagName === "TEXTAREA");
    if (!text || text === plainText) return;
    event.preventDefault();
    // So that the browser's own undo takes it back.
    if (!document.execCommand("insertText", false, text)) {
      field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
}

function formatted(html) {
  if (!html) return "";
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return body.querySelector(FORMATTED) ? markdown(body) : "";
}

/** A text without what word processors and pages leave in it; points of lists as Markdown writes them, in a field of
 * several lines. */
export function cleaned(text, lines) {
  let out = text.replace(/<\/?(?:o|w|v|m|st\d):[a-z]+[^<>]*>/gi, "").replace(/&nbsp;/gi, " ").replace(/&shy;/gi, "");
  // As the check of files has it (content/rules/pasted.py).
  out = out.replace(/[\u00ad\u180e\u2060\ufeff]/g, "").replace(/[\u2028\u2029]/g, "\n");
  out = out.replace(/\u200b/g, (sign, at) => (/[\u0e00-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\ua9e0-\ua9ff\uaa60-\uaadf*_~]/.test(out.slice(Math.max(at - 1, 0), at + 2)) ? sign : ""));
  out = out.replace(/[\u200c\u200d]/g, (sign, at) => (/[^\u0000-\u058f\u200c\u200d]/.test(out.slice(Math.max(at - 1, 0), at + 2)) ? sign : ""));
  if (!/[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(out)) out = out.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");
  const point = /^[ \t]*(?:[•▪‣◦⁃\uf0a7\uf0b7\uf0d8\uf076]|[●∙·§o](?=\t|[ \u00a0]{2}))[ \t\u00a0]*(?=\S)/gm;
  out = out.replace(point, lines ? "- " : "");
  return out.replace(/ *\u00a0[ \u00a0]+| +\u00a0|^\u00a0|\u00a0$/gm, " ");
}

export function markdown(root) {
  const text = blocks(root).join("\n\n").trim();
  return cleaned(text, true).replace(/^(- .*|\d+\. .*)\n\n(?=- |\d+\. )/gm, "$1\n");
}

/** The blocks of an element, each a text. */
function blocks(element, depth = "") {
  const out = [];
  let line = "";
  const end = () => {
    if (line.trim()) out.push(line.trim());
    line = "";
  };
  for (const node of element.childNodes) {
    if (node.nodeType === Node.ELEMENT_NODE && BLOCKS.test(node.tagName)) {
      end();
      out.push(...block(node, depth));
    } else if (node.nodeType === Node.ELEMENT_NODE && node.querySelector("p, div, ul, ol, h1, h2, h3, h4, li")) {
      end();
      out.push(...blocks(node, depth));
    } else line += inline(node);
  }
  end();
  return out;
}

function block(node, depth) {
  const name = node.tagName;
  if (/^H[1-6]$/.test(name)) {
    const text = inlines(node).trim();
    return text ? [`${"#".repeat(Math.max(2, Number(name[1])))} ${text}`] : [];
  }
  if (name === "UL" || name === "OL") return list(node);
  if (name === "BLOCKQUOTE") return [blocks(node).join("\n\n").split("\n").map((line) => `> ${line}`.trimEnd()).join("\n")];
  if (/^Mso(ListParagraph|ListBullet)/.test(node.className)) return [point(node)];
  if (name === "PRE") return [node.textContent.split("\n").map((line) => `    ${line}`).join("\n")];
  if (name === "TR") return [Array.from(node.children, (cell) => inlines(cell).trim()).join(" · ")];
  return blocks(node, depth);
}

/** An entry of a list as Word writes it: a paragraph whose sign is a text. */
function point(node) {
  const text = inlines(node).trim().replace(/^[•▪‣◦⁃●∙·§o\uf0a7\uf0b7\uf0d8\uf076]\s+/, "");
  const numbered = /^\(?(\d+)[.)]\s+/.exec(text);
  return numbered ? `${numbered[1]}. ${text.slice(numbered[0].length)}` : `- ${text}`;
}

function list(node) {
  const lines = Array.from(node.children).filter((one) => one.tagName === "LI" || /^(UL|OL)$/.test(one.tagName)).map((item, place) => {
    const mark = node.tagName === "OL" ? `${place + 1}. ` : "- ";
    const own = item.tagName === "LI" ? blocks(item) : list(item);
    return mark + own.join("\n").split("\n").join(`\n${" ".repeat(mark.length)}`);
  });
  return lines.length ? [lines.join("\n")] : [];
}

function inlines(element) {
  return Array.from(element.childNodes, inline).join("");
}

function inline(node) {
  if (node.nodeType === Node.TEXT_NODE) return plain(node.data);
  if (node.nodeType !== Node.ELEMENT_NODE || LEFT_OUT.test(node.tagName)) return "";
  const text = inlines(node);
  const weight = node.style.fontWeight;
  if (node.tagName === "BR") return "\n";
  if (node.tagName === "A" && /^(https?|mailto):/i.test(node.getAttribute("href") || "")) return around(text, "[", `](${node.getAttribute("href").replace(/[\s()<>]/g, encodeURIComponent)})`);
  // Word processors wrap whole texts in a `b` that is not bold.
  if (/^(B|STRONG)$/.test(node.tagName) && weight !== "normal") return around(text, "**", "**");
  if (/^(I|EM)$/.test(node.tagName) && node.style.fontStyle !== "normal") return around(text, "*", "*");
  if (node.tagName === "SPAN" && (weight === "bold" || Number(weight) >= 600)) return around(text, "**", "**");
  return text;
}

/** Marks around words; blanks at their ends stay outside. */
function around(text, before, after) {
  const [, start, words, end] = /^(\s*)([^]*?)(\s*)$/.exec(text);
  return words ? `${start}${before}${words}${after}${end}` : text;
}

/** A text as it is, with what Markdown would read as marks made plain. */
function plain(text) {
  return text.replace(/[\s\u00a0]+/g, " ").replace(/([\\*_`[\]<])/g, "\\$1");
}
