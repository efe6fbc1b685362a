/* Words as the search index has them: the same as output/search/words.py does, with the same table of rules. */
window.briefingsWords = function (rules) {
  "use strict";

  var WORD = new RegExp("[\\p{L}\\p{N}\\p{M}" + rules.unseen + "]+", "gu");
  var NO_WORD = new RegExp("[^\\p{L}\\p{N}\\p{M}" + rules.unseen + "]+", "gu");
  var UNSEEN = new RegExp("[" + rules.unseen + "]", "gu");
  var MARKS = new RegExp("[" + rules.marks + "]", "gu");
  var BARE = new RegExp("[^" + rules.whole + "]+", "gu");
  var RUN = new RegExp("([" + rules.unspaced + "])|[^" + rules.unspaced + "]+", "gu");
  var SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  var UNSPACED = new RegExp("[" + rules.unspaced + "]", "u");
  var HALF_BLANK = /(?<=[\u0600-\u06ff])\u200c(?=[\u0600-\u06ff])/gu;
  var joined = rules.joined;
  var JOINTS = joined.hyphens + joined.apostrophes + joined.spaces + ",. ";

  /* Without case, marks and letters that few keyboards have. */
  function fold(word) {
    var text = word.normalize("NFKC").replace(UNSEEN, "").toLowerCase().normalize("NFC");
    text = text.replace(BARE, function (part) { return part.normalize("NFD").replace(MARKS, ""); });
    text = Array.from(text, function (sign) { return Object.hasOwn(rules.letters, sign) ? rules.letters[sign] : sign; });
    return text.join("").normalize("NFC").replace(NO_WORD, "");
  }

  /* The sign at a place of a text, or after a blank there, that says what the figure before it counts. */
  function unitBehind(text, at) {
    if (text[at] && (joined.spaces + " ").includes(text[at])) at += 1;
    return Object.hasOwn(joined.units, text[at] || "") ? { sign: joined.units[text[at]], end: at + 1 } : null;
  }

  function isFigure(word) { return /^[0-9]+$/.test(word); }

  /* Whether a sign parts the groups of a figure in a language. */
  function groups(sign, language) {
    if (sign === "," || sign === ".") return !language || (sign === ".") === joined.point.includes(language);
    if (sign === " ") return joined.spaced.includes(language);
    return !joined.hyphens.includes(sign);
  }

  /* Whether a word is also written as one with those before it, from which a sign parts it. */
  function joins(chain, before, sign, word, written, language) {
    var last = chain[chain.length - 1].word;
    var first = chain[0].word;
    if (isFigure(first) && isFigure(word)) {
      return word.length === 3 && (before ? before === sign : first.length <= 3 && first[0] !== "0") && groups(sign, language);
    }
    if (!word || isFigure(last)) return false;
    if (joined.hyphens.includes(sign)) return !joined.apart.includes(last) && (!before || joined.hyphens.includes(before));
    if (before || !joined.apostrophes.includes(sign)) return false;
    return /^\p{Lu}/u.test(written) || (!joined.eliding.includes(language) && !joined.tails.includes(word));
  }

  /* A figure with the sign behind it. */
  function withUnit(token, unit) {
    return { word: token.word + unit.sign, at: token.at, stemmed: false, start: token.start, end: unit.end, parts: 0 };
  }

  /* Two words, or the groups of a figure, as one: with the place of the last group, so that its decimals are beside it. */
  function asOne(chain, out, unit) {
    if (chain.length < 2) return;
    var last = chain[chain.length - 1];
    var figure = isFigure(chain[0].word) && isFigure(last.word);
    if (chain.length !== 2 && !figure) return;
    var token = {
      word: chain.map(function (one) { return one.word; }).join(""), at: figure ? last.at : chain[0].at, stemmed: true,
      start: chain[0].start, end: last.end, parts: chain.length
    };
    out.push(token);
    if (figure && unit) out.push(withUnit(token, unit));
  }

  /* The words of a text with their places; those of scripts without blanks as single letters and overlapping pairs. What
     is also written as one word follows its parts, as is usual in a language, or in any where none is given. */
  function tokens(text, language) {
    var out = [];
    var chain = [];
    var joint = "";
    language = language || "";
    text = text.replace(HALF_BLANK, "-");
    var at = 0;
    var end = -1;
    var unit = null;
    Array.from(text.matchAll(WORD)).forEach(function (found) {
      var word = fold(found[0]);
      if (word === "s" && found.index === end + 1 && end >= 0 && joined.apostrophes.includes(text[end])) return;
      var sign = found.index === end + 1 && end >= 0 ? text[end] : "";
      var apart = false;
      if (chain.length && sign && JOINTS.includes(sign) && joins(chain, joint, sign, word, found[0], language)) joint = sign;
      else {
        asOne(chain, out, unit);
        /* The rest of a figure is no figure: that of 1,23,456 is 123,456 in India. */
        apart = chain.length && sign && ",.".includes(sign) && isFigure(chain[chain.length - 1].word) && isFigure(word);
        chain = [];
        joint = "";
      }
      if (!word || UNSPACED.test(word)) chain = [];
      end = found.index + found[0].length;
      unit = unitBehind(text, end);
      var signs = Array.from(found[0]);
      /* Letters are found in the text one by one where folding has changed their number in no way. */
      var even = signs.length === Array.from(word).length;
      var done = found.index;
      var before = null;
      Array.from(word.matchAll(RUN)).forEach(function (run) {
        var size = even ? signs.splice(0, Array.from(run[0]).length).join("").length : 0;
        var token = {
          word: run[0], at: at, stemmed: !run[1],
          start: even ? done : found.index, end: even ? done + size : end, parts: 1
        };
        if (before && run[1]) {
          out.push({ word: before.word + run[1], at: at - 1, stemmed: false, start: before.start, end: token.end, parts: 1 });
        }
        out.push(token);
        before = run[1] ? token : null;
        done += size;
        at += 1;
        if (!apart && !UNSPACED.test(word)) chain.push(token);
        if (unit && isFigure(token.word) && run.index + run[0].length === word.length) out.push(withUnit(token, unit));
      });
    });
    asOne(chain, out, unit);
    return out;
  }

  /* A folded word without what its forms differ by in a language. */
  function stem(word, language) {
    var known = rules.languages[language];
    if (!known) return word;
    if (Object.hasOwn(known.forms, word)) word = known.forms[word];
    if (known.whole.indexOf(word) > -1) return word;
    var size = function (text) { return Array.from(text).length; };
    known.beginnings.some(function (rule) {
      var fits = word.startsWith(rule[0]) && size(word) - size(rule[0]) >= rule[1];
      if (fits) word = word.slice(rule[0].length);
      if (fits && Object.hasOwn(known.forms, word)) word = known.forms[word];
      return fits;
    });
    [known.endings, known.finals || []].forEach(function (step) {
      step.some(function (rule) {
        var fits = word.endsWith(rule[0]) && size(word) - size(rule[0]) >= rule[2];
        if (fits) word = word.slice(0, word.length - rule[0].length) + rule[1];
        return fits;
      });
    });
    return word;
  }

  /* A text without blanks and signs that are not seen. */
  function signs(text) { return text.replace(/\s/gu, "").replace(UNSEEN, ""); }

  /* Figures that are typed with blanks in them as one word. */
  function unbroken(text) {
    return text.replace(/(?<![\p{L}\p{N}.,])\p{N}{1,3}(?: \p{N}{3})+(?![\p{L}\p{N}])/gu, function (figure) {
      return figure.replaceAll(" ", "’");
    }).replace(/(\p{N}) (?=(\S))/gu, function (match, digit, sign) {
      return Object.hasOwn(joined.units, sign) ? digit : match;
    });
  }

  /* Terms with a figure in groups as one, and what is found with a sign behind it only with that. */
  function asTyped(all, grouped) {
    var figures = grouped ? all.filter(function (token) { return token.parts > 1; }) : [];
    var units = new Map();
    all.forEach(function (token) { if (!token.parts) units.set(token.at + token.word.slice(0, -1), token); });
    var terms = needed(all.filter(isPart)).concat(figures).filter(function (token) {
      return !figures.some(function (figure) {
        return token !== figure && token.start >= figure.start && token.end <= figure.end;
      });
    });
    terms.sort(function (one, other) { return one.at - other.at; });
    return terms.map(function (token) { return units.get(token.at + token.word) || token; });
  }

  /* What is typed, in parts that must all be found: words, and phrases, which stand side by side in a text. `whole` are
     the terms of a part of which some are joined. */
  function parse(text) {
    var parts = [];
    text = unbroken(text);
    text.replace(/["\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d\u300e\u300f]([^"\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d\u300e\u300f]*)(?:["\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d\u300e\u300f]|$)|([^\s"\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d\u300e\u300f]+)/gu, function (match, quoted, plain) {
      var all = tokens(quoted === undefined ? plain : quoted);
      var terms = asTyped(all, false);
      var joins = quoted === undefined && all.some(function (token) {
        return token.parts > 1 && (isFigure(token.word) || token.parts === needed(all.filter(isPart)).length);
      });
      if (terms.length) parts.push({ terms: terms, exact: quoted !== undefined, whole: joins ? asTyped(all, true) : null });
    });
    return parts;
  }

  /* Whether a word is one of those that a text is made of, and not joined from them. */
  function isPart(token) { return token.parts === 1; }

  /* A letter that is part of a pair need not be looked for. */
  function needed(found) {
    var paired = new Set();
    found.forEach(function (token) {
      if (!token.stemmed && Array.from(token.word).length > 1) paired.add(token.at).add(token.at + 1);
    });
    return found.filter(function (token) {
      return token.stemmed || Array.from(token.word).length > 1 || !paired.has(token.at);
    });
  }

  /* Where some terms stand side by side, in places that `of` gives for each; `sizes` are places of the last. */
  function together(terms, of) {
    var sets = terms.map(of);
    var first = terms[0].at;
    return Array.from(sets[0]).filter(function (place) {
      return terms.every(function (term, at) { return sets[at].has(place + term.at - first); });
    });
  }

  /* Briefs and places, out of one line of the index. */
  function unpack(line) {
    return line ? line.split(" ").map(function (held) {
      var places = [];
      var place = 0;
      var value = 0;
      var shift = 0;
      for (var at = 6; at < held.length; at += 1) {
        var bits = SIGNS.indexOf(held[at]);
        value |= (bits & 31) << shift;
        shift += 5;
        if (bits < 32) {
          place += value;
          places.push(place);
          value = shift = 0;
        }
      }
      return { id: held.slice(0, 6), places: places };
    }) : [];
  }

  /* The number of the file that a word is in. */
  function file(word, files) {
    var sum = -1;
    new TextEncoder().encode(word).forEach(function (byte) {
      sum ^= byte;
      for (var bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    });
    return ((sum ^ -1) >>> 0) % files;
  }

  /* How many letters must be typed otherwise to get from one word to another; more than `most` is not counted. */
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    var rows = [Array.from({ length: other.length + 1 }, function (_, at) { return at; })];
    for (var i = 1; i <= one.length; i += 1) {
      rows[i] = [i];
      for (var j = 1; j <= other.length; j += 1) {
        var cost = one[i - 1] === other[j - 1] ? 0 : 1;
        rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + cost);
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
      }
    }
    return rows[one.length][other.length];
  }

  return {
    fold: fold, signs: signs, tokens: tokens, isPart: isPart, stem: stem, parse: parse, together: together, unpack: unpack, file: file,
    distance: distance
  };
};
