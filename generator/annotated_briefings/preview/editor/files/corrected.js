/* Figures of the brief of this page that a save has changed, here or in the file. */

import { askOfFigures } from "./figures.js";
import { act } from "./gate.js";
import { on, store, emit } from "./store.js";

function askReaders(figures) {
  return askOfFigures(figures, (wrong, why) => act("correct", { wrong, why }));
}

on("figures", (figures) => {
  // The page of a brief that has another address now waits for the answer.
  askReaders(figures).addEventListener("close", () => location.pathname === store.state.url || location.assign(store.state.url));
});

// The other editor may not be done yet: no window opens by itself.
on("others", (figures) => {
  const both = figures.map(({ what, was, now }) => `${what ? `${what}: ` : ""}${was} → ${now}`).join("; ");
  emit("message", { text: `Changed in the file, and readers have seen it otherwise: ${both}.`, more: ["Tell readers…", () => askReaders(figures)] });
});
