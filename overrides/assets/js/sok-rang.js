/* Ranking: which pages answer a query's words, best first.
 *
 * A page's score is the sum over the words of BM25F frequency (saturated by K1) x rarity of the word (inverse
 * document frequency) x weight of the best term. It is lowered when only some of the words are answered, and
 * raised when the query is like the page's title, one of its search words or headings (Tversky's index).
 * Frequencies and the weights of pages come with the index; macros/search/index.py explains them.
 */
(function (root) {
  "use strict";

  const { SURE } = root.kbSokTolkning;

  const K1 = 4.5;
  const ALL_PARTS = 0.85;
  // How much of its score a page loses that answers none of the words for certain.
  const PARTIAL = 0.3;
  // What a page gains by how much of the question it answers, however often it says the words.
  const COVERED = 1;
  // A page is a sure hit when it answers this share of the words, or is this like the query by a title or search word.
  const SURE_SHARE = 0.5;
  const SURE_LIKENESS = 0.7;
  const SURE_WAYS = new Set(["ord", "betydelse"]);
  const STOP_RARITY = 0.8;
  // Common words that say little count for this share of what their rarity says.
  const WEAK = 0.9;
  // A term whose frequency is under this on every page is a word in passing, and counts for this share.
  const ABOUT = 2;
  const PASSING = 0.7;
  // Likeness: how much its square raises the score, and what an exact match adds.
  const KEY_BOOST = 2.5;
  const EXACT_TITLE = 0.85;
  // A title of common words is typed in full by those who want it: ”Vad är en beställargrupp?”.
  const EXACT_LEAST = 8;
  // Glossary entries and pairs weigh less than this: a page that has the term as its title is more than they are.
  const WHOLE_PAGE = 0.85;
  const EXACT = 0.85;
  // What the query has and the key lacks, and the reverse, in Tversky's index.
  const OWN_REST = 0.25;
  const KEY_REST = 0.25;
  // How much a likeness counts with a title, a search word, a heading.
  const KEY_WORTH = [1, 0.85, 0.7];
  const MOST_KEYED = 200;
  const PRECISION = 1e5;

  /**
   * Gives `{rank, pagesOf}` for an index; `stopTerms` are the terms of stop words.
   * @param {Sok.Index} data
   * @param {Set<number | undefined>} stopTerms
   */
  function createRanker(data, stopTerms) {
    const count = data.sidor.length;
    /** @type {Map<number, Float64Array>} */
    const postings = new Map();
    // Work space, cleared after each use: values by page and by term.
    const best = new Float64Array(count);
    const bestSure = new Float64Array(count);
    const sum = new Float64Array(count);
    const sure = new Float64Array(count);
    const bestWeight = new Float64Array(count);
    const covered = new Float64Array(count);
    const answers = new Float64Array(data.poster.length);
    const weak = new Set(data.svaga);
    const worths = Float64Array.from(data.poster, (rows, term) => (
      stopTerms.has(term) ? STOP_RARITY : rarity(rows.length / 2) * strength(term)));
    const keys = new Map();

    /** @param {number} pages */
    function rarity(pages) {
      return Math.log(1 + (count - pages + 0.5) / (pages + 0.5));
    }

    /**
     * How much of its rarity a term counts for: less when it says little, or when no page is about it.
     * @param {number} term
     */
    function strength(term) {
      const flat = data.poster[term];
      let most = 0;
      for (let at = 1; at < flat.length; at += 2) if (flat[at] > most) most = flat[at];
      return (weak.has(term) ? WEAK : 1) * (most < ABOUT * data.skala ? PASSING : 1);
    }

    /**
     * The pages of a term and how saturated it is there: `[page, value, page, value, …]`.
     * @param {number} term
     */
    function pagesOf(term) {
      if (!postings.has(term)) {
        const flat = data.poster[term];
        const rows = new Float64Array(flat.length);
        let page = 0;
        for (let at = 0; at < flat.length; at += 2) {
          const frequency = flat[at + 1] / data.skala;
          page += flat[at];
          rows[at] = page;
          rows[at + 1] = (frequency * (K1 + 1)) / (K1 + frequency);
        }
        postings.set(term, rows);
      }
      return /** @type {Float64Array} */ (postings.get(term));
    }

    /**
     * How rare a word is: by the pages of the terms that answer it best.
     * @param {Sok.Token} token
     */
    function tokenRarity(token) {
      const found = [...token.found.values()];
      const top = Math.max(0, ...found.map((one) => one.weight));
      const strongest = found.filter((one) => one.weight >= top * 0.8);
      if (strongest.length === 1) return worths[strongest[0].term];
      const seen = new Set();
      for (const { term } of strongest) {
        const rows = pagesOf(term);
        for (let at = 0; at < rows.length; at += 2) seen.add(rows[at]);
      }
      return rarity(seen.size) * Math.min(1, ...strongest.map((one) => strength(one.term)));
    }

    /**
     * A word that the site does not use is as rare as can be: what lacks it does not answer the question.
     * @param {Sok.Token} token
     */
    function soughtRarity(token) {
      return token.unknown ? rarity(0) : token.rarity;
    }

    /**
     * A misspelt word is as rare as the word that is meant.
     * @param {Sok.Token} token
     */
    function meantRarity(token) {
      return !token.own && [...token.found.values()].some((one) => one.how === "liknar") ? token.rarity : soughtRarity(token);
    }

    /**
     * @param {number} page
     * @param {number} value
     * @param {number} weight
     * @param {boolean} isSure
     * @param {number[]} touched
     */
    function note(page, value, weight, isSure, touched) {
      if (best[page] === 0) touched.push(page);
      if (value > best[page]) best[page] = value;
      if (weight > bestWeight[page]) bestWeight[page] = weight;
      if (isSure && weight > bestSure[page]) bestSure[page] = weight;
    }

    /**
     * Pages with all parts of a compound, apart: ”tävling om kylskåp” for ”kylskåpstävling”.
     * @param {Sok.Phrase} parts
     * @param {number[]} touched
     */
    function noteParts(parts, touched) {
      /** @type {Map<number, number> | null} */
      let least = null;
      for (const part of parts) {
        const rows = pagesOf(part);
        const next = new Map();
        for (let at = 0; at < rows.length; at += 2) {
          const before = least === null ? Infinity : least.get(rows[at]);
          if (before !== undefined) next.set(rows[at], Math.min(before, rows[at + 1]));
        }
        least = next;
      }
      for (const [page, value] of least || []) note(page, value * ALL_PARTS, ALL_PARTS, false, touched);
    }

    /**
     * Adds one word's part to the scores of the pages that it touches; notes in `pages` those touched first.
     * @param {Sok.Token} token
     * @param {number[]} pages
     */
    function scoreToken(token, pages) {
      /** @type {number[]} */
      const touched = [];
      for (const { term, weight, how } of token.found.values()) {
        const rows = pagesOf(term);
        const isSure = SURE_WAYS.has(how);
        // A common word is no rarer for being in the name of something rare: ”gemensam” in ”gemensam nämnd”.
        const worth = how === "ord" ? weight * Math.min(1, worths[term] / token.rarity) : weight;
        for (let at = 0; at < rows.length; at += 2) note(rows[at], worth * rows[at + 1], weight, isSure, touched);
      }
      for (const parts of token.parts) noteParts(parts, touched);
      for (const page of touched) {
        if (sum[page] === 0) pages.push(page);
        sum[page] += token.rarity * best[page];
        if (!token.isPart) covered[page] += token.rarity * Math.min(1, bestWeight[page]);
        if (bestSure[page] >= SURE) sure[page] += soughtRarity(token);
        best[page] = 0;
        bestWeight[page] = 0;
        bestSure[page] = 0;
      }
    }

    /**
     * Notes how well each term answers the query.
     * @param {Sok.Token[]} tokens
     */
    function noteAnswers(tokens) {
      for (const token of tokens) {
        const top = Math.max(1, ...[...token.found.values()].map((one) => one.weight));
        const scale = token.isPart || token.stop ? 1 : 1 / top;
        for (const { term, weight } of token.found.values()) answers[term] = Math.max(answers[term], weight * scale);
      }
    }

    /** @param {Sok.Token[]} tokens */
    function clearAnswers(tokens) {
      for (const token of tokens) for (const term of token.found.keys()) answers[term] = 0;
    }

    /**
     * A page's title, search words and headings, each with its size and how much it counts.
     * @param {number} page
     */
    function keysOf(page) {
      if (!keys.has(page)) {
        keys.set(page, data.nycklar[page].flatMap((group, kind) => group.map((terms) => (
          { terms, worth: KEY_WORTH[kind], size: terms.reduce((size, term) => size + worths[term], 0) }))));
      }
      return keys.get(page);
    }

    /**
     * How like the query one of a page's keys is, 0 to 1. `total` is the query's own size.
     * @param {number} page
     * @param {number} total
     */
    function likeness(page, total) {
      let likest = 0;
      for (const { terms, worth, size } of keysOf(page)) {
        let shared = 0;
        for (let at = 0; at < terms.length; at += 1) shared += worths[terms[at]] * answers[terms[at]];
        if (shared === 0) continue;
        const like = shared / (shared + OWN_REST * (total - shared) + KEY_REST * (size - shared));
        if (like * worth > likest) likest = worth * Math.min(like, 1);
      }
      return likest;
    }

    /**
     * @param {number} page
     * @param {number} sought
     * @param {number} asked
     * @param {number} like
     */
    function hit(page, sought, asked, like) {
      const [, , , , weight, keyWeight] = data.sidor[page];
      const share = sought ? sure[page] / sought : 0;
      const boost = KEY_BOOST * asked;
      const whole = asked ? (COVERED * covered[page] * Math.min(covered[page], asked)) / asked : 0;
      const exact = like >= EXACT ? Math.max(EXACT_TITLE * boost, keyWeight >= WHOLE_PAGE ? EXACT_LEAST : 0) : 0;
      return {
        page,
        score: weight * (sum[page] + whole) * (1 - PARTIAL + PARTIAL * share) + keyWeight * (boost * like * like + exact),
        near: share === 0 || (share < SURE_SHARE && like < SURE_LIKENESS),
      };
    }

    /**
     * All pages that answer some word, best first: `[{page, score, near}]`.
     * @param {Sok.Token[]} tokens
     */
    function rank(tokens) {
      const content = tokens.filter((token) => !token.stop);
      for (const token of content) token.rarity = tokenRarity(token);
      const asked = content.filter((token) => !token.isPart);
      const sought = asked.reduce((all, token) => all + soughtRarity(token), 0);
      const size = asked.reduce((all, token) => all + token.rarity, 0);
      const total = asked.reduce((all, token) => all + meantRarity(token), 0) + STOP_RARITY * tokens.filter((token) => token.stop).length;
      /** @type {number[]} */
      const touched = [];
      for (const token of content) scoreToken(token, touched);
      noteAnswers(tokens);
      const hits = new Map(ordered(touched, (page) => sum[page]).map((page, at) => (
        [page, hit(page, sought, size, at < MOST_KEYED ? likeness(page, total) : 0)])));
      clearAnswers(tokens);
      for (const page of touched) {
        sum[page] = 0;
        covered[page] = 0;
        sure[page] = 0;
      }
      const hitOf = (/** @type {number} */ page) => /** @type {Sok.Hit} */ (hits.get(page));
      return ordered(touched, (page) => hitOf(page).score).map(hitOf);
    }

    /**
     * Pages by falling value, those of one value by number. Value and number are packed into one number, since
     * sorting numbers is many times as fast as comparing pages, which tells at ten times the content.
     * @param {number[]} list
     * @param {(page: number) => number} value
     */
    function ordered(list, value) {
      const packed = Float64Array.from(list, (page) => Math.round(value(page) * PRECISION) * count + count - 1 - page);
      return Array.from(packed.sort().reverse(), (number) => count - 1 - (number % count));
    }

    /**
     * For a query of nothing but stop words: the pages with just these words as title or search words.
     * @param {Sok.Token[]} tokens
     */
    function rankStopWords(tokens) {
      const total = STOP_RARITY * tokens.length;
      noteAnswers(tokens);
      const found = data.sidor.map((_, page) => page).filter((page) => likeness(page, total) >= EXACT * KEY_WORTH[1]);
      clearAnswers(tokens);
      return found.map((page) => ({ page, score: data.sidor[page][4], near: false }));
    }

    return { rank: (/** @type {Sok.Token[]} */ tokens) => (tokens.every((token) => token.stop) ? rankStopWords(tokens) : rank(tokens)), pagesOf };
  }

  root.kbSokRang = { createRanker, SURE_WAYS };
})(globalThis);
