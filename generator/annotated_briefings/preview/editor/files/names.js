/* Names suggested as you type: of entities, tags, stories, publishers, writers and briefs. */

import { ask, freshId, make } from "./dom.js";

/** Give a text field suggestions of a kind; `part` gives what of its text is to be completed. */
export function suggest(input, kind) {
  const list = make("datalist", { id: freshId() });
  let asked = "";
  input.setAttribute("list", list.id);
  input.setAttribute("autocomplete", "off");
  input.after(list);
  const fill = async () => {
    const typed = input.value.trim();
    asked = typed;
    try {
      const { names } = await ask("names", { kind, typed });
      if (asked === typed) list.replaceChildren(...names.map((one) => make("option", { value: one.value, label: one.label })));
    } catch { /* typing works without suggestions */ }
  };
  input.addEventListener("focus", fill);
  input.addEventListener("input", fill);
}

/** A list of names as a row of tokens with a field that adds one. `changed` is called with the names. */
export function tokens(field, value, changed) {
  const names = [...value];
  const row = make("span", { class: "desk-tokens" });
  const input = make("input", { type: "text", id: field.id, placeholder: "add…", "aria-describedby": field.helpId });
  const draw = () => {
    row.replaceChildren(...names.map((name, place) => make("span", { class: "desk-token" }, name,
      make("button", {
        type: "button",
        "aria-label": `Take out ${name}`,
        onclick: () => { names.splice(place, 1); draw(); changed([...names]); input.focus(); },
      }, "×"))), input);
  };
  const add = () => {
    const name = input.value.trim();
    input.value = "";
    if (!name || names.includes(name)) return;
    names.push(name);
    draw();
    changed([...names]);
    input.focus();
  };
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      add();
    } else if (event.key === "Backspace" && !input.value && names.length) {
      names.pop();
      draw();
      changed([...names]);
      input.focus();
    }
  });
  input.addEventListener("change", add);
  draw();
  if (field.names) suggest(input, field.names);
  return row;
}
