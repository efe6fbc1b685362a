/* Drafts: filters, grouped by import, and changes of many at once with a look at what they will do. */

import { ask, button, make, openDialog, problemText, rich, Unanswered } from "./dom.js";
import { gateContent } from "./gate-view.js";
import { askList, briefLink, choice, fileLink, keyed, list, press, refresh, showMessage, setFilter, emit, words } from "./list-store.js";

const STATES = [["", "Drafts"], ["waiting", "Held back by a time"], ["public", "Public"]];
const SURE = 0.9;
const bar = make("div", { class: "desk bulk", role: "region", "aria-label": "Selected briefs", hidden: true });
document.body.append(bar);

const FILTERS = {
  run: (item) => [item.run],
  outlet: (item) => item.outlets || [],
  tag: (item) => item.tags || [],
  lang: (item) => [item.lang],
};
const CHECKS = [["", "All"], ["errors", "With errors or warnings"], ["guesses", "With unconfirmed guesses"], ["unsure", "Boundaries unsure"], ["sure", "Boundaries sure"], ["ready", "Nothing open"]];

function passes(item, name, value) {
  if (!value) return true;
  if (name === "q") {
    const text = [item.title, item.summary, item.path, ...(item.outlets || []), ...(item.tags || [])].join(" ").toLowerCase();
    return value.toLowerCase().split(/\s+/).every((word) => text.includes(word));
  }
  if (name === "check") {
    const open = item.problems.length > 0;
    const guesses = (item.derived || []).length > 0 || Boolean(item.suggested);
    return { errors: open, guesses, unsure: item.confidence && Number(item.confidence) < SURE, sure: item.confidence && Number(item.confidence) >= SURE, ready: !open && !guesses && !item.unread }[value];
  }
  return !FILTERS[name] || FILTERS[name](item).includes(value);
}

function filtered(items, without) {
  return items.filter((item) => ["q", "check", ...Object.keys(FILTERS)].every((name) => name === without || passes(item, name, list.filters[name])));
}

function runName(id) {
  const run = list.state.more.imports.find((one) => one.id === id);
  return run ? `${run.files}${run.at ? ` · ${run.at}` : ""}` : "Written by hand";
}

/** The options of a filter, each with how many entries it would leave. */
function options(name, label) {
  const counts = new Map();
  for (const item of filtered(list.state.items, name)) for (const value of FILTERS[name](item)) counts.set(value, (counts.get(value) || 0) + 1);
  const values = [...counts].filter(([value]) => value).sort((a, b) => (name === "run" ? 0 : b[1] - a[1]));
  return [["", "All"], ...values.map(([value, count]) => [value, `${label ? label(value) : value} (${count})`])];
}

let built = "";

function tools(root) {
  const shape = JSON.stringify([list.state.items.map((one) => [one.run, one.outlets, one.tags, one.lang]), list.filters, list.state.more]);
  if (built === shape) return;
  built = shape;
  const active = document.activeElement && root.contains(document.activeElement) ? document.activeElement.name : "";
  const at = active ? document.activeElement.selectionStart : 0;
  const field = (name, label, own) => {
    const one = choice(label, own, list.filters[name] || "", (value) => setFilter(name, value));
    one.querySelector("select").name = name;
    return one;
  };
  const search = make("input", { type: "search", name: "q", value: list.filters.q || "", placeholder: "Headline, summary, file …", "aria-label": "Text", "aria-keyshortcuts": "/", oninput: (event) => setFilter("q", event.target.value) });
  const state = choice("State", STATES, list.filters.state || "", (value) => { setFilter("state", value); emit("again"); });
  const filters = Object.keys(list.filters).filter((name) => name !== "state");
  root.replaceChildren(make("div", { class: "filters", role: "search" },
    make("div", { class: "choice wide" }, make("span", { class: "label", "aria-hidden": "true" }, "Text"), search),
    field("run", "Import", options("run", runName)), field("outlet", "Outlet", options("outlet")),
    field("tag", "Tag", options("tag")), field("lang", "Language", options("lang")), field("check", "Confidence", CHECKS), state,
    filters.length ? button("Clear filters", () => { for (const name of filters) setFilter(name, ""); }) : ""));
  if (active) {
    const again = root.querySelector(`[name="${active}"]`);
    if (again) again.focus();
    if (again && again.setSelectionRange && active === "q") again.setSelectionRange(at, at);
  }
}

