/*
 * What was typed and not saved yet, kept in this browser: a closed tab or a stopped preview loses nothing.
 *
 * Every window keeps its own, so that two windows at one brief take nothing from each other. What a closed window
 * left is taken over by the next one that is opened at the same place.
 */

const KEPT = `desk:${location.host}:`;
const WINDOW = "desk-window:";
/** Milliseconds in which a page that is loaded again gets the name of its window back. */
const PATIENCE = 300;

/** What a storage answers; it may be switched off or full: the page itself still has what was typed. */
function stored(run) {
  try {
    return run();
  } catch {
    return null;
  }
}

/** Hold a name as long as this page is open; false where another window holds it, such as the one that was doubled. */
function held(name) {
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    navigator.locks.request(WINDOW + name, { signal: AbortSignal.timeout(PATIENCE) }, () => {
      resolve(true);
      return new Promise(() => {});
    }).catch(() => resolve(false));
  });
}

async function nameOfWindow() {
  let name = stored(() => sessionStorage.getItem(WINDOW)) || crypto.getRandomValues(new Uint32Array(2)).join("-");
  if (!(await held(name))) {
    name = crypto.getRandomValues(new Uint32Array(2)).join("-");
    await held(name);
  }
  stored(() => sessionStorage.setItem(WINDOW, name));
  return name;
}

const own = await nameOfWindow();

function keyOf(what) {
  return `${KEPT}${what}\n${own}`;
}

function read(key) {
  return stored(() => JSON.parse(localStorage.getItem(key)));
}

/** Keep what was typed at a place; null when it was saved or dropped. */
export function keep(what, value) {
  stored(() => (value === null ? localStorage.removeItem(keyOf(what)) : localStorage.setItem(keyOf(what), JSON.stringify({ ...value, at: new Date().toISOString() }))));
}

/** What this window keeps and what windows that are closed now left at places whose names start so, the newest first. */
export async function allKept(start) {
  const { held: locks } = navigator.locks ? await navigator.locks.query() : { held: [] };
  const open = new Set(locks.filter((one) => one.name.startsWith(WINDOW)).map((one) => one.name.slice(WINDOW.length)));
  const keys = stored(() => Object.keys(localStorage)) || [];
  return keys.filter((key) => key.startsWith(KEPT + start)).map((key) => {
    const [what, name] = key.slice(KEPT.length).split("\n");
    return { key, what, name, value: read(key) };
  }).filter((one) => one.value && one.name && (one.name === own || !open.has(one.name))).sort((one, other) => (one.value.at < other.value.at ? 1 : -1));
}

/** The same without what this window keeps. */
export async function leftKept(start) {
  return (await allKept(start)).filter((one) => one.name !== own);
}

/** Drop one of them. */
export function dropKept(one) {
  stored(() => localStorage.removeItem(one.key));
}

/** What this window keeps of a place, or what the last closed one left there, which is this window's from now on; or null. */
export async function takeKept(what) {
  const mine = read(keyOf(what));
  if (mine) return mine;
  const left = (await leftKept(what)).find((one) => one.what === what);
  if (!left) return null;
  stored(() => {
    localStorage.setItem(keyOf(what), JSON.stringify(left.value));
    localStorage.removeItem(left.key);
  });
  return left.value;
}

/** A remembered choice of this editor, such as their initials. */
export function choice(name, value) {
  if (value === undefined) return stored(() => localStorage.getItem(`desk-choice:${name}`)) || "";
  stored(() => localStorage.setItem(`desk-choice:${name}`, value));
  return value || "";
}
