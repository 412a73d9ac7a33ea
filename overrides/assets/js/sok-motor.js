/* The search engine: from an index and a reader's words to ranked pages. No page, no network, no storage.
 *
 * Each word of the query becomes a list of terms with weights: the word itself (1), its meaning (concepts of
 * the glossary), compounds that it is part of, and, for a word that the site does not use, parts, longer
 * words and words that are spelled alike. A page's score is the sum over the query's words of
 * BM25F frequency (saturated) x rarity of the word x weight of the best term, raised when the query is
 * much like the page's title or one of its search words (Dice's coefficient).
 * Pages found only by part or likeness, or by less than half of the query, are near matches.
 *
 * The index is made by macros/search/index.py, which explains the fields.
 */
(function (root) {
  "use strict";

  const { words, fold, stem } = root.kbSokOrd;

  const FORMAT = 1;
  const LONGEST_QUERY = 300;
  const MOST_WORDS = 20;
  const LONGEST_WORD = 40;
  const LONGEST_FORM = 6;
  // BM25's saturation: the higher, the more it counts that a word stands often or in the title.
  const K1 = 4;
  // Weights of the ways in which a term can answer a word.
  const FOLDED = 0.95;
  const FOLDED_BESIDE_EXACT = 0.25;
  const JOINED = 0.9;
  const IN_COMPOUND = 0.35;
  const PART = 0.4;
  const PREFIX = 0.45;
  const TYPO = [0, 0.8, 0.55];
  // From this weight a term is what the reader asked for; below it, it is only near.
  const SURE = 0.5;
  const SURE_SHARE = 0.5;
  const STOP_RARITY = 0.4;
  const KEY_BOOST = 1.4;
  const MOST_KEYED = 400;
  const MOST_EXPANSIONS = 25;
  const SHORTEST_PREFIX = 3;
  const MOST_NEAR = 10;
  const NEAR_FLOOR = 0.3;

  function createEngine(data) {
    if (data.format !== FORMAT) throw new Error(`Search index of format ${data.format}, expected ${FORMAT}`);
    const terms = data.termer.split(" ");
    const forms = data.former.split(" ").map((form, at) => (form === "-" ? terms[at] : form));
    const numbers = new Map(terms.map((term, at) => [term, at]));
    const foldedTerms = terms.map(fold);
    const byFolded = grouped(foldedTerms.map((term, at) => [term, at]).concat(data.vikningar));
    const compounds = grouped(data.delar.flatMap(([whole, ...parts]) => parts.map((part) => [part, whole])));
    const sorted = terms.map((_, at) => at).filter(isWord).sort((a, b) => (foldedTerms[a] < foldedTerms[b] ? -1 : 1));
    const stopWords = new Set(data.stoppord.split(" "));
    const foldedStopWords = new Set([...stopWords].map(fold));
    const pages = data.sidor.map(([address, title, kind, summary, weight], number) => ({
      number, address, title, kind: data.slag[kind], summary, weight,
    }));
    const triggers = conceptTriggers(data.begrepp);
    const postings = new Map();
    const masks = foldedTerms.map(letters);
    const best = new Float64Array(pages.length);
    const bestWeight = new Float64Array(pages.length);

    function isWord(at) {
      return terms[at][0] !== "#" && (data.poster[at].length > 0 || compounds.has(at) || triggersHas(at));
    }

    function triggersHas() {
      return true;
    }

    /** The pages of a term: `[page, frequency, page, frequency, …]`. */
    function pagesOf(term) {
      if (!postings.has(term)) {
        const flat = data.poster[term];
        const rows = new Array(flat.length);
        let page = 0;
        for (let at = 0; at < flat.length; at += 2) {
          page += flat[at];
          rows[at] = page;
          rows[at + 1] = flat[at + 1] / data.skala;
        }
        postings.set(term, rows);
      }
      return postings.get(term);
    }

    function isStop(word) {
      if (word.length === 1 && !/\p{N}/u.test(word)) return true;
      return stopWords.has(word) || (foldedStopWords.has(word) && fold(word) === word && !numbers.has(stem(word)));
    }

    // --- From a word to terms -------------------------------------------------------------------------

    /** Adds a term to a word's list unless a better way to it is known. `how`: ord, betydelse, liknar or del. */
    function add(found, term, weight, how) {
      const known = found.get(term);
      if (!known || known.weight < weight) found.set(term, { term, weight, how });
    }

    function addSame(found, word) {
      const exact = numbers.get(stem(word));
      const isExact = exact !== undefined && isWord(exact);
      if (isExact) add(found, exact, 1, "ord");
      for (const term of byFolded.get(fold(stem(word))) || []) {
        if (term !== exact && isWord(term)) add(found, term, isExact ? FOLDED_BESIDE_EXACT : FOLDED, isExact ? "liknar" : "ord");
      }
      return found;
    }

    function addCompounds(found) {
      for (const { term, weight } of [...found.values()]) {
        for (const whole of (weight >= SURE && compounds.get(term)) || []) add(found, whole, weight * IN_COMPOUND, "del");
      }
    }

    function addPrefixes(found, word, weight) {
      if (word.length < SHORTEST_PREFIX) return;
      let low = 0;
      let high = sorted.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (foldedTerms[sorted[middle]] < word) low = middle + 1;
        else high = middle;
      }
      const longer = [];
      for (; low < sorted.length && foldedTerms[sorted[low]].startsWith(word); low += 1) longer.push(sorted[low]);
      longer.sort((a, b) => foldedTerms[a].length - foldedTerms[b].length || a - b);
      for (const term of longer.slice(0, MOST_EXPANSIONS)) {
        add(found, term, weight * (0.5 + (0.5 * word.length) / foldedTerms[term].length), "del");
      }
    }

    /** The parts of a compound that the site does not use as a whole. The longest last part is tried first. */
    function addParts(found, word) {
      for (let cut = SHORTEST_PREFIX; cut <= word.length - SHORTEST_PREFIX; cut += 1) {
        const last = known(word.slice(cut));
        const first = knownFirst(word.slice(0, cut));
        if (last !== undefined && first !== undefined) {
          add(found, first, PART, "del");
          add(found, last, PART, "del");
          return;
        }
      }
    }

    function known(word) {
      const at = (byFolded.get(fold(stem(word))) || []).find((term) => data.poster[term].length > 0 && terms[term].length >= SHORTEST_PREFIX);
      return at !== undefined && !foldedStopWords.has(fold(word)) ? at : undefined;
    }

    function knownFirst(word) {
      const at = known(word);
      return at === undefined && word.endsWith("s") ? known(word.slice(0, -1)) : at;
    }

    function addTypos(found, word) {
      const allowed = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
      if (!allowed) return;
      const typed = fold(word);
      const typedStem = fold(stem(word));
      const mask = letters(typed);
      const close = [];
      for (const term of sorted) {
        const name = foldedTerms[term];
        if (Math.abs(name.length - typed.length) > allowed + 4 || bitCount(masks[term] & ~mask) > allowed) continue;
        const distance = Math.min(
          damerau(typed, name, allowed),
          damerau(typedStem, name, allowed),
          damerau(typed, fold(forms[term]), allowed),
        );
        if (distance <= allowed) close.push({ term, distance: distance + (name[0] === typed[0] ? 0 : 0.5) });
      }
      if (!close.length) return;
      const nearest = Math.min(...close.map((one) => one.distance));
      close.sort((a, b) => a.distance - b.distance || data.poster[b.term].length - data.poster[a.term].length);
      for (const { term, distance } of close.slice(0, 4)) {
        if (distance < nearest + 1) add(found, term, TYPO[Math.ceil(nearest)] * (distance === nearest ? 1 : 0.8), "liknar");
      }
    }

    /** The terms that a word of the query stands for. */
    function resolve(word, typing) {
      const found = addSame(new Map(), word);
      if (!found.size) {
        addTypos(found, word);
        if (!found.size || word.length > 8) addParts(found, word);
        addPrefixes(found, fold(word), PREFIX);
      } else if (typing) {
        addPrefixes(found, fold(word), PREFIX);
      }
      return found;
    }

    /** Two words that the site writes as one: ”beställar grupp”. */
    function addJoined(tokens) {
      for (let at = 0; at + 1 < tokens.length; at += 1) {
        for (const link of ["", "s"]) {
          const whole = addSame(new Map(), tokens[at].word + link + tokens[at + 1].word);
          for (const { term, weight } of whole.values()) {
            for (const token of [tokens[at], tokens[at + 1]]) add(token.found, term, weight * JOINED, "ord");
          }
        }
      }
    }

    /** Concepts that a run of words stands for, such as ”lagen om offentlig upphandling”. */
    function addConcepts(tokens) {
      const certain = tokens.map((token) =>
        [...token.found.values()].filter((one) => one.weight >= SURE && one.how !== "del").sort((a, b) => b.weight - a.weight).slice(0, 4),
      );
      for (let from = 0; from < tokens.length; from += 1) {
        let runs = [{ key: "", weight: 1, how: "betydelse" }];
        for (let to = from; to < tokens.length && to < from + LONGEST_FORM && runs.length; to += 1) {
          runs = runs.flatMap((run) => certain[to].map((one) => ({
            key: run.key ? `${run.key} ${one.term}` : String(one.term),
            weight: Math.min(run.weight, one.weight),
            how: one.how === "liknar" ? "liknar" : run.how,
          }))).filter((run) => triggers.begins.has(run.key));
          for (const run of runs) {
            for (const { term, weight } of triggers.whole.get(run.key) || []) {
              for (const token of tokens.slice(from, to + 1)) if (!token.stop) add(token.found, term, weight * run.weight, run.how);
            }
          }
        }
      }
    }

    function tokensOf(query, typing) {
      const found = words(query.slice(0, LONGEST_QUERY)).slice(0, MOST_WORDS).map((word) => word.slice(0, LONGEST_WORD));
      const tokens = found.map((word, at) => {
        const stop = isStop(word);
        const last = typing && at === found.length - 1;
        return { word, stop, found: stop ? addSame(new Map(), word) : resolve(word, last) };
      });
      addJoined(tokens.filter((token) => !token.stop));
      for (const token of tokens) if (!token.stop) addCompounds(token.found);
      addConcepts(tokens);
      return tokens;
    }

    // --- From terms to pages --------------------------------------------------------------------------

    function rarity(count) {
      return Math.log(1 + (pages.length - count + 0.5) / (count + 0.5));
    }

    function tokenRarity(token) {
      const top = Math.max(0, ...[...token.found.values()].map((one) => one.weight));
      const seen = new Set();
      for (const { term, weight } of token.found.values()) {
        if (weight < top * 0.8) continue;
        const rows = pagesOf(term);
        for (let at = 0; at < rows.length; at += 2) seen.add(rows[at]);
      }
      return rarity(seen.size);
    }

    /** Adds one word's part to the scores of all pages that it touches. */
    function scoreToken(token, scores) {
      const touched = [];
      for (const { term, weight } of token.found.values()) {
        const rows = pagesOf(term);
        for (let at = 0; at < rows.length; at += 2) {
          const page = rows[at];
          const value = (weight * rows[at + 1] * (K1 + 1)) / (K1 + rows[at + 1]);
          if (best[page] === 0) touched.push(page);
          if (value > best[page]) best[page] = value;
          if (weight > bestWeight[page]) bestWeight[page] = weight;
        }
      }
      for (const page of touched) {
        const score = scores.get(page) || { page, sum: 0, sure: 0 };
        score.sum += token.rarity * best[page];
        if (bestWeight[page] >= SURE) score.sure += token.rarity;
        scores.set(page, score);
        best[page] = 0;
        bestWeight[page] = 0;
      }
    }

    /** How like the query a page's title or search words are, 0 to 1 (Dice's coefficient by rarity). */
    function keyLikeness(page, tokens, total) {
      let likest = 0;
      for (const key of data.nycklar[page]) {
        let size = 0;
        let shared = 0;
        for (const term of key) {
          const worth = termWorth(term);
          size += worth;
          let matched = 0;
          for (const token of tokens) {
            const one = token.found.get(term);
            if (one && one.weight > matched) matched = one.weight;
          }
          shared += worth * matched;
        }
        likest = Math.max(likest, (2 * shared) / (size + total));
      }
      return Math.min(likest, 1);
    }

    function termWorth(term) {
      return stopTerms.has(term) ? STOP_RARITY : rarity(data.poster[term].length / 2);
    }

    const stopTerms = new Set([...stopWords].map((word) => numbers.get(stem(word))));

    function rank(tokens) {
      const content = tokens.filter((token) => !token.stop);
      for (const token of content) token.rarity = tokenRarity(token);
      const scores = new Map();
      for (const token of content) scoreToken(token, scores);
      const contentTotal = content.reduce((sum, token) => sum + token.rarity, 0);
      const total = contentTotal + STOP_RARITY * (tokens.length - content.length);
      const found = [...scores.values()].sort((a, b) => b.sum - a.sum || a.page - b.page);
      return found.map((score, at) => {
        const likeness = at < MOST_KEYED ? keyLikeness(score.page, tokens, total) : 0;
        const share = contentTotal ? score.sure / contentTotal : 0;
        const value = pages[score.page].weight * (score.sum * (0.4 + 0.6 * share) + KEY_BOOST * contentTotal * likeness * likeness);
        return { page: pages[score.page], score: value, near: share < SURE_SHARE };
      }).sort((a, b) => b.score - a.score || a.page.number - b.page.number);
    }

    /** Pages for a query of nothing but stop words: only those with just these words as title or search words. */
    function rankStopWords(tokens) {
      const total = STOP_RARITY * tokens.length;
      return pages.filter((page) => keyLikeness(page.number, tokens, total) > 0.99).map((page) => ({ page, score: page.weight, near: false }));
    }

    // --- What a reader is told ------------------------------------------------------------------------

    /** Why a near match is one: `{how, word}` with how as in `add`, or ”bara” with the words that were found. */
    function reason(hit, tokens) {
      let strongest = null;
      const sure = [];
      for (const token of tokens) {
        if (token.stop) continue;
        for (const one of token.found.values()) {
          const rows = pagesOf(one.term);
          for (let at = 0; at < rows.length; at += 2) {
            if (rows[at] !== hit.page.number) continue;
            if (one.weight >= SURE && (one.how === "ord" || one.how === "betydelse")) sure.push(token.word);
            else if (!strongest || one.weight * token.rarity > strongest.value) strongest = { ...one, value: one.weight * token.rarity };
          }
        }
      }
      if (!strongest) return { how: "bara", word: [...new Set(sure)].join(", ") };
      return { how: strongest.how === "liknar" ? "liknar" : "del", word: forms[strongest.term] };
    }

    /** The query with words that the site does not use changed to the likest that it does use, or null. */
    function correction(tokens) {
      let changed = false;
      const corrected = tokens.map((token) => {
        if (token.stop) return token.word;
        const options = [...token.found.values()].filter((one) => isWord(one.term)).sort((a, b) => b.weight - a.weight);
        if (!options.length || options[0].how !== "liknar") return token.word;
        changed = true;
        return forms[options[0].term];
      });
      return changed ? corrected.join(" ") : null;
    }

    /**
     * Searches. `typing` takes the last word as unfinished.
     * Gives `{words, hits, near, corrected, matches}`: sure hits and near ones, each `{page, score, near, reason}`,
     * best first; a corrected query or null; and a function that tells whether a word is one that was looked for.
     */
    function search(query, { typing = false } = {}) {
      const tokens = tokensOf(String(query), typing);
      const ranked = tokens.some((token) => !token.stop) ? rank(tokens) : rankStopWords(tokens);
      const floor = ranked.length ? Math.max(...ranked.map((hit) => hit.score)) * NEAR_FLOOR : 0;
      const near = ranked.filter((hit) => hit.near && hit.score >= floor).slice(0, MOST_NEAR);
      for (const hit of near) hit.reason = reason(hit, tokens);
      const looked = new Set(tokens.flatMap((token) => (token.stop ? [] : [...token.found.keys()])));
      const memory = new Map();
      function matches(word) {
        if (!memory.has(word)) memory.set(word, !isStop(word) && looked.has(numbers.get(stem(word))));
        return memory.get(word);
      }
      return { words: tokens.map((token) => token.word), hits: ranked.filter((hit) => !hit.near), near, corrected: correction(tokens), matches };
    }

    return { search, pages, texts: data.ord, textFile: data.texter };
  }

  function grouped(pairs) {
    const found = new Map();
    for (const [key, value] of pairs) {
      if (!found.has(key)) found.set(key, []);
      if (!found.get(key).includes(value)) found.get(key).push(value);
    }
    return found;
  }

  function conceptTriggers(concepts) {
    const whole = new Map();
    const begins = new Set();
    for (const [term, formWeight, forms, triggerWeight, triggers] of concepts) {
      for (const [weight, list] of [[formWeight, forms], [triggerWeight, triggers]]) {
        for (const form of weight > 0 ? list : []) {
          const key = form.join(" ");
          if (!whole.has(key)) whole.set(key, []);
          whole.get(key).push({ term, weight });
          for (let length = 1; length <= form.length; length += 1) begins.add(form.slice(0, length).join(" "));
        }
      }
    }
    return { whole, begins };
  }

  /** Which letters a word has, one bit each, to pass over words that cannot be alike. */
  function letters(word) {
    let mask = 0;
    for (let at = 0; at < word.length; at += 1) mask |= 1 << (word.charCodeAt(at) % 31);
    return mask;
  }

  function bitCount(mask) {
    let count = 0;
    for (let left = mask; left; left &= left - 1) count += 1;
    return count;
  }

  /** Damerau–Levenshtein distance (optimal string alignment), or `most` + 1 when it is greater than `most`. */
  function damerau(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, at) => at);
    for (let i = 1; i <= a.length; i += 1) {
      const row = [i];
      let least = i;
      for (let j = 1; j <= b.length; j += 1) {
        const same = a[i - 1] === b[j - 1] ? 0 : 1;
        let value = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, beforeLast[j - 2] + 1);
        row.push(value);
        if (value < least) least = value;
      }
      if (least > most) return most + 1;
      beforeLast = last;
      last = row;
    }
    return last[b.length];
  }

  root.kbSokMotor = { createEngine, damerau };
})(globalThis);
