/* What a reader chooses, and what they have seen: kept in this browser alone, and sent to nobody. It is loaded before
   the page is drawn, so that no page shows other colours or sizes first. Every page works without it. */
(function () {
  "use strict";

  var doc = document;
  var root = doc.documentElement;
  var base = new URL("../", doc.currentScript.src).pathname;

  function store(name) {
    try { return window[name]; } catch (error) { return null; /* storage may be switched off */ }
  }

  function get(name, key) {
    try { return JSON.parse(store(name).getItem(base + key)); } catch (error) { return null; }
  }

  function put(name, key, value) {
    try { store(name).setItem(base + key, JSON.stringify(value)); } catch (error) { /* nothing is kept then */ }
  }

  /* 1. Reading settings. Each is an attribute of the page; the style sheet and the other scripts read it there. */

  var settings = get("localStorage", "settings") || {};

  /* The values of each setting, in the order of their words; an empty one is what the site is without settings. */
  var VALUES = {
    size: ["small", "", "large", "larger"],
    theme: ["", "light", "dark"],
    notes: ["", "hidden"],
    cards: ["", "off"],
    keys: ["", "off"]
  };

  function apply() {
    Object.keys(VALUES).forEach(function (name) {
      if (settings[name]) root.dataset[name] = settings[name];
      else delete root.dataset[name];
    });
  }

  root.classList.add("scripted");
  apply();

  function make(tag, name, text) {
    var element = doc.createElement(tag);
    if (name) element.className = name;
    if (text) element.textContent = text;
    return element;
  }

  function formOf(box) {
    var form = make("form");
    Object.keys(VALUES).forEach(function (name) {
      var words = box.dataset[name].split("|");
      var field = make("fieldset");
      field.append(make("legend", "", words[0]));
      VALUES[name].forEach(function (value, at) {
        var label = make("label");
        var input = make("input");
        input.type = "radio";
        input.name = name;
        input.value = value;
        input.checked = (settings[name] || "") === value;
        label.append(input, " " + words[at + 1]);
        field.append(label, " ");
      });
      form.append(field);
    });
    form.append(make("p", "", box.dataset.kept));
    return form;
  }

  function settle(box) {
    var form = formOf(box);
    box.append(form);
    form.addEventListener("change", function (event) {
      settings[event.target.name] = event.target.value;
      put("localStorage", "settings", settings);
      apply();
    });
    addEventListener("storage", function (event) {
      if (event.key !== base + "settings") return;
      settings = get("localStorage", "settings") || {};
      apply();
    });
    doc.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !box.open) return;
      box.open = false;
      box.querySelector("summary").focus();
    });
    doc.addEventListener("click", function (event) { if (!box.contains(event.target)) box.open = false; });
  }

  /* 2. Visits. What was there at the last visit is compared with what is there now. A visit lasts some hours in its tab,
     so that the Back button shows again what was shown. */

  var VISIT = 4 * 3600 * 1000;

  function lastVisit(key, now) {
    var visit = get("sessionStorage", key);
    if (!visit || Date.now() - visit.since > VISIT) {
      visit = {since: Date.now(), before: get("localStorage", key)};
      put("sessionStorage", key, visit);
    }
    addEventListener("pagehide", function () { put("localStorage", key, now); });
    return visit.before;
  }

  function today() {
    return new Date().toISOString();
  }

  function dayOf(moment) {
    return new Intl.DateTimeFormat(root.lang, {day: "numeric", month: "long", year: "numeric"}).format(new Date(moment));
  }

  function filled(text, values) {
    return text.replace(/\{(\w+)\}/g, function (_, name) { return values[name]; });
  }

  function counted(number) {
    return new Intl.NumberFormat(root.lang).format(number);
  }

  function story(steps) {
    var items = Array.from(steps.children);
    var key = "seen:" + steps.dataset.story;
    var before = lastVisit(key, {step: items[0].id, at: today()});
    if (!before) return;
    var at = items.findIndex(function (item) { return item.id === before.step; });
    var words = {date: dayOf(before.at)};
    if (at < 0) return;
    if (!at) {
      steps.before(make("p", "meta visited", filled(steps.dataset.nothing, words)));
      return;
    }
    var heading = make("li", "new-since");
    heading.append(make("p", "small-title", filled(steps.dataset["new"], words)));
    steps.prepend(heading);
    // Somebody else's address of a step shows that step.
    var older = items.slice(at);
    var fold = make("details");
    fold.open = older.some(function (item) { return "#" + item.id === location.hash; }) || !!get("sessionStorage", key + ":open");
    fold.addEventListener("toggle", function () { put("sessionStorage", key + ":open", fold.open); });
    var list = make("ol", "story-steps");
    list.append.apply(list, older);
    fold.append(make("summary", "", filled(steps.dataset.seen, {count: counted(older.length)})), list);
    var item = make("li", "seen");
    item.append(fold);
    steps.append(item);
  }

  function home(folio) {
    var links = Array.from(doc.querySelectorAll(".lead-title > a, .card .card-title > a"));
    var now = {at: today(), briefs: {}};
    links.forEach(function (link) { now.briefs[link.pathname] = link.dataset.changed || ""; });
    var before = lastVisit("front", now);
    if (!before) return;
    var found = 0;
    links.forEach(function (link) {
      var known = before.briefs[link.pathname];
      if (known === now.briefs[link.pathname]) return;
      found += 1;
      link.after(" ", make("span", "fresh", known === undefined ? folio.dataset["new"] : folio.dataset.changed));
    });
    var text = found ? folio.dataset.since : folio.dataset.nothing;
    folio.append(" ", make("span", "since", filled(text, {date: dayOf(before.at), count: counted(found)})));
  }

  /* 3. Lists that a reader keeps: briefs to read later, and pages that they follow. */

  var lists = {
    of: function (name) { return get("localStorage", "list:" + name) || {}; },
    keep: function (name, kept) { put("localStorage", "list:" + name, kept); },
    base: base
  };
  window.readerLists = lists;

  var started = false;

  /* What depends on the page, once: the script that the page waits for calls it, so that nothing moves. */
  window.readerStart = function () {
    if (started) return;
    started = true;
    var box = doc.querySelector(".settings");
    var steps = doc.querySelector(".story-steps[data-story]");
    var folio = doc.querySelector(".folio[data-since]");
    if (box) settle(box);
    if (steps && steps.children.length) story(steps);
    if (folio) home(folio);
  };
  doc.addEventListener("DOMContentLoaded", window.readerStart);
})();
