/* What was typed and not saved yet, kept in this browser: a closed tab or a stopped preview loses nothing. */

import { path } from "./dom.js";

const KEY = `desk:${location.host}:${path}`;

export function readKept() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    return kept && typeof kept.base === "string" && kept.fields ? kept : null;
  } catch {
    return null;
  }
}

export function keep(unsaved) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...unsaved, at: new Date().toISOString() }));
  } catch { /* storage may be switched off or full: the page itself still has it */ }
}

export function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch { /* as above */ }
}

/** A remembered choice of this editor, such as their initials. */
export function choice(name, value) {
  try {
    if (value === undefined) return localStorage.getItem(`desk-choice:${name}`) || "";
    localStorage.setItem(`desk-choice:${name}`, value);
  } catch { /* as above */ }
  return value || "";
}
