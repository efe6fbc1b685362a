/* What was typed at briefs in this browser and never saved: with the way back to it, also where the brief is gone. */

import { ask, button, make, Unanswered } from "./dom.js";
import { allKept, dropKept } from "./kept.js";

const PLACE = "brief:";

/** What was typed, as text to copy. */
function typedText({ fields, body, file }) {
  const values = Object.entries(fields || {}).map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`);
  return [...values, body ?? file ?? ""].filter(Boolean).join("\n");
}

/** The title and the page of a brief; null where it is gone. */
async function briefAt(path) {
  try {
    const { url, form } = await ask("state", { path });
    const title = form.find((one) => one.name === "title");
    return { url: url || `/_desk/edit/?path=${encodeURIComponent(path)}`, title: (title && title.value) || path };
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    return error.problems.length ? null : { url: "", title: path };
  }
}

function item(one, brief, drawn) {
  const path = one.what.slice(PLACE.length);
  const when = make("span", { class: "file" }, ` ${path}, ${new Date(one.value.at).toLocaleString()}`);
  const forget = button("Forget it", () => { dropKept(one); drawn(); }, { "aria-label": `Forget it: ${path}` });
  if (brief) return make("li", null, make("p", null, brief.url ? make("a", { href: `${brief.url}#desk-edit`, dir: "auto" }, brief.title) : brief.title, when), make("div", { class: "desk-row" }, forget));
  const text = typedText(one.value);
  return make("li", null, make("p", null, "This brief is gone", when),
    make("pre", { tabIndex: 0, dir: "auto", class: "written" }, text),
    make("div", { class: "desk-row" }, button("Copy it", () => navigator.clipboard.writeText(text), { "aria-label": `Copy it: ${path}` }), forget));
}

export async function drawKept(root) {
  const kept = await allKept(PLACE);
  const briefs = await Promise.all(kept.map((one) => briefAt(one.what.slice(PLACE.length))));
  root.replaceChildren(...(kept.length ? [make("section", { "aria-labelledby": "desk-kept" },
    make("h2", { id: "desk-kept" }, "Typed here and not saved", make("span", { class: "quiet" }, ` ${kept.length}`)),
    make("ul", { class: "tasks" }, kept.map((one, place) => item(one, briefs[place], () => drawKept(root)))))] : []));
}
