/* The account of an import before anything is written: articles found, copies, what is left out, errors. */

import { button, make, rich } from "./dom.js";

/** The whole account. `change` asks something of the import. */
export function account(state, change) {
  const imported = state.account;
  const { articles, drafts, parts } = imported.counts;
  const busy = Boolean(state.doing);
  const errors = imported.problems.filter((one) => one.severity === "error");
  const others = imported.problems.filter((one) => one.severity !== "error");
  return [
    imported.failed ? "" : make("p", { class: "new-sum" }, `${counted(articles, "article")} found${parts.length ? `: ${parts.map((one) => `${one.count} ${one.name}`).join(", ")}` : ""}. Nothing is written yet.`),
    section("Errors", errors.map(problem), "new-errors"),
    imported.articles.length ? make("div", { class: "new-articles" }, imported.articles.map((one, place) => article(one, place, change, apart(one, imported.articles)))) : "",
    imported.more.length ? more(imported.more) : "",
    section("Places to look at", imported.unsure.map((gap) => unsure(gap, change))),
    section("Your boundaries", state.cuts.map((cut) => make("li", null, rich(cut.name), " ",
      button("Take back", () => change("uncut", { name: cut.name }), { "aria-label": `Take back: ${cut.name}`, "data-key": `uncut-${cut.name}` })))),
    imported.sections.map((one) => section(one.title, one.rows.map(row))),
    section("Remarks", others.map(problem)),
    imported.failed ? "" : make("div", { class: "desk-row new-import" },
      button(drafts ? `Import ${counted(drafts, "draft")}` : "Import", () => change("import", { revision: state.revision }), { class: "desk-main", disabled: busy, "data-key": "import" }),
      make("span", { class: "desk-help" }, "Drafts are not public.")),
  ];
}

function counted(number, word) {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

function section(title, items, kind) {
  if (!items.length) return "";
  const list = make("ul", null, items);
  return items.length > 12 ? make("details", { class: `new-part ${kind || ""}`, "data-key": title }, make("summary", null, make("h3", null, `${title} (${items.length})`)), list)
    : make("section", { class: `new-part ${kind || ""}` }, make("h3", null, title), list);
}

function problem(one) {
  const line = one.line ? `:${one.line}` : "";
  return make("li", null, make("span", { class: "desk-value" }, make("code", null, `${one.path}${line}`), " ", make("b", null, one.severity), ": ", rich(one.message)), one.help ? make("p", { class: "desk-help" }, rich(one.help)) : "");
}

function row(one) {
  return make("li", { class: "desk-value" }, rich(one.what), one.why ? [": ", rich(one.why)] : "", one.url ? [" ", make("a", { href: one.url }, one.path)] : one.path && one.path !== one.what ? make("span", { class: "desk-help" }, ` ${one.path}`) : "");
}

function more(rows) {
  return make("details", { "data-key": "more" }, make("summary", null, `${rows.length} more drafts`),
    make("ul", null, rows.map((one) => make("li", null, one.title, " ", make("span", { class: "desk-help" }, one.path)))));
}

/** What tells an article apart from others with its headline: outlet and day, or where it is; empty where nothing has to. */
function apart(one, every) {
  const key = (text) => text.trim().toLowerCase();
  const fact = (of, name) => (of.facts.find((row) => row.name === name) || {}).value || "";
  const origin = (of) => [fact(of, "outlet"), fact(of, "date")].filter(Boolean).join(", ");
  const same = every.filter((other) => other !== one && key(other.title) === key(one.title));
  if (!same.length) return "";
  const alone = origin(one) && !same.some((other) => origin(other) === origin(one));
  return alone ? origin(one) : [origin(one), `${one.document}, ${one.segment}`].filter(Boolean).join("; ");
}

const guess = (text) => [text, " ", make("span", { class: "new-guess" }, "guess")];

function article(one, place, change, more) {
  const name = more ? `${one.title} (${more})` : one.title;
  const facts = one.facts.filter((fact) => fact.value || fact.name === "outlet" || fact.name === "date");
  const open = one.paragraphs[0] || {};
  return make("article", { class: "new-article", "aria-label": name },
    make("h3", null, one.title_guess ? guess(one.title) : one.title, more ? make("span", { class: "desk-help" }, ` ${more}`) : ""),
    make("dl", null,
      facts.map((fact) => make("div", null, make("dt", null, fact.name), make("dd", null, fact.value ? (fact.guess ? guess(fact.value) : fact.value) : "not known"))),
      make("div", null, make("dt", null, "words"), make("dd", null, String(one.words))),
      make("div", null, make("dt", null, "from"), make("dd", null, `${one.document}, ${one.segment}`)),
      one.confidence ? make("div", null, make("dt", null, "boundaries"), make("dd", null, `${Math.round(one.confidence * 100)} % sure`)) : ""),
    make("p", { class: "desk-help" }, one.path),
    one.join === "above" ? button("Join with the article above", () => change("cut", { split: false, document: one.document, line: open.line, text: open.text }), { "aria-label": `Join with the article above: ${name}`, "data-key": `join-${place}` }) : "",
    one.join && one.join !== "above" ? button(`Join all parts of ${one.join}`, () => change("cut", { split: false, document: one.join }), { "data-key": `join-${place}` }) : "",
    make("details", { "data-key": `text-${one.path}` }, make("summary", null, textSummary(one.paragraphs)),
      make("ol", { class: "new-text" }, one.paragraphs.map((part, number) => make("li", null,
        make("p", { class: part.left_out ? "new-left-out" : "" }, part.text, part.more ? " …" : "", part.left_out ? make("span", { class: "desk-help" }, ` left out: ${part.left_out}`) : ""),
        one.parted && number ? button("An article starts here", () => change("cut", { split: true, document: one.document, line: part.line, text: part.text }), { "aria-label": `An article starts here: ${part.text.slice(0, 60)}`, "data-key": `split-${place}-${number}` }) : "")))));
}

/** How many paragraphs an article has, and how many more of its lines are left out. */
function textSummary(paragraphs) {
  const left = paragraphs.filter((part) => part.left_out).length;
  return `Its text: ${counted(paragraphs.length - left, "paragraph")}${left ? `, and ${left} left out` : ""}`;
}

function unsure(gap, change) {
  const at = { document: gap.document, line: gap.line, text: gap.after };
  const short = gap.after.split(" ").slice(0, 40).join(" ");
  return make("li", { class: "new-unsure" },
    make("p", { class: "desk-help" }, `${gap.document}, line ${gap.line}: ${Math.round(gap.probability * 100)} % that an article starts here; ${gap.chosen ? "taken as a start" : "not taken as a start"}`),
    make("blockquote", null, gap.before.split(" ").slice(-40).join(" ")), make("blockquote", null, short),
    make("div", { class: "desk-row" },
      button("Split: an article starts here", () => change("cut", { ...at, split: true }), { "aria-label": `Split at line ${gap.line} of ${gap.document}`, "data-key": `gap-split-${gap.line}` }),
      button("Join: no article starts here", () => change("cut", { ...at, split: false }), { "aria-label": `Join at line ${gap.line} of ${gap.document}`, "data-key": `gap-join-${gap.line}` })));
}
