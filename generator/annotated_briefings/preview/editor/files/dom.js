/* Elements, and the questions that a page asks its preview. */

import { showMessage } from "./events.js";
import { keep, takeKept } from "./kept.js";

const meta = document.querySelector('meta[name="desk"]');

export const path = meta.content;

/** An element with properties and children; a property with a dash is an attribute, `on...` is a listener. */
export function make(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (name in element && !name.includes("-") && name !== "list" && name !== "form") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

export function button(text, run, properties) {
  return make("button", { type: "button", onclick: run, ...properties }, text);
}

let number = 0;

/** An id that nothing else on the page has. */
export function freshId() {
  number += 1;
  return `desk-${number}`;
}

/** Thrown for an answer that is none: the preview was stopped, or refused. */
export class Unanswered extends Error {
  constructor(message, problems) {
    super(message);
    this.problems = problems || [];
  }
}

let writing = 0;

/** Whether an answer to something that changes the file is awaited. */
export function isWriting() {
  return writing > 0;
}

export async function ask(question, data) {
  if (question !== "save" && question !== "act") return answer(question, data);
  writing += 1;
  return answer(question, data).finally(() => { writing -= 1; });
}

function answer(question, data) {
  return answered(question, { headers: { "Content-Type": "application/json" }, body: JSON.stringify({ path, ...data }) });
}

/** Give the preview the bytes of a file; `query` says what they are. */
export async function give(question, query, file) {
  return answered(`${question}?${new URLSearchParams(query)}`, { headers: { "Content-Type": "application/octet-stream" }, body: file });
}

async function answered(question, request) {
  let answer;
  try {
    answer = await fetch(`/_desk/api/${question}`, { method: "POST", ...request, headers: { ...request.headers, "X-Desk-Token": meta.dataset.token } });
  } catch {
    throw new Unanswered("The preview does not answer. What you typed is kept in this browser.");
  }
  if (answer.status === 403) {
    throw new Unanswered("The preview was started again. What you typed is kept; load the page again.");
  }
  const result = await answer.json().catch(() => null);
  if (result === null) throw new Unanswered("The preview failed at this; its terminal says why. What you typed is kept.");
  if (!answer.ok) {
    throw new Unanswered(result.problems.map((one) => one.message).join("; ") || "The preview refused.", result.problems);
  }
  return result;
}

/** Whether keys are typed into something. */
export function isTyping(element) {
  return element.isContentEditable || /^(input|select|textarea)$/i.test(element.tagName);
}

/**
 * A dialog that is gone when it is closed. `fill` gets the dialog and gives its content.
 *
 * It is taken off the page at once, not at its `close` event, which comes later: a key pressed between the two would
 * go into a field that nobody sees. What was typed into it is kept until one of its buttons closes it.
 */
export function openDialog(title, fill) {
  const heading = freshId();
  const before = document.activeElement;
  const dialog = make("dialog", { class: "desk desk-dialog", lang: "en", "aria-labelledby": heading });
  const leave = () => {
    if (!dialog.isConnected) return;
    dialog.remove();
    if (before && before.isConnected) before.focus();
  };
  let escaped = false;
  dialog.close = (value) => {
    kept.closed(escaped);
    HTMLDialogElement.prototype.close.call(dialog, value);
    leave();
  };
  dialog.append(make("h2", { id: heading }, title), ...[fill(dialog)].flat(Infinity).filter((one) => one !== ""));
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) {
      event.preventDefault();
      event.stopPropagation();
      escaped = true;
      dialog.close();
      return;
    }
    const main = event.key === "Enter" && (event.ctrlKey || event.metaKey) ? dialog.querySelector(".desk-main:not(:disabled)") : null;
    if (!main) return;
    event.preventDefault();
    main.click();
  });
  dialog.addEventListener("close", leave);
  document.body.append(dialog);
  dialog.showModal();
  const kept = keptFields(dialog, title);
  return dialog;
}

/** Keep what is typed into the fields of a dialog: a key pressed by mistake or a page loaded again takes nothing away. */
function keptFields(dialog, title) {
  const fields = [...dialog.querySelectorAll("textarea:not([aria-readonly]), input[type=text]:not([role=combobox])")];
  const about = dialog.querySelector("[data-about], blockquote");
  const what = `window:${path || location.pathname}:${title}:${about ? about.dataset.about || about.textContent : ""}`;
  const typed = {};
  const back = (values) => {
    for (const [place, value] of Object.entries(values)) {
      const field = fields[place];
      // What is typed by now is newer.
      if (!field || place in typed || !dialog.isConnected) continue;
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };
  fields.forEach((field, place) => field.addEventListener("input", () => {
    typed[place] = field.value;
    keep(what, { typed });
  }));
  if (fields.length) takeKept(what).then((kept) => kept && back(kept.typed));
  return {
    closed(escaped) {
      if (!Object.keys(typed).length) return;
      if (escaped) showMessage("What you typed is kept: open the same window again to go on.");
      else keep(what, null);
    },
  };
}

/** A question with two answers, true for the first; where the second is named, it is the one to take. */
export function confirmed(title, text, yes, no) {
  return new Promise((resolve) => {
    const dialog = openDialog(title, (box) => [
      make("p", null, text),
      make("div", { class: "desk-row" },
        no ? button(no, () => box.close(), { class: "desk-main" }) : "",
        button(yes, () => { box.returnValue = "yes"; box.close("yes"); }, no ? {} : { class: "desk-main" }),
        no ? "" : button("Cancel", () => box.close())),
    ]);
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"));
  });
}

/** A message with the words of the writer marked as such. */
export function rich(text) {
  return make("span", null, text.split("`").map((part, place) => (place % 2 ? make("code", null, part) : part)));
}

/** What is wrong, in a line. */
export function problemText(problem) {
  return `${problem.message}${problem.help ? ` (${problem.help})` : ""}`;
}
