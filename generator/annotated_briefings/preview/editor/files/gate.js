/* The buttons that change a brief at once, and the gate before it is published. */

import { ask, button, confirmed, make, openDialog, rich, Unanswered } from "./dom.js";
import { openPanel } from "./panel.js";
import { isUnsaved, save, say, setState, store, tell } from "./store.js";

/** Do what a button says; what was typed is saved before. False where it was not done. */
export async function act(what, data) {
  if (isUnsaved() && !/^(undo|redo)$/.test(what) && !(await save())) return false;
  try {
    const answer = await ask("act", { do: what, ...data });
    if (answer.state) setState(answer.state);
    if (answer.problems.length) {
      say(answer.problems.map((one) => `${one.message}; ${one.help}`).join(" "));
      return false;
    }
    say(`${answer.done[0].toUpperCase()}${answer.done.slice(1)}.`, !/^(undo|redo)$/.test(what));
    if (answer.state) tell("page", null);
    else location.assign("/_desk/");
    return true;
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    say(error.message);
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
  const inner = box.querySelector(".desk-gate");
  const draw = async () => {
    const gate = await ask("gate", {});
    inner.replaceChildren(...content(gate, box, draw));
    // Not on a button: what is to be known is read first, from the top.
    const heading = box.querySelector("h2");
    heading.tabIndex = -1;
    heading.focus();
  };
  await draw();
}

function content(gate, box, draw) {
  const when = make("input", { type: "datetime-local", id: "desk-when" });
  const settle = async (what, fields) => { await act(what, { fields }); await draw(); };
  const reviewed = gate.reviewer ? make("input", { type: "checkbox", id: "desk-reviewed" }) : null;
  const publish = async (what, data) => {
    if (await act(what, { ...data, reviewed: Boolean(reviewed && reviewed.checked) })) box.close();
    else await draw();
  };
  const unsure = gate.guesses.length > 0;
  const problem = (one) => make("li", null, rich(one.message), " ",
    one.at ? button("Go there", () => { box.close(); openPanel(one.at === "body" ? "text" : "fields", one.at, one.line); }, { "aria-label": `Go there: ${one.message}` }) : make("span", { class: "desk-help" }, rich(one.help)));
  return [
    section("Errors to correct first", gate.errors.map(problem), "desk-error"),
    section("What only import concluded", gate.guesses.map((guess) => make("li", null,
      make("b", null, guess.field.replace("_", " ")), ": ", guess.shown, guess.hidden ? make("span", { class: "desk-help" }, " not shown to readers until it is confirmed ") : " ",
      make("span", { class: "desk-row" },
        button(guess.suggested ? "Take over" : "Confirm", () => settle("confirm", [guess.field]), { "aria-label": `Confirm ${guess.field}` }),
        button("Change", () => { box.close(); openPanel("fields", guess.field === "outlet" ? "sources.0.outlet" : guess.field); }, { "aria-label": `Change ${guess.field}` }),
        guess.refusable ? button(guess.suggested ? "No" : "Take out", () => settle("refuse", [guess.field]), { "aria-label": `Take out ${guess.field}` }) : ""))),
    "", gate.guesses.length > 1 ? button("Confirm all", () => settle("confirm", "all")) : ""),
    section("What is missing or doubtful", gate.missing.map(problem)),
    section("What becomes public with it", gate.appears.map((one) => make("li", null, make("b", null, one.heading), `: ${one.names.join(", ")}`))),
    gate.held ? make("p", { class: "desk-held" }, `It stays held back all the same: ${gate.held}.`) : "",
    gate.errors.length ? make("p", { class: "desk-held" }, "A brief with errors is not published.") : "",
    reviewed ? make("p", null, make("label", null, reviewed, ` Reviewed by ${gate.reviewer}`)) : "",
    make("div", { class: "desk-row" },
      button(unsure ? "Confirm all and publish" : "Publish now", () => publish("publish", { confirm: "all" }), { class: "desk-main", disabled: gate.errors.length > 0 }),
      unsure ? button("Publish without them", () => publish("publish", {}), { disabled: gate.errors.length > 0 }) : "",
      button("Cancel", () => box.close())),
    make("div", { class: "desk-row" },
      make("label", { htmlFor: "desk-when" }, `At a time (${store.state.zone})`), when,
      button("Schedule", () => publish("schedule", { when: when.value }), { disabled: gate.errors.length > 0 })),
  ];
}

function section(title, items, kind, more) {
  return items.length ? make("section", { class: kind || "" }, make("h3", null, title), make("ul", null, items), more || "") : "";
}