function entries(state) {
  const items = filtered(state.items);
  const order = [...state.more.imports.map((one) => one.id), ""];
  const out = [];
  for (const run of order) {
    const own = items.filter((item) => (order.includes(item.run) ? item.run : "") === run);
    own.sort((a, b) => Boolean(b.unread) - Boolean(a.unread) || (b.date || "").localeCompare(a.date || "") || a.title.localeCompare(b.title));
    if (own.length) out.push({ heading: true, key: `import ${run}`, title: runName(run), count: own.length, run }, ...own);
  }
  return out;
}

function heading(entry) {
  const all = () => {
    for (const one of entries(list.state)) if (!one.heading && (one.run || "") === entry.run) list.selected.add(one.key);
    emit("selected");
  };
  return make("div", { class: "group", "data-group": entry.key }, make("h2", { dir: "auto" }, entry.title),
    make("span", { class: "quiet" }, `${entry.count} ${entry.count === 1 ? "brief" : "briefs"}`), button("Select all", all, { "aria-label": `Select all of ${entry.title}` }));
}

function chips(item) {
  const severities = item.problems.reduce((all, one) => ({ ...all, [one.severity]: (all[one.severity] || 0) + 1 }), {});
  const count = (kind) => severities[kind] && make("span", { class: `chip ${kind}` }, `${severities[kind]} ${kind}${severities[kind] > 1 ? "s" : ""}`);
  const sure = Number(item.confidence);
  return [count("error"), count("warning"),
    item.confidence && sure < SURE ? make("span", { class: "chip", title: "how sure import is that the article starts and ends there" }, `boundaries ${Math.round(sure * 100)} % sure`) : "",
    item.derived && item.derived.length ? make("span", { class: "chip guess" }, `not confirmed: ${item.derived.join(", ")}`) : "",
    item.suggested ? make("span", { class: "chip guess" }, `suggested story: ${item.suggested}`) : "",
    item.held ? make("span", { class: "chip" }, item.held) : ""].filter(Boolean);
}

function draw(item) {
  const facts = [item.when || (item.unread ? "" : "no date"), ...(item.outlets || []), ...(item.tags || []).map((tag) => `#${tag}`), item.story && `story ${item.story}`];
  const edit = item.unread ? `/_desk/edit/?path=${encodeURIComponent(item.path)}` : `${item.url}#desk-edit`;
  const isDraft = !(list.filters.state);
  const one = [item.path];
  return [
    make("p", { class: "facts", dir: "auto" }, facts.filter(Boolean).join(" · ")),
    item.summary ? words(item.summary, "p", { class: "summary", lang: item.lang || undefined }) : "",
    item.unread ? make("p", { class: "facts" }, "This file cannot be read, so its brief is left out.") : make("p", { class: "chips" }, chips(item)),
    item.problems.length ? make("ul", { class: "problems" }, item.problems.slice(0, 4).map((problem) => make("li", { class: problem.severity }, problem.severity === "pending" ? "" : `${problem.severity}: `, rich(problem.message))),
      item.problems.length > 4 ? make("li", null, `and ${item.problems.length - 4} more`) : "") : "",
    make("div", { class: "desk-row actions" },
      item.unread || !isDraft ? "" : keyed("Publish…", "p", () => publishOne(item), { about: item.title, class: "desk-main" }),
      make("a", { class: "button", href: edit, "data-key": "e", "aria-keyshortcuts": "e", "aria-label": `Edit: ${item.title}` }, "Edit", make("kbd", { "aria-hidden": "true" }, "e")),
      item.derived && item.derived.length ? keyed("Confirm guesses", "c", () => press("confirm", { path: item.path }), { about: item.title }) : "",
      item.unread ? "" : isDraft ? keyed("Reject…", "d", () => rejectAll(one), { about: item.title }) : keyed("Hold back", "h", () => press("bulk", { bulk: "hold", paths: one }), { about: item.title }),
      fileLink(item)),
  ];
}

