/* The form of a brief, made from the table of its fields. */

import { button, freshId, make, rich } from "./dom.js";
import { suggest, tokens } from "./names.js";

/** The input of one field. `changed` is called with the whole value of the field after each change. */
export function widget(field, value, changed) {
  if (field.widget === "group") return group(field, value || {}, changed);
  if (field.widget === "groups") return groups(field, value || [], changed);
  if (field.widget === "lines") return field.names || !field.long ? tokens(field, value || [], changed) : lines(field, value || [], changed);
  const common = { id: field.id, "aria-describedby": field.helpId, required: field.required };
  let input;
  if (field.widget === "text") input = make("textarea", { ...common, rows: Math.min(12, Math.max(2, Math.ceil((value || "").length / 45))) });
  else if (field.widget === "choice") {
    input = make("select", common, field.choices.map((one) => make("option", { value: one }, one)));
    if (!value) value = field.choices[0];
  } else if (field.widget === "switch") {
    input = make("input", { ...common, type: "checkbox", checked: value === "true" });
    input.addEventListener("change", () => changed(input.checked ? "true" : "false"));
    return input;
  } else {
    const kind = field.widget === "number" ? { inputMode: "numeric" } : {};
    input = make("input", { ...common, ...kind, type: "text", placeholder: /^(date|moment)$/.test(field.widget) ? field.example.replace(/"/g, "") : "" });
    if (field.names) suggest(input, field.names);
  }
  input.value = value || "";
  input.addEventListener("input", () => changed(input.value));
  return input;
}

function lines(field, value, changed) {
  const input = make("textarea", { id: field.id, rows: Math.max(2, value.length + 1), "aria-describedby": field.helpId });
  input.value = value.join("\n");
  input.addEventListener("input", () => changed(input.value.split("\n").map((one) => one.trim()).filter(Boolean)));
  return input;
}

/** A labelled field with its help. Its element knows the name of the field by `data-field`. */
export function labelled(field, value, changed, above) {
  const name = above === undefined ? field.name : `${above}.${field.name}`;
  // Points and quotes are sentences: each is seen whole.
  const sentence = above !== undefined && field.widget === "line" && /^(text|quote)$/.test(field.name);
  const own = { ...field, widget: sentence ? "text" : field.widget, id: freshId(), helpId: freshId(), way: name, long: /^(unknowns|why_it_matters|what_next)$/.test(field.name) };
  const nested = /^groups?$/.test(field.widget);
  const lang = field.lang || undefined;
  const label = nested ? make("legend", { lang }, field.label) : make("label", { htmlFor: own.id, lang }, field.label, field.required ? " *" : "");
  const help = make("p", { class: "desk-help", id: own.helpId }, rich(own.long ? `${field.help}, one a line` : field.help));
  const box = make(nested ? "fieldset" : "div", { class: `desk-field desk-${field.widget}`, "data-field": name }, label);
  const changedText = sentence ? (text) => changed(text.replace(/\s*\n\s*/g, " ")) : changed;
  box.append(widget(own, value, changedText), make("p", { class: "desk-wrong", hidden: true }), help);
  return box;
}

const FIRST = ["title", "summary", "date", "key_points", "figures", "tags", "entities", "story", "sources"];
const LAST = ["slug", "id"];

/** Fields in the order in which they are filled: what readers see first, addresses and ids last. */
export function inOrderOfUse(fields) {
  const rank = ({ name }) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length + 1 + LAST.indexOf(name));
  return [...fields].sort((a, b) => rank(a) - rank(b));
}

/** The fields of a mapping. */
export function fieldsOf(inner, value, changed, above) {
  const current = { ...value };
  return inner.map((field) => labelled(field, current[field.name], (one) => {
    current[field.name] = one;
    changed({ ...current });
  }, above));
}

function group(field, value, changed) {
  return make("div", { class: "desk-inner" }, fieldsOf(field.inner, value, changed, field.way));
}

/** What an entry of a list is called: its first texts. */
function titleOf(field, entry, place) {
  const texts = field.inner.map((one) => entry[one.name]).filter((one) => typeof one === "string" && one);
  return `${place + 1}. ${texts.slice(0, 2).join(" ").slice(0, 70) || "new"}`;
}

function groups(field, value, changed) {
  const entries = value.map((one) => ({ ...one }));
  const box = make("div", { class: "desk-entries" });
  const emit = () => changed(entries.map((one) => ({ ...one })));
  const draw = (open) => {
    box.replaceChildren(...entries.map((entry, place) => {
      const summary = make("summary", null, titleOf(field, entry, place));
      const inner = fieldsOf(field.inner, entry, (one) => {
        Object.assign(entry, one);
        summary.textContent = titleOf(field, entry, place);
        emit();
      }, `${field.way}.${place}`);
      const move = (to) => {
        entries.splice(to, 0, ...entries.splice(place, 1));
        draw(to);
        emit();
      };
      const of = `of ${field.label.toLowerCase()} ${place + 1}`;
      return make("details", { open: place === open, "data-entry": `${field.way}.${place}` }, summary, make("div", { class: "desk-inner" }, inner,
        make("div", { class: "desk-row" },
          place ? button("Up", () => move(place - 1), { "aria-label": `Up: order ${of}` }) : null,
          place < entries.length - 1 ? button("Down", () => move(place + 1), { "aria-label": `Down: order ${of}` }) : null,
          button("Delete", () => { entries.splice(place, 1); draw(); emit(); box.lastChild.focus(); }, { "aria-label": `Delete ${field.label.toLowerCase()} ${place + 1}` }))));
    }), button("Add", () => {
      entries.push({});
      draw(entries.length - 1);
      box.querySelector("details[open] input, details[open] textarea").focus();
    }, { "aria-label": `Add to ${field.label.toLowerCase()}` }));
  };
  draw();
  return box;
}

/** Show at their fields what is wrong with them; what no field shows is given back. `more` gives what settles one. */
export function showProblems(root, problems, more) {
  for (const wrong of root.querySelectorAll(".desk-wrong")) {
    wrong.hidden = true;
    wrong.replaceChildren();
  }
  return problems.filter((problem) => {
    // What import concluded is shown with its own buttons.
    if (/^derived-/.test(problem.code)) return false;
    const box = fieldAt(root, problem.at);
    const wrong = box && box.querySelector(":scope > .desk-wrong");
    if (!wrong) return true;
    wrong.hidden = false;
    wrong.classList.toggle("desk-error", problem.severity === "error");
    const input = box.querySelector(":scope > input, :scope > textarea");
    wrong.append(make("span", null, make("b", null, `${problem.severity}: `), rich(`${problem.message}. ${problem.help}`),
      more ? more(problem) : "",
      input ? remedies(problem).map((text) => button(`Write ${text}`, () => fill(input, text))) : ""));
    return false;
  });
}

/** What a remedy says is to be written instead, where that is the whole remedy. */
function remedies({ help }) {
  const parts = /^(?:write|add the hour, such as) (`[^`]+`(?:,? or `[^`]+`)*)$/.exec(help || "");
  return parts ? parts[1].split("`").filter((_, place) => place % 2) : [];
}

function fill(input, text) {
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.focus();
}

/** The field that the way of a problem leads to, or the nearest one above it. */
export function fieldAt(root, way) {
  for (let at = way; at; at = at.replace(/\.?[^.]*$/, "")) {
    const found = root.querySelector(`[data-field="${CSS.escape(at)}"]`);
    if (found) return found;
  }
  return null;
}

/** Open everything around a field, and go to it. */
export function goToField(root, way) {
  const entry = way.split(".").slice(0, 2).join(".");
  const details = root.querySelector(`[data-entry="${CSS.escape(entry)}"]`);
  if (details) details.open = true;
  const box = fieldAt(root, way);
  const input = box && (box.querySelector("input, textarea, select") || box.querySelector("summary, button"));
  if (input) {
    input.scrollIntoView({ block: "center" });
    input.focus();
    if (input.select && input.type === "text") input.select();
  }
}
