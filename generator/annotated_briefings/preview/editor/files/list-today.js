/* Everything that is pending, by kind, each with where it is settled. */

import { button, make, openDialog, rich } from "./dom.js";
import { drawKept } from "./list-kept.js";
import { askOfFigures } from "./figures.js";
import { titleOf } from "./gate-view.js";
import { briefLink, fileLink, keyed, press } from "./list-store.js";

const SHOWN = 6;

function entries(state) {
  return state.items;
}

/** Put a brief into the story that import suggests, under a title that readers see. */
function sameStory(one) {
  const title = make("input", { type: "text", id: "desk-story-title", value: titleOf(one.story) });
  asks("Which story is it?", "Readers see its title.", title, "Title of the story", "Put it into the story",
    (typed) => press("confirm", { path: one.path, field: "story", title: typed }));
}

function edit(one, text) {
  return make("a", { class: "button", href: one.url.startsWith("/_desk/") ? one.url : `${one.url}#desk-edit`, "aria-label": `${text || "Edit"}: ${one.title}` }, text || "Edit");
}

/** A window with one field; `run` gets what was typed. */
function asks(title, text, field, label, yes, run) {
  const box = openDialog(title, () => make("form", { onsubmit: async (event) => {
    event.preventDefault();
    const typed = field.value;
    if (typed.trim() && await run(typed)) box.close();
  } }, make("p", null, text), make("div", { class: "desk-field" }, make("label", { htmlFor: field.id }, label), field),
  make("div", { class: "desk-row" }, make("button", { class: "desk-main" }, yes), button("Cancel", () => box.close()))));
  field.focus();
}

function attach(one, source) {
  asks(`The text of ${source.name || "the source"}`, "Paste the whole text of the article. It proves the quotes, and is never published.",
    make("textarea", { id: "desk-attached", rows: 12, "data-about": `${one.path} ${source.number}` }), "Text of the source", "Check the quotes",
    (text) => press("attach", { path: one.path, source: source.number, text }));
}

function allow(one, source) {
  asks("What allows the reprint?", "It is written into the source of the brief, and readers see it there.",
    make("input", { type: "text", id: "desk-licence", value: "CC BY 4.0" }), "Licence", "Write it",
    (licence) => press("licence", { path: one.path, source: source.number, licence }));
}

function task(entry, one) {
  const settle = {
    refused: one.id ? [keyed("It is right so", "", () => press("seen", { id: one.id, about: one.path }), { about: one.path })] : [],
    unchecked: one.sources.map((source) => keyed("Paste its text…", "", () => attach(one, source), { about: `${source.name}, ${one.title}` })),
    reprint: [...one.sources.map((source) => keyed("It may be reprinted…", "", () => allow(one, source), { about: one.title })), edit(one, "Say it shorter")],
    duplicate: one.other ? [keyed("No copy", "", () => press("seen", { id: one.id, about: `no copy: ${one.title}` }), { about: one.title }), edit(one), edit(one.other, "Edit the other")] : [],
    point: [edit(one, "Add a quote")],
    unreadable: [edit(one, "Correct it")],
    correction: [keyed("Tell readers…", "", () => askOfFigures(one.figures, (wrong, why) => press("tell-readers", { path: one.path, wrong, why })), { about: one.title }),
      keyed("They need not know", "", () => press("seen", { id: one.id, about: one.title }), { about: one.title })],
    address: [edit(one, "Give it another address")],
    moved: [keyed("Keep the address", "", () => press("keep-address", { path: one.path, address: one.address }), { about: one.address })],
    guess: [keyed("Confirm", "", () => press("confirm", { path: one.path }), { about: one.title })],
    story: [keyed("Same story…", "", () => sameStory(one), { about: one.title }), keyed("Not the same", "", () => press("refuse", { path: one.path, field: "story" }), { about: one.title })],
  }[entry.key] || [];
  return make("li", null,
    make("p", null, briefLink(one), " ", fileLink(one)),
    make("p", { class: "facts", dir: "auto" }, rich(one.message)),
    one.other ? make("p", { class: "facts" }, "→ ", briefLink(one.other)) : "",
    settle.length ? make("div", { class: "desk-row" }, settle) : entry.section || !one.command ? "" : make("p", { class: "desk-help" }, "→ ", rich(one.command)));
}

export const today = {
  keys: [],
  entries,
  tools: drawKept,
  count: (shown, state) => { const all = state.items.reduce((sum, one) => sum + one.count, 0); return all === 1 ? "1 pending task" : `${all} pending tasks`; },
  empty: () => "Nothing is pending.",
  title(entry) {
    const name = entry.title;
    return make("h2", null, entry.section ? make("a", { href: `/_desk/${entry.section}/` }, name) : name, make("span", { class: "quiet" }, ` ${entry.count}`));
  },
  draw(entry) {
    const [first, rest] = [entry.tasks.slice(0, SHOWN), entry.tasks.slice(SHOWN)];
    return [
      first.length ? make("ul", { class: "tasks" }, first.map((one) => task(entry, one))) : "",
      rest.length ? make("details", { "data-name": "rest" }, make("summary", null, `${rest.length} more`), make("ul", { class: "tasks" }, rest.map((one) => task(entry, one)))) : "",
      entry.count > entry.tasks.length && entry.tasks.length ? make("p", { class: "quiet" }, `and ${entry.count - entry.tasks.length} more, which follow as these are settled`) : "",
      entry.section ? make("p", null, make("a", { class: "button", href: `/_desk/${entry.section}/` }, `Go to the list`, make("span", { class: "desk-hidden" }, `: ${entry.title}`))) : "",
    ];
  },
};
