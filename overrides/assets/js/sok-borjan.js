/* The terms that begin with a text, found among all of them in order. */
(function (root) {
  "use strict";

  /**
   * Gives a function from a text to the terms that begin with it, the shortest first.
   * @param {string[]} words
   * @param {(term: number) => boolean} isWord
   */
  function createBeginnings(words, isWord) {
    /** @type {number[] | null} */
    let sorted = null;

    /**
     * The place among the sorted terms of the first that is not before a text.
     * @param {number[]} among
     * @param {string} text
     */
    function firstFrom(among, text) {
      let low = 0;
      let high = among.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (words[among[middle]] < text) low = middle + 1;
        else high = middle;
      }
      return low;
    }

    /** @param {string} text */
    function begunBy(text) {
      sorted = sorted || words.map((_, at) => at).filter(isWord).sort((a, b) => (words[a] < words[b] ? -1 : 1));
      const found = [];
      for (let at = firstFrom(sorted, text); at < sorted.length && words[sorted[at]].startsWith(text); at += 1) {
        found.push(sorted[at]);
      }
      return found.sort((a, b) => words[a].length - words[b].length || a - b);
    }

    return begunBy;
  }

  root.kbSokBorjan = { createBeginnings };
})(globalThis);
