/* The parts of a compound that the site does not use: ”muffrör” is ”muff” and ”rör”. */
(function (root) {
  "use strict";

  const SHORTEST_PART = 3;
  const SHORTEST_ALONE = 5;

  /**
   * Gives a function from a word to its parts. A part is a word that is known, or one of the short ones that may be.
   * @param {Set<string>} shortParts
   * @param {(text: string) => boolean} isKnown
   */
  function createParts(shortParts, isKnown) {
    /**
     * The parts of a compound that the site does not use as a whole, or the one part that it knows, or nothing.
     * @param {string} word
     */
    function unknownParts(word) {
      for (let cut = 2; cut <= word.length - SHORTEST_PART; cut += 1) {
        const first = firstPart(word.slice(0, cut));
        if (first && isPart(word.slice(cut))) return [first, word.slice(cut)];
      }
      for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_ALONE; cut += 1) {
        if (isPart(word.slice(cut))) return [word.slice(cut)];
      }
      for (let cut = word.length - SHORTEST_PART; cut >= SHORTEST_ALONE; cut -= 1) {
        if (firstPart(word.slice(0, cut))) return [firstPart(word.slice(0, cut))];
      }
      return [];
    }

    /** @param {string} text */
    function isPart(text) {
      return text.length < SHORTEST_PART ? shortParts.has(text) : isKnown(text);
    }

    /** @param {string} text */
    function firstPart(text) {
      if (isPart(text)) return text;
      return text.endsWith("s") && isPart(text.slice(0, -1)) ? text.slice(0, -1) : "";
    }

    return unknownParts;
  }

  root.kbSokDelar = { createParts };
})(globalThis);
