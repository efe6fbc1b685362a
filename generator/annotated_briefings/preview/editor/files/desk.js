/* The desk on the page of a brief: reads what the preview knows of it, and sets the buttons. */

import { decorate } from "./beside.js";
import "./corrected.js";
import { button, isTyping, make, Unanswered } from "./dom.js";
import { act, openGate, reject } from "./gate.js";
import { choice } from "./kept.js";
import { showKeys } from "./keys.js";
import { keepingSelection } from "./marks.js";
import { closePanel, isOpen, openPanel } from "./panel.js";
import { cleanPasted } from "./paste.js";
import { isUnsaved, load, on, refresh, save, showMessage, showTyped, store, emit } from "./store.js";
import { messages } from "./toast.js";

const bar = document.querySelector("#briefings-bar") || document.body.appendChild(make("div", { id: "briefings-bar" }));
const row = make("div", { class: "desk desk-row", lang: "en", role: "group", "aria-label": "This brief" });
const notice = make("div", { class: "desk desk-message", lang: "en", role: "status" });
bar.prepend(row);
document.body.append(notice);
cleanPasted(document);

function drawBar() {
  const { draft, held, later, undo, redo, mark, form, person } = store.state;
  row.replaceChildren(...[
    button("Edit", () => (isOpen() ? closePanel() : openPanel()), { id: "desk-edit", "aria-keyshortcuts": "e", "aria-expanded": String(isOpen()) }),
    form.length ? (draft ? button("Publish…", openGate, { "aria-keyshortcuts": "p" }) : button("Hold back", () => act("hold", {}))) : "",
    draft && later ? make("span", { class: "desk-public" }, later) : "",
    draft ? button("Reject…", reject) : make("span", { class: "desk-public" }, held ? `not public: ${held}` : "public"),
    make("a", { href: `/_desk/readers/?path=${encodeURIComponent(store.state.path)}`, target: "_blank", rel: "noopener" }, "As readers see it"),
    undo ? button("Undo", () => act("undo", { mark }), { "aria-keyshortcuts": "u", title: undo }) : "",
    redo ? button("Redo", () => act("redo", { mark }), { "aria-keyshortcuts": "r", title: redo }) : "",
    person ? make("span", { class: "desk-person", title: "Who signs notes, new briefs and reviews here" }, person) : "",
    button("?", () => showKeys(KEYS), { "aria-label": "Keys of the desk" }),
  ].filter(Boolean));
}

const toasts = messages(notice, () => {});
// The button of a message undoes what the message tells of, and nothing that was done since.
on("message", ({ text, undo, more }) => {
  const mark = store.state && store.state.mark;
  toasts.show(text, undo && store.state.undo ? () => act("undo", { mark }) : null, more);
});
// What is typed now is not what was saved.
on("typed", () => isUnsaved() && notice.textContent.startsWith("Saved") && toasts.clear());

/** Show a page: one that was drawn with what was typed, or the one that the preview has now. */
async function show(text) {
  const own = text === null;
  if (own) {
    const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
    text = answer.ok ? await answer.text() : "";
  }
  const page = new DOMParser().parseFromString(text, "text/html");
  const fresh = page.querySelector("main");
  const here = document.querySelector("main");
  if (!fresh || !here) return;
  keepingSelection(() => here.replaceChildren(...fresh.childNodes));
  if (own) {
    document.title = page.title;
    const errors = page.querySelector("#briefings-errors");
    const old = document.querySelector("#briefings-errors");
    if (old) old.remove();
    if (errors) document.body.prepend(errors);
    const warnings = page.querySelector("#briefings-warnings");
    const shown = document.querySelector("#briefings-warnings");
    if (shown) shown.remove();
    if (warnings) row.after(warnings);
  }
  decorate();
}

on("page", (text) => show(text));
on("state", () => {
  drawBar();
  decorate();
  // A brief that can be read again has a page of its own.
  if (document.body.classList.contains("desk-bare") && store.state.url && !isUnsaved()) location.replace(store.state.url);
});
on("opened", drawBar);

/** What the preview does when a file has changed: this page is drawn anew, and what is being typed stays. */
class Follow {
  reload() {
    refresh().then(() => (isUnsaved() ? showTyped() : show(null))).catch((error) => {
      // A brief that is gone has no page that could show what was typed: this one does.
      if (error instanceof Unanswered && error.problems.length && isUnsaved()) showMessage(`This brief is gone: ${error.message}. What you typed stays here.`);
      else location.reload();
    });
    return true;
  }
}
Follow.identifier = "desk";
Follow.version = "1";
if (window.LiveReload) window.LiveReload.addPlugin(Follow);
else window.LiveReloadPluginDesk = Follow;

const KEYS = [["e", "open or close the editor"], ["p", "publish"], ["u, r", "undo, redo what was done at the desk"], ["d", "the drafts, at the desk"], ["Ctrl+S", "save"], ["Ctrl+Enter", "press the main button of a window"],
  ["n, k, f, m, l", "make a note, key point, figure, name or link of the selected words"], ["Alt+N, K, F, M, L", "the same of words selected in the text that is edited"],
  ["Alt+↓, Alt+↑", "next, previous field of the form"], ["Escape", "close what is open"]];

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "s") {
    event.preventDefault();
    if (isOpen() && !document.querySelector("dialog[open]")) save();
    return;
  }
  if (document.querySelector("dialog[open]")) return;
  if (event.key === "Escape" && isOpen()) {
    closePanel();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || choice("no-keys") === "yes") return;
  const run = {
    e: () => (isOpen() ? closePanel() : openPanel()),
    p: () => store.state.draft && openGate(),
    u: () => store.state.undo && act("undo", { mark: store.state.mark }),
    r: () => store.state.redo && act("redo", { mark: store.state.mark }),
    "?": () => showKeys(KEYS),
    d: () => location.assign("/_desk/drafts/"),
  }[event.key];
  if (run) {
    event.preventDefault();
    run();
  }
});

load().then(() => {
  if (!store.state.form.length || document.body.classList.contains("desk-bare")) openPanel("text");
  if (location.hash === "#desk-publish" && store.state.draft) openGate();
  if (location.hash === "#desk-edit") openPanel();
  document.documentElement.dataset.desk = "ready";
}).catch((error) => {
  if (!(error instanceof Unanswered)) throw error;
  emit("message", { text: error.message });
  showMessage(error.message);
});
