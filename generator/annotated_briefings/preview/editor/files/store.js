/* The brief as the preview has it, and what was typed and is not saved yet. */

import { ask, button, confirmed, isWriting, make, openDialog, path, problemText, Unanswered } from "./dom.js";
import { on, showMessage, emit } from "./events.js";
import { keep, leftKept, takeKept } from "./kept.js";

const PLACE = `brief:${path}`;

export const store = {
  /** What the preview told of the brief; null before the first answer. */
  state: null,
  /** What was typed: `base` is the text of the file it was typed over. */
  unsaved: { base: "", fields: {}, body: null, file: null },
  /** When what is kept was typed, where it is from an earlier visit. */
  restored: "",
  /** When closed windows left more that was typed at this brief, the newest first. */
  left: [],
};

/** How a save asks that would make the brief public; set where the gate is drawn. */
export const gates = { askRelease: async () => null };

/* Events: `state` (the preview has told something new), `typed`, `page` (the page was drawn anew), `said`. */
export { on, showMessage, emit };

export function isUnsaved() {
  const { fields, body, file } = store.unsaved;
  return Object.keys(fields).length > 0 || body !== null || file !== null;
}

export function field(name) {
  return store.state.form.find((one) => one.name === name);
}

/** The value of a field with what was typed. */
export function valueOf(name) {
  return name in store.unsaved.fields ? store.unsaved.fields[name] : field(name).value;
}

export function bodyText() {
  return store.unsaved.body === null ? store.state.body : store.unsaved.body;
}

function startAfresh() {
  store.unsaved = { base: store.state.text, fields: {}, body: null, file: null };
  store.restored = "";
}

/** Take in what the preview told. */
export function setState(state) {
  store.state = state;
  if (!isUnsaved()) startAfresh();
  emit("state");
}

/** Load the brief, and what an earlier visit left unsaved. */
export async function load() {
  store.state = await ask("state", {});
  startAfresh();
  await bringBack();
}

/** Take up what was typed at this brief in a window that is closed now. */
export async function bringBack() {
  const kept = await takeKept(PLACE);
  if (kept && typeof kept.base === "string" && kept.fields) {
    store.unsaved = { base: kept.base, fields: kept.fields, body: kept.body ?? null, file: kept.file ?? null };
    store.restored = isUnsaved() ? kept.at : "";
  }
  await lookForLeft();
  emit("state");
}

async function lookForLeft() {
  store.left = (await leftKept(PLACE)).filter((one) => one.what === PLACE).map((one) => one.value.at);
}

/** Take in that the file has changed; of figures that somebody else has changed in it both values are told. */
export async function refresh() {
  const since = store.state.text;
  const { figures, ...state } = await ask("state", { since });
  const others = figures.length && store.state.text === since && !isWriting();
  setState(state);
  if (others) emit("others", figures);
}

let waiting = 0;

/** Note what was typed: kept at once, shown on the page soon. */
export function typed(change) {
  if (change.fields) Object.assign(store.unsaved.fields, change.fields);
  if ("body" in change) store.unsaved.body = change.body === store.state.body ? null : change.body;
  if ("file" in change) store.unsaved.file = change.file === store.state.text ? null : change.file;
  for (const [name, value] of Object.entries(store.unsaved.fields)) {
    if (JSON.stringify(value) === JSON.stringify(field(name).value)) delete store.unsaved.fields[name];
  }
  keep(PLACE, isUnsaved() ? store.unsaved : null);
  emit("typed");
  clearTimeout(waiting);
  waiting = setTimeout(showTyped, 300);
}

/** Show the page as what was typed would make it. */
export async function showTyped() {
  const asked = JSON.stringify(store.unsaved);
  try {
    const { page, problems } = await ask("preview", store.unsaved);
    if (asked === JSON.stringify(store.unsaved)) {
      if (page) emit("page", page);
      emit("problems", problems);
    }
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    showMessage(error.message);
  }
}

export async function discard() {
  const dropped = store.unsaved;
  keep(PLACE, null);
  startAfresh();
  await lookForLeft();
  emit("state");
  emit("page", null);
  emit("message", { text: "Discarded.", more: ["Bring it back", () => {
    if (isUnsaved()) return;
    store.unsaved = dropped;
    emit("state");
    typed({});
  }] });
}