/* Changes of many ------------------------------------------------------- */

function chosen() {
  return entries(list.state).filter((one) => !one.heading && list.selected.has(one.key)).map((one) => one.path);
}

function bulk() {
  const count = chosen().length;
  const had = bar.contains(document.activeElement);
  bar.hidden = !count;
  document.body.classList.toggle("has-bulk", count > 0);
  if (!count) {
    bar.replaceChildren();
    if (had) document.querySelector("#list").focus();
    return;
  }
  const text = `${count} selected`;
  if (bar.firstChild) {
    bar.querySelector("strong").textContent = text;
    return;
  }
  const run = (what) => () => change(what, chosen());
  bar.replaceChildren(make("strong", { role: "status" }, text), make("div", { class: "desk-row" },
    list.filters.state ? "" : button("Publish…", run("publish"), { class: "desk-main" }),
    list.filters.state ? button("Hold back…", run("hold")) : button("Confirm guesses…", run("confirm")),
    button("Add a tag…", () => named("tag", "Add a tag", chosen())), button("Put into a story…", () => named("story", "Put into a story", chosen())),
    list.filters.state ? "" : button("Reject…", () => rejectAll(chosen())),
    button("Clear", () => { list.selected.clear(); emit("selected"); }, { "aria-label": "Clear the selection" })));
}

const DOING = { publish: ["Publish", "published"], hold: ["Hold back", "held back"], confirm: ["Confirm guesses", "confirmed"], tag: ["Add the tag", "tagged"], story: ["Put into the story", "put into the story"] };

const OF_GUESSES = [["confirm", "Confirm it"], ["remove", "Take it out"], ["keep", "Publish it, still unconfirmed"]];

/** What becomes of what only import concluded. */
function guessChoice(value, run) {
  return make("fieldset", { class: "desk-field" }, make("legend", null, "What only import concluded"), OF_GUESSES.map(([own, text]) => make("label", null,
    make("input", { type: "radio", name: "desk-guesses", checked: own === value, onchange: () => run(own) }), ` ${text} `)));
}

function rejectAll(paths) {
  return change("reject", paths);
}

/** Show what a change would do to each brief, and make it when it is confirmed. */
async function change(what, paths, data) {
  const [verb, done] = DOING[what] || ["Reject", "rejected"];
  const inner = make("div", { class: "plan" });
  const box = openDialog(`${verb} ${paths.length === 1 ? "this brief" : `${paths.length} briefs`}?`, () => inner);
  let guesses = "confirm";
  const drawPlan = async () => {
    const asked = { bulk: what, paths, guesses, ...data };
    let plan;
    try {
      plan = (await askList("plan", asked)).briefs;
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      inner.replaceChildren(make("p", null, error.message));
      return;
    }
    const go = plan.filter((one) => !one.why);
    const stay = plan.filter((one) => one.why);
    const groups = new Map();
    for (const one of go) groups.set(one.lines.join("\n"), [...(groups.get(one.lines.join("\n")) || []), one]);
    const run = async () => {
      box.close();
      if (await press("bulk", asked)) {
        list.selected.clear();
        emit("selected");
      }
    };
    inner.replaceChildren(...[
      make("p", { role: "status" }, make("b", null, `${go.length} will be ${done}`), stay.length ? `, ${stay.length} stay as they are.` : "."),
      what === "reject" ? make("p", null, "Their files are deleted, and articles that imports brought never come back by themselves. Undo brings all of them back.") : "",
      what === "publish" ? guessChoice(guesses, (value) => { guesses = value; drawPlan(); }) : "",
      stay.length ? make("section", { class: "desk-error" }, make("h3", null, "These stay as they are"), make("ul", null, stay.map((one) => make("li", null, words(one.title), ": ", rich(one.why))))) : "",
      go.length && what !== "reject" ? make("section", null, make("h3", null, "What is written"), [...groups].slice(0, 12).map(([lines, own]) => make("div", { class: "written" },
        make("p", null, own.length === 1 ? words(own[0].title) : `${own.length} briefs`), make("pre", null, lines.split("\n").map((line) => make(line.startsWith("-") ? "del" : "ins", null, `${line}\n`))),
        own.some((one) => one.guesses.length) ? make("p", { class: "desk-help" }, "Some of it stays unconfirmed. Readers see nothing of unconfirmed dates, outlets and stories, and all the rest.") : "")),
      groups.size > 12 ? make("p", null, `and ${groups.size - 12} more kinds of changes`) : "") : "",
      what === "reject" ? make("section", null, make("h3", null, "These go"), make("ul", null, go.slice(0, 30).map((one) => make("li", null, words(one.title))), go.length > 30 ? make("li", null, `and ${go.length - 30} more`) : "")) : "",
      make("div", { class: "desk-row" }, button(`${verb} ${go.length}`, run, { class: "desk-main", disabled: !go.length }), button("Cancel", () => box.close())),
    ].filter(Boolean));
  };
  await drawPlan();
}

