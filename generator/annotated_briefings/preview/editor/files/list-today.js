/* Everything that is pending, by kind, each with where it is settled. */

import { make, rich } from "./dom.js";
import { briefLink, fileLink, keyed, press } from "./list-store.js";

const SHOWN = 6;

function entries(state) {
  return state.items;
}

function task(entry, one) {
  const settle = {
    refused: one.id ? [keyed("It is right so", "", () => press("seen", { id: one.id, about: one.path }), { about: one.path })] : [],
    moved: [keyed("Keep the address", "", () => press("keep-address", { path: one.path, address: one.address }), { about: one.address })],
    guess: [keyed("Confirm", "", () => press("confirm", { path: one.path }), { about: one.title })],
    story: [keyed("Same story", "", () => press("confirm", { path: one.path, field: "story" }), { about: one.title }), keyed("Not the same", "", () => press("refuse", { path: one.path, field: "story" }), { about: one.title })],
  }[entry.key] || [];
  return make("li", null,
    make("p", null, briefLink(one), " ", fileLink(one)),
    make("p", { class: "facts", dir: "auto" }, rich(one.message)),
    one.other ? make("p", { class: "facts" }, "→ ", briefLink(one.other)) : "",
    settle.length ? make("div", { class: "desk-row" }, settle) : entry.section ? "" : make("p", { class: "desk-help" }, "→ ", rich(one.command)));
}

export const today = {
  keys: [],
  entries,
  tools: (root) => root.replaceChildren(),
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
      entry.count > entry.tasks.length && entry.tasks.length ? make("p", { class: "quiet" }, `and ${entry.count - entry.tasks.length} more; briefings status --kind ${entry.key} lists all`) : "",
      entry.section ? make("p", null, make("a", { class: "button", href: `/_desk/${entry.section}/` }, `Go to the list`, make("span", { class: "desk-hidden" }, `: ${entry.title}`))) : "",
    ];
  },
};
