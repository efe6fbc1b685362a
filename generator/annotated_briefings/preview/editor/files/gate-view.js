/* What is to be known before a brief is published, and the choices; for the page of a brief and for the list of drafts. */

import { button, make, rich } from "./dom.js";

/** The title of a story as its id has it; an editor gives it its capitals. */
export function titleOf(story) {
  const words = story.replaceAll("-", " ");
  return words[0].toUpperCase() + words.slice(1);
}

/** Everything that import concluded in one field, each item whole; those of a list can be left out one by one. */
export function guessItem(guess, { settle, change, ...properties }) {
  if (!settle) return make("li", null, make("b", null, guess.name), ": ", guess.items.length > 1 ? make("ul", null, guess.items.map((text) => make("li", { dir: "auto" }, text))) : guess.items[0]);
  const list = guess.items.length > 1;
  const boxes = list ? guess.items.map((text) => make("input", { type: "checkbox", checked: true, "aria-label": `Keep: ${text}` })) : [];
  const without = () => boxes.flatMap((box, place) => (box.checked ? [] : [place]));
  const title = guess.field === "story" && guess.suggested ? make("input", { type: "text", value: titleOf(guess.items[0]), "aria-label": "Title of the story" }) : "";
  const confirm = button("", () => settle("confirm", { fields: [guess.field], without: without(), title: title ? title.value : "" }), { "aria-label": `${guess.suggested ? "Take over" : "Confirm"} ${guess.name}` });
  const name = () => {
    const left = boxes.length - without().length;
    confirm.textContent = guess.suggested ? "Take over" : !list || left === boxes.length ? (list ? `Confirm all ${boxes.length}` : "Confirm") : left ? `Confirm the ${left} ticked, delete the others` : "Delete all";
  };
  for (const box of boxes) box.addEventListener("change", name);
  name();
  const hidden = guess.hidden ? make("span", { class: "desk-help" }, " Readers see nothing of it until it is confirmed.") : make("span", { class: "desk-help" }, " Readers see it, confirmed or not.");
  return make("li", properties,
    make("b", null, guess.name), list ? ":" : ": ", list ? "" : make("span", { dir: "auto" }, guess.items[0]), hidden,
    list ? make("ul", { class: "desk-items" }, guess.items.map((text, place) => make("li", { dir: "auto" }, make("label", null, boxes[place], " ", text)))) : "",
    title ? make("div", { class: "desk-field" }, make("span", { class: "desk-help", "aria-hidden": "true" }, "Title of the story"), title) : "",
    make("span", { class: "desk-row" }, confirm,
      change ? button("Change", change, { "aria-label": `Change ${guess.name}` }) : "",
      guess.refusable ? button(guess.suggested ? `No ${guess.name}` : "Take out", () => settle("refuse", { fields: [guess.field] }), { "aria-label": `${guess.suggested ? "No" : "Take out"} ${guess.name}` }) : ""));
}

function section(title, items, kind, more) {
  return items.length ? make("section", { class: kind || "" }, make("h3", null, title), make("ul", null, items), more || "") : "";
}

/**
 * The content of the gate. `settle` confirms or takes out guesses, `goTo` leads to a field, `publish` gets what becomes
 * of guesses and a time, `look` tells of a time whether it is one, `stay` keeps what is being saved a draft.
 */
export function gateContent(gate, { zone, box, settle, goTo, publish, look, stay }) {
  const unsure = gate.guesses.length > 0;
  const seen = gate.guesses.filter((guess) => !guess.hidden).map((guess) => guess.name);
  const blocked = gate.errors.length > 0;
  const reviewed = gate.reviewer && !stay ? make("input", { type: "checkbox", id: "desk-reviewed" }) : null;
  const when = look ? make("input", { type: "datetime-local", id: "desk-when", "aria-describedby": "desk-when-told" }) : null;
  const whenStatus = make("p", { class: "desk-help", id: "desk-when-told", role: "status" });
  const choices = make("div", { class: "desk-row" });
  let past = false;
  const go = (guesses) => publish({ guesses, when: past || !when ? "" : when.value, reviewed: Boolean(reviewed && reviewed.checked) });
  const draw = () => {
    const later = Boolean(when && when.value) && !past;
    const verb = later ? "schedule" : gate.held ? "release" : "publish";
    const own = (text, guesses, main) => button(text, () => go(guesses), { class: main ? "desk-main" : "", disabled: blocked });
    const plain = past ? "Publish now, since this time is past" : later ? "Schedule" : gate.held ? "Release" : stay ? "Save and publish" : "Publish now";
    choices.replaceChildren(...(unsure
      ? [own(`Confirm all and ${verb}`, "confirm", true), own(`Take them out and ${verb}`, "remove"), own(`${verb[0].toUpperCase()}${verb.slice(1)}, still unconfirmed`, "keep")]
      : [own(plain, "keep", true)]),
    ...(stay ? [button("Save as a draft", stay)] : []), button("Cancel", () => box.close()));
  };
  let asked = "";
  const lookAt = async () => {
    const value = when.value;
    asked = value;
    const found = value ? await look(value) : null;
    if (asked !== value) return;
    past = Boolean(found && found.past);
    whenStatus.textContent = !found ? "" : found.wrong ? `${found.wrong[0].toUpperCase()}${found.wrong.slice(1)}.` : found.past ? `This time is past: ${found.shown}. It would be published now.` : `Readers see it from ${found.shown}.`;
    whenStatus.classList.toggle("desk-error", Boolean(found && (found.wrong || found.past)));
    draw();
  };
  if (when) when.addEventListener("input", lookAt);
  draw();
  const problem = (one) => make("li", null, rich(one.message), " ",
    one.at && goTo ? button("Go there", () => { box.close(); goTo(one); }, { "aria-label": `Go there: ${one.message}` })
      : one.list ? make("a", { href: one.list, "aria-label": `Go to the list: ${one.message}` }, "Go to the list")
        : one.help ? make("span", { class: "desk-help" }, rich(one.help)) : "");
  return [
    section("Errors to correct first", gate.errors.map(problem), "desk-error"),
    section("What only import concluded", gate.guesses.map((guess) => guessItem(guess, { settle, change: goTo && !stay ? () => { box.close(); goTo({ at: guess.field === "outlet" ? "sources.0.outlet" : guess.field }); } : null })), "",
      gate.guesses.length > 1 && settle ? button("Confirm all", () => settle("confirm", { fields: "all" })) : ""),
    unsure ? make("p", { class: "desk-help" }, seen.length ? `Still unconfirmed, readers would see: ${seen.join(", ")}.` : "Still unconfirmed, readers would see nothing of these.") : "",
    section("What is missing or doubtful", gate.missing.map(problem)),
    section("What becomes public with it", gate.appears.map((one) => make("li", null, make("b", null, one.heading), `: ${one.names.join(", ")}`))),
    gate.held ? make("p", { class: "desk-held" }, `It stays held back all the same: ${gate.held}.`) : "",
    blocked ? make("p", { class: "desk-held" }, "A brief with errors is not published.") : "",
    reviewed ? make("p", null, make("label", null, reviewed, ` Reviewed by ${gate.reviewer}`)) : "",
    when ? make("div", { class: "desk-row" }, make("label", { htmlFor: "desk-when" }, `At a time (${zone})`), when, make("span", { class: "desk-help" }, "empty for now")) : "",
    when ? whenStatus : "",
    choices,
  ];
}
