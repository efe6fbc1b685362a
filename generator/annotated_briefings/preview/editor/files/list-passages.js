/* Notes that lost their words and quotes that nothing proves: choose a passage, select words, or take them out. */

import { confirmed, make, rich } from "./dom.js";
import { askList, briefLink, fileLink, keyed, press, selectWords, words } from "./list-store.js";

const MARKS = { "=": "span", "-": "del", "+": "ins" };

function shown(one) {
  const own = one.marks.length ? one.marks.map(([mark, text], at) => [at ? " " : "", make(MARKS[mark], null, text)]) : make("mark", null, one.words);
  return [make("span", { class: "around" }, one.before.slice(-160)), own, make("span", { class: "around" }, one.after.slice(0, 160))];
}

function choices(item, take) {
  return item.choices.length ? make("ol", { class: "choices" }, item.choices.map((one, at) => make("li", null,
    make("blockquote", { dir: "auto", lang: item.lang || undefined }, shown(one)),
    keyed(item.choices.length > 1 ? `Take these words (${at + 1})` : "Take these words", String(at + 1), () => take(one), { about: one.words })))) : make("p", { class: "quiet" }, "Nothing in the text is like it.");
}

const noTools = (root) => root.replaceChildren();

export const notes = {
  keys: [["1 … 4", "take these words"], ["w", "select other words"], ["d", "delete the note"]],
  entries: (state) => state.items,
  tools: noTools,
  count: (count) => `${count}`,
  empty: () => "Every note is at its words.",
  title: (item) => make("h2", null, briefLink(item)),
  draw(item) {
    const own = { path: item.path, note: item.note };
    const pick = async () => {
      const { text } = await askList("texts", own).catch(() => ({ text: "" }));
      const found = await selectWords("Select the words that the note is about", text, item.quote);
      if (found) press("fix-note", { ...own, ...found });
    };
    const drop = async () => {
      if (await confirmed("Delete this note?", `${item.text}\nUndo brings it back.`, "Delete")) press("delete-note", { ...own, entry: item.entry });
    };
    return [
      make("p", { class: "facts" }, [item.kind, item.author, item.why].filter(Boolean).join(" · ")),
      make("div", { class: "note" }, words(item.quote, "blockquote", { class: "lost", lang: item.lang || undefined }), words(item.text, "p")),
      choices(item, (one) => press("fix-note", { ...own, quote: one.place ? "" : one.words, place: one.place })),
      make("div", { class: "desk-row actions" },
        keyed("Select other words…", "w", pick, { about: item.text }),
        keyed("Delete the note…", "d", drop, { about: item.text }), fileLink(item, item.line)),
    ];
  },
};

export const quotes = {
  keys: [["1 … 3", "take these words"], ["w", "select other words"], ["o", "take the quote out"], ["d", "delete the statement"]],
  entries: (state) => state.items,
  tools: noTools,
  count: (count) => `${count}`,
  empty(state) {
    const { unchecked } = state.more;
    if (!unchecked) return "Every quote has a proof.";
    return make("span", null, "Every quote whose source is here has a proof; ",
      make("a", { href: "/_desk/#unchecked" }, unchecked === 1 ? "1 source is not here" : `${unchecked} sources are not here`), ".");
  },
  title: (item) => make("h2", null, briefLink(item)),
  draw(item) {
    const own = { path: item.path, field: item.field, number: item.number, was: item.quote };
    const where = item.own ? "our own text" : item.source || "the source";
    const pick = async () => {
      const { text } = await askList("texts", own).catch(() => ({ text: "" }));
      const found = await selectWords(`Select the words in ${where}`, text, item.quote);
      if (found) press("set-quote", { ...own, quote: found.quote });
    };
    const drop = async () => {
      const what = item.field === "figures" ? "figure" : "key point";
      if (await confirmed(`Delete this ${what}?`, `${item.claim}\nUndo brings it back.`, "Delete")) press("delete-claim", own);
    };
    return [
      make("p", { class: "facts" }, item.field === "figures" ? "figure" : "key point", " · ", `quoted from ${where}`),
      make("div", { class: "note" }, words(item.claim, "p", { lang: item.lang || undefined }), words(item.quote, "blockquote", { class: "lost", lang: item.lang || undefined })),
      item.why ? make("p", { class: "desk-wrong desk-error" }, rich(item.why)) : "",
      item.here ? choices(item, (one) => press("set-quote", { ...own, quote: one.words })) : make("p", { class: "desk-help" }, rich(`The text of the source is not here. \`${item.attach}\` adds it: in place of FILE write a file with its text, or its web address.`)),
      make("div", { class: "desk-row actions" },
        item.here ? keyed("Select other words…", "w", pick, { about: item.claim }) : "",
        keyed("Take the quote out", "o", () => press("drop-quote", own), { about: item.claim }),
        keyed(item.field === "figures" ? "Delete the figure…" : "Delete the point…", "d", drop, { about: item.claim }), fileLink(item, item.line)),
    ];
  },
};
