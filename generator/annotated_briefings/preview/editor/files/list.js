/* The lists of the desk: drawn from what the preview tells, without losing the place, the focus or what is typed. */

import { button, isTyping, make, Unanswered } from "./dom.js";
import { leftToSay } from "./events.js";
import { choice as kept } from "./kept.js";
import { allKeys, pageKey, showKeys } from "./keys.js";
import { drafts } from "./list-drafts.js";
import { copies, places, versions } from "./list-imports.js";
import { names } from "./list-names.js";
import { notes, quotes } from "./list-passages.js";
import { list, on, press, refresh, showMessage, section, emit } from "./list-store.js";
import { today } from "./list-today.js";
import { messages } from "./toast.js";

const view = { today, drafts, versions, copies, places, notes, quotes, names }[section];
const STEP = 40;
const LOOK = 700;
const root = document.querySelector("#list");
const notice = make("div", { class: "desk desk-message", role: "status" });
const feed = make("div", { class: "feed", role: "region", "aria-label": document.querySelector("h1").textContent });
const more = button("Show more", () => grow(), { class: "more" });
let most = STEP;
let entries = [];
let lastFocused = "";
const drawn = new Map();
document.body.append(notice);

/* Drawing --------------------------------------------------------------- */

/** Draw the list: an entry that has not changed stays the element that it is, and so does one with something typed. */
function draw() {
  const here = lastFocused && drawn.has(lastFocused) ? drawn.get(lastFocused).element : null;
  const at = here ? entries.findIndex((one) => one.key === lastFocused) : -1;
  const active = here && here.contains(document.activeElement) ? document.activeElement : null;
  const control = active ? active.dataset.key : "";
  const range = active && active.matches("input:not([type=checkbox])") ? [active.selectionStart, active.selectionEnd] : null;
  const later = at < 0 ? [] : entries.slice(at + 1).map((one) => one.key);
  const earlier = at < 0 ? [] : entries.slice(0, at).reverse().map((one) => one.key);
  entries = view.entries(list.state);
  const items = entries.filter((one) => !one.heading);
  const shown = entries.slice(0, most);
  const wanted = new Set(shown.map((one) => one.key));
  for (const [key, old] of drawn) {
    if (!wanted.has(key)) {
      old.element.remove();
      drawn.delete(key);
    }
  }
  let before = null;
  shown.forEach((entry) => {
    const data = JSON.stringify(entry);
    let old = drawn.get(entry.key);
    if (!old || (old.data !== data && !old.element.matches("[data-typed]"))) {
      const element = entry.heading ? view.heading(entry) : article(entry, items);
      const open = old ? [...old.element.querySelectorAll("details[open]")].map((one) => one.dataset.name) : [];
      for (const one of element.querySelectorAll("details")) one.open = open.includes(one.dataset.name);
      if (old) old.element.replaceWith(element);
      old = { data, element };
      drawn.set(entry.key, old);
    }
    const place = before ? before.nextSibling : feed.firstChild;
    if (place !== old.element) feed.insertBefore(old.element, place);
    before = old.element;
  });
  for (const [number, one] of items.entries()) {
    const own = drawn.get(one.key);
    if (!own) continue;
    own.element.setAttribute("aria-posinset", number + 1);
    own.element.setAttribute("aria-setsize", items.length);
  }
  // What stays is not taken out and put in again: it would lose the focus.
  if (items.length && feed.parentNode !== root) root.replaceChildren(feed);
  if (!items.length) root.replaceChildren(make("p", { class: "empty" }, view.empty(list.state)));
  if (items.length && entries.length > most) root.append(more);
  else more.remove();
  drawSelected();
  // An entry that has moved to another place has lost the focus on the way.
  if (active && active.isConnected && active !== document.activeElement) {
    active.focus({ preventScroll: true });
    if (range) active.setSelectionRange(...range);
  }
  if (here && !here.contains(document.activeElement) && !document.querySelector("dialog[open]")) {
    const next = [here.dataset.entry, ...later, ...earlier].find((key) => drawn.has(key));
    const element = next && drawn.get(next).element;
    const same = element && next === here.dataset.entry && control ? element.querySelector(`[data-key="${CSS.escape(control)}"]`) : null;
    if (element) focusOn(same || element);
    else root.focus();
  }
}

