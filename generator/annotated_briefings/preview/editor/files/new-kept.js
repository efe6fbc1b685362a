/* What was typed on the page for new briefs and not sent yet, kept in this browser. */

const KEY = `desk-new:${location.host}:`;

export function keptTyped(name) {
  try {
    return JSON.parse(localStorage.getItem(KEY + name));
  } catch {
    return null;
  }
}

export function keepTyped(name, value) {
  try {
    if (value === null) localStorage.removeItem(KEY + name);
    else localStorage.setItem(KEY + name, JSON.stringify(value));
  } catch { /* storage may be switched off or full: the page itself still has it */ }
}
