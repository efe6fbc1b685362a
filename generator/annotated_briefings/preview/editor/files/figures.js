/* Figures of a public brief that have changed: whether readers are told is asked, and one click tells them. */

import { button, freshId, make, openDialog } from "./dom.js";

/** Show what readers have seen and what they see now. `correct` writes corrections of some pairs, with how they came
 * about, and `updated`; it resolves to whether that was done. The window is given back. */
export function askOfFigures(figures, correct) {
  const wrong = figures.filter((one) => !one.newer);
  const id = freshId();
  const why = make("input", { id, type: "text" });
  const emit = async (box, pairs) => {
    if (await correct(pairs, why.value)) box.close();
  };
  return openDialog(figures.length === 1 ? "Readers have seen another figure" : "Readers have seen other figures", (box) => [
    make("ul", { class: "desk-figures" }, figures.map((one) => make("li", null, `${one.what ? `${one.what}: ` : ""}`, make("del", null, one.was), " → ", make("ins", null, one.now)))),
    wrong.length ? make("div", { class: "desk-field" }, make("label", { htmlFor: id }, "How it came about (readers see it; may be empty)"), why) : "",
    make("div", { class: "desk-row" },
      wrong.length ? button(wrong.length === 1 ? "Add a correction and set “updated”" : `Add ${wrong.length} corrections and set “updated”`, () => emit(box, wrong.map(({ was, now }) => ({ was, now }))), { class: "desk-main" }) : "",
      button("Set “updated” only", () => emit(box, []), wrong.length ? {} : { class: "desk-main" }),
      button("Neither", () => box.close())),
  ]);
}