/* The entry that was used last keeps the focus through dialogs and changes, until something else of the page gets it. */
document.addEventListener("focusin", (event) => {
  if (event.target.closest("dialog, .desk-message, #steps, body > .bulk")) return;
  const own = event.target.closest("[data-entry]");
  lastFocused = own ? own.dataset.entry : "";
});

function article(entry, items) {
  const id = `entry-${items.indexOf(entry)}-${Math.random().toString(36).slice(2)}`;
  const heading = view.title(entry);
  heading.id = id;
  const box = view.selectable ? make("input", { type: "checkbox", class: "select", "aria-label": `Select: ${entry.title}`, checked: list.selected.has(entry.key), onclick: (event) => pick(entry.key, event.target.checked, event.shiftKey) }) : "";
  const element = make("article", { "data-entry": entry.key, tabIndex: -1, "aria-labelledby": id, class: view.selectable ? "selectable" : "" },
    make("div", { class: "head" }, box, heading), view.draw(entry));
  element.addEventListener("input", (event) => event.target.matches(".select, [type=radio]") || element.setAttribute("data-typed", ""));
  return element;
}

function drawAll() {
  const { counts, undo, redo, mark } = list.state;
  for (const link of document.querySelectorAll("nav [data-section]")) {
    const count = counts[link.dataset.section];
    link.querySelector("span").textContent = count === undefined ? "" : ` ${count}`;
  }
  document.querySelector("#steps").replaceChildren(...[
    undo ? button("Undo", () => press("undo", { mark }), { "aria-keyshortcuts": "u", title: undo, "aria-label": `Undo: ${undo}` }) : "",
    redo ? button("Redo", () => press("redo", { mark }), { "aria-keyshortcuts": "r", title: redo, "aria-label": `Redo: ${redo}` }) : "",
    button("?", showOwnKeys, { "aria-label": "Keys of the desk" }),
  ].filter(Boolean));
  view.tools(document.querySelector("#tools"));
  draw();
  const shown = entries.filter((one) => !one.heading).length;
  document.querySelector("#count").textContent = view.count(shown, list.state);
}

function grow() {
  most += STEP;
  draw();
}

new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && entries.length > most && grow(), { rootMargin: "1200px" }).observe(more);

/* Selecting ------------------------------------------------------------- */

let lastPicked = "";

function pick(key, yes, range) {
  const keys = entries.filter((one) => !one.heading).map((one) => one.key);
  const [from, to] = [keys.indexOf(range && lastPicked ? lastPicked : key), keys.indexOf(key)].sort((a, b) => a - b);
  for (const one of keys.slice(Math.max(0, from), to + 1)) list.selected[yes ? "add" : "delete"](one);
  lastPicked = key;
  emit("selected");
}

function drawSelected() {
  const known = new Set(entries.map((one) => one.key));
  for (const key of list.selected) if (!known.has(key)) list.selected.delete(key);
  for (const [key, { element }] of drawn) {
    const box = element.querySelector(":scope > .head > .select");
    if (box) box.checked = list.selected.has(key);
    element.classList.toggle("selected", list.selected.has(key));
  }
  if (view.bulk) view.bulk();
}

/* Moving ---------------------------------------------------------------- */

function focusOn(element) {
  element.focus({ preventScroll: true });
  const { top, bottom } = element.getBoundingClientRect();
  const [upper, lower] = [document.querySelector("body > header").offsetHeight, innerHeight - 64];
  if (top < upper || (bottom > lower && top > upper + 40)) element.scrollIntoView({ block: bottom - top > lower - upper ? "start" : "nearest" });
}

/** Give the focus back to the entry that was used last, where nothing else has it. */
function goBack() {
  const own = lastFocused && drawn.get(lastFocused);
  if (own && (!document.activeElement || document.activeElement === document.body)) own.element.focus({ preventScroll: true });
}

function current() {
  return document.activeElement && document.activeElement.closest("[data-entry]");
}

function move(step) {
  const every = [...feed.querySelectorAll("[data-entry]")];
  const at = every.indexOf(current());
  if (at + step >= every.length && entries.length > most) {
    grow();
    return move(step);
  }
  const seen = every.findIndex((one) => one.getBoundingClientRect().bottom > 80);
  const next = every[at < 0 ? Math.max(0, seen) : Math.max(0, Math.min(every.length - 1, at + step))];
  if (next) focusOn(next);
}

