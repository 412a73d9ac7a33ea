/* From rows of the index to tables in which words and terms are looked up. */
(function (root) {
  "use strict";

  /**
   * From rows of a term and its words to pairs of a word and its term.
   * @param {[number, string][]} rows
   * @returns {[string, number][]}
   */
  function pairs(rows) {
    return rows.flatMap(([term, listed]) => listed.split(" ").map((word) => /** @type {[string, number]} */ ([word, term])));
  }

  /**
   * @template K, V
   * @param {[K, V][]} rows
   */
  function grouped(rows) {
    /** @type {Map<K, V[]>} */
    const found = new Map();
    for (const [key, value] of rows) {
      const group = found.get(key);
      if (!group) found.set(key, [value]);
      else if (!group.includes(value)) group.push(value);
    }
    return found;
  }

  /**
   * From groups of terms to each term's group.
   * @param {number[][]} groups
   * @returns {Map<number | undefined, number[]>}
   */
  function members(groups) {
    return new Map(groups.flatMap((group) => group.map((term) => /** @type {[number, number[]]} */ ([term, group]))));
  }

  root.kbSokTabeller = { pairs, grouped, members };
})(globalThis);
