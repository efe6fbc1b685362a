/* The page for new briefs: an empty one, or articles that are dropped, pasted or fetched, and looked at before they are imported. */

import { account } from "./new-account.js";
import { ask, button, freshId, give, make, problemText, rich, Unanswered } from "./dom.js";
import { suggest, tokens } from "./names.js";
import { keysOfPage } from "./keys.js";
import { keep, takeKept } from "./kept.js";

const main = document.querySelector("main");
const notice = make("div", { class: "desk desk-message", role: "status" });
const areas = { brief: area("new-brief", "An empty brief"), add: area("new-add", "Articles to import"), pending: area("new-pending", "To import"),
  account: area("new-account", "What importing would do"), done: area("new-done", "Imported") };
let state = { revision: -1, items: [], cuts: [], options: {}, account: null, doing: "", last: null };
let shown = null;

main.replaceChildren(make("h1", null, "New"), ...Object.values(areas));
document.body.append(notice);

function area(id, title) {
  return make("section", { id, "aria-labelledby": `${id}-title` }, make("h2", { id: `${id}-title`, tabIndex: -1 }, title), make("div"));
}

/** Draw an area anew, unless it is as it was; the focus stays, or goes to its heading where its element is gone. */
function draw(where, key, nodes, hidden) {
  where.hidden = Boolean(hidden);
  if (where.dataset.drawn === key) return;
  where.dataset.drawn = key;
  const inside = where.contains(document.activeElement);
  const at = inside ? document.activeElement.dataset.key : "";
  const open = Array.from(where.querySelectorAll("details[open]")).map((one) => one.dataset.key);
  where.lastChild.replaceChildren(...(hidden ? [] : nodes()).flat(Infinity).filter(Boolean));
  for (const one of where.querySelectorAll("details")) if (open.includes(one.dataset.key)) one.open = true;
  if (!inside || hidden) return;
  const same = at && where.querySelector(`[data-key="${CSS.escape(at)}"]`);
  (same && !same.disabled ? same : where.querySelector("h2")).focus();
}

function showMessage(text) {
  notice.replaceChildren(make("p", null, rich(text)), button("×", () => notice.replaceChildren(), { "aria-label": "Close this message" }));
}

/** Ask something of the import, and show what it is now; null where there was no answer. */
async function change(question, data, file) {
  try {
    const answer = await (file ? give(`new/${question}`, data, file) : ask(`new/${question}`, data));
    show(answer);
    return answer;
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    showMessage(error.message);
    return null;
  }
}

let following = false;

/** Follow what the preview does until it has ended. */
async function follow() {
  if (following) return;
  following = true;
  while (state.doing) {
    await new Promise((resolve) => { setTimeout(resolve, 300); });
    if (!(await change("state", { have: shown }))) break;
  }
  following = false;
}