/** Publish one brief: with what stands against it, and what becomes public with it. */
async function publishOne(item) {
  const path = { path: item.path };
  const box = openDialog(`Publish “${item.title}”?`, () => make("div", { class: "desk-gate" }));
  const inner = box.querySelector(".desk-gate");
  const done = async (what, data) => {
    const answer = await ask("act", { do: what, ...path, ...data });
    await refresh(true);
    if (answer.problems.length) throw new Unanswered(answer.problems.map(problemText).join(" "));
    showMessage(`${answer.done[0].toUpperCase()}${answer.done.slice(1)}.`, true);
  };
  const guarded = async (run) => {
    try {
      await run();
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      inner.prepend(make("p", { class: "desk-wrong desk-error", role: "alert" }, rich(error.message)));
    }
  };
  const draw = () => guarded(async () => {
    const gate = await ask("gate", path);
    inner.replaceChildren(...gateContent(gate, {
      zone: gate.zone, box,
      settle: (what, data) => guarded(async () => { await done(what, data); await draw(); }),
      goTo: () => location.assign(`${item.url}#desk-edit`),
      look: async (when) => (await ask("gate", { ...path, when })).when,
      publish: ({ when, ...data }) => guarded(async () => { await done(when ? "schedule" : "publish", { ...data, when }); box.close(); }),
    }).filter(Boolean));
  });
  await draw();
}

/** Ask for a tag or a story, with those that the site has. */
function named(what, title, paths) {
  const names = make("datalist", { id: "desk-names" });
  const field = make("input", { id: "desk-name", list: "desk-names", autocomplete: "off", required: true });
  field.setAttribute("list", "desk-names");
  field.addEventListener("input", async () => {
    const found = await askList("names", { kind: what, typed: field.value }).catch(() => ({ names: [] }));
    names.replaceChildren(...found.names.map((one) => make("option", { value: one.value }, one.label)));
  });
  const box = openDialog(title, () => make("form", { method: "dialog", onsubmit: (event) => {
    event.preventDefault();
    if (!field.value.trim()) return;
    box.close();
    change(what, paths, { name: field.value.trim() });
  } }, make("div", { class: "desk-field" }, make("label", { htmlFor: "desk-name" }, what === "tag" ? "Tag" : "Story"), field, names),
  make("div", { class: "desk-row" }, make("button", { class: "desk-main" }, "Next"), button("Cancel", () => box.close()))));
  field.dispatchEvent(new Event("input"));
  field.focus();
}

export const drafts = {
  selectable: true,
  keys: [["x, X", "select the entry, or all up to it"], ["A", "select all that the filters leave"], ["p", "publish"], ["e", "edit"], ["c", "confirm what import concluded"], ["d", "reject"], ["h", "hold a public brief back"]],
  entries,
  heading,
  tools,
  draw,
  bulk,
  title: (item) => make("h3", null, item.unread ? make("a", { href: `/_desk/edit/?path=${encodeURIComponent(item.path)}` }, item.title) : briefLink(item)),
  empty: () => (list.state.items.length ? "Nothing passes these filters." : list.filters.state ? "There is none." : "No drafts."),
  count: (shown, state) => (shown === state.items.length ? `${shown}` : `${shown} of ${state.items.length}`),
};
