/* Names that the registry lacks, its entries, and tags: edited, accepted, merged. */

import { button, freshId, make, openDialog } from "./dom.js";
import { choice, keyed, list, press, setFilter, words } from "./list-store.js";

const TYPES = ["company", "person", "place", "organisation", "government", "product", "law", "event"];

function isRegistry() {
  return list.filters.show === "registry";
}

function isTags() {
  return list.filters.show === "tags";
}

/** What is shown, before the filters. */
function shownOf(state) {
  return isTags() ? state.more.tags : isRegistry() ? state.more.entities : state.items;
}

function entries(state) {
  const items = shownOf(state);
  const wanted = (list.filters.q || "").toLowerCase();
  return items.filter((one) => (isTags() || !list.filters.type || one.type === list.filters.type) && (!wanted || [one.title, ...one.aliases].join(" ").toLowerCase().includes(wanted)));
}

let built = "";

function tools(root) {
  const shape = JSON.stringify([list.filters.show, list.filters.type, list.state.more.entities.length, list.state.more.tags.length, list.state.items.length]);
  if (built === shape) return;
  built = shape;
  const show = choice("Show", [["", `Not in the registry (${list.state.items.length})`], ["registry", `In the registry (${list.state.more.entities.length})`], ["tags", `Tags (${list.state.more.tags.length})`]], list.filters.show || "", (value) => setFilter("show", value));
  show.classList.add("broad");
  const search = make("input", { type: "search", value: list.filters.q || "", "aria-label": "Text", "aria-keyshortcuts": "/", placeholder: "Name …", oninput: (event) => setFilter("q", event.target.value) });
  root.replaceChildren(make("div", { class: "filters", role: "search" }, make("div", { class: "choice wide" }, make("span", { class: "label", "aria-hidden": "true" }, "Text"), search), show,
    isTags() ? "" : choice("Type", [["", "All"], ...TYPES.map((one) => [one, one])], list.filters.type || "", (value) => setFilter("type", value))));
}

/** Other names as a list of tokens, each with a button that takes it out, and a field for more. */
function aliasField(item, typed) {
  let aliases = [...item.aliases];
  const id = freshId();
  const box = make("div", { class: "desk-tokens" });
  const field = make("input", { id, autocomplete: "off", "data-key": "l" });
  const drawTokens = () => {
    box.replaceChildren(...aliases.map((one) => make("span", { class: "desk-token", dir: "auto" }, one,
      button("×", () => { aliases = aliases.filter((other) => other !== one); typed(); drawTokens(); field.focus(); }, { "aria-label": `Take out the name ${one}` }))), field);
  };
  const add = () => {
    const name = field.value.trim();
    if (name && !aliases.includes(name)) aliases.push(name);
    field.value = "";
    drawTokens();
  };
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && field.value.trim()) {
      event.preventDefault();
      add();
      field.focus();
    } else if (event.key === "Backspace" && !field.value && aliases.length) {
      aliases.pop();
      typed();
      drawTokens();
      field.focus();
    }
  });
  drawTokens();
  return {
    element: make("div", { class: "desk-field" }, make("label", { htmlFor: id }, "Other names (Enter adds one)"), box),
    value: () => { if (field.value.trim()) add(); return aliases; },
  };
}

/** Choose what a name is by typing a part of it: Enter takes the first that is found, arrows move to the others. `more` are
 * names that the registry lacks. */
function chooseEntity(title, text, without, run, more = [], known = list.state.more.entities) {
  const field = make("input", { type: "search", id: "desk-entity", autocomplete: "off" });
  const found = make("ul", { class: "found" });
  const every = [...known.filter((one) => one.id !== without), ...more.map((one) => ({ ...one, lacking: true }))];
  const take = (one) => { box.close(); run(one); };
  const drawFound = () => {
    const wanted = field.value.trim().toLowerCase();
    const begins = (one) => [one.title, ...one.aliases].some((name) => name.toLowerCase().startsWith(wanted));
    const own = every.filter((one) => [one.title, one.id || "", ...one.aliases].join(" ").toLowerCase().includes(wanted))
      .sort((one, other) => begins(other) - begins(one)).slice(0, 12);
    found.replaceChildren(...own.map((one) => make("li", null, button(one.title, () => take(one), { dir: "auto" }),
      make("span", { class: "quiet" }, ` ${one.type}${one.aliases.length ? `, also ${one.aliases.join(", ")}` : ""}${one.lacking ? ", not in the registry yet" : ""}`))));
    if (!own.length) found.replaceChildren(make("li", { class: "quiet" }, "Nothing has such a name."));
  };
  field.addEventListener("input", drawFound);
  const box = openDialog(title, () => [make("p", null, text), make("div", { class: "desk-field" }, make("label", { htmlFor: "desk-entity" }, "Name (Enter takes the first)"), field), found, make("div", { class: "desk-row" }, button("Cancel", () => box.close()))]);
  box.addEventListener("keydown", (event) => {
    const places = [field, ...found.querySelectorAll("button")];
    const at = places.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter" && at === 0 && field.value.trim() && places[1]) {
      event.preventDefault();
      places[1].click();
    } else if (step && at >= 0) {
      event.preventDefault();
      (places[at + step] || places[at]).focus();
    }
  });
  drawFound();
  field.focus();
}

