/* What the parts of a page of the desk tell one another. */

const listeners = {};

/** Be told of an event; which there are, each store says. */
export function on(event, run) {
  (listeners[event] = listeners[event] || []).push(run);
}

export function emit(event, data) {
  for (const run of listeners[event] || []) run(data);
}

const NEXT = "desk-message";

/** Say something on the page that is opened next. */
export function sayNext(text) {
  try {
    sessionStorage.setItem(NEXT, text);
  } catch { /* storage may be switched off */ }
}

/** What the last page left to be said here, once. */
export function leftToSay() {
  try {
    const text = sessionStorage.getItem(NEXT) || "";
    sessionStorage.removeItem(NEXT);
    return text;
  } catch {
    return "";
  }
}

/** Say something in the line that screen readers read out. */
export function showMessage(text, undo) {
  emit("message", { text, undo });
}
