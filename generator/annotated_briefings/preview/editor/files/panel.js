/* The panel beside the page: the text, every field, and what is to be settled. */

import { button, freshId, make, rich } from "./dom.js";
import { goToField, inOrderOfUse, labelled, showProblems } from "./form.js";
import { act } from "./gate.js";
import { guessItem } from "./gate-view.js";
import { kindOfKey, markTyped } from "./marks.js";
import { readPasted } from "./paste.js";
import { choosePicture } from "./pictures.js";
import { bodyText, bringBack, discard, isUnsaved, on, save, showMessage, store, emit, typed, valueOf } from "./store.js";

const TABS = [["text", "Text"], ["fields", "Fields"], ["settle", "To settle"]];
const views = {};
let panel = null;
let tab = "text";
let status;
let saveButton;
let discardButton;
let backButton;
let problems = [];

export function isOpen() {
  return Boolean(panel) && !panel.hidden;
}

/** Open the panel at a tab, and perhaps at a field. */
export function openPanel(at, way, line) {
  if (!panel) build();
  panel.hidden = false;
  fit();
  document.body.classList.add("desk-open");
  choose(at || (store.state.form.length ? tab : "file"));
  if (way === "body") goToLine(line);
  else if (way) goToField(views.fields, way);
  else panel.querySelector('[role="tab"][aria-selected="true"]').focus();
  emit("opened");
}

/** Go to a line of the file in the text. */
function goToLine(line) {
  const area = views.text.querySelector("textarea");
  const { text, body } = store.state;
  const above = text.slice(0, text.length - body.length).split("\n").length;
  const lines = area.value.split("\n");
  const place = Math.min(Math.max(0, (line || above) - above), lines.length - 1);
  const start = lines.slice(0, place).join("\n").length + (place ? 1 : 0);
  area.focus();
  area.setSelectionRange(start, start + (line ? lines[place].length : 0));
}

export function closePanel() {
  panel.hidden = true;
  document.body.classList.remove("desk-open");
  document.querySelector("#desk-edit").focus();
  emit("opened");
}

function build() {
  status = make("p", { class: "desk-status", id: "desk-status" });
  saveButton = button("Save", () => save(), { class: "desk-main", "aria-keyshortcuts": "Control+S" });
  discardButton = button("Discard", () => discard());
  backButton = button("", () => bringBack());
  const title = freshId();
  panel = make("aside", { class: "desk", lang: "en", id: "desk-panel", "aria-labelledby": title },
    make("header", null,
      make("h2", { id: title, class: "desk-hidden" }, "Edit this brief"),
      make("div", { role: "tablist", "aria-label": "Parts of the brief" }, TABS.map(([name, label]) => make("button", {
        type: "button", role: "tab", id: `desk-tab-${name}`, "aria-controls": `desk-view-${name}`,
        onclick: () => choose(name), onkeydown: (event) => turn(event, name),
      }, label))),
      button("Close", closePanel, { "aria-keyshortcuts": "Escape" })),
    TABS.map(([name]) => {
      views[name] = make("div", { role: "tabpanel", id: `desk-view-${name}`, "aria-labelledby": `desk-tab-${name}`, tabIndex: -1 });
      return views[name];
    }),
    make("footer", null, status, backButton, saveButton, discardButton));
  views.fields.addEventListener("keydown", byField);
  document.body.append(panel);
  new ResizeObserver(fit).observe(document.querySelector("#briefings-bar"));
  draw();
}

/** Leave room for the bar, however many lines it has. */
function fit() {
  panel.style.paddingBottom = `${document.querySelector("#briefings-bar").offsetHeight}px`;
}

function turn(event, name) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const names = TABS.map(([one]) => one);
  choose(names[(names.indexOf(name) + step + names.length) % names.length]);
  panel.querySelector('[aria-selected="true"]').focus();
}

/** Go to the next or previous field of the brief, over all that is inside of fields. */
function byField(event) {
  const step = event.altKey ? { ArrowDown: 1, ArrowUp: -1 }[event.key] : 0;
  if (!step) return;
  event.preventDefault();
  const every = [...views.fields.querySelectorAll(":scope > [data-field]")];
  const at = every.findIndex((one) => one.contains(document.activeElement));
  for (let to = at + step; every[to]; to += step) {
    const control = every[to].querySelector("input, textarea, select, summary, button");
    if (control) {
      control.focus();
      every[to].scrollIntoView({ block: "nearest" });
      return;
    }
  }
}

