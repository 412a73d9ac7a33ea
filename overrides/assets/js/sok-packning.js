/* The index as it is sent, read back into what the engine uses. macros/search/packing.py packs it and tells how. */
(function (root) {
  "use strict";

  const { fold } = root.kbSokOrd;
  const FIRST = 40;
  const BETWEEN_ROWS = "!";
  const LARGEST = 0x4000;
  const PARTS = 256;
  const TIMES = 6;
  const SAME_AS_TERM = "-";
  // A page's keys are of its title, its search words and its headings.
  const KINDS_OF_KEYS = 3;

  /** @param {string} text */
  function numbers(text) {
    const found = [];
    for (let at = 0; at < text.length; at += 1) {
      let value = text.charCodeAt(at) - FIRST;
      if (value >= LARGEST) {
        at += 1;
        value = (value - LARGEST) * LARGEST + text.charCodeAt(at) - FIRST;
      }
      found.push(value);
    }
    return found;
  }

  /**
   * Numbers that rise, from the steps between them.
   * @param {string} text
   */
  function rising(text) {
    let number = 0;
    return numbers(text).map((step) => {
      number += step;
      return number;
    });
  }

  /**
   * A function that takes the next ones of a list.
   * @template T
   * @param {T[]} list
   */
  function taking(list) {
    let from = 0;
    return (/** @type {number} */ count) => {
      from += count;
      return list.slice(from - count, from);
    };
  }

  /**
   * A word from another and what it has instead of its end.
   * @param {string} base
   * @param {string} rest
   */
  function whole(base, rest) {
    return base.slice(0, base.length - rest.charCodeAt(0) + FIRST) + rest.slice(1);
  }

  /**
   * The postings of each term, and the terms of each page as `{term, rows, at}`: its frequency there is `rows[at]`.
   * @param {Sok.PackedParts["poster"]} given
   * @param {number[]} units
   */
  function postings([packedCounts, packedSteps, packedFrequencies], units) {
    const [counts, steps, frequencies] = [packedCounts, packedSteps, packedFrequencies].map(numbers);
    const rarestFirst = counts.map((_, term) => term).sort((a, b) => counts[a] - counts[b] || a - b);
    /** @type {number[][]} */
    const poster = counts.map(() => []);
    /** @type {{term: number, rows: number[], at: number}[][]} */
    const pages = units.map(() => []);
    let next = 0;
    for (const term of rarestFirst) {
      const rows = poster[term];
      let page = 0;
      for (const end = next + counts[term]; next < end; next += 1) {
        page += steps[next];
        rows.push(steps[next], 0);
        pages[page].push({ term, rows, at: rows.length - 1 });
      }
    }
    next = 0;
    pages.forEach((own, page) => {
      for (const { rows, at } of own) {
        rows[at] = frequency(frequencies[next], units[page]);
        next += 1;
      }
    });
    return { poster, pages };
  }

  /**
   * Adds to the postings of each concept those of its forms of one word.
   * @param {number[][]} poster
   * @param {Sok.Concept[]} concepts
   * @param {number[][]} words
   */
  function addForms(poster, concepts, words) {
    const sums = concepts.map(([concept], at) => {
      const total = new Map();
      for (const term of [concept, ...words[at]]) {
        let page = 0;
        for (let row = 0; row < poster[term].length; row += 2) {
          page += poster[term][row];
          total.set(page, (total.get(page) || 0) + poster[term][row + 1]);
        }
      }
      return [...total].sort((a, b) => a[0] - b[0]);
    });
    concepts.forEach(([concept], at) => {
      poster[concept] = sums[at].flatMap(([page, value], nth) => [page - (nth ? sums[at][nth - 1][0] : 0), value]);
    });
  }

  /**
   * A frequency from how many times it has the page's unit, or from itself.
   * @param {number} told
   * @param {number} unit
   */
  function frequency(told, unit) {
    return told < TIMES ? Math.max(Math.floor((told * unit + PARTS / 2) / PARTS), 1) : told - TIMES;
  }

  /**
   * The concepts, each with its phrases, and each phrase with its weight and terms.
   * @param {Sok.PackedConcepts} given
   * @returns {Sok.Concept[]}
   */
  function concepts([weights, packedTerms, packedCounts, packedWeights, packedLengths, packedSteps, packedRest]) {
    const [counts, rest] = [numbers(packedCounts), taking(numbers(packedRest))];
    const [lengthsOf, weightsOf, stepsOf] = [packedLengths, packedWeights, packedSteps].map((text) => taking(numbers(text)));
    let first = 0;
    return numbers(packedTerms).map((term, at) => {
      const [own, steps] = [weightsOf(counts[at]), stepsOf(counts[at])];
      return [term, lengthsOf(counts[at]).map((length, nth) => {
        first = steps[nth] % 2 ? (steps[nth] - 1) / 2 : first + steps[nth] / 2;
        return [weights[own[nth]], first, ...rest(length - 1)];
      })];
    });
  }

  /**
   * The keys of each page. Each term is told by its place among the page's, heaviest first, or stands with others.
   * @param {Sok.PackedParts["nycklar"]} given
   * @param {Sok.Standing[][]} pages
   */
  function keys([groups, lengths, packedPlaces, packedOthers], pages) {
    const [sizes, length, places, other] = [groups, lengths, packedPlaces, packedOthers].map((text) => taking(numbers(text)));
    return pages.map((own) => {
      const weighed = own.map(({ term, rows, at }, nth) => ({ term, value: rows[at], nth }));
      weighed.sort((a, b) => b.value - a.value || a.nth - b.nth);
      /** @param {number} size */
      const key = (size) => places(size).map((place) => (place ? weighed[place - 1].term : other(1)[0]));
      return sizes(KINDS_OF_KEYS).map((count) => length(count).map(key));
    });
  }

  /**
   * Terms, each with the words that lead to it.
   * @param {Sok.PackedParts["stammar"]} given
   * @param {string[]} terms
   * @returns {[term: number, words: string][]}
   */
  function listed([steps, packed], terms) {
    const words = packed.split(BETWEEN_ROWS);
    /**
     * @param {number} term
     * @param {string} row
     */
    const of = (term, row) => row.split(" ").map((rest) => whole(terms[term], rest)).join(" ");
    return rising(steps).map((term, at) => [term, of(term, words[at])]);
  }

  /**
   * @param {Sok.Packed} data
   * @returns {Sok.Index}
   */
  function unpack(data) {
    let before = "";
    const terms = data.termer.split(" ").map((rest) => {
      before = whole(before, rest);
      return before;
    });
    const forms = data.former.split(" ").map((rest, at) => whole(terms[at], rest));
    const units = numbers(data.enheter);
    const { poster, pages } = postings(data.poster, units);
    const ownKeys = keys(data.nycklar, pages);
    const ownConcepts = concepts(data.begrepp);
    const [sizes, words] = data.ingar;
    const ownWords = numbers(sizes).map(taking(numbers(words)));
    addForms(poster, ownConcepts, ownWords);
    const [wholes, lengths, parts] = data.delar;
    const [partCounts, part] = [numbers(lengths), taking(numbers(parts))];
    const [folds, packedTyped] = data.vikningar;
    const typed = packedTyped.split(" ");
    return {
      ...data,
      termer: terms.join(" "),
      former: forms.map((form, at) => (form === terms[at] ? SAME_AS_TERM : form)).join(" "),
      poster,
      enheter: units,
      begrepp: ownConcepts,
      ingar: ownWords,
      nycklar: ownKeys,
      delar: rising(wholes).map((term, at) => [term, ...part(partCounts[at])]),
      vikningar: rising(folds).map((term, at) => [whole(fold(terms[term]), typed[at]), term]),
      stammar: listed(data.stammar, terms),
      bojningar: listed(data.bojningar, terms),
      synonymer: listed(data.synonymer, terms),
      kanda: rising(data.kanda),
    };
  }

  root.kbSokPackning = { unpack };
})(globalThis);
