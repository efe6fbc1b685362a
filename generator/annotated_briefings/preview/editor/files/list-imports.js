/* What imports asked: new versions, copies and unsure places. */

import { make } from "./dom.js";
import { askList, briefLink, choice, fileLink, keyed, list, press, setFilter, words } from "./list-store.js";

function changed(was, now) {
  return make("p", { class: "change", dir: "auto" }, was ? make("del", null, was) : make("span", { class: "quiet" }, "new:"), " ", now ? make("ins", null, now) : make("span", { class: "quiet" }, "is gone"));
}

function plain(items) {
  return (state) => state.items.filter(items || (() => true));
}

const noTools = (root) => root.replaceChildren();
const count = (shown) => `${shown}`;

export const versions = {
  keys: [["t", "take all new words over"], ["y", "the brief is right as it is"], ["e", "edit the brief"]],
  entries: plain(),
  tools: noTools,
  count,
  empty: () => "No source has changed under a brief.",
  title: (item) => make("h2", null, briefLink(item)),
  draw(item) {
    const sure = item.rests.filter((one) => one.pairs.length);
    return [
      make("p", { class: "facts" }, [item.outlet || "its source", item.source ? make("a", { href: item.source, rel: "noreferrer" }, item.source) : ""].flatMap((one, at) => (at && one ? [" · ", one] : [one]))),
      item.held ? make("p", { class: "facts" }, "The source holds its text back now: ", words(item.held, "b"), ". Take the brief back, or keep it public.") : "",
      item.changes.length ? make("section", null, make("h3", null, "Changed in the source"), item.changes.map(([was, now]) => changed(was, now)), item.more ? make("p", { class: "quiet" }, `and ${item.more} more`) : "")
        : item.held ? "" : make("p", null, item.known ? "A new version is in the file beside the brief." : "What has changed cannot be told: the earlier text is not in collected/ here."),
      item.rests.length ? make("section", null, make("h3", null, "Rests on it"), make("ul", { class: "rests" }, item.rests.map((one) => make("li", null,
        make("span", { class: "chip" }, one.part),
        one.pairs.length ? make("div", null, one.pairs.map(([was, now]) => [words(was, "p", { class: "was" }), words(now, "p", { class: "now" })])) : words(one.shown, "p"),
        one.pairs.length ? keyed("Take over", "", () => press("take-over", { path: item.path, id: item.id, piece: one.piece }), { about: `${one.part}: ${one.shown}` })
          : make("a", { class: "button", href: `${item.url}#desk-edit`, "aria-label": `Edit: ${one.part}: ${one.shown}` }, "Edit"))))) : "",
      item.beside ? make("p", { class: "facts" }, "The import could not merge it, and wrote the whole new text beside the brief: ", fileLink({ ...item, path: item.beside })) : "",
      make("div", { class: "desk-row actions" },
        sure.length ? keyed(sure.length > 1 ? `Take all ${sure.length} over` : "Take it over", "t", () => press("take-over", { path: item.path, id: item.id, piece: "all" }), { about: item.title, class: "desk-main" }) : "",
        keyed("The brief is right as it is", "y", () => press("keep-version", { path: item.path, id: item.id }), { about: item.title }),
        make("a", { class: "button", href: `${item.url}#desk-edit`, "data-key": "e", "aria-keyshortcuts": "e", "aria-label": `Edit: ${item.title}` }, "Edit", make("kbd", { "aria-hidden": "true" }, "e"))),
    ];
  },
};

const lazy = new IntersectionObserver((seen) => {
  for (const one of seen) {
    if (one.isIntersecting) {
      lazy.unobserve(one.target);
      fillSides(one.target);
    }
  }
}, { rootMargin: "600px" });

async function fillSides(element) {
  const { runs } = await askList("texts", { id: element.dataset.copy }).catch(() => ({ runs: [] }));
  const side = (own, tag) => runs.filter(([mark]) => mark === "=" || mark === own).map(([mark, text]) => (mark === "=" ? text : make(tag, null, text)));
  element.querySelector(".folded").replaceChildren(...side("-", "del"));
  element.querySelector(".kept").replaceChildren(...side("+", "ins"));
}

