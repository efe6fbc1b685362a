/* The page of digests: a day or a week, its briefs in their order, a text above them, and the message as it would be. */

import { ask, button, freshId, make, problemText, rich, Unanswered } from "./dom.js";
import { keysOfPage } from "./keys.js";
import { choice } from "./kept.js";

const ORDERS = { day: "As on the site", weight: "Leads and weights first", given: "My own order" };
const PAUSE = 350;
const main = document.querySelector("main");
const notice = make("div", { class: "desk desk-message", role: "status" });
document.body.append(notice);

const day = make("input", { type: "date", id: freshId() });
const week = make("input", { type: "checkbox", id: freshId() });
const order = make("select", { id: freshId() }, Object.entries(ORDERS).map(([value, label]) => make("option", { value }, label)));
const opening = make("textarea", { id: freshId(), rows: 4 });
const briefs = make("ul", { class: "new-items digest-briefs" });
const count = make("p", { class: "desk-help", role: "status" });
const problems = make("div", { role: "alert" });
const shown = make("iframe", { class: "digest-shown", title: "The message as it would be" });
const files = make("div", { class: "desk-row" });

let rows = [];
let ticked = new Set();
let name = "";
let latest = 0;

function showMessage(text, ...more) {
  notice.replaceChildren(make("p", null, text, ...more), button("×", () => notice.replaceChildren(), { "aria-label": "Close this message" }));
}

/** What is asked for, as the preview reads it. */
function asked() {
  const only = rows.filter((row) => ticked.has(row.slug)).map((row) => row.slug);
  const own = order.value === "given" || only.length < rows.length;
  return { day: day.value, week: week.checked, opening: opening.value, only: own ? only : [], order: order.value === "given" && !only.length ? "" : order.value };
}

/** Ask for the digest; `anew` where the days are others, so that all their briefs are in it. */
async function draw(anew) {
  if (anew) rows = [];
  latest += 1;
  const number = latest;
  if (rows.length && !ticked.size) {
    show({ problems: [{ message: "No brief is ticked.", help: "" }] });
    return;
  }
  let answer;
  try {
    answer = await ask("digest/make", asked());
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    showMessage(error.message);
    return;
  }
  if (number !== latest) return;
  if (answer.problems.length) {
    show(answer);
    return;
  }
  take(answer.rows, anew);
  if (anew && !day.value && rows.length) {
    day.value = rows[0].day;
    if (takeOpening()) {
      await draw(false);
      return;
    }
  }
  if (order.value === "weight") {
    const place = (row) => (answer.shown.includes(row.slug) ? answer.shown.indexOf(row.slug) : rows.length);
    rows.sort((one, other) => place(one) - place(other));
  }
  show(answer);
}

/** Take over the briefs that the days have now; where all were ticked, new ones are ticked too. */
function take(now, anew) {
  const all = anew || ticked.size === rows.length;
  const had = new Set(rows.map((row) => row.slug));
  const fresh = now.filter((row) => !had.has(row.slug));
  const known = new Map(now.map((row) => [row.slug, row]));
  rows = order.value === "given" ? [...rows.map((row) => known.get(row.slug)).filter(Boolean), ...fresh] : [...now];
  ticked = new Set(rows.map((row) => row.slug).filter((slug) => (had.has(slug) ? ticked.has(slug) : all)));
}

function show(answer) {
  problems.replaceChildren(...answer.problems.map((one) => make("p", { class: "desk-wrong desk-error" }, rich(problemText(one)))));
  const made = !answer.problems.length;
  name = made ? answer.name : "";
  files.hidden = !made;
  shown.hidden = !made;
  if (made) {
    const cut = ticked.size - answer.shown.length;
    count.textContent = `${answer.heading}: ${rows.length === 1 ? "1 brief" : `${rows.length} briefs`}, ${answer.shown.length} in the digest, ${(answer.size / 1000).toFixed(1)} kB.`
      + (cut > 0 ? ` ${cut} more would make it longer than mail programs show; it links to them.` : "");
    shown.src = `/_desk/digest/shown.html?${latest}`;
    files.replaceChildren(button("Write its files", write, { class: "desk-main" }),
      ...[["eml", "Message"], ["html", "Page"], ["txt", "Text"]].map(([ending, label]) => make("a", { class: "desk-file", href: `/_desk/digest/${name}.${ending}`, download: "" }, `${label} (.${ending})`)));
  } else {
    count.textContent = "";
  }
  drawBriefs();
}

