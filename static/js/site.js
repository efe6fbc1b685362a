/* Small helps for readers. Every page works without them. */
(function () {
  "use strict";

  var doc = document;

  window.readerStart();

  function make(tag, name, text) {
    var element = doc.createElement(tag);
    if (name) element.className = name;
    if (text) element.textContent = text;
    return element;
  }

  /* 1. The key / leads to the search, for those who have not switched it off among the reading settings. */

  function typing(element) {
    return /^(input|select|textarea)$/i.test(element.tagName) || element.isContentEditable;
  }

  doc.addEventListener("keydown", function (event) {
    if (event.key !== "/" || doc.documentElement.dataset.keys || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
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

  /* The text of an element; parts that the style sheet separates by a point are separated here too. */
  function shown(element) {
    var parts = element.querySelectorAll(":scope > span");
    return Array.from(parts.length > 1 ? parts : [element], function (part) {
      return part.textContent.replace(/\s+/g, " ").trim();
    }).filter(Boolean).join(" · ");
  }

  function load(address) {
    known[address] = known[address] || fetch(address).then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.text();
    }).then(function (text) {
      var head = new DOMParser().parseFromString(text, "text/html").querySelector(".opening");
      var box = make("div", "hover-card");
      ["kicker", "title", "standfirst", "meta", "dateline"].forEach(function (part) {
        var found = head && head.querySelector(part === "title" ? "h1" : ":scope > ." + part);
        if (found) box.append(make("p", "hover-" + part, shown(found)));
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
    if (doc.documentElement.dataset.cards) return null;
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

  /* 3. Taking a brief along. What is copied is all that a reader sees of it, in the order of the page. */

  function words(element) {
    var copy = element.cloneNode(true);
    copy.querySelectorAll(".note-ref, .footnote-ref a").forEach(function (mark) {
      mark.replaceWith("[" + mark.dataset.number.replace(/[[\]]/g, "") + "]");
    });
    copy.querySelectorAll(".visually-hidden, .note-foot a").forEach(function (part) { part.remove(); });
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  function block(element) {
    if (/^(UL|OL)$/.test(element.tagName)) {
      return Array.from(element.children, function (item, at) {
        return (element.tagName === "OL" ? at + 1 + ". " : "– ") + words(item);
      }).join("\n");
    }
    if (element.tagName === "TABLE") {
      return Array.from(element.rows, function (row) { return Array.from(row.cells, words).join(" | "); }).join("\n");
    }
    return words(element);
  }

  function titled(box, rest) {
    var title = box.querySelector(".small-title");
    return title && rest.length ? [words(title)].concat(rest) : rest;
  }

  function whole() {
    var brief = doc.querySelector(".brief");
    var all = function (selector) { return Array.from(brief.querySelectorAll(selector)); };
    var out = all(".opening h1, .opening .standfirst, .opening .byline").map(words);
    all(".points").forEach(function (box) {
      out.push.apply(out, titled(box, [Array.from(box.querySelectorAll("li"), function (item) {
        return "– " + words(item.querySelector(".point")) + " (" + words(item.querySelector(".receipt-mark")) + ")";
      }).join("\n")]));
    });
    all(".why").forEach(function (box) { out.push.apply(out, titled(box, Array.from(box.querySelectorAll("p"), words))); });
    all(".passage-text > *, .text > :not(.passage)").forEach(function (part) { out.push(block(part)); });
    all(".notes .note, .loose .note").forEach(function (note) {
      var number = note.querySelector(".note-number");
      var foot = words(note.querySelector(".note-foot"));
      out.push((number ? "[" + words(number).replace(/[[\]]/g, "") + "] " : "") + words(note.querySelector(".note-kind")) + ": " +
        words(note.querySelector(".note-text")) + (foot ? " (" + foot + ")" : ""));
    });
    all("section:not(.points, .why, .loose, .subjects, .story-part, .take-along, [aria-labelledby=related], [aria-labelledby=backlinks])")
      .forEach(function (box) {
        out.push.apply(out, titled(box, Array.from(box.querySelectorAll(":scope > :not(.small-title)"), block)));
      });
    return out.filter(Boolean);
  }

  var take = doc.querySelector(".take-along");
  if (take && navigator.clipboard) {
    var row = take.querySelector(".copy-row");
    var said = make("span", "copied");
    said.setAttribute("role", "status");
    var plain = function () {
      return Promise.resolve(whole().concat(take.querySelector(".citation").textContent).join("\n\n"));
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
    if (navigator.share) {
      ways.unshift(["share", function () {
        navigator.share({title: doc.querySelector("h1").textContent, url: location.href.split("#")[0]}).catch(function () {});
        return null;
      }]);
    }
    ways.forEach(function (way) {
      var button = make("button", "", take.dataset[way[0]]);
      button.type = "button";
      button.addEventListener("click", function () {
        var copied = way[1]();
        if (copied) copied.then(function (text) { return navigator.clipboard.writeText(text); }).then(function () {
          said.textContent = take.dataset.copied;
        });
      });
      row.append(" ", button);
    });
    row.append(" ", said);
  }

  /* 4. Notes and their words light each other up. */

  var text = doc.querySelector(".brief .text");
  var lit = [];

  function light(ids) {
    lit.forEach(function (element) { element.classList.remove("lit"); });
    lit = [];
    ids.forEach(function (id) {
      lit.push.apply(lit, text.querySelectorAll('[data-note="' + CSS.escape(id) + '"], #' + CSS.escape(id)));
    });
    lit.forEach(function (element) { element.classList.add("lit"); });
  }

  function notesAt(element) {
    var ids = [];
    var note = element.closest(".note");
    var mark = element.closest(".note-ref");
    if (note) return [note.id];
    if (mark) return [mark.hash.slice(1)];
    for (var at = element.closest("[data-note]"); at; at = at.parentElement.closest("[data-note]")) ids.push(at.dataset.note);
    return ids;
  }

  function target() {
    light(location.hash.indexOf("#note-") ? [] : [decodeURIComponent(location.hash.slice(1)).replace(/^note-ref-/, "note-")]);
  }

  if (text) {
    ["mouseover", "focusin"].forEach(function (name) {
      doc.addEventListener(name, function (event) {
        var ids = event.target.closest && text.contains(event.target) ? notesAt(event.target) : [];
        if (ids.length) light(ids);
        else if (name === "mouseover") target();
      });
    });
    addEventListener("hashchange", target);
    target();

    /* Beside the text a note is no longer than it has to be. */
    if (matchMedia("(min-width: 68.75rem)").matches) {
      text.querySelectorAll(".passage").forEach(function (passage) {
        var notes = passage.querySelector(".notes");
        if (notes.offsetHeight <= passage.querySelector(".passage-text").offsetHeight) return;
        notes.querySelectorAll(".note").forEach(function (note) {
          var box = note.querySelector(".note-text");
          if (box.offsetHeight < 9.5 * parseFloat(getComputedStyle(box).fontSize)) return;
          note.classList.add("cut");
          var more = make("button", "note-more", text.dataset.more);
          more.type = "button";
          var open = function () { note.classList.remove("cut"); more.remove(); };
          more.addEventListener("click", open);
          box.addEventListener("focusin", open);
          box.after(more);
        });
      });
    }
  }

  /* 5. Lists are filtered by what is typed over them. */

  var filter = doc.querySelector(".list-filter");
  if (filter) {
    filter.addEventListener("input", function (event) {
      var text = event.target.value.trim().toLowerCase();
      doc.querySelectorAll(".tree > li, .index > li, .letter").forEach(function (entry) {
        entry.hidden = entry.textContent.toLowerCase().indexOf(text) < 0;
      });
    });
  }

  /* 6. A day is printed or copied as one text. */

  var tools = doc.querySelector(".edition-tools");
  if (tools) {
    var button = function (text, act) {
      var made = make("button", "", text);
      made.type = "button";
      made.addEventListener("click", act);
      tools.append(made, " ");
    };
    button(tools.dataset.print, function () { print(); });
    if (navigator.clipboard) {
      var done = make("span", "copied");
      done.setAttribute("role", "status");
      button(tools.dataset.copy, function () {
        var parts = doc.querySelectorAll(".opening h1, .edition > *");
        var all = Array.from(parts, function (part) {
          if (part.className === "edition-title") {
            return part.textContent.replace(/\s+/g, " ").trim() + "\n" + part.querySelector("a").href;
          }
          return part.classList.contains("meta") ? "" : block(part);
        });
        navigator.clipboard.writeText(all.filter(Boolean).join("\n\n")).then(function () { done.textContent = tools.dataset.copied; });
      });
      tools.append(done);
    }
  }
})();
