/* The search page: the site's own index, read file by file. Without it the lists on the page lead everywhere. */
(function () {
  "use strict";

  var box = document.querySelector("#search");
  var form = box.querySelector("form");
  var field = form.elements.q;
  var list = box.querySelector(".results");
  var named = box.querySelector(".names");
  var meant = box.querySelector(".meant");
  var status = box.querySelector(".search-status");
  var more = box.querySelector(".more-results");
  var fields = Array.from(form.querySelectorAll("[data-filter]"));
  var words = box.dataset;
  var STEP = 10;
  var NAMES = 6;
  var AROUND = 12;
  var WEIGHTS = [8, 5, 3];
  var BLOCK = 1024;
  var numbers = new Intl.NumberFormat(document.documentElement.lang);
  var files = {};
  var waiting = {};
  var started = null;
  var index = null;
  var lib = null;
  var dates = new Map();
  var spoken = new Map();
  var found = [];
  var asked = [];
  var shown = 0;
  var turn = 0;

  /* Files of the index are scripts that hand over a value, so that a site on a disk is searched too. */
  window.briefingsSearch = function (name, value) { files[name] = value; };

  function load(name) {
    waiting[name] = waiting[name] || new Promise(function (done, failed) {
      var script = document.createElement("script");
      script.src = words.index + name + ".js";
      script.onload = function () { script.remove(); done(files[name]); };
      script.onerror = function () { script.remove(); delete waiting[name]; failed(new Error(name)); };
      document.head.append(script);
    });
    return waiting[name];
  }

  function start() {
    started = started || load("index").then(function (value) {
      index = value;
      lib = window.briefingsWords(index.rules);
      Object.keys(index.briefs).forEach(function (language) {
        var held = index.briefs[language];
        for (var at = 0; at < held.length; at += 14) {
          dates.set(held.slice(at, at + 6), held.slice(at + 6, at + 14));
          spoken.set(held.slice(at, at + 6), language);
        }
      });
      showFilters();
    });
    return started.catch(function (error) {
      started = null;
      failed(error);
      throw error;
    });
  }

  function failed(error) {
    status.textContent = words.failed;
    console.error(error);
  }

  function tongue(language) { return language.split("-")[0].toLowerCase(); }

  /* ---- words ---- */

  /* Where a term stands: brief to places, and the briefs that hold it as it is typed. The term learns the words. With a
     sign before it, it is looked for in words that perhaps have letters attached to it. */
  function lookUp(term, exact, only, sign) {
    sign = sign || "";
    var languages = Object.keys(index.rules.languages);
    var keys = new Set(sign ? [] : [term.word]);
    term.words = new Set();
    if (term.stemmed) languages.forEach(function (language) {
      if (!sign || index.rules.languages[language].attached) keys.add(sign + lib.stem(term.word, language));
    });
    return Promise.all(Array.from(keys, function (key) {
      var name = "words/" + lib.file(key, index.files).toString(16).padStart(3, "0");
      return load(name).then(function (value) { return [key, Object.hasOwn(value, key) ? value[key] : {}]; });
    })).then(function (all) {
      var places = new Map();
      var same = new Set();
      all.forEach(function (entry) {
        Object.keys(entry[1]).forEach(function (word) {
          lib.unpack(entry[1][word]).forEach(function (hit) {
            /* A file may be older than the list of briefs, while a new state of the site is published. */
            if (!dates.has(hit.id)) return;
            var language = tongue(spoken.get(hit.id));
            if (only && only.indexOf(language) < 0) return;
            if (word === term.word) same.add(hit.id);
            else if (exact || (entry[0] !== term.word && sign + lib.stem(term.word, language) !== entry[0])) return;
            term.words.add(word);
            var set = places.get(hit.id) || new Set();
            hit.places.forEach(function (place) { set.add(place); });
            places.set(hit.id, set);
          });
        });
      });
      return { places: places, same: same };
    });
  }

  /* The same; where nothing is found, with one letter for the two that some keyboards write for it, then with letters that
     are attached. */
  function lookUpSpelt(term, exact) {
    return lookUp(term, exact).then(function (answer) {
      var other = index.rules.spelt.pairs.reduce(function (word, pair) { return word.replaceAll(pair[0], pair[1]); }, term.word);
      if (answer.places.size) return answer;
      if (other === term.word) return exact || !term.stemmed ? answer : lookUp(term, false, null, "+");
      var again = Object.assign({}, term, { word: other });
      return lookUp(again, exact, index.rules.spelt.languages).then(function (found) {
        term.words = again.words;
        return found;
      });
    });
  }

  /* The briefs that hold some terms side by side, with their places and whether they hold them as they are typed. */
  function findTerms(terms, exact) {
    return Promise.all(terms.map(function (term) { return lookUpSpelt(term, exact); })).then(function (answers) {
      var hits = new Map();
      answers[0].places.forEach(function (_, id) {
        if (!answers.every(function (answer) { return answer.places.has(id); })) return;
        var of = function (term) { return answers[terms.indexOf(term)].places.get(id); };
        var places = terms.length > 1 ? lib.together(terms, of) : Array.from(of(terms[0]));
        if (places.length) hits.set(id, { places: places, same: answers.every(function (one) { return one.same.has(id); }) });
      });
      return { hits: hits, unknown: terms.filter(function (_, at) { return !answers[at].places.size; }) };
    });
  }

  /* The same for one part of what is typed, also where it is written as one word. */
  function findPart(part) {
    return findTerms(part.terms, part.exact).then(function (found) {
      part.hits = found.hits;
      part.unknown = found.unknown;
      return part.whole && findTerms(part.whole, false);
    }).then(function (found) {
      if (found) found.hits.forEach(function (hit, id) { if (!part.hits.has(id)) part.hits.set(id, hit); });
    });
  }

  /* The same as `findBriefs`; where nothing is found, with two words that are typed apart as one. */
  function findJoined(parts) {
    return findBriefs(parts).then(function (hits) {
      var pairs = hits.length ? [] : parts.slice(1).map(function (part, at) { return at; }).filter(function (at) {
        return parts.slice(at, at + 2).every(function (part) {
          return !part.exact && part.terms.length === 1 && part.terms[0].stemmed && !/^[0-9]/.test(part.terms[0].word);
        });
      });
      return pairs.reduce(function (before, at) {
        return before.then(function (found) {
          if (found.hits.length) return found;
          var term = Object.assign({}, parts[at].terms[0], { word: parts[at].terms[0].word + parts[at + 1].terms[0].word });
          var fewer = parts.slice(0, at).concat([{ terms: [term], exact: false, whole: null }], parts.slice(at + 2));
          return findBriefs(fewer).then(function (hits) { return hits.length ? { parts: fewer, hits: hits } : found; });
        });
      }, Promise.resolve({ parts: parts, hits: hits }));
    });
  }

  /* The briefs that hold all parts, with how well they answer them. */
  function findBriefs(parts) {
    return Promise.all(parts.map(findPart)).then(function () {
      var page = tongue(document.documentElement.lang);
      return Array.from(parts[0].hits.keys()).filter(function (id) {
        return parts.every(function (part) { return part.hits.has(id); });
      }).map(function (id) {
        var score = 0;
        parts.forEach(function (part, at) {
          var hit = part.hits.get(id);
          var counts = {};
          hit.places.forEach(function (place) { var block = Math.min(3, Math.floor(place / BLOCK)); counts[block] = (counts[block] || 0) + 1; });
          var value = Math.sqrt(counts[3] || 0);
          WEIGHTS.forEach(function (weight, block) { if (counts[block]) value += weight; });
          value *= Math.log(1 + dates.size / part.hits.size) * (hit.same ? 1 : 0.7);
          var next = parts[at + 1];
          var size = part.terms[part.terms.length - 1].at - part.terms[0].at + 1;
          if (next && hit.places.some(function (place) { return next.hits.get(id).places.indexOf(place + size) > -1; })) value *= 1.5;
          score += value;
        });
        return { id: id, score: score * (tongue(spoken.get(id)) === page ? 1.3 : 1) };
      });
    });
  }

  /* ---- names ---- */

  function spread(text) { return lib.tokens(text).filter(function (t) { return lib.isPart(t) && (t.stemmed || Array.from(t.word).length === 1); }); }

  function joined(text) { return spread(text).map(function (token) { return token.word; }).join(" "); }

  function bucketsOf(text) {
    var all = spread(text).map(function (token) { return token.word; });
    var numbersOf = new Set((all.length ? all : [text.trim()]).map(function (word) { return word.codePointAt(0) % 64; }));
    var known = Array.from(numbersOf).filter(function (at) { return index.names.indexOf(at) > -1; }).slice(0, 8);
    return Promise.all(known.map(function (at) { return load("names/" + at.toString(16).padStart(2, "0")); }));
  }

  /* Names that are typed, in whole or in part, the best first: those with the same signs before `C` and `C#`. */
  function findNames(text) {
    var typed = joined(text) || lib.signs(text);
    var signs = lib.signs(text).toLowerCase();
    if (!typed) return Promise.resolve([]);
    return bucketsOf(text).then(function (buckets) {
      var out = new Map();
      buckets.forEach(function (bucket) {
        bucket.names.forEach(function (row) {
          var best = 0;
          [row[2]].concat(row[5]).forEach(function (form) {
            var plain = joined(form) || lib.signs(form);
            if (!plain) return;
            var rank = plain === typed || plain.replaceAll(" ", "") === typed.replaceAll(" ", "") ? 4 : (" " + typed + " ").includes(" " + plain + " ") ? 3
              : plain.startsWith(typed) ? 2 : (" " + plain).includes(" " + typed) ? 1 : 0;
            if (rank < 3 && typed.length < 2 && typed.codePointAt(0) < 0x2e80) rank = 0;
            if (rank === 4 && lib.signs(form).toLowerCase() === signs) rank = 5;
            best = Math.max(best, rank);
          });
          if (best) out.set(row[3], { row: row, rank: best });
        });
      });
      return Array.from(out.values()).sort(function (a, b) { return b.rank - a.rank || b.row[4] - a.row[4]; });
    });
  }

  /* A query in which words that nothing holds are exchanged for near ones; null where there is none. */
  function findMeant(parts) {
    var unknown = [];
    parts.forEach(function (part) { unknown = unknown.concat(part.unknown.filter(function (term) { return term.stemmed; })); });
    var text = field.value;
    return Promise.all(unknown.map(function (term) {
      var most = term.word.length < 4 ? 0 : term.word.length < 7 ? 1 : 2;
      return bucketsOf(term.word).then(function (buckets) {
        var best = { word: "", far: most + 1, count: 0 };
        var offer = function (written, plain, count) {
          var far = lib.distance(term.word, plain, most);
          // A word that begins so is offered where none is near: people type the first part of a compound.
          if (far > most && term.word.length > 3 && plain.startsWith(term.word)) far = most + plain.length / 1000;
          if (far && (far < best.far || (far === best.far && count > best.count))) best = { word: written, far: far, count: count };
        };
        buckets.forEach(function (bucket) {
          bucket.names.forEach(function (row) {
            [row[2]].concat(row[5]).forEach(function (form) {
              lib.tokens(form).forEach(function (token) { offer(form.slice(token.start, token.end), token.word, row[4]); });
            });
          });
          bucket.words.forEach(function (word) { offer(word, word, 0); });
        });
        if (best.far >= most + 1) return false;
        var typed = lib.tokens(text).find(function (token) { return token.word === term.word; });
        if (typed) text = text.slice(0, typed.start) + best.word + text.slice(typed.end);
        return Boolean(typed);
      });
    })).then(function (done) { return done.length && done.every(Boolean) ? text.trim() : null; });
  }

  /* ---- filters ---- */

  function chosen() {
    var out = {};
    fields.forEach(function (one) { if (one.value.trim()) out[one.name] = one.value.trim(); });
    return out;
  }

  /* The briefs that a filter leaves; a name may be typed in another case or be an alias. */
  function filtered(name, value) {
    var one = form.elements[name];
    var ids = function (text) {
      var key = name + ":" + text;
      return load("words/" + lib.file(key, index.files).toString(16).padStart(3, "0")).then(function (file) {
        return new Set(Object.hasOwn(file, key) ? file[key][""].split(" ") : []);
      });
    };
    return ids(value).then(function (set) {
      if (set.size) return set;
      return findNames(value).then(function (names) {
        var hit = names.find(function (found) { return found.row[0] === name && found.rank >= 4; });
        if (!hit) return set;
        if (one.value.trim() === value) one.value = hit.row[2];
        return ids(hit.row[2]);
      });
    });
  }

  function keep(filter) {
    var day = function (text, rest) { return text.replace(/-/g, "").padEnd(8, rest); };
    var sets = fields.filter(function (one) { return one.dataset.filter === "name" && filter[one.name]; });
    return Promise.all(sets.map(function (one) { return filtered(one.name, filter[one.name]); })).then(function (all) {
      return function (id) {
        var date = dates.get(id);
        return all.every(function (set) { return set.has(id); })
          && (!filter.lang || spoken.get(id) === filter.lang)
          && (!filter.from || date >= day(filter.from, "0"))
          && (!filter.to || (date !== "00000000" && date <= day(filter.to, "9")));
      };
    });
  }

  function suggest(one, rows) {
    one.list.replaceChildren.apply(one.list, rows.map(function (row) {
      var option = new Option(row[0] + " (" + numbers.format(row[1]) + ")", row[0]);
      option.label = numbers.format(row[1]);
      return option;
    }));
  }

  function showFilters() {
    var languages = Object.keys(index.briefs);
    var called = new Intl.DisplayNames([document.documentElement.lang], { type: "language" });
    fields.forEach(function (one) {
      if (one.dataset.filter === "name") {
        one.closest("label").hidden = !index.most[one.name] && !one.value;
        suggest(one, index.most[one.name] || []);
      } else if (one.name === "lang") {
        var value = one.value || asking.get("lang") || "";
        languages.forEach(function (language) {
          var text = language;
          try { text = called.of(language); } catch (error) { /* no language that the browser knows */ }
          one.add(new Option(text, language, false, language === value));
        });
        one.closest("label").hidden = languages.length < 2;
      }
    });
    var around = form.querySelector(".filters");
    around.hidden = false;
    around.open = around.open || fields.some(function (one) { return one.value; }) || matchMedia("(min-width: 48rem)").matches;
  }

  function suggestFor(one) {
    return start().then(function () {
      var text = one.value.trim();
      if (!text) return suggest(one, index.most[one.name] || []);
      return findNames(text).then(function (names) {
        if (one.value.trim() !== text) return;
        suggest(one, names.filter(function (found) { return found.row[0] === one.name; }).slice(0, 20)
          .map(function (found) { return [found.row[2], found.row[4]]; }));
      });
    });
  }

  /* ---- what is shown ---- */

  /* Where the parts of what is typed stand in a text. */
  function marksIn(text, language) {
    var tokens = lib.tokens(text, language);
    var out = [];
    asked.forEach(function (part, number) {
      [part.terms, part.whole || []].filter(function (terms) { return terms.length; }).forEach(function (terms) {
        var of = new Map(terms.map(function (term) {
          return [term, new Map(tokens.filter(function (token) { return term.words.has(token.word); }).map(function (token) { return [token.at, token]; }))];
        }));
        var last = terms[terms.length - 1];
        lib.together(terms, function (term) { return new Set(of.get(term).keys()); }).forEach(function (place) {
          out.push({
            part: number,
            start: of.get(terms[0]).get(place).start,
            end: of.get(last).get(place + last.at - terms[0].at).end
          });
        });
      });
    });
    return out.sort(function (a, b) { return a.start - b.start || b.end - a.end; });
  }

  function withMarks(node, text, marks, from, to) {
    var done = from;
    marks.forEach(function (range) {
      if (range.start < done || range.end > to) return;
      var mark = document.createElement("mark");
      mark.textContent = text.slice(range.start, range.end);
      node.append(text.slice(done, range.start), mark);
      done = range.end;
    });
    node.append(text.slice(done, to));
  }

  /* The paragraph that answers most of what is typed, and the words around the first find in it. */
  function excerpt(data) {
    var best = null;
    data.text.concat([data.names.join(" \u00b7 ")]).forEach(function (text, at) {
      if (best && at === data.text.length) return;
      var marks = marksIn(text, tongue(data.language));
      var count = new Set(marks.map(function (range) { return range.part; })).size;
      if (count && (!best || count > best.count)) best = { text: text, marks: marks, count: count, body: at > 0 && at < data.text.length };
    });
    best = best || { text: data.text.find(Boolean) || "", marks: [], count: 0 };
    var tokens = spread(best.text);
    var first = best.marks.length ? tokens.findIndex(function (token) { return token.end > best.marks[0].start; }) : 0;
    var wide = tokens.length && !tokens[Math.max(0, first)].stemmed ? 3 * AROUND : AROUND;
    var from = first - wide > 0 ? tokens[first - wide].start : 0;
    var to = first + 2 * wide < tokens.length ? tokens[first + 2 * wide].end : best.text.length;
    var out = document.createElement("p");
    out.className = "card-summary";
    out.dir = "auto";
    if (from) out.append("\u2026 ");
    withMarks(out, best.text, best.marks.filter(function (range) { return range.start >= from; }), from, to);
    if (to < best.text.length) out.append(" \u2026");
    best.node = out;
    return best;
  }

  /* The part of an address that lets a browser open a page at some words. */
  function opening(part) {
    var texts = new Set(part.marks.map(function (range) { return part.text.slice(range.start, range.end); }));
    var all = Array.from(texts).slice(0, 3).map(function (text) { return "text=" + encodeURIComponent(text).replace(/-/g, "%2D"); });
    return part.body && all.length ? "#:~:" + all.join("&") : "";
  }

  function address(url) { return words.root + url.replace(/^\//, ""); }

  function draw(data) {
    var item = document.createElement("li");
    var title = document.createElement("p");
    var link = document.createElement("a");
    var part = excerpt(data);
    item.lang = data.language;
    title.className = "card-title";
    title.dir = "auto";
    link.href = address(data.url) + opening(part);
    withMarks(link, data.title, marksIn(data.title, tongue(data.language)), 0, data.title.length);
    title.append(link);
    item.append(title, part.node);
    if (data.date) {
      var date = document.createElement("p");
      date.className = "meta";
      date.lang = document.documentElement.lang;
      date.textContent = data.date;
      item.append(date);
    }
    list.append(item);
  }

  /* The name of the file that has the text of a brief: the first bits of its id of thirty. */
  function file(id) {
    return Math.floor(parseInt(id, 36) / 1073741824 * index.texts).toString(16).padStart(3, "0");
  }

  function next() {
    var mine = turn;
    var part = found.slice(shown, shown + STEP);
    shown += part.length;
    var loaded = part.map(function (one) {
      return load("briefs/" + file(one.id)).then(function (texts) { return texts[one.id]; }, function () { return null; });
    });
    return Promise.all(loaded).then(function (all) {
      if (mine !== turn) return;
      all.filter(Boolean).forEach(draw);
      more.hidden = shown >= found.length;
    });
  }

  function drawNames(names) {
    named.querySelector("ul").replaceChildren.apply(named.querySelector("ul"), names.slice(0, NAMES).map(function (found) {
      var item = document.createElement("li");
      var link = document.createElement("a");
      var kind = document.createElement("span");
      link.href = address(found.row[3]);
      link.textContent = found.row[2];
      link.dir = "auto";
      kind.className = "meta";
      kind.textContent = found.row[1] + " \u00b7 " + words.count.replace("{count}", numbers.format(found.row[4]));
      item.append(link, " ", kind);
      return item;
    }));
    named.hidden = !names.length;
  }

  function drawMeant(text) {
    meant.hidden = !text;
    if (!text) return;
    var link = document.createElement("a");
    var query = new URLSearchParams(location.search);
    var around = words.meant.split("{name}");
    query.set("q", text);
    link.href = "?" + query;
    link.textContent = text;
    meant.replaceChildren(around[0], link, around[1] || "");
  }

  function remember(filter) {
    var query = new URLSearchParams(filter);
    if (field.value.trim()) query.set("q", field.value.trim());
    var text = query.toString();
    history.replaceState(null, "", text ? "?" + text : location.pathname);
  }

  function clear() {
    list.replaceChildren();
    drawNames([]);
    drawMeant(null);
    more.hidden = true;
    found = [];
  }

  function run() {
    var mine = ++turn;
    return start().then(function () {
      var filter = chosen();
      var text = field.value.trim();
      var parts = lib.parse(text);
      remember(filter);
      if (!text && !Object.keys(filter).filter(function (name) { return name !== "order"; }).length) {
        status.textContent = "";
        return clear();
      }
      var hits = text && parts.length ? findJoined(parts)
        : Promise.resolve({ parts: parts, hits: text ? [] : Array.from(dates.keys(), function (id) { return { id: id, score: 0 }; }) });
      return Promise.all([hits, findNames(text), keep(filter)]).then(function (all) {
        var kept = all[0].hits.filter(function (hit) { return all[2](hit.id); });
        var newest = filter.order === "newest";
        kept.sort(function (a, b) {
          return (newest ? 0 : b.score - a.score) || dates.get(b.id).localeCompare(dates.get(a.id)) || a.id.localeCompare(b.id);
        });
        return (kept.length || all[1].length ? Promise.resolve(null) : findMeant(parts)).then(function (near) {
          if (mine !== turn) return null;
          clear();
          remember(chosen());
          found = kept;
          asked = all[0].parts;
          shown = 0;
          drawNames(all[1]);
          drawMeant(near);
          status.textContent = found.length ? words.some.replace("{count}", numbers.format(found.length)) : words.none;
          return next();
        });
      });
    }).catch(failed);
  }

  /* Arrow keys move through the results; Escape goes back to the words. */
  box.addEventListener("keydown", function (event) {
    var links = Array.from(box.querySelectorAll(".names a, .meant a, .results a"));
    var at = links.indexOf(document.activeElement);
    if (event.key === "Escape" && at > -1) field.focus();
    else if (event.key === "ArrowDown" && (at > -1 || document.activeElement === field) && links[at + 1]) links[at + 1].focus();
    else if (event.key === "ArrowUp" && at > -1) (links[at - 1] || field).focus();
    else return;
    event.preventDefault();
  });

  var timer = 0;
  var asking = new URLSearchParams(location.search);
  field.addEventListener("focus", function () { start().catch(function () {}); }, { once: true });
  field.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(run, 150); });
  fields.forEach(function (one) {
    if (one.dataset.filter !== "name") return;
    one.addEventListener("input", function () { suggestFor(one).catch(function () {}); });
  });
  form.addEventListener("change", function (event) { if (event.target !== field) run(); });
  form.addEventListener("submit", function (event) { event.preventDefault(); clearTimeout(timer); run(); });
  more.addEventListener("click", function () {
    var last = list.querySelectorAll("a").length;
    next().then(function () { var link = list.querySelectorAll("a")[last]; if (link) link.focus(); });
  });

  field.value = asking.get("q") || "";
  fields.forEach(function (one) { if (asking.has(one.name)) one.value = asking.get(one.name); });
  if (asking.toString()) run();
})();