function drawBriefs() {
  const active = document.activeElement;
  const kept = active && briefs.contains(active) ? [active.dataset.slug, active.dataset.does] : null;
  briefs.replaceChildren(...rows.map((row, place) => {
    const box = make("input", { type: "checkbox", id: freshId(), checked: ticked.has(row.slug), "data-slug": row.slug, "data-does": "tick" });
    box.addEventListener("change", () => {
      if (box.checked) ticked.add(row.slug);
      else ticked.delete(row.slug);
      draw(false);
    });
    const move = (label, to, does) => button(label, () => moved(place, to), { "aria-label": `${label}: ${row.title}`, disabled: to < 0 || to >= rows.length, "data-slug": row.slug, "data-does": does });
    return make("li", null, box, make("label", { htmlFor: box.id, class: "digest-title" }, row.title),
      make("span", { class: "desk-help" }, [row.day, row.lead ? "lead" : "", row.weight === null ? "" : `weight ${row.weight}`].filter(Boolean).join(", ")),
      make("span", { class: "desk-row" }, move("Up", place - 1, "up"), move("Down", place + 1, "down")));
  }));
  if (!kept) return;
  const same = [...briefs.querySelectorAll("[data-slug]")].filter((one) => one.dataset.slug === kept[0] && !one.disabled);
  const next = same.find((one) => one.dataset.does === kept[1]) || same.find((one) => one.dataset.does !== "tick") || same[0];
  if (next) next.focus();
}

function moved(from, to) {
  rows.splice(to, 0, ...rows.splice(from, 1));
  order.value = "given";
  drawBriefs();
  draw(false);
}

async function write() {
  try {
    const answer = await ask("digest/write", asked());
    showMessage(answer.problems.length ? answer.problems.map(problemText).join(" ") : `Written: ${answer.paths.join(", ")}.`);
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    showMessage(error.message);
  }
}

/** The opening that was typed for the day or week that is chosen: what is said of one day is wrong on another. */
function openingOf() {
  return `digest-opening:${location.host}:${day.value}${week.checked ? " week" : ""}`;
}

function takeOpening() {
  opening.value = choice(openingOf());
  return opening.value !== "";
}

let typing = 0;
opening.addEventListener("input", () => {
  choice(openingOf(), opening.value);
  clearTimeout(typing);
  typing = setTimeout(() => draw(false), PAUSE);
});
for (const one of [day, week]) one.addEventListener("change", () => { takeOpening(); draw(true); });
order.addEventListener("change", () => draw(false));

function labelled(input, label, help) {
  const helpText = help ? make("span", { class: "desk-help", id: freshId() }, help) : "";
  if (help) input.setAttribute("aria-describedby", helpText.id);
  return make("p", null, make("label", { htmlFor: input.id }, label), input, helpText);
}

main.append(
  make("form", { class: "new-form", onsubmit: (event) => event.preventDefault() },
    make("div", { class: "new-columns" }, labelled(day, "Day"), make("p", null, week, make("label", { htmlFor: week.id }, " The whole week of that day")), labelled(order, "Order")),
    labelled(opening, "Opening", "A text above the briefs of this day or week, in Markdown; kept in this browser")),
  problems,
  make("section", { "aria-labelledby": "digest-of" }, make("h2", { id: "digest-of" }, "Briefs"), count, briefs),
  make("section", { "aria-labelledby": "digest-message" }, make("h2", { id: "digest-message" }, "Message"), files, shown),
);

/** A file has changed: what is chosen here stays, as far as it is still public. */
async function follow() {
  try {
    const answer = await ask("digest/make", { ...asked(), opening: "", only: [], order: "" });
    if (!answer.problems.length) take(answer.rows, !rows.length);
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
  }
  await draw(!rows.length);
}

class Follow {
  reload() {
    follow();
    return true;
  }
}
Follow.identifier = "desk";
Follow.version = "1";
if (window.LiveReload) window.LiveReload.addPlugin(Follow);
else window.LiveReloadPluginDesk = Follow;

keysOfPage([
  ["d", "the day", () => day],
  ["o", "the text above the briefs", () => opening],
  ["b", "the briefs", () => briefs.querySelector("input")],
  ["w", "write its files", () => files.querySelector("button")],
]);
document.querySelector("nav [aria-current]").scrollIntoView({ block: "nearest", inline: "center" });
draw(true).then(() => { document.documentElement.dataset.desk = "ready"; });