const KEYS = [["j, k or ↓, ↑", "next, previous entry"], ["Home, End", "first entry, last entry that is shown"], ["Enter", "open the brief of the entry"],
  ["/", "filter by text"], ["u, r", "undo, redo"]];

function showOwnKeys() {
  showKeys(allKeys([...view.keys, ...KEYS]), "Keys of an entry act on the one that has the focus; where none has it, they go to the first one that is seen. Escape clears the selection, too.");
}

/** Go to the first entry, or to the last that is shown. */
function first(last) {
  const every = [...feed.querySelectorAll("[data-entry]")];
  if (every.length) focusOn(last ? every.pop() : every[0]);
}

/** Whether some entry has a button for a key. */
function isOfEntries(key) {
  return Boolean(feed.querySelector(`[data-key="${CSS.escape(key)}"]`));
}

document.addEventListener("keydown", (event) => {
  if (document.querySelector("dialog[open]") || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target;
  if (event.key === "Escape") {
    if (isTyping(target)) (target.closest("[data-entry]") || root).focus();
    else if (list.selected.size) {
      list.selected.clear();
      emit("selected");
    }
    return;
  }
  if ((isTyping(target) && !target.matches("[type=checkbox]")) || kept("no-keys") === "yes") return;
  const entry = current();
  const inLink = target.matches("a, button, summary, [tabindex='0']") && target !== entry;
  const run = {
    j: () => move(1), k: () => move(-1), ArrowDown: () => move(1), ArrowUp: () => move(-1),
    Home: () => first(), End: () => first(true),
    Enter: entry && !inLink && (() => { const link = entry.querySelector(".head a"); if (link) link.click(); }),
    "/": () => { const field = document.querySelector("#tools input[type=search]"); if (field) field.focus(); },
    u: () => list.state.undo && press("undo", { mark: list.state.mark }), r: () => list.state.redo && press("redo", { mark: list.state.mark }), "?": showOwnKeys,
    x: entry && view.selectable && (() => pick(entry.dataset.entry, !list.selected.has(entry.dataset.entry), false)),
    X: entry && view.selectable && (() => pick(entry.dataset.entry, true, true)),
    A: view.selectable && (() => { entries.forEach((one) => one.heading || list.selected.add(one.key)); emit("selected"); }),
  }[event.key];
  const to = pageKey(event.key);
  const own = entry && [...entry.querySelectorAll(`[data-key="${CSS.escape(event.key)}"]`)].find((one) => !one.disabled && one.checkVisibility());
  if (to || run || own || (!entry && isOfEntries(event.key))) {
    event.preventDefault();
    if (to || run) (to || run)();
    // A key that is for an entry shows first which one it would be.
    else if (!own) move(1);
    else if (own.matches("input, select")) own.focus();
    else {
      if (!entry.contains(document.activeElement)) entry.focus();
      own.click();
    }
  }
});

/* Telling and following ------------------------------------------------- */

const toasts = messages(notice, goBack);
// The button of a message undoes what the message tells of, and nothing that was done since.
on("message", ({ text, undo }) => {
  const mark = list.state && list.state.mark;
  toasts.show(text, undo && list.state.undo ? () => press("undo", { mark }) : null);
});
on("state", drawAll);
for (const event of ["state", "same"]) on(event, () => list.state.looking && setTimeout(() => refresh(true).catch(() => {}), LOOK));
on("filters", () => { most = STEP; drawAll(); });
on("selected", drawSelected);
on("again", () => refresh().catch(() => {}));

/** What the preview does when a file has changed: the list is drawn anew where it stands. */
class Follow {
  reload() {
    refresh(true).catch(() => document.querySelector("[data-typed], dialog[open]") || location.reload());
    return true;
  }
}
Follow.identifier = "desk";
Follow.version = "1";
if (window.LiveReload) window.LiveReload.addPlugin(Follow);
else window.LiveReloadPluginDesk = Follow;

refresh().then(() => {
  document.documentElement.dataset.desk = "ready";
  const leftMessage = leftToSay();
  if (leftMessage) showMessage(leftMessage, true);
  const wanted = location.hash.slice(1) && drawn.get(decodeURIComponent(location.hash.slice(1)));
  if (wanted) focusOn(wanted.element);
}).catch((error) => {
  if (!(error instanceof Unanswered)) throw error;
  root.replaceChildren(make("p", { class: "empty" }, error.message));
});
