/* Small helps for readers. Every page works without them. */
(function () {
  "use strict";

  var doc = document;

  function make(tag, name, text) {
    var element = doc.createElement(tag);
    if (name) element.className = name;
    if (text) element.textContent = text;
    return element;
  }

  /* 1. The key / leads to the search. */

  function typing(element) {
    return /^(input|select|textarea)$/i.test(element.tagName) || element.isContentEditable;
  }

  doc.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    var field = doc.querySelector("#q");
    if (field) field.focus();
    else if (doc.body.dataset.search) location.href = doc.body.dataset.search;
    else return;
    event.preventDefault();
  });

  /* 2. Cards: what a name or a brief is, without leaving the text. Shown on hover and focus, may be hovered themselves,
     go away with Escape (WCAG 1.4.13). */

  var WANTED = /\/(entities|briefs)\/[^/]+\/$/;
  var known = {};
  var card = null;
  var owner = null;
  var timer = 0;

  function load(address) {
    known[address] = known[address] || fetch(address).then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.text();
    }).then(function (text) {
      var head = new DOMParser().parseFromString(text, "text/html").querySelector(".opening");
      var box = make("div", "hover-card");
      ["kicker", "title", "standfirst", "meta", "dateline"].forEach(function (part) {
        var found = head && head.querySelector(part === "title" ? "h1" : ":scope > ." + part);
        if (found) box.append(make("p", "hover-" + part, found.textContent.replace(/\s+/g, " ").trim()));
      });
      return box;
    });
    return known[address];
  }

  function hide() {
    clearTimeout(timer);
    if (card) card.remove();
    if (owner) owner.removeAttribute("aria-describedby");
    card = owner = null;
  }

  function hideSoon() {
    clearTimeout(timer);
    timer = setTimeout(hide, 250);
  }

  function place(link) {
    var spot = link.getClientRects()[0];
    var width = Math.min(340, doc.documentElement.clientWidth - 32);
    var left = Math.max(16, Math.min(spot.left, doc.documentElement.clientWidth - width - 16));
    card.style.width = width + "px";
    card.style.left = left + scrollX + "px";
    var above = spot.bottom + card.offsetHeight + 12 > innerHeight && spot.top > card.offsetHeight + 12;
    card.style.top = scrollY + (above ? spot.top - card.offsetHeight - 6 : spot.bottom + 6) + "px";
  }

  function show(link) {
    load(link.href.split("#")[0]).then(function (box) {
      if (owner !== link || !box.childNodes.length) return;
      card = box.cloneNode(true);
      card.id = "hover-card";
      card.setAttribute("role", "tooltip");
      card.addEventListener("mouseenter", function () { clearTimeout(timer); });
      card.addEventListener("mouseleave", hideSoon);
      doc.body.append(card);
      link.setAttribute("aria-describedby", "hover-card");
      place(link);
    }).catch(function () { /* the link itself still works */ });
  }

  function linkOf(event) {
    var link = event.target.closest ? event.target.closest("a[href]") : null;
    var here = link && link.closest(".text, .note-text, .points, .sentences, .timeline, .related, .entity-cards");
    return here && link.origin === location.origin && WANTED.test(link.pathname) && link.pathname !== location.pathname
      ? link : null;
  }

  function start(event) {
    var link = linkOf(event);
    if (!link) return;
    clearTimeout(timer);
    if (link === owner) return;
    hide();
    owner = link;
    timer = setTimeout(function () { show(link); }, event.type === "focusin" ? 150 : 350);
  }

  function stop(event) {
    if (owner && linkOf(event) === owner) hideSoon();
  }

  if (location.protocol !== "file:") {
    doc.addEventListener("mouseover", start);
    doc.addEventListener("focusin", start);
    doc.addEventListener("mouseout", stop);
    doc.addEventListener("focusout", stop);
    doc.addEventListener("keydown", function (event) { if (event.key === "Escape") hide(); });
  }

  /* 3. Taking a brief along. */

  var take = doc.querySelector(".take-along");
  if (take && navigator.clipboard) {
    var row = take.querySelector(".copy-row");
    var said = make("span", "copied");
    said.setAttribute("role", "status");
    var plain = function () {
      var parts = doc.querySelectorAll(".opening h1, .standfirst, .points .point, .why p, .passage-text, .text > :not(.passage)");
      return Promise.resolve(Array.from(parts, function (part) {
        var copy = part.cloneNode(true);
        copy.querySelectorAll(".note-ref").forEach(function (mark) { mark.remove(); });
        return (part.className === "point" ? "– " : "") + copy.textContent.replace(/\s+/g, " ").trim();
      }).concat(take.querySelector(".citation").textContent).join("\n\n"));
    };
    var ways = [
      ["copyCitation", function () { return Promise.resolve(take.querySelector(".citation").textContent); }],
      ["copyText", plain]
    ];
    if (take.dataset.markdown && location.protocol !== "file:") {
      ways.push(["copyMarkdown", function () {
        return fetch(take.dataset.markdown).then(function (answer) { return answer.text(); });
      }]);
    }
    ways.forEach(function (way) {
      var button = make("button", "", take.dataset[way[0]]);
      button.type = "button";
      button.addEventListener("click", function () {
        way[1]().then(function (text) { return navigator.clipboard.writeText(text); }).then(function () {
          said.textContent = take.dataset.copied;
        });
      });
      row.append(" ", button);
    });
    row.append(" ", said);
  }

  /* 4. What a reader has seen of a story, kept in this browser alone. */

  var steps = doc.querySelector(".story-steps");
  if (steps) {
    var key = "seen:" + steps.dataset.story;
    var ids = Array.from(steps.children, function (step) { return step.id; });
    var seen = null;
    try {
      seen = localStorage.getItem(key);
      if (ids.length && !location.pathname.match(/\/page\/\d+\/$/)) localStorage.setItem(key, ids[0]);
    } catch (error) { /* storage may be switched off */ }
    var at = ids.indexOf(seen);
    if (at > -1 && !location.hash) {
      var older = Array.from(steps.children).slice(at);
      var item = make("li", "seen");
      var fold = make("details");
      var count = new Intl.NumberFormat(doc.documentElement.lang).format(older.length);
      fold.append(make("summary", "", steps.dataset.seen.replace("{count}", count)));
      var inner = make("ol", "story-steps");
      older.forEach(function (step) { inner.append(step); });
      fold.append(inner);
      item.append(fold);
      if (at) {
        var heading = make("li", "new-since");
        heading.append(make("p", "small-title", steps.dataset["new"]));
        steps.prepend(heading);
      }
      steps.append(item);
    }
  }
})();
