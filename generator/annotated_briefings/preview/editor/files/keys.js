/* Keys that are the same on every page of the desk: to its other pages, to places of this one, and to a window that lists them all. */

import { button, isTyping, make, openDialog } from "./dom.js";
import { choice } from "./kept.js";

const PAGES = [["g 1 … g 9, g 0", "go to a page of the desk, from left to right"], ["[, ]", "previous, next page of the desk"]];
const COMMON = [["Ctrl+Enter", "press the main button of a window or a form"], ["Escape", "leave a field"], ["?", "this window"]];

/** The window with all keys: what `about` them is to be known first, and `keys` as pairs of a key and what it does. */
export function showKeys(keys, about) {
  const off = choice("no-keys") === "yes";
  openDialog("Keys of the desk", (box) => [
    about ? make("p", null, about) : "",
    make("dl", { class: "desk-keys" }, keys.map(([key, what]) => [make("dt", null, make("kbd", null, key)), make("dd", null, what)])),
    make("p", null, make("label", null, make("input", { type: "checkbox", checked: off, onchange: (event) => choice("no-keys", event.target.checked ? "yes" : "no") }), " Switch single keys off")),
    make("div", { class: "desk-row" }, button("Close", () => box.close(), { class: "desk-main" })),
  ]);
}

let going = false;

/** What a key does on every page; undefined for a key that does nothing there. Of two keys the first waits for the other. */
export function pageKey(key) {
  const digit = going && /^\d$/.test(key);
  going = key === "g";
  if (going) return () => {};
  const links = [...document.querySelectorAll("nav [data-section]")];
  const at = links.findIndex((one) => one.hasAttribute("aria-current"));
  const to = digit ? links[(Number(key) + 9) % 10] : { "[": links[(at - 1 + links.length) % links.length], "]": links[(at + 1) % links.length] }[key];
  return to && (() => location.assign(to.href));
}

/** All keys of a page with some of its own. */
export function allKeys(own) {
  return [...own, ...PAGES, ...COMMON];
}

/**
 * Keys of a page that is no list: each leads to one of its `places`, given as key, what is there, and how it is found.
 * In a field, Ctrl+Enter sends its form, and Escape leaves it. A button with the keys stands beside the heading.
 */
export function keysOfPage(places) {
  const show = () => showKeys(allKeys(places));
  const help = button("?", show, { class: "desk-help-keys", "aria-label": "Keys of the desk" });
  const head = document.querySelector("h1");
  const row = make("div", { class: "top" });
  head.replaceWith(row);
  row.append(head, help);
  document.addEventListener("keydown", (event) => {
    const { target, key } = event;
    if (document.querySelector("dialog[open]")) return;
    if (key === "Enter" && (event.ctrlKey || event.metaKey) && target.form) {
      event.preventDefault();
      target.form.requestSubmit();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (key === "Escape" && isTyping(target)) {
      target.blur();
      return;
    }
    if (isTyping(target) || choice("no-keys") === "yes") return;
    const place = places.find(([own]) => own === key);
    const found = place && place[2]();
    const run = key === "?" ? show : found ? () => found.focus() : pageKey(key);
    if (!run) return;
    event.preventDefault();
    run();
  });
}
