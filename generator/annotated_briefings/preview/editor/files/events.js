/* What the parts of a page of the desk tell one another. */

const listeners = {};

/** Be told of an event; which there are, each store says. */
export function on(event, run) {
  (listeners[event] = listeners[event] || []).push(run);
}

export function tell(event, data) {
  for (const run of listeners[event] || []) run(data);
}

/** Say something in the line that screen readers read out. */
export function say(text, undo) {
  tell("said", { text, undo });
}
