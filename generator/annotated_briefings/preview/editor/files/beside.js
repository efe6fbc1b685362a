/* Buttons on the page itself: at notes, receipts and fields, so that each is edited where it is read. */

import { button, make } from "./dom.js";
import { noteButtons, openPanel } from "./panel.js";
import { save, store, valueOf } from "./store.js";

/** Set the buttons; the page has just been drawn. */
export function decorate() {
  if (!store.state || !store.state.form.length) return;
  for (const old of document.querySelectorAll("main .desk-beside")) old.remove();
  const put = (element, ...buttons) => {
    if (element) element.append(make("span", { class: "desk desk-beside desk-row" }, buttons));
  };
  for (const note of store.state.notes) {
    const place = document.getElementById(note.place);
    const remove = () => save({ fields: { annotations: valueOf("annotations").filter((_, entry) => entry !== note.entry) } });
    if (!place) continue;
    const row = note.lost || note.draft ? noteButtons(note) : make("span", { class: "desk-row" }, button("Edit note", () => openPanel("fields", `annotations.${note.entry}.note`)));
    row.append(button("Delete note", remove));
    put(place, ...row.childNodes);
  }
  const points = document.querySelectorAll("main .points > ul > li");
  if (points.length === valueOf("key_points").length) {
    points.forEach((point, entry) => {
      const worth = store.state.receipts.key_points[entry];
      put(point, worth && /not checked|no receipt|nothing/.test(worth) ? make("span", { class: "desk-worth" }, worth) : "",
        button("Edit", () => openPanel("fields", `key_points.${entry}.text`), { "aria-label": `Edit key point ${entry + 1}` }));
    });
  }
  const figures = document.querySelectorAll("main table.figures tbody tr");
  if (figures.length === valueOf("figures").length) {
    figures.forEach((row, entry) => put(row.lastElementChild, button("Edit", () => openPanel("fields", `figures.${entry}.value`), { "aria-label": `Edit figure ${entry + 1}` })));
  }
  const opening = document.querySelector("main .opening");
  put(opening, button("Edit the headline and summary", () => openPanel("fields", "title")));
}
