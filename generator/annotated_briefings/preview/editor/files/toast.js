/* Messages at the edge of the page: they go by themselves, but not while somebody reads or reaches for them. */

import { button, make } from "./dom.js";

const SHORT = 8_000;
const LONG = 20_000;

/**
 * A place for messages. `said` shows one, with a button that undoes what it tells of, or with `more`, the words and the work of another; what has
 * failed stays longer.
 * `after` is called when one is closed by hand.
 */
export function messages(box, after) {
  let timer = 0;
  let span = SHORT;
  const clear = () => {
    clearTimeout(timer);
    box.replaceChildren();
  };
  const start = () => {
    clearTimeout(timer);
    timer = setTimeout(() => (box.matches(":hover, :focus-within") ? start() : clear()), span);
  };
  for (const event of ["focusout", "mouseleave"]) box.addEventListener(event, () => box.firstChild && start());
  return {
    show(text, undo, more) {
      span = undo ? SHORT : LONG;
      box.replaceChildren(...[make("p", null, text), undo ? button("Undo", undo) : "", more ? button(...more) : "",
        button("×", () => { clear(); after(); }, { "aria-label": "Close this message" })].filter(Boolean));
      start();
    },
    clear,
  };
}
