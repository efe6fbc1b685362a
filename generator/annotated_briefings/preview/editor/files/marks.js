/* Selected words: the toolbar above them, and the dialogs that make a note, a point, a figure, a name or a link of them. */

import { ask, button, isTyping, make, openDialog, Unanswered } from "./dom.js";
import { fieldsOf } from "./form.js";
import { choice } from "./kept.js";
import { suggest } from "./names.js";
import { field, save, showMessage, store, typed, valueOf } from "./store.js";

const KINDS = { note: ["Note", "n"], point: ["Key point", "k"], figure: ["Figure", "f"], name: ["Name", "m"], link: ["Link", "l"] };
const AROUND = 60;
const ALIKE = 10;
let toolbar = null;

/** The words that are selected in the text of the page, with the words around them. */
function selected() {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const text = elementOf(range.commonAncestorContainer).closest("main .text");
  if (!text || elementOf(range.startContainer).closest(".notes") || elementOf(range.endContainer).closest(".notes")) return null;
  const quote = wordsOf(range).trim();
  if (!quote) return null;
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const after = document.createRange();
  after.setStart(range.endContainer, range.endOffset);
  after.setEnd(text, text.childNodes.length);
  return { quote, before: wordsOf(before).slice(-AROUND), after: wordsOf(after).slice(0, AROUND), spot: range.getBoundingClientRect() };
}

function elementOf(node) {
  return node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
}

/** The words of a range without the marks of notes. */
function wordsOf(range) {
  const copy = range.cloneContents();
  for (const mark of copy.querySelectorAll(".note-ref, .notes, sup a")) mark.remove();
  const blocks = copy.querySelectorAll("p, li, h2, h3, h4, h5, h6, blockquote, td, th");
  for (const block of blocks) block.append("\n");
  return copy.textContent.replace(/\s+/g, " ");
}

function showToolbar() {
  const words = selected();
  if (!words) {
    hideToolbar();
    return;
  }
  if (!toolbar) {
    toolbar = make("div", { class: "desk desk-marks", role: "toolbar", "aria-label": "Make of the selected words" },
      Object.entries(KINDS).map(([kind, [label, key]]) => button(label, () => mark(kind), { "aria-keyshortcuts": key, title: `${label} (${key})` })));
    toolbar.addEventListener("mousedown", (event) => event.preventDefault());
    document.body.append(toolbar);
  }
  if (matchMedia("(max-width: 40rem)").matches) {
    // The style sheet puts it at the lower edge; there it is above the bar.
    const bar = document.querySelector("#briefings-bar");
    toolbar.removeAttribute("style");
    toolbar.style.bottom = `${bar ? bar.offsetHeight : 0}px`;
    return;
  }
  const width = toolbar.offsetWidth;
  const above = words.spot.top > toolbar.offsetHeight + 12;
  const left = Math.min(Math.max(8, words.spot.left + words.spot.width / 2 - width / 2), document.documentElement.clientWidth - width - 8);
  toolbar.style.left = `${left + scrollX}px`;
  toolbar.style.top = `${(above ? words.spot.top - toolbar.offsetHeight - 8 : words.spot.bottom + 8) + scrollY}px`;
}

/** The characters of the page's text as `wordsOf` reads them, each with its place. */
function characters() {
  const text = document.querySelector("main .text");
  const found = [];
  if (!text) return found;
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT,
    (node) => (node.parentElement.closest(".note-ref, .notes, sup a") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
  let block = null;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const own = node.parentElement.closest("p, li, h2, h3, h4, h5, h6, blockquote, td, th");
    for (let at = 0; at < node.length; at += 1) {
      const space = /\s/.test(node.data[at]) || (at === 0 && own !== block);
      if (space && found.length && found[found.length - 1].letter !== " ") found.push({ letter: " ", node, at });
      if (!/\s/.test(node.data[at])) found.push({ letter: node.data[at], node, at });
    }
    block = own;
  }
  return found;
}

/** How many letters two texts share at their end. */
function sameEnd(one, other) {
  let shared = 0;
  while (shared < one.length && shared < other.length && one.at(-1 - shared) === other.at(-1 - shared)) shared += 1;
  return shared;
}

