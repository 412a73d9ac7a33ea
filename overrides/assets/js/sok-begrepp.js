/* Concepts: runs of words that mean something together, such as ”lagen om offentlig upphandling” or ”vara med”.
 *
 * A concept is a term of the index that stands wherever one of its forms does (macros/search/lexicon.py).
 */
(function (root) {
  "use strict";

  const LONGEST_RUN = 6;
  const MOST_READINGS = 4;
  // From this weight a term is what the reader asked for.
  const SURE = 0.5;

  /**
   * Gives a function that adds to the words of a query the concepts that they stand for, by `add` (sok-tolkning.js).
   * @param {Sok.Concept[]} rows
   * @param {Sok.Add} add
   */
  function createConcepts(rows, add) {
    const concepts = conceptForms(rows);

    /**
     * Concepts that a run of words stands for, such as ”lagen om offentlig upphandling”.
     * @param {Sok.Token[]} tokens
     */
    function addConcepts(tokens) {
      const readings = tokens.map(surestReadings);
      for (let from = 0; from < tokens.length; from += 1) {
        /** @type {Sok.Run[]} */
        let runs = [{ key: "", weight: 1, how: "betydelse" }];
        for (let to = from; to < tokens.length && to < from + LONGEST_RUN && runs.length; to += 1) {
          /** @type {Sok.Run[]} */
          const longer = runs.flatMap((run) => readings[to].map((one) => longerRun(run, one)));
          const begun = longer.filter((run) => concepts.begins.has(run.key));
          for (const run of begun) addConceptsOf(run, tokens.slice(from, to + 1));
          // Small words may stand between: ”kommer man igång”, ”hoppa nu av”.
          runs = tokens[to].stop && to > from ? begun.concat(runs) : begun;
        }
      }
    }

    /** @param {Sok.Token} token */
    function surestReadings(token) {
      const sure = [...token.found.values()].filter((one) => one.weight >= SURE && one.how !== "del");
      return sure.sort((a, b) => b.weight - a.weight).slice(0, MOST_READINGS);
    }

    /**
     * @param {Sok.Run} run
     * @param {Sok.Token[]} tokens
     */
    function addConceptsOf(run, tokens) {
      // A small word alone means nothing, though another word may have its stem: ”villa” has that of ”vill”.
      const found = tokens.length === 1 && tokens[0].stop ? [] : concepts.whole.get(run.key) || [];
      // Stop words that mean something together (”vara med”) are words to look for all the same.
      if (found.length && tokens.every((token) => token.stop)) {
        Object.assign(tokens[0], { stop: false, found: new Map() });
      }
      for (const { term, weight } of found) {
        for (const token of tokens) if (!token.stop) add(token.found, term, weight * run.weight, run.how, run.shown);
      }
    }

    return addConcepts;
  }

  /**
   * @param {Sok.Run} run
   * @param {Sok.Found} one
   */
  function longerRun(run, one) {
    const misspelt = one.how === "liknar";
    return {
      key: run.key ? `${run.key} ${one.term}` : String(one.term),
      weight: Math.min(run.weight, one.weight),
      how: misspelt ? "liknar" : run.how,
      shown: misspelt || run.shown === undefined ? one.shown : run.shown,
    };
  }

  /**
   * Concepts by the run of terms that stands for them (`whole`), and all beginnings of such runs (`begins`).
   * @param {Sok.Concept[]} rows
   */
  function conceptForms(rows) {
    const whole = new Map();
    const begins = new Set();
    for (const [term, phrases] of rows) {
      for (const [weight, ...phrase] of phrases) {
        const key = phrase.join(" ");
        if (!whole.has(key)) whole.set(key, []);
        whole.get(key).push({ term, weight });
        for (let length = 1; length <= phrase.length; length += 1) begins.add(phrase.slice(0, length).join(" "));
      }
    }
    return { whole, begins };
  }

  root.kbSokBegrepp = { createConcepts, SURE };
})(globalThis);
