/* Common words that the site does not use (macros/search/synonyms.py): what means the same, and that they are words. */
(function (root) {
  "use strict";

  const { stem } = root.kbSokOrd;
  const { pairs, grouped } = root.kbSokTabeller;
  const MARK_STEP = 31;
  const MARK_RANGE = 1000003;

  /**
   * Gives `{synonymsOf, isOwnWord}` for an index.
   * @param {Sok.Index} data
   */
  function createCommonWords(data) {
    const synonyms = grouped(pairs(data.synonymer));
    const ownWords = new Set(data.kanda);

    /**
     * The terms that mean the same in general as a word.
     * @param {string} word
     */
    function synonymsOf(word) {
      return synonyms.get(stem(word)) || [];
    }

    /**
     * Whether a word that the site does not use is a common one, and so no misspelling.
     * @param {string} word
     */
    function isOwnWord(word) {
      let mark = 0;
      for (const letter of stem(word)) mark = (mark * MARK_STEP + letter.charCodeAt(0)) % MARK_RANGE;
      return ownWords.has(mark);
    }

    return { synonymsOf, isOwnWord };
  }

  root.kbSokVanliga = { createCommonWords };
})(globalThis);
