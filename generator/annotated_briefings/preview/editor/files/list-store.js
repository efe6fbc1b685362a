/* A list of the desk as the preview has it, and what its buttons ask. */

import { ask, button, freshId, make, openDialog, problemText, Unanswered } from "./dom.js";
import { on, showMessage, emit } from "./events.js";
import { askOfFigures } from "./figures.js";

const meta = document.querySelector('meta[name="desk"]');

export const section = meta.dataset.section;

export const list = {
  /** What the preview told last; null before the first answer. */
  state: null,
  /** What is chosen in the filters, by name. */
  filters: Object.fromEntries(new URLSearchParams(location.search)),
  /** Keys of the selected entries. */
  selected: new Set(),
};

/* Events: `state` (the preview has told something new), `filters`, `selected`, `said`. */
export { on, showMessage, emit };

function question(more) {
  return { section, state: list.filters.state || "", ...more };
}

export async function askList(name, data) {
  return ask(`lists/${name}`, question(data));
}

function take(state) {
  if (!state.same) list.state = state;
  emit(state.same ? "same" : "state");
}

/** Ask for the list; `quietly` for what has not been asked for by a person. */
export async function refresh(quietly) {
  try {
    take(await askList("list", { revision: list.state ? list.state.revision : "" }));
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    if (!quietly) showMessage(error.message);
    throw error;
  }
}

/** Do what a button says; false where it was not done. */
export async function press(what, data) {
  document.documentElement.dataset.desk = "busy";
  try {
    const answer = await askList("press", { do: what, ...data });
    take(answer.list);
    if (answer.problems.length) {
      showMessage(answer.problems.map(problemText).join(" "));
      return false;
    }
    if (answer.figures.length) askOfFigures(answer.figures, (wrong, why) => correct(data.path, wrong, why));
    if (answer.message) showMessage(`${answer.message[0].toUpperCase()}${answer.message.slice(1)}.`, !/^(undo|redo)$/.test(what));
    return true;
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    showMessage(error.message);
    return false;
  } finally {
    document.documentElement.dataset.desk = "ready";
  }
}

/** Tell the readers of a brief of figures that have changed; whether that was done. */
async function correct(path, wrong, why) {
  try {
    const answer = await ask("act", { path, do: "correct", wrong, why });
    showMessage(answer.problems.length ? answer.problems.map(problemText).join(" ") : `${answer.done[0].toUpperCase()}${answer.done.slice(1)}.`, !answer.problems.length);
    await refresh(true);
    return !answer.problems.length;
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    showMessage(error.message);
    return false;
  }
}

export function setFilter(name, value) {
  if (value) list.filters[name] = value;
  else delete list.filters[name];
  const query = new URLSearchParams(list.filters).toString();
  history.replaceState(null, "", query ? `?${query}` : location.pathname);
  emit("filters");
}

/** A button of an entry with the key that presses it while the entry has the focus. */
export function keyed(text, key, run, properties) {
  const about = properties && properties.about;
  const own = { "data-key": key, "aria-keyshortcuts": key || undefined, "aria-label": about ? `${text}: ${about}` : undefined, ...properties };
  delete own.about;
  const element = button(text, run, own);
  if (key) element.append(make("kbd", { "aria-hidden": "true" }, key));
  return element;
}

/** Text in whatever script, with its language where that is known. */
export function words(text, tag, properties) {
  return make(tag || "span", { dir: "auto", ...properties }, text);
}

export function briefLink(item) {
  return item.url ? make("a", { href: item.url, lang: item.lang || undefined, dir: "auto" }, item.title) : words(item.title);
}

/** The file of an entry, which opens in the editor's program where there is one. */
export function fileLink(item, line) {
  const text = line ? `${item.path}:${line}` : item.path;
  return make("span", { class: "file" }, item.editor ? make("a", { href: item.editor }, text) : text);
}

/** A select with a label. */
export function choice(label, options, value, run) {
  const id = freshId();
  const select = make("select", { id, onchange: (event) => run(event.target.value) },
    options.map(([own, text]) => make("option", { value: own, selected: own === value }, text)));
  return make("div", { class: "choice" }, make("label", { htmlFor: id }, label), select);
}

/** Words selected in a text by mouse or keys: resolves to the words and how often they come before, or to null. */
export function selectWords(title, text, quote) {
  return new Promise((resolve) => {
    let picked = null;
    const id = freshId();
    const area = make("textarea", { id, class: "select-in", "aria-readonly": "true", rows: 14, dir: "auto", value: text });
    // A field that is only to be read has no caret to select with by keys.
    area.addEventListener("beforeinput", (event) => event.preventDefault());
    const shown = make("p", { class: "desk-help", role: "status" }, "Nothing is selected.");
    const take = button("Take the selected words", () => {
      picked = selection();
      box.close();
    }, { class: "desk-main", disabled: true });
    const selection = () => {
      const [start, end] = [area.selectionStart, area.selectionEnd];
      const own = area.value.slice(start, end).trim();
      if (!own) return null;
      const at = area.value.indexOf(own, start);
      return { quote: own, place: area.value.slice(0, at).split(own).length };
    };
    const update = () => {
      const now = selection();
      take.disabled = !now;
      shown.textContent = now ? `Selected: ${now.quote}` : "Nothing is selected.";
    };
    for (const event of ["select", "keyup", "mouseup", "input"]) area.addEventListener(event, update);
    document.addEventListener("selectionchange", update);
    const box = openDialog(title, () => [
      quote ? make("blockquote", { dir: "auto" }, quote) : "",
      make("label", { htmlFor: id }, "Select the words, with the mouse or with Shift and the arrow keys"),
      area,
      shown,
      make("div", { class: "desk-row" }, take, button("Cancel", () => box.close())),
    ]);
    area.focus();
    area.setSelectionRange(0, 0);
    area.scrollTop = 0;
    box.addEventListener("close", () => {
      document.removeEventListener("selectionchange", update);
      resolve(picked);
    });
  });
}
