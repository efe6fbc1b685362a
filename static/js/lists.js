/* Briefs to read later and pages that are followed: lists that are kept in this browser alone. */
(function () {
  "use strict";

  var doc = document;

  function make(tag, name, text) {
    var element = doc.createElement(tag);
    if (name) element.className = name;
    if (text) element.textContent = text;
    return element;
  }

  var lists = window.readerLists;

  function inner() {
    return location.pathname.replace(/index\.html$/, "").replace(/[^/]$/, "$&/").replace(/(page\/\d+|all)\/$/, "").slice(lists.base.length);
  }

  doc.querySelectorAll(".keep").forEach(function (place) {
    var name = place.dataset.list;
    var button = make("button");
    button.type = "button";
    function show() {
      var is = inner() in lists.of(name);
      button.textContent = is ? place.dataset.kept : place.dataset.add;
      button.setAttribute("aria-pressed", is);
    }
    button.addEventListener("click", function () {
      var kept = lists.of(name);
      if (inner() in kept) delete kept[inner()];
      else kept[inner()] = {title: doc.querySelector("h1").textContent.trim(), seen: briefsOn(doc)};
      lists.keep(name, kept);
      show();
    });
    show();
    place.append(button);
  });

  /* The newest briefs that a page lists, as addresses from the top of the site. */
  function briefsOn(page) {
    var all = page.querySelectorAll("main .card-title a[href*='briefs/'], main .sentences .meta a[href*='briefs/']");
    return Array.from(new Set(Array.from(all, function (link) { return link.getAttribute("href").replace(/^(\.*\/)+/, ""); })));
  }

  doc.querySelectorAll(".kept").forEach(function (section) {
    var name = section.dataset.list;
    var kept = lists.of(name);
    var list = make("ul", "counted");
    Object.keys(kept).forEach(function (path) {
      var item = make("li");
      var link = make("a", "", kept[path].title);
      var away = make("button", "", section.dataset.remove);
      link.href = lists.base + path;
      away.type = "button";
      away.setAttribute("aria-label", section.dataset.remove + ": " + kept[path].title);
      away.addEventListener("click", function () {
        var now = lists.of(name);
        delete now[path];
        lists.keep(name, now);
        item.remove();
        if (!list.children.length) list.replaceWith(make("p", "meta", section.dataset.none));
      });
      item.append(link, " ", away);
      list.append(item);
      if (name === "follow" && location.protocol !== "file:") news(path, item, link);
    });
    section.append(list.children.length ? list : make("p", "meta", section.dataset.none));
  });

  /* What is new on a page that is followed, since this list was last looked at. */
  function news(path, item, link) {
    fetch(link.href).then(function (answer) { return answer.ok ? answer.text() : ""; }).then(function (text) {
      var page = new DOMParser().parseFromString(text, "text/html");
      var now = briefsOn(page);
      var kept = lists.of("follow");
      if (!kept[path] || !now.length) return;
      var fresh = now.filter(function (brief) { return kept[path].seen.indexOf(brief) < 0; });
      if (fresh.length) link.after(" ", make("span", "fresh", item.closest(".kept").dataset["new"] + ": " + fresh.length));
      addEventListener("pagehide", function () {
        var last = lists.of("follow");
        if (!last[path]) return;
        last[path].seen = now;
        lists.keep("follow", last);
      });
    }).catch(function () { /* the link itself still works */ });
  }
})();
