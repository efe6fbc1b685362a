/* The buttons that change a brief at once, and the gate before it is published. */

import { ask, confirmed, make, openDialog, Unanswered } from "./dom.js";
import { gateContent } from "./gate-view.js";
import { sayNext } from "./events.js";
import { openPanel } from "./panel.js";
import { gates, isUnsaved, save, showMessage, setState, store, emit } from "./store.js";

/** Do what a button says; what was typed is saved before. False where it was not done. */
export async function act(what, data) {
  if (isUnsaved() && !/^(undo|redo)$/.test(what) && !(await save())) return false;
  try {
    const answer = await ask("act", { do: what, ...data });
    if (answer.state) setState(answer.state);
    if (answer.problems.length) {
      showMessage(answer.problems.map((one) => `${one.message}; ${one.help}`).join(" "));
      return false;
    }
    const done = `${answer.done[0].toUpperCase()}${answer.done.slice(1)}.`;
    if (answer.state) {
      showMessage(done, !/^(undo|redo)$/.test(what));
      emit("page", null);
    } else {
      sayNext(done);
      location.assign("/_desk/");
    }
    return true;
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    showMessage(error.message);
    return false;
  }
}

export async function reject() {
  const text = store.state.imported
    ? "The draft goes, and its article never comes back by itself. Undo brings it back."
    : "The draft is deleted. Undo brings it back.";
  if (await confirmed("Reject this draft?", text, "Reject")) await act("reject", {});
}

/** The gate: what is to be known before the brief is published. */
export async function openGate() {
  if (isUnsaved() && !(await save())) return;
  const box = openDialog(`Publish “${store.state.form[0].value}”`, () => make("div", { class: "desk-gate" }));
  const draw = async () => fill(box, await ask("gate", {}), {
    settle: async (what, data) => { await act(what, data); await draw(); },
    look: async (when) => (await ask("gate", { when })).when,
    publish: async ({ when, ...data }) => {
      if (await act(when ? "schedule" : "publish", { ...data, when })) box.close();
      else await draw();
    },
  });
  await draw();
}

/** The same for a save that would make the brief public: what becomes of it, or null where nothing is saved. */
export function askRelease(gate) {
  return new Promise((resolve) => {
    let chosen = null;
    const take = (choice) => { chosen = choice; box.close(); };
    const box = openDialog("This save makes the brief public", () => make("div", { class: "desk-gate" }));
    box.addEventListener("close", () => resolve(chosen));
    fill(box, gate, { publish: ({ guesses }) => take(guesses), stay: () => take("draft") });
  });
}

function fill(box, gate, choices) {
  const goTo = (one) => openPanel(one.at === "body" ? "text" : "fields", one.at, one.line);
  box.querySelector(".desk-gate").replaceChildren(...gateContent(gate, { zone: store.state.zone, box, goTo, ...choices }).filter(Boolean));
  // Not on a button: what is to be known is read first, from the top.
  const heading = box.querySelector("h2");
  heading.tabIndex = -1;
  heading.focus();
}

gates.askRelease = askRelease;
