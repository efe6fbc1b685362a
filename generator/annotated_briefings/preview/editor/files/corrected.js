/* Figures of the brief of this page that a save has changed. */

import { askOfFigures } from "./figures.js";
import { act } from "./gate.js";
import { on, store } from "./store.js";

on("figures", (figures) => {
  const dialog = askOfFigures(figures, (wrong, why) => act("correct", { wrong, why }));
  // The page of a brief that has another address now waits for the answer.
  dialog.addEventListener("close", () => location.pathname === store.state.url || location.assign(store.state.url));
});
