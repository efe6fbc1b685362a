/* The search page: Pagefind's index behind our own form. Without it the lists on the page lead everywhere. */
(function () {
  "use strict";

  var box = document.querySelector("#search");
  var form = box.querySelector("form");
  var field = form.elements.q;
  var list = box.querySelector(".results");
  var status = box.querySelector(".search-status");
  var more = box.querySelector(".more-results");
  var filters = Array.from(form.querySelectorAll("select"));
  var words = box.dataset;
  var STEP = 10;
  var index = null;
  var found = [];
  var shown = 0;
  var turn = 0;
  var numbers = new Intl.NumberFormat(document.documentElement.lang);

  /* Pagefind keeps an index for each language and reads that of the page; briefs in other languages are found too.
     It takes a whole address for another index than the same one without its host. */
  function others(pagefind, folder, options) {
    return fetch(folder + "pagefind-entry.json").then(function (answer) { return answer.json(); }).then(function (entry) {
      var all = entry.languages;
      var lang = document.documentElement.lang.toLowerCase();
      var most = Object.keys(all).sort(function (a, b) { return all[b].page_count - all[a].page_count; })[0];
      var own = [lang, lang.split("-")[0], most].find(function (name) { return all[name]; });
      return Promise.all(Object.keys(all).filter(function (name) { return name !== own; }).map(function (name) {
        return pagefind.mergeIndex(folder, Object.assign({ language: name }, options));
      }));
    });
  }

  function start() {
    var address = new URL(words.index, location.href).href;
    var options = { baseUrl: new URL(words.root, location.href).pathname, excerptLength: 28 };
    index = index || import(address).then(function (pagefind) {
      return pagefind.options(options)
        .then(function () { return pagefind.init(); })
        .then(function () { return others(pagefind, address.replace(/[^/]*$/, ""), options); })
        .then(function () { return pagefind.filters(); })
        .then(function (known) { fill(known, {}); return pagefind; });
    }).catch(function (error) {
      status.textContent = words.failed;
      throw error;
    });
    return index;
  }

  /* Choices of a filter with their counts; the one that is chosen stays, even where nothing is left. */
  function fill(known, chosen) {
    filters.forEach(function (select) {
      var counts = known[select.name] || {};
      var picked = chosen[select.name] || select.value || new URLSearchParams(location.search).get(select.name) || "";
      var names = Object.keys(counts).filter(function (name) { return counts[name] || name === picked; });
      names.sort(function (a, b) { return select.name === "year" ? b.localeCompare(a) : a.localeCompare(b); });
      select.replaceChildren(new Option(words.all, ""));
      names.forEach(function (name) {
        select.add(new Option(name + " (" + numbers.format(counts[name]) + ")", name, false, name === picked));
      });
      select.closest("label").hidden = !names.length;
    });
    form.querySelector(".filters").hidden = false;
  }

  function chosen() {
    var out = {};
    filters.forEach(function (select) { if (select.value) out[select.name] = select.value; });
    return out;
  }

  /* The words around a find, as text and marks alone. */
  function excerpt(html) {
    var out = document.createElement("p");
    out.className = "card-summary";
    new DOMParser().parseFromString(html, "text/html").body.childNodes.forEach(function (node) {
      if (node.nodeName === "MARK") {
        var mark = document.createElement("mark");
        mark.textContent = node.textContent;
        out.append(mark);
      } else {
        out.append(node.textContent);
      }
    });
    return out;
  }

  function draw(data) {
    var item = document.createElement("li");
    var title = document.createElement("p");
    var link = document.createElement("a");
    title.className = "card-title";
    link.href = data.url;
    link.textContent = data.meta.title;
    link.dir = "auto";
    title.append(link);
    item.append(title, excerpt(data.excerpt));
    if (data.meta.date) {
      var date = document.createElement("p");
      date.className = "meta";
      date.textContent = data.meta.date;
      item.append(date);
    }
    list.append(item);
  }

  function next() {
    var mine = turn;
    var part = found.slice(shown, shown + STEP);
    shown += part.length;
    return Promise.all(part.map(function (one) { return one.data(); })).then(function (all) {
      if (mine !== turn) return;
      all.forEach(draw);
      more.hidden = shown >= found.length;
    });
  }

  function remember(filter) {
    var query = new URLSearchParams(filter);
    if (field.value.trim()) query.set("q", field.value.trim());
    var text = query.toString();
    history.replaceState(null, "", text ? "?" + text : location.pathname);
  }

  function run() {
    var mine = ++turn;
    return start().then(function (pagefind) {
      var filter = chosen();
      var text = field.value.trim();
      remember(filter);
      if (!text && !Object.keys(filter).length) {
        list.replaceChildren();
        status.textContent = "";
        more.hidden = true;
        return pagefind.filters().then(function (known) { fill(known, {}); });
      }
      /* The index knows words without the underscores around them. */
      var asked = text.replace(/_+/g, " ").trim();
      return pagefind.search(asked || null, { filters: filter, sort: text ? {} : { date: "desc" } }).then(function (answer) {
        if (mine !== turn) return null;
        found = answer.results;
        shown = 0;
        list.replaceChildren();
        fill(answer.filters, filter);
        status.textContent = found.length
          ? words.some.replace("{count}", numbers.format(found.length)) : words.none;
        return next();
      });
    }).catch(function () { /* said in the status line */ });
  }

  /* Arrow keys move through the results; Escape goes back to the words. */
  box.addEventListener("keydown", function (event) {
    var links = Array.from(list.querySelectorAll("a"));
    var at = links.indexOf(document.activeElement);
    if (event.key === "Escape" && at > -1) field.focus();
    else if (event.key === "ArrowDown" && (at > -1 || document.activeElement === field) && links[at + 1]) links[at + 1].focus();
    else if (event.key === "ArrowUp" && at > -1) (links[at - 1] || field).focus();
    else return;
    event.preventDefault();
  });

  var timer = 0;
  field.addEventListener("focus", function () { start().catch(function () {}); }, { once: true });
  field.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(run, 150); });
  form.addEventListener("change", function (event) { if (event.target !== field) run(); });
  form.addEventListener("submit", function (event) { event.preventDefault(); clearTimeout(timer); run(); });
  more.addEventListener("click", function () {
    var last = list.querySelectorAll("a").length;
    next().then(function () { var link = list.querySelectorAll("a")[last]; if (link) link.focus(); });
  });

  var asked = new URLSearchParams(location.search);
  field.value = asked.get("q") || "";
  if (location.protocol === "file:") status.textContent = words.failed;
  else if (asked.toString()) run();
})();