function show(answer) {
  const before = state;
  state = answer;
  if (state.account) shown = state.revision;
  else if (state.looked) state.account = before.account;
  else shown = null;
  const texts = state.messages.map((one) => `${/^_desk/.test(one.path) ? "" : `\`${one.path}\`: `}${problemText(one)}`);
  if (texts.length) showMessage(texts.join("\n"));
  // What was done before the page was opened is no news.
  else if (before.revision >= 0 && state.done && state.done !== before.done) showMessage(state.done);
  drawPending();
  drawDone(before);
  if (state.doing) follow();
  else if (brought && state.account) leadToAccount();
}

/** Lead to the account of what was brought, which is below the forms; not away from a brief that is being typed. */
let brought = false;
function leadToAccount() {
  brought = false;
  const heading = areas.account.querySelector("h2");
  if (areas.brief.contains(document.activeElement)) showMessage("What importing would do is told below the forms.");
  else {
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "start" });
  }
}

/* An empty brief -------------------------------------------------------- */

function labelled(label, input, help) {
  const id = input.id || freshId();
  input.id = id;
  const about = help ? make("p", { class: "desk-help", id: `${id}-help` }, help) : "";
  if (help) input.setAttribute("aria-describedby", `${id}-help`);
  return make("div", { class: "desk-field" }, make("label", { htmlFor: id }, label), input, about);
}

function today() {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
}

async function drawBrief() {
  const kept = await takeKept("new:brief") || {};
  const values = { title: "", date: today(), language: "", story: "", outlet: "", tags: [], ...kept };
  const inputs = {};
  const keepValues = () => keep("new:brief", values);
  const text = (name, label, help, more) => {
    const input = make("input", { type: "text", autocomplete: "off", ...more, value: values[name], name });
    input.addEventListener("input", () => { values[name] = input.value; keepValues(); });
    inputs[name] = input;
    return labelled(label, input, help);
  };
  const tagsId = freshId();
  const wrong = make("p", { class: "desk-wrong desk-error", role: "alert", hidden: true });
  const form = make("form", { class: "new-form" },
    text("title", "Title *", "", { required: true }),
    make("div", { class: "new-columns" },
      text("date", "Day", "", { type: "date" }),
      text("outlet", "Outlet of its source"),
      text("story", "Story"),
      text("language", "Language", "where it is not that of the site, such as de or pt-BR")),
    make("div", { class: "desk-field" }, make("label", { htmlFor: tagsId }, "Tags"),
      tokens({ id: tagsId, names: "tag", helpId: `${tagsId}-help` }, values.tags, (names) => { values.tags = names; keepValues(); }),
      make("p", { class: "desk-help", id: `${tagsId}-help` }, "Enter adds one")),
    wrong,
    make("div", { class: "desk-row" }, make("button", { type: "submit", class: "desk-main" }, "Write it")));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = await change("brief", values);
    if (!answer) return;
    wrong.hidden = !answer.wrong.length;
    wrong.replaceChildren(...answer.wrong.map((one) => make("span", null, rich(problemText(one)))));
    if (answer.url) {
      keep("new:brief", null);
      location.assign(answer.url);
    }
  });
  areas.brief.lastChild.replaceChildren(form);
  suggest(inputs.outlet, "outlet");
  suggest(inputs.story, "story");
}

/* What is brought -------------------------------------------------------- */

async function addFiles(files) {
  brought = false;
  for (const file of files) {
    if (file.size > state.limit) {
      showMessage(`\`${file.name}\`: the file has ${Math.round(file.size / 1e6)} MB; the limit is ${Math.round(state.limit / 1e6)} MB (import it with \`briefings import\`)`);
    } else if (!(await isReadable(file))) {
      showMessage(`\`${file.name}\` is a folder, or cannot be read: drop the files in it`);
    } else if (!(await change("file", { name: file.name }, file))) return;
    else brought = file === files[files.length - 1];
  }
}