let saving = null;

/** Save what was typed and some more fields; false where it was not saved. Asked again meanwhile, it is the same save. */
export function save(more) {
  if (saving && !more) return saving;
  const own = saveNow(more).finally(() => { if (saving === own) saving = null; });
  saving = own;
  return own;
}

/** What was typed since a save was asked for; null where nothing was. The answer takes a while, and nobody waits for it. */
function typedSince(sent) {
  const { fields, file } = store.unsaved;
  const since = { fields: {}, body: null, file: null };
  for (const name of new Set([...Object.keys(fields), ...Object.keys(sent.fields)])) {
    if (JSON.stringify(valueOf(name)) !== JSON.stringify(sent.fields[name])) since.fields[name] = valueOf(name);
  }
  if (bodyText() !== (sent.body ?? store.state.body)) since.body = bodyText();
  if (file !== null && file !== sent.file) since.file = file;
  return Object.keys(since.fields).length || since.body !== null || since.file !== null ? since : null;
}

async function saveNow(more) {
  const sent = { ...store.unsaved, fields: { ...store.unsaved.fields } };
  const data = { ...store.unsaved, ...more, fields: { ...store.unsaved.fields, ...(more && more.fields) } };
  if (!Object.keys(data.fields).length && data.body === null && data.file === null) {
    showMessage("Nothing has changed.");
    return true;
  }
  for (;;) {
    let answer;
    try {
      answer = await ask("save", data);
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      Object.assign(store.unsaved.fields, more && more.fields);
      keep(PLACE, store.unsaved);
      emit("typed");
      showMessage(error.message);
      return false;
    }
    if (answer.gate) {
      data.release = await gates.askRelease(answer.gate);
      if (!data.release) return false;
    } else if (answer.parts) {
      data.prefer = await chooseVersion(answer.parts);
      if (!data.prefer) return false;
    } else if (answer.errors) {
      emit("problems", answer.errors);
      const text = answer.errors.map(problemText).join("\n");
      data.force = await confirmed("The brief could not be read then", text, "Save all the same", "Correct it first");
      if (!data.force) return false;
    } else {
      const since = typedSince(sent);
      // Over the text that this save has written; where it was put together with other changes, over what it was typed over.
      store.unsaved = since ? { base: answer.merged ? sent.base : answer.state.text, ...since } : { base: "", fields: {}, body: null, file: null };
      keep(PLACE, since && store.unsaved);
      await lookForLeft();
      const moved = answer.state.url && store.state.url && answer.state.url !== store.state.url;
      setState(answer.state);
      const refused = answer.problems.map(problemText).join(" ");
      const released = answer.released && `Saved. ${answer.released[0].toUpperCase()}${answer.released.slice(1)}.`;
      const kept = answer.kept && `Saved. The old address ${answer.kept} leads to the new one, by redirect_from.`;
      showMessage(refused || released || kept || (answer.merged ? "Saved, together with what was changed in the file meanwhile." : "Saved."), true);
      if (answer.figures.length) emit("figures", answer.figures);
      if (moved && !answer.figures.length) location.assign(answer.state.url);
      else if (since) typed({});
      else emit("page", null);
      return true;
    }
  }
}

/** Show both versions of lines that were changed here and in the file; `mine`, `file`, or empty for neither. */
function chooseVersion(parts) {
  return new Promise((resolve) => {
    const side = (title, text) => make("div", null, make("h3", null, title), make("pre", { tabIndex: 0 }, text || "(nothing)"));
    const dialog = openDialog("The file was changed meanwhile", (box) => [
      make("p", null, "The same lines were changed here and in the file. All other changes are put together."),
      parts.map((part) => make("div", { class: "desk-sides" }, side("Typed here", part.mine), side("In the file", part.file))),
      make("div", { class: "desk-row" },
        button("Take what is typed here", () => box.close("mine"), { class: "desk-main" }),
        button("Take what is in the file", () => box.close("file")),
        button("Not yet", () => box.close(""))),
    ]);
    dialog.addEventListener("close", () => resolve(dialog.returnValue));
  });
}