/** Draw the page anew; words that were selected on it are selected again where they are still there. */
export function keepingSelection(draw) {
  const words = selected();
  draw();
  if (!words) return;
  const found = characters();
  const whole = found.map((one) => one.letter).join("");
  // The same words at quite another place are not those that were selected.
  let [best, most] = [-1, Math.min(ALIKE, words.before.trimEnd().length) - 1];
  for (let at = whole.indexOf(words.quote); at >= 0; at = whole.indexOf(words.quote, at + 1)) {
    const alike = sameEnd(whole.slice(0, at).trimEnd(), words.before.trimEnd());
    if (alike > most) [best, most] = [at, alike];
  }
  if (best >= 0) {
    const [first, last] = [found[best], found[best + words.quote.length - 1]];
    document.getSelection().setBaseAndExtent(first.node, first.at, last.node, last.at + 1);
  }
  // Browsers do not always report that selected words were taken off the page.
  showToolbar();
}

function hideToolbar() {
  if (toolbar) toolbar.remove();
  toolbar = null;
}

/** Make something of the words that are selected on the page. */
async function mark(kind) {
  const words = selected();
  hideToolbar();
  if (words) await markWords(kind, words);
}

/** What a key makes of words that are selected in the field of the text: the keys of the page, with Alt. */
export function kindOfKey(event) {
  return event.altKey && !event.ctrlKey && !event.metaKey && Object.keys(KINDS).find((one) => event.code === `Key${KINDS[one][1].toUpperCase()}`);
}