/** Whether the bytes of a file can be had: those of a folder cannot. */
async function isReadable(file) {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

let pastedPage = "";
const pasted = make("textarea", { rows: 5, class: "new-paste" });
const pasteHelp = make("p", { class: "desk-help", id: "new-paste-help" });

function tellOfPaste() {
  pasteHelp.textContent = pastedPage ? "Pasted from a page: its paragraphs, links, lists and tables are kept, unless you change it here."
    : "One article or several, one after the other. What is pasted from a page keeps its paragraphs, links, lists and tables.";
}

function keepPasted() {
  keep("new:pasted", pasted.value ? { text: pasted.value, html: pastedPage } : null);
  tellOfPaste();
}

/** Take what is pasted: files at once, a page as what it is, all else as text. */
function takePaste(event, here) {
  const data = event.clipboardData;
  if (data.files.length && !data.types.includes("text/html")) {
    event.preventDefault();
    addFiles(Array.from(data.files));
    return;
  }
  const html = data.getData("text/html");
  if (here && pasted.value) return;
  if (!html && here) return;
  event.preventDefault();
  pasted.value = data.getData("text/plain") || new DOMParser().parseFromString(html, "text/html").body.innerText;
  pastedPage = html;
  keepPasted();
  pasted.focus();
}

async function drawAdd() {
  const kept = await takeKept("new:pasted");
  if (kept) {
    pasted.value = kept.text;
    pastedPage = kept.html || "";
  }
  pasted.addEventListener("input", () => { pastedPage = ""; keepPasted(); });
  pasted.addEventListener("paste", (event) => takePaste(event, true));
  pasted.setAttribute("aria-describedby", pasteHelp.id);
  const pasteId = freshId();
  pasted.id = pasteId;
  const files = make("input", { type: "file", multiple: true, id: freshId(), class: "new-files" });
  files.addEventListener("change", async () => { await addFiles(Array.from(files.files)); files.value = ""; });
  const address = make("input", { type: "text", inputMode: "url", autocomplete: "off", placeholder: "https://…", spellcheck: false });
  const addressForm = make("form", { class: "new-form" }, labelled("Or a web address", address, "Fetched once, now. Addresses of private networks are refused unless they are named by their number."),
    make("button", { type: "submit" }, "Fetch it"));
  addressForm.addEventListener("submit", async (event) => {
    event.preventDefault();
    brought = Boolean(address.value.trim());
    if (brought && (await change("address", { address: address.value }))) address.value = "";
  });
  const textForm = make("form", { class: "new-form" },
    make("div", { class: "desk-field" }, make("label", { htmlFor: pasteId }, "Or paste a text or a page"), pasted, pasteHelp),
    make("button", { type: "submit" }, "Add this text"));
  textForm.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!pasted.value.trim()) {
      showMessage("Paste or write a text first.");
      pasted.focus();
      return;
    }
    brought = true;
    if (await change("text", pastedPage ? { html: pastedPage } : { text: pasted.value })) {
      pasted.value = "";
      pastedPage = "";
      keepPasted();
      if (brought) areas.pending.querySelector("h2").focus();
    }
  });
  areas.add.lastChild.replaceChildren(
    make("div", { class: "new-drop" }, make("label", { htmlFor: files.id }, "Drop files here, or choose them"), files,
      make("p", { class: "desk-help" }, "Every format that import reads: text, web pages, Word, PDF, mail, feeds, tables, archives and others.")),
    textForm, addressForm);
  tellOfPaste();
}

let depth = 0;
const dragsFiles = (event) => event.dataTransfer && Array.from(event.dataTransfer.types).includes("Files");
addEventListener("dragenter", (event) => { if (dragsFiles(event)) { depth += 1; document.body.classList.add("new-dragged"); } });
addEventListener("dragleave", (event) => { if (dragsFiles(event)) { depth -= 1; if (depth <= 0) document.body.classList.remove("new-dragged"); } });
addEventListener("dragover", (event) => { if (dragsFiles(event)) event.preventDefault(); });
addEventListener("drop", (event) => {
  depth = 0;
  document.body.classList.remove("new-dragged");
  if (!dragsFiles(event)) return;
  event.preventDefault();
  addFiles(Array.from(event.dataTransfer.files));
});
addEventListener("paste", (event) => {
  if (!/^(input|textarea)$/i.test(event.target.tagName || "")) takePaste(event, false);
});

/* What is to be imported, and the account of it -------------------------------------- */