function form(item, run, label) {
  const id = freshId();
  const name = make("input", { id, value: item.title, dir: "auto", autocomplete: "off" });
  const type = choice("Type", TYPES.map((one) => [one, one]), item.type, () => type.dispatchEvent(new Event("input", { bubbles: true })));
  const element = make("form", { class: "entity", onsubmit: (event) => { event.preventDefault(); run({ as: name.value.trim(), type: type.querySelector("select").value, aliases: aliases.value() }); } });
  const typed = () => element.dispatchEvent(new Event("input", { bubbles: true }));
  const aliases = aliasField(item, typed);
  element.append(make("div", { class: "desk-field" }, make("label", { htmlFor: id }, "Name"), name), type, aliases.element);
  const submit = keyed(label, "a", () => element.requestSubmit(), { about: item.title, class: "desk-main" });
  return { element, submit, done: () => { const own = element.closest("[data-entry]"); if (own) own.removeAttribute("data-typed"); } };
}

function draw(item) {
  if (isTags()) return drawTag(item);
  if (isRegistry()) return drawEntity(item);
  const own = form(item, (data) => { own.done(); press("accept-name", { name: item.title, ...data }); }, "Accept");
  const merge = () => chooseEntity(`What is “${item.title}”?`, "It becomes another name of what you choose.", "", (one) => press("merge-name", { name: item.title, ...(one.lacking ? { with: one.title } : { entity: one.id }) }),
    list.state.items.filter((one) => one.title !== item.title));
  return [
    make("p", { class: "facts" }, `${item.count} ${item.count === 1 ? "brief" : "briefs"}: `, item.briefs.slice(0, 3).map((one, at) => [at ? ", " : "", make("a", { href: one.url, dir: "auto", class: "named" }, one.title)]), item.count > 3 ? " …" : ""),
    words(item.sentence, "blockquote"),
    own.element,
    make("div", { class: "desk-row actions" }, own.submit,
      list.state.more.entities.length || list.state.items.length > 1 ? keyed("Another name of…", "m", merge, { about: item.title }) : "",
      keyed("No entity", "n", () => press("no-name", { name: item.title }), { about: item.title })),
  ];
}

function drawEntity(item) {
  const own = form(item, (data) => { own.done(); press("edit-entity", { entity: item.id, ...data }); }, "Save");
  const merge = () => chooseEntity(`Merge “${item.title}” into another entry`, "Its names go there, and its page leads there.", item.id, (one) => press("merge-entity", { entity: item.id, into: one.id }));
  return [
    make("p", { class: "facts" }, `${item.id} · ${item.count} ${item.count === 1 ? "brief" : "briefs"}${item.was.length ? ` · formerly ${item.was.join(", ")}` : ""}${item.ambiguous.length ? ` · only where a brief lists it: ${item.ambiguous.join(", ")}` : ""}`),
    own.element,
    make("div", { class: "desk-row actions" }, own.submit, keyed("Merge into…", "m", merge, { about: item.title }), item.editor ? make("a", { class: "file", href: item.editor }, "entities.yaml") : ""),
  ];
}

function drawTag(item) {
  const id = freshId();
  const name = make("input", { id, value: item.title, dir: "auto", autocomplete: "off" });
  const element = make("form", { class: "entity", onsubmit: (event) => {
    event.preventDefault();
    const own = element.closest("[data-entry]");
    if (own) own.removeAttribute("data-typed");
    press("rename-tag", { tag: item.id, as: name.value.trim() });
  } }, make("div", { class: "desk-field" }, make("label", { htmlFor: id }, "Name"), name));
  const merge = () => chooseEntity(`Merge “${item.title}” into another tag`, "It becomes another name of that tag, and its page leads there.", item.id, (one) => press("merge-tag", { tag: item.id, into: one.id }), [], list.state.more.tags);
  return [
    make("p", { class: "facts" }, `${item.id} · ${item.count} ${item.count === 1 ? "brief" : "briefs"}${item.aliases.length ? ` · also ${item.aliases.join(", ")}` : ""}`),
    element,
    make("div", { class: "desk-row actions" }, keyed("Save", "a", () => element.requestSubmit(), { about: item.title, class: "desk-main" }),
      list.state.more.tags.length > 1 ? keyed("Merge into…", "m", merge, { about: item.title }) : "", item.editor ? make("a", { class: "file", href: item.editor }, "tags.yaml") : ""),
  ];
}

export const names = {
  keys: [["a", "accept the name, or save the entry"], ["m", "another name of an entry; merge"], ["n", "no entity"], ["l", "other names"]],
  entries,
  tools,
  draw,
  count: (shown, state) => {
    if (state.looking && !isTags()) return "looking for names …";
    const all = shownOf(state).length; return shown === all ? `${all}` : `${shown} of ${all}`;
  },
  empty: () => (list.state.looking && !isRegistry() && !isTags() ? "Looking for names in all briefs …" : list.filters.q || list.filters.type ? "Nothing passes these filters." : isTags() ? "No brief has a tag." : isRegistry() ? "The registry is empty." : "The registry knows every name that was found."),
  title: (item) => words(item.title, "h2"),
};
