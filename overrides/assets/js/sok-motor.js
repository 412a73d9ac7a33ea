/* The search engine: from an index and a reader's words to an answer. No page, no network, no storage.
 *
 * `sok-ord.js` makes words and stems. `sok-tolkning.js` tells what words stand for, with `sok-begrepp.js` for what means
 * the same here, `sok-vanliga.js` for common words, `sok-stavning.js` for words spelled alike, `sok-borjan.js` for longer
 * words and `sok-delar.js` for compounds. `sok-rang.js` ranks the pages. This file puts them together and says what to
 * tell the reader.
 */
(function (root) {
  "use strict";

  const { fold } = root.kbSokOrd;
  const { createInterpreter, SURE } = root.kbSokTolkning;
  const { createRanker, SURE_WAYS } = root.kbSokRang;
  const { createAnswers } = root.kbSokSvar;

  const FORMAT = 2;
  const LONGEST_QUERY = 300;
  const PREFERRED = 1.3;
  const SHORTEST_TITLE = 3;
  const MOST_TITLES = 3;
  const MOST_NEAR = 10;
  // A near match must have this share of the best score, so that few and good ones are shown.
  const NEAR_FLOOR = 0.3;

  /**
   * Gives `{search, texts}` for an index made by macros/search/index.py.
   * @param {Sok.Index} data
   */
  function createEngine(data) {
    if (data.format !== FORMAT) throw new Error(`Search index of format ${data.format}, expected ${FORMAT}`);
    const { tokensOf, beginsLike, isStop, isWord, stopTerms, numberOf, formOf } = createInterpreter(data);
    const { rank, pagesOf } = createRanker(data, stopTerms);
    const answerTo = createAnswers(data, { numberOf, isStop });
    /** @type {string[] | null} */
    let titles = null;
    const pages = data.sidor.map(([address, title, kind, summary], number) => (
      { number, address, title, kind: data.slag[kind], summary }));

    /**
     * Why a page is a near match: `how` is liknar, del or bara (only some words), `word` the word or words.
     * @param {number} page
     * @param {Sok.Token[]} tokens
     */
    function reason(page, tokens) {
      let strongest = null;
      const sure = new Set();
      for (const token of tokens.filter((one) => !one.stop)) {
        for (const one of token.found.values()) {
          if (!stands(one.term, page)) continue;
          const value = one.weight * token.rarity;
          if (one.weight >= SURE && SURE_WAYS.has(one.how)) sure.add(token.word);
          else if (!strongest || value > strongest.value) strongest = { ...one, value };
        }
      }
      if (sure.size || !strongest) return { how: "bara", word: [...sure].join(", ") };
      return { how: strongest.how === "liknar" ? "liknar" : "del", word: formOf(strongest.shown) };
    }

    /**
     * @param {number} term
     * @param {number} page
     */
    function stands(term, page) {
      const rows = pagesOf(term);
      for (let at = 0; at < rows.length; at += 2) if (rows[at] === page) return true;
      return false;
    }

    /**
     * The query with words that the site does not use changed to the likest that it does use, or null.
     * @param {Sok.Token[]} tokens
     */
    function correction(tokens) {
      let changed = false;
      const corrected = tokens.filter((token) => !token.isPart).map((token) => {
        const options = [...token.found.values()].filter((one) => isWord(one.term)).sort((a, b) => b.weight - a.weight);
        if (token.stop || token.own || !options.length || options[0].how !== "liknar") return token.word;
        changed = true;
        return formOf(options[0].term);
      });
      return changed ? corrected.join(" ") : null;
    }

    /**
     * The words of a query that nothing on the site answers, each as `{word, like}` with words that begin alike.
     * @param {Sok.Token[]} tokens
     */
    function unknownWords(tokens) {
      /** @param {Sok.Token} token */
      const known = (token) => [...token.found.values()].some((one) => data.poster[one.term].length);
      const parts = tokens.filter((token) => token.isPart && known(token)).map((token) => token.word);
      return tokens
        .filter((token) => !token.stop && !token.isPart && !known(token) && !parts.some((part) => token.word.includes(part)))
        .map(({ word }) => ({ word, like: beginsLike(word) }));
    }

    /**
     * A function that tells which of the query's words (from 1) a word of a text answers, 0 for none. Its `worth`
     * tells how well, 0 to 1: rare words and the reader's own say most.
     * @param {Sok.Token[]} tokens
     */
    function matcher(tokens) {
      const looked = new Map();
      const rarest = Math.max(...tokens.map((token) => token.rarity || 0));
      tokens.forEach((token, at) => {
        for (const { term, weight } of token.stop ? [] : token.found.values()) {
          if (!looked.has(term)) looked.set(term, { nth: at + 1, worth: rarest ? (weight * token.rarity) / rarest : weight });
        }
      });
      const memory = new Map();
      /**
       * @param {string} word
       * @returns {{nth: number, worth: number}}
       */
      const matched = (word) => {
        if (!memory.has(word)) memory.set(word, (!isStop(word) && looked.get(numberOf(word))) || { nth: 0, worth: 0 });
        return memory.get(word);
      };
      return Object.assign((/** @type {string} */ word) => matched(word).nth, { worth: (/** @type {string} */ word) => matched(word).worth });
    }

    /**
     * Pages whose title is what the reader has typed, or begins so while they type; weighty ones first.
     * @param {string} query
     * @param {boolean} typing
     */
    function titlesTyped(query, typing) {
      const typed = plain(query.trim());
      if (typed.length < SHORTEST_TITLE) return [];
      titles = titles || data.sidor.map(([, title]) => plain(title));
      const begun = titles.map((title) => (typing ? title.startsWith(typed) : title === typed));
      const found = pages.filter(({ number, address }) => begun[number] && (typing || !address.includes("#")));
      return found.map(({ number }) => number).sort((a, b) => data.sidor[b][4] - data.sidor[a][4] || a - b).slice(0, MOST_TITLES);
    }

    /**
     * The same hits where those of a kind that the reader asks for, ”exempel på”, weigh more.
     * @param {Sok.Hit[]} ranked
     * @param {Sok.Token[]} tokens
     */
    function preferred(ranked, tokens) {
      const asked = tokens.map(({ word }) => numberOf(word));
      const kinds = Object.entries(data.svar.helst).filter(([, ways]) => ways.some((way) => (
        asked.some((_, at) => way.every((term, nth) => asked[at + nth] === term))))).map(([kind]) => kind);
      if (!kinds.length) return ranked;
      const weighed = ranked.map((hit) => (kinds.includes(pages[hit.page].kind) ? { ...hit, score: hit.score * PREFERRED } : hit));
      return weighed.sort((a, b) => b.score - a.score || a.page - b.page);
    }

    /**
     * The pages of an answer before the others, and sure since they answer.
     * @param {Sok.Hit[]} ranked
     * @param {number[]} answered
     */
    function answeredFirst(ranked, answered) {
      if (!answered.length) return ranked;
      const score = ranked.length ? ranked[0].score : 1;
      const rest = ranked.filter((hit) => !answered.includes(hit.page));
      return answered.map((page) => ({ page, score, near: false })).concat(rest);
    }

    /**
     * Searches. `typing` takes the last word as unfinished. Gives `hits`, best first, each `{page, score, reason}`
     * where `reason` is null for a sure one; an `answer` or null (sok-svar.js), whose pages the hits begin with; a
     * corrected query or null; `unknown` words; and `matches` (see `matcher`).
     * @param {string} query
     * @param {{typing?: boolean}} given
     */
    function search(query, { typing = false } = {}) {
      const tokens = tokensOf(String(query), typing);
      const answer = answerTo(String(query).slice(0, LONGEST_QUERY));
      const first = (answer ? answer.pages : []).concat(titlesTyped(String(query), typing));
      const ranked = answeredFirst(preferred(rank(tokens), tokens), [...new Set(first)]);
      let near = 0;
      const shown = ranked.filter((hit) => !hit.near || (hit.score >= ranked[0].score * NEAR_FLOOR && (near += 1) <= MOST_NEAR));
      return {
        hits: shown.map((hit) => ({ page: pages[hit.page], score: hit.score, reason: hit.near ? reason(hit.page, tokens) : null })),
        answer,
        corrected: answer ? null : correction(tokens),
        unknown: answer ? [] : unknownWords(tokens),
        matches: matcher(tokens),
      };
    }

    return { search, texts: data.ord };
  }

  /**
   * A title as it may be typed: in small letters, without dots and with any dash.
   * @param {string} title
   */
  function plain(title) {
    return fold(title.toLowerCase()).replace(/[–—]/g, "-");
  }

  root.kbSokMotor = { createEngine };
})(globalThis);
