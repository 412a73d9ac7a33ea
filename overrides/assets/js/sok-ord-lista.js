/* Stems of a language other than Swedish: from the list that the index holds of every word of its pages.
 *
 * The build makes the stems with Snowball (macros/search/analysis.py). A word that no page has is tried without the
 * endings that other forms of it may lack; it has no page of its own to find.
 */
(function (root) {
  "use strict";

  const ENDINGS = ["s", "es", "d", "ed", "ing", "ly"];
  /** @type {Map<string, string> | null} */
  let stems = null;

  function listed() {
    if (!stems) stems = new Map(root.kbSokIndex.stamlista.split(" ").map((pair) => /** @type {[string, string]} */ (pair.split(":"))));
    return stems;
  }

  /** @param {string} word */
  function stem(word) {
    const found = listed().get(word);
    if (found) return found;
    const ending = ENDINGS.find((one) => word.endsWith(one) && listed().has(word.slice(0, -one.length)));
    return ending ? listed().get(word.slice(0, -ending.length)) : word;
  }

  Object.assign(root.kbSokOrd, { stem, deepStem: (/** @type {string} */ term) => term });
})(globalThis);