function choose(name) {
  tab = views[name] ? name : "text";
  for (const [one] of TABS) {
    const here = one === tab;
    views[one].hidden = !here;
    const head = panel.querySelector(`#desk-tab-${one}`);
    head.setAttribute("aria-selected", String(here));
    head.tabIndex = here ? 0 : -1;
  }
}

/** Draw everything anew from what the preview told; the place of the cursor and what is open stay. */
function draw() {
  if (!panel) return;
  const place = placeOfCursor();
  drawText();
  views.fields.replaceChildren(...inOrderOfUse(store.state.form).map((field) => labelled(field, valueOf(field.name), (value) => {
    typed({ fields: { [field.name]: value } });
  })));
  for (const guess of store.state.guesses) guessAtField(guess);
  const lead = views.fields.querySelector('[data-field="image"] > legend');
  if (lead) lead.after(button("Choose a picture…", choosePicture));
  showWrong(store.state.problems);
  drawStatus();
  backTo(place);
}

function placeOfCursor() {
  const { activeElement: here } = document;
  const box = panel.contains(here) && here.closest("[data-field]");
  const open = Array.from(panel.querySelectorAll("[data-entry]")).filter((one) => one.open).map((one) => one.dataset.entry);
  return { way: box ? box.dataset.field : "", at: here.selectionStart ?? null, open, top: views.fields.scrollTop };
}

function backTo({ way, at, open, top }) {
  for (const entry of views.fields.querySelectorAll("[data-entry]")) entry.open = open.includes(entry.dataset.entry);
  views.fields.scrollTop = top;
  const box = way && views.fields.querySelector(`[data-field="${CSS.escape(way)}"]`);
  const input = box && box.querySelector("input, textarea, select");
  if (!input) return;
  input.focus({ preventScroll: true });
  if (at !== null && /^(text|textarea)$/.test(input.type)) input.setSelectionRange(at, at);
}

function drawText() {
  const readable = store.state.form.length > 0;
  const text = readable ? bodyText() : store.unsaved.file ?? store.state.text;
  const known = views.text.querySelector("textarea");
  if (known && known.dataset.readable === String(readable)) {
    if (known.value !== text) known.value = text;
    return;
  }
  const id = freshId();
  const area = make("textarea", { id, class: "desk-body", spellcheck: true, value: text });
  area.dataset.readable = String(readable);
  area.addEventListener("input", () => typed(readable ? { body: area.value } : { file: area.value }));
  if (readable) {
    readPasted(area);
    area.addEventListener("keydown", (event) => {
      const kind = kindOfKey(event);
      if (!kind) return;
      event.preventDefault();
      markTyped(kind, area);
    });
  }
  const mark = (kind, label, key) => button(label, () => markTyped(kind, area), { "aria-label": `${label} on the selected words`, "aria-keyshortcuts": `Alt+${key}`, title: `${label} (Alt+${key})` });
  views.text.replaceChildren(
    make("label", { htmlFor: id }, readable ? "Text (Markdown)" : "The whole file, since its front matter cannot be read"),
    readable ? make("div", { class: "desk-row", role: "group", "aria-label": "Make of the selected words" },
      mark("note", "Note", "N"), mark("point", "Key point", "K"), mark("figure", "Figure", "F"), mark("name", "Name", "M"), mark("link", "Link", "L")) : "",
    readable ? make("div", { class: "desk-row" }, button("Picture…", choosePicture, { "aria-label": "Picture… into the text or as the lead picture" }), make("span", { class: "desk-help" }, "or drop or paste one")) : "",
    area);
}

/** A guess of import, shown at its field. */
function guessAtField(guess) {
  const box = views.fields.querySelector(`[data-field="${guess.field === "outlet" ? "sources" : guess.field}"]`);
  if (box) box.querySelector("label, legend").after(guessRow(guess));
}

