/* Words that are spelled nearly alike: Damerau–Levenshtein distance over the site's vocabulary. */
(function (root) {
  "use strict";

  const { fold, stem } = root.kbSokOrd;

  // How many errors a word may hold, by its length: short words are too like each other.
  const LENGTH_FOR_ONE = 4;
  const LENGTH_FOR_TWO = 7;
  const LENGTH_FOR_BEGINNING = 4;
  const OTHER_FIRST_LETTER = 0.5;
  const MOST = 4;
  const LONGEST = 62;
  const ROWS = [0, 1, 2].map(() => new Int32Array(LONGEST + 2));

  /**
   * Gives two functions. `alike` leads from a word to the terms spelled alike: `[{term, errors, distance}]`, nearest
   * first; `errors` is 1 or 2. `begun` leads from the beginning of a word, with one error in it, to terms. `terms` are
   * folded stems, `forms` folded words as written, `count` tells how common a term is.
   * @param {string[]} terms
   * @param {string[]} forms
   * @param {Sok.IsWord} isWord
   * @param {(term: number) => number} count
   */
  function createSpelling(terms, forms, isWord, count) {
    /** @type {Sok.Spelled[][][] | null} */
    let index = null;

    /**
     * The terms with a form that begins as the text does, but for one error after its first letter.
     * @param {string} text
     */
    function begun(text) {
      const found = new Set();
      if (text.length < LENGTH_FOR_BEGINNING || isNumber(text)) return found;
      forms.forEach((form, term) => {
        if (form[0] !== text[0] || form.length < text.length || !isWord(term)) return;
        const lengths = [text.length - 1, text.length, text.length + 1];
        if (lengths.some((length) => damerau(text, form.slice(0, length), 1) <= 1)) found.add(term);
      });
      return found;
    }

    /** @param {string} word */
    function alike(word) {
      if (isNumber(word)) return [];
      const most = mostErrors(word);
      if (!most) return [];
      if (!index) index = [spellings(terms, isWord), spellings(forms, isWord)];
      const close = new Map();
      near(index[0], fold(stem(word)), Math.min(most, mostErrors(stem(word))), close);
      for (const term of close.keys()) if (forms[term].length - word.length > most) close.delete(term);
      near(index[1], fold(word), most, close);
      const first = fold(word)[0];
      const found = [...close].map(([term, errors]) => (
        { term, errors, distance: errors + (terms[term][0] === first ? 0 : OTHER_FIRST_LETTER) }));
      found.sort((a, b) => a.distance - b.distance || count(b.term) - count(a.term) || a.term - b.term);
      return found.filter((one) => one.distance < found[0].distance + 1).slice(0, MOST);
    }

    return { alike, begun };
  }

  /** @param {string} word */
  function mostErrors(word) {
    return word.length >= LENGTH_FOR_TWO ? 2 : word.length >= LENGTH_FOR_ONE ? 1 : 0;
  }

  /**
   * Numbers and sections of laws: one that is spelled alike is another.
   * @param {string} word
   */
  function isNumber(word) {
    return /^\p{N}/u.test(word);
  }

  /**
   * Words by length, each with its letters as bits, so that most of the vocabulary is passed over.
   * @param {string[]} words
   * @param {Sok.IsWord} isWord
   */
  function spellings(words, isWord) {
    /** @type {Sok.Spelled[][]} */
    const byLength = [];
    words.forEach((word, term) => {
      if (!isWord(term) || word.length > LONGEST) return;
      (byLength[word.length] = byLength[word.length] || []).push({ word, term, mask: letters(word) });
    });
    return byLength;
  }

  /**
   * @param {Sok.Spelled[][]} byLength
   * @param {string} typed
   * @param {number} most
   * @param {Map<number, number>} close
   */
  function near(byLength, typed, most, close) {
    const mask = letters(typed);
    for (let length = Math.max(typed.length - most, 1); length <= typed.length + most; length += 1) {
      for (const { word, term, mask: other } of byLength[length] || []) {
        // An edit changes at most two of the letters that differ.
        if (bitCount(mask ^ other) > 2 * most) continue;
        // A word with two errors begins right: ”barndom” is no ”lärdom”.
        const allowed = typed[0] === word[0] ? most : Math.min(most, 1);
        const errors = damerau(typed, word, allowed);
        if (errors <= allowed && !(/** @type {number} */ (close.get(term)) <= errors)) close.set(term, errors);
      }
    }
  }

  /** @param {string} word */
  function letters(word) {
    let mask = 0;
    for (let at = 0; at < word.length; at += 1) mask |= 1 << (word.charCodeAt(at) % 31);
    return mask;
  }

  /** @param {number} mask */
  function bitCount(mask) {
    let count = 0;
    for (let left = mask; left; left &= left - 1) count += 1;
    return count;
  }

  /**
   * The distance where two neighbours changed about count as one error (optimal string alignment), or `most` + 1.
   * @param {string} a
   * @param {string} b
   * @param {number} most
   */
  function damerau(a, b, most) {
    let [beforeLast, last, row] = ROWS;
    for (let j = 0; j <= b.length; j += 1) last[j] = j;
    for (let i = 1; i <= a.length; i += 1) {
      row[0] = i;
      let least = i;
      const letter = a.charCodeAt(i - 1);
      for (let j = 1; j <= b.length; j += 1) {
        const changed = last[j - 1] + (letter === b.charCodeAt(j - 1) ? 0 : 1);
        let value = Math.min(last[j] + 1, row[j - 1] + 1, changed);
        if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) {
          value = Math.min(value, beforeLast[j - 2] + 1);
        }
        row[j] = value;
        if (value < least) least = value;
      }
      if (least > most) return most + 1;
      [beforeLast, last, row] = [last, row, beforeLast];
    }
    return last[b.length];
  }

  root.kbSokStavning = { createSpelling };
})(globalThis);