function sizeOf(bytes) {
  return bytes < 1e3 ? `${bytes} bytes` : bytes < 1e6 ? `${Math.round(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function drawPending() {
  const { items, doing, options } = state;
  const none = !items.length && !doing;
  draw(areas.pending, JSON.stringify([items, doing, options]), () => [
    make("p", { class: "new-doing", role: "status" }, doing ? `${doing[0].toUpperCase()}${doing.slice(1)}…` : ""),
    make("ul", { class: "new-items" }, items.map(pendingItem)),
    items.length > 1 ? button("Remove all", () => change("remove", { ids: "all" }), { "data-key": "remove-all" }) : "",
    items.length ? optionsForm() : "",
    make("p", { class: "desk-help" }, "Kept in the folder .cache of the site until it is imported or removed, also when this page is closed or the preview is stopped."),
  ], none);
  const result = state.account;
  draw(areas.account, JSON.stringify([result, state.cuts, Boolean(doing)]), () => (result ? account(state, change) : []), !result);
}

function pendingItem(item) {
  const format = make("select", { "aria-label": `Read ${item.name} as`, "data-key": `format-${item.id}` },
    ["", ...state.formats].map((one) => make("option", { value: one }, one || "as recognised")));
  format.value = item.format;
  format.addEventListener("change", () => change("format", { id: item.id, format: format.value }));
  return make("li", null, make("span", { class: "desk-value" }, item.name), make("span", { class: "desk-help" }, sizeOf(item.size)), format,
    button("Remove", () => change("remove", { ids: [item.id] }), { "aria-label": `Remove ${item.name}`, "data-key": `remove-${item.id}` }));
}

function optionsForm() {
  const inputs = {};
  const field = (name, label, help) => {
    inputs[name] = make("input", { type: "text", autocomplete: "off", value: state.options[name], "data-key": `option-${name}` });
    return labelled(label, inputs[name], help);
  };
  const again = make("input", { type: "checkbox", id: freshId(), checked: state.options.again, "data-key": "option-again" });
  const wrong = make("p", { class: "desk-wrong desk-error", role: "alert", hidden: true });
  const form = make("form", { class: "new-form" }, make("div", { class: "new-columns" },
    field("outlet", "Outlet"), field("date", "Date", "2023, 2023-05 or 2023-05-12"), field("language", "Language", "such as de or pt-BR")),
  make("p", null, again, make("label", { htmlFor: again.id }, " Bring back articles whose briefs were deleted or taken back")), wrong,
  make("button", { type: "submit", "data-key": "option-set" }, "Set for all of it"));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = await change("options", { ...Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.value])), again: again.checked });
    if (!answer) return;
    wrong.hidden = !answer.wrong.length;
    wrong.replaceChildren(...answer.wrong.map((one) => make("span", null, rich(problemText(one)))));
  });
  suggest(inputs.outlet, "outlet");
  return make("section", { class: "new-all", "aria-label": "What holds for all of it" }, make("h3", null, "What holds for all of it"), form);
}

function drawDone(before) {
  const { last, gone } = state;
  draw(areas.done, JSON.stringify([last, gone]), () => (!last ? [
    make("p", null, "The last import was taken back."),
    make("div", { class: "desk-row" }, button("Bring it back", () => change("redo", { run: gone }), { "data-key": "redo-import" })),
  ] : [
    make("p", { class: "desk-help" }, last.files.join(", ")),
    last.made.length ? make("ul", { class: "new-items" }, last.made.map((one) => make("li", null, make("a", { href: one.url }, one.title), " ", make("span", { class: "desk-help" }, one.path)))) : make("p", null, "No new draft was written."),
    make("div", { class: "desk-row" }, button("Take this import back", () => change("undo", { run: last.run }), { "data-key": "undo-import" })),
  ]), !last && !gone);
  if (last && (!before.last || before.last.run !== last.run) && before.doing) areas.done.querySelector("h2").focus();
}

/** What the preview does when a file has changed: what is typed here stays. */
class Follow {
  reload() {
    change("state", { have: shown });
    return true;
  }
}
Follow.identifier = "desk";
Follow.version = "1";
if (window.LiveReload) window.LiveReload.addPlugin(Follow);
else window.LiveReloadPluginDesk = Follow;

await drawBrief();
await drawAdd();
keysOfPage([
  ["b", "an empty brief: its title", () => areas.brief.querySelector("input")],
  ["t", "paste or type a text", () => pasted],
  ["a", "a web address", () => areas.add.querySelector("[inputmode=url]")],
  ["f", "choose files", () => areas.add.querySelector("[type=file]")],
  ["i", "what importing would do, and its button", () => areas.account.querySelector("[data-key=import]") || (areas.pending.hidden ? null : areas.pending.querySelector("h2"))],
  ["d", "what was imported last", () => (areas.done.hidden ? null : areas.done.querySelector("a, button"))],
]);
change("state", {}).then(() => { document.documentElement.dataset.desk = "ready"; });