function guessRow(guess) {
  const text = guess.suggested ? "Import suggests this." : "Import concluded this itself.";
  const change = () => openPanel("fields", guess.field === "outlet" ? "sources.0.outlet" : guess.field);
  return make("div", { class: "desk-guess" }, make("p", null, text), make("ul", null, guessItem(guess, { settle: act, change })));
}

function showWrong(found) {
  problems = found;
  if (!panel) return;
  showProblems(views.fields, found, declaring);
  const { guesses, notes } = store.state;
  const lost = notes.filter((note) => note.lost || note.draft);
  const shown = problems.filter((one) => !/^derived-/.test(one.code));
  const count = guesses.length + lost.length + shown.length;
  panel.querySelector("#desk-tab-settle").textContent = count ? `To settle (${count})` : "To settle";
  views.settle.replaceChildren(
    guesses.length > 1 ? button("Confirm all that import concluded", () => act("confirm", { fields: "all" })) : "",
    ...guesses.map((guess) => make("section", { class: "desk-item" }, make("h3", null, guess.name), guessRow(guess))),
    ...lost.map(noteItem),
    ...shown.map(problemItem),
    count ? "" : make("p", null, "Nothing is left to settle."));
}

function noteItem(note) {
  const entry = valueOf("annotations")[note.entry] || {};
  return make("section", { class: "desk-item" }, make("h3", null, note.lost ? "A note has lost its words" : "A note is a draft"),
    make("p", { class: "desk-value" }, entry.quote || entry.note || ""), note.lost ? make("p", null, note.why) : "", noteButtons(note));
}

/** What settles a note whose words have changed, or that is a draft. */
export function noteButtons(note) {
  const of = { note: note.id };
  return make("div", { class: "desk-row" },
    ...note.places.map((words, place) => button(`Here: ${words}`, () => act("take-words", { ...of, place: place + 1 }))),
    note.proposed && !note.places.length ? button(`Take these words: ${note.proposed}`, () => act("take-words", of)) : "",
    note.draft ? button("Publish this note", () => {
      const all = valueOf("annotations").map((one, place) => (place === note.entry ? { ...one, status: "public" } : one));
      save({ fields: { annotations: all } });
    }) : "",
    button("Edit note", () => openPanel("fields", `annotations.${note.entry}.note`)));
}

/** Buttons that declare a name or a tag which no list has. */
function declaring(problem) {
  const [, name] = /`([^`]+)`/.exec(problem.message) || [];
  if (!name) return "";
  if (problem.code === "unknown-tag") return button(`Declare ${name}`, () => act("declare-tag", { name }));
  if (problem.code !== "unknown-entity") return "";
  const type = make("select", { "aria-label": `Type of ${name}` }, store.state.types.map((one) => make("option", null, one)));
  return [type, button(`Declare ${name}`, () => act("declare-entity", { name, type: type.value }))];
}

function problemItem(problem) {
  return make("section", { class: `desk-item desk-${problem.severity}` },
    make("h3", null, problem.severity), make("p", null, rich(problem.message)), make("p", { class: "desk-help" }, rich(problem.help)),
    make("div", { class: "desk-row" },
      declaring(problem),
      problem.at ? button("Go there", () => openPanel(problem.at === "body" ? "text" : "fields", problem.at, problem.line), { "aria-label": `Go there: ${problem.message}` }) : ""));
}

function drawStatus() {
  if (!panel) return;
  const unsaved = isUnsaved();
  const old = unsaved && store.unsaved.base !== store.state.text;
  status.textContent = !unsaved ? `Saved in ${store.state.path}`
    : old ? "Not saved. The file has changed since: saving puts both together."
      : "Not saved yet; kept in this browser.";
  saveButton.disabled = !unsaved;
  discardButton.disabled = !unsaved;
  backButton.hidden = unsaved || !store.left.length;
  if (store.left.length) backButton.textContent = `Bring back what was typed in another window at ${timeOf(store.left[0])}`;
}

function timeOf(at) {
  return new Date(at).toLocaleTimeString();
}

on("state", () => {
  draw();
  if (store.restored) {
    if (!isOpen()) openPanel();
    showMessage(`What you typed at ${timeOf(store.restored)} is back; it is not saved yet.`);
    store.restored = "";
    typed({});
  }
});
on("typed", drawStatus);
on("problems", showWrong);