/** Make something of the words that are selected in the field of the text. */
export async function markTyped(kind, area) {
  const { selectionStart: start, selectionEnd: end, value } = area;
  if (start === end) {
    showMessage("Select some words of the text first.");
    area.focus();
    return;
  }
  const plain = (text) => text.replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, "$1").replace(/[*_`]/g, "");
  await markWords(kind, { quote: plain(value.slice(start, end)), before: plain(value.slice(Math.max(0, start - AROUND), start)), after: plain(value.slice(end, end + AROUND)) });
}

async function markWords(kind, { quote, before, after }) {
  const where = { quote, before, after };
  let looked;
  try {
    looked = await ask("look", { ...store.unsaved, ...where });
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    showMessage(error.message);
    return;
  }
  if (!looked.words) {
    showMessage("These words are not in the text of the brief.");
    return;
  }
  ({ note: askNote, point: askPoint, figure: askFigure, name: askName, link: askLink })[kind](looked, where);
}

/** A dialog with fields of an entry; `done` gets the entry, and gives whether the dialog may close. */
function askEntry(title, words, inner, entry, done, yes) {
  let current = { ...entry };
  const problem = make("p", { class: "desk-wrong desk-error", hidden: true });
  const dialog = openDialog(title, (box) => make("form", {
    onsubmit: async (event) => {
      event.preventDefault();
      const missing = inner.find((one) => one.required && !String(current[one.name] || "").trim());
      if (missing) {
        problem.textContent = `${missing.label} is missing.`;
        problem.hidden = false;
        return;
      }
      if (await done(current)) box.close();
    },
  }, make("blockquote", null, words), fieldsOf(inner, current, (value) => { current = value; }), problem,
  make("div", { class: "desk-row" }, make("button", { class: "desk-main" }, yes), button("Cancel", () => box.close()))));
  return dialog;
}

function innerOf(name, ...keys) {
  const { inner } = field(name);
  return keys.map((key) => inner.find((one) => one.name === key));
}

function add(name, entry) {
  return save({ fields: { [name]: [...valueOf(name), entry] } });
}

function today() {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: store.state.zone }).format(new Date());
}

function askNote({ words }) {
  const entry = { quote: words.quote, prefix: words.prefix, suffix: words.suffix, kind: "context", author: store.state.person || choice("author"), date: today(), status: "", note: "" };
  const dialog = askEntry("A note on these words", words.quote, innerOf("annotations", "note", "kind", "author", "status"), entry, (one) => {
    if (!store.state.person) choice("author", one.author || "");
    return add("annotations", { ...one, status: one.status === "draft" ? "draft" : "" });
  }, "Add note");
  dialog.querySelector("textarea").focus();
}

/** A field that chooses the source of a receipt. */
function sourceField(name) {
  const [source] = innerOf(name, "source");
  const choices = ["our own text", ...store.state.sources.map((one, place) => `${place + 1}: ${one}`)];
  return { ...source, widget: "choice", choices, label: "Whose words they are" };
}

function withSource(entry) {
  const number = parseInt(entry.source, 10);
  return { ...entry, source: number ? String(number) : "" };
}

function chosenSource(numbers) {
  const number = numbers[0];
  return number ? `${number}: ${store.state.sources[number - 1]}` : "our own text";
}

function askPoint({ words, sources }) {
  const [text, quote] = innerOf("key_points", "text", "quote");
  const entry = { text: words.quote.length > 40 ? words.quote : words.sentence, quote: words.quote, source: chosenSource(sources) };
  askEntry("A key point from these words", words.quote, [text, quote, sourceField("key_points")], entry, (one) => add("key_points", withSource(one)), "Add key point");
}

function askFigure({ words, sentence_sources: sources }) {
  const [value, unit, what, asOf, quote] = innerOf("figures", "value", "unit", "what", "as_of", "quote");
  const entry = { value: words.value, unit: words.unit, what: words.what, quote: words.sentence, source: chosenSource(sources) };
  askEntry("A figure from these words", words.quote, [value, unit, what, asOf, quote, sourceField("figures")], entry, (one) => add("figures", withSource(one)), "Add figure");
}

function askName({ words, entity, type: likely }) {
  const named = { name: "name", widget: "line", label: "Name", help: "as the registry has it, or a new one", example: "", choices: [], inner: [], names: "entity", required: true };
  const use = { name: "use", widget: "choice", label: "The brief", help: "", example: "", choices: ["mentions it", "is about it"], inner: [] };
  const type = { name: "type", widget: "choice", label: "Type", help: "a name that the registry lacks gets an entry there", example: "", choices: [...store.state.types, "do not declare it"], inner: [] };
  const entry = { name: entity ? entity.name : words.quote, use: "mentions it", type: likely };
  askEntry("A name in this brief", words.quote, entity ? [named, use] : [named, use, type], entry, (one) => {
    const entities = valueOf("entities");
    const key = one.use === "is about it" ? "about" : "mentions";
    const list = (entities[key] || []).includes(one.name) ? entities[key] : [...(entities[key] || []), one.name];
    const declare = one.type && one.type !== "do not declare it" ? { name: one.name, type: one.type } : undefined;
    return save({ fields: { entities: { ...entities, [key]: list } }, declare });
  }, "Add name");
}

function askLink({ words }, where) {
  const target = make("input", { type: "text", id: "desk-target", required: true });
  const wrong = make("p", { class: "desk-wrong desk-error", hidden: true });
  const dialog = openDialog("A link on these words", (box) => make("form", {
    onsubmit: async (event) => {
      event.preventDefault();
      const { body } = await ask("link", { ...store.unsaved, ...where, target: target.value });
      if (body === null) {
        wrong.hidden = false;
        wrong.textContent = "No link can be set there: the words cross other marks, or are a link already. Edit the text.";
        return;
      }
      box.close();
      typed({ body });
      await save();
    },
  }, make("blockquote", null, words.quote),
  make("div", { class: "desk-field" }, make("label", { htmlFor: "desk-target" }, "Where it leads"), target,
    make("p", { class: "desk-help" }, "a web address, or the name of a brief, an entity, a tag or a story")), wrong,
  make("div", { class: "desk-row" }, make("button", { class: "desk-main" }, "Set link"), button("Cancel", () => box.close()))));
  suggest(target, "target");
  dialog.querySelector("input").focus();
}

let waiting = 0;
document.addEventListener("selectionchange", () => {
  clearTimeout(waiting);
  waiting = setTimeout(showToolbar, 150);
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector("dialog[open]")) return;
  if (event.key === "Escape") {
    hideToolbar();
    return;
  }
  const kind = Object.keys(KINDS).find((one) => KINDS[one][1] === event.key);
  if (kind && store.state && choice("no-keys") !== "yes") {
    event.preventDefault();
    if (selected()) mark(kind);
    else showMessage(`Select words of the text first, then ${event.key} makes a ${KINDS[kind][0].toLowerCase()} of them.`);
  }
});