const VERDICTS = { near: "says the same in nearly the same words", contained: "all that it says is in the other text", "round-up": "is part of a round-up" };

export const copies = {
  keys: [["y", "it is right so"], ["s", "split: it is an article of its own"], ["d", "leave the copy out for good"]],
  entries: plain(),
  tools: noTools,
  count,
  empty: () => "Every copy is confirmed.",
  title: (item) => make("h2", null, words(item.copy.title || item.copy.file)),
  draw(item) {
    const name = (one) => [one.outlet, one.title, one.file].filter(Boolean).join(" · ");
    const sides = item.here ? make("div", { class: "sides", "data-copy": item.id },
      make("section", { "aria-label": "The copy" }, make("h3", { dir: "auto" }, `The copy: ${name(item.copy)}`), make("div", { class: "folded text", tabIndex: 0, dir: "auto" }, "…")),
      make("section", { "aria-label": "The text that is kept" }, make("h3", { dir: "auto" }, `Kept: ${name(item.kept) || item.title}`), make("div", { class: "kept text", tabIndex: 0, dir: "auto" }, "…")))
      : make("p", { class: "quiet" }, "The collected texts are not here.");
    if (item.here) lazy.observe(sides);
    return [
      make("p", { class: "facts" }, "folded into ", briefLink(item), `: ${VERDICTS[item.verdict] || item.verdict}`),
      item.figures.length ? make("div", { class: "figures" }, make("b", null, "Figures differ: "), item.figures.map(([was, now]) => make("span", { class: "chip error" }, make("del", null, was || "none"), " ↔ ", make("ins", null, now || "none")))) : "",
      sides,
      make("div", { class: "desk-row actions" },
        keyed("It is right so", "y", () => press("seen", { id: item.id, about: `a copy of ${item.path}` }), { about: item.copy.title || item.copy.file, class: "desk-main" }),
        keyed("Split: an article of its own", "s", () => press("keep-copy", { id: item.id, path: item.path }), { about: item.copy.title || item.copy.file }),
        keyed("Leave it out for good", "d", () => press("reject-copy", { id: item.id }), { about: item.copy.title || item.copy.file })),
    ];
  },
};

export const places = {
  keys: [["y", "it is right so"], ["s", "split: an article starts here"], ["o", "join: no article starts here"]],
  entries: (state) => state.items.filter((one) => !list.filters.document || one.document === list.filters.document),
  tools(root) {
    const names = [...new Set(list.state.items.map((one) => one.document))];
    root.replaceChildren(...(names.length > 1 ? [make("div", { class: "filters" }, choice("File", [["", "All"], ...names.map((one) => [one, one])], list.filters.document || "", (value) => setFilter("document", value)))] : []));
  },
  count,
  empty: () => "No place is in doubt.",
  title: (item) => make("h2", null, item.title),
  draw(item) {
    const sure = Math.round((item.chosen ? item.probability : 1 - item.probability) * 100);
    const settle = (what) => () => press(what, { id: item.id });
    return [
      make("p", { class: "facts" }, item.chosen ? `Taken as the start of an article (${sure} % sure)` : `Not taken as the start of an article (${sure} % sure)`),
      make("div", { class: item.chosen ? "gap cut" : "gap" }, words(item.before, "blockquote"), make("p", { class: "line" }, item.chosen ? "a new article starts here" : "the article goes on here"), words(item.after, "blockquote")),
      item.here ? "" : make("p", { class: "desk-help" }, `The file is not here any more: after Split or Join, import ${item.document} again.`),
      make("div", { class: "desk-row actions" },
        keyed("It is right so", "y", () => press("seen", { id: item.id, about: item.title }), { about: item.title, class: "desk-main" }),
        item.chosen ? "" : keyed("Split: an article starts here", "s", settle("split"), { about: item.title }),
        item.chosen ? keyed("Join: no article starts here", "o", settle("join"), { about: item.title }) : ""),
    ];
  },
};
