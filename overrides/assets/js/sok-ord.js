/* Words for the search: from text to words, from words to stems. Runs in a browser and in Node.
 *
 * The stemmer is Snowball's for Swedish, version 3.1 (https://snowballstem.org/). It must give what the
 * package snowballstemmer gives in the build, since the index holds stems made there; a test compares the
 * two over the whole vocabulary. `macros/search/analysis.py` is the same in Python.
 */
(function (root) {
  "use strict";

  // A section of a law (chapter, section, or the section after its sign), a number in groups of digits, or a word.
  const WORD = new RegExp(
    "(?:(\\d+(?:\\s?[a-z])?)\\s?kap\\.?\\s?)?(\\d+(?:\\s?[a-z])?)\\s?(?:§+|paragraf(?:en)?(?![a-zåäö]))" +
      "|§\\s?(\\d+)(?!\\d)" +
      "|\\d{1,3}(?:[\\s.]\\d{3})+(?!\\d)" +
      "|[\\p{L}\\p{N}\\p{M}]+",
    "giu",
  );
  const ONLY_ASCII = /^[\x00-\x7f]*$/;
  const VOWELS = "aeiouyäåö";
  const S_ENDING = "bcdfghjklmnoprtvy";
  const OST_ENDING = "iklnprtuv";
  const MAIN_SUFFIXES = longestFirst(
    "a arna erna heterna orna ad e ade ande arne are aste en anden aren heten ern ar er heter or s as arnas " +
      "ernas ornas es ades andes ens arens hetens erns at et andet het ast",
  );
  const CONSONANT_PAIRS = ["dd", "gd", "nn", "dt", "gt", "kt", "tt"];
  const OTHER_SUFFIXES = ["fullt", "lig", "els", "öst", "ig"];
  const NOT_BEFORE_ET =
    "fab h pak rak stak kom iet cit dit alit ilit mit nit pit rit sit tit uit ivit kvit xit".split(" ");

  /** @param {string} suffixes */
  function longestFirst(suffixes) {
    return suffixes.split(" ").sort((a, b) => b.length - a.length);
  }

  /**
   * The words of a text in lower case, each with the place where it stands: `[{word, from, to}]`.
   * @param {string} text
   */
  function wordsWithPlaces(text) {
    return Array.from(text.matchAll(WORD), (found) => ({
      word: unit(found.map((part) => part && normalise(part))),
      from: Number(found.index),
      to: Number(found.index) + found[0].length,
    }));
  }

  /**
   * The words of a text in lower case. Soft hyphens are taken out, so that no word is cut in two. A section of a
   * law is one word, ”4 kap. 8 §” as ”4k8§”, and so is a number, ”7 500” as ”7500”.
   * @param {string} text
   */
  function words(text) {
    return Array.from(normalise(text.replace(/\u00ad/g, "")).matchAll(WORD), unit);
  }

  /** @param {string} text */
  function normalise(text) {
    return text.normalize("NFKC").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  /** @param {string[]} given */
  function unit([whole, chapter, section, after]) {
    if (section || after) return `${chapter ? `${chapter}k` : ""}${section || after}§`.replace(/\s/g, "");
    return whole.replace(/[\s.]/g, "");
  }

  /**
   * A word as people type it without a Swedish keyboard: å and ä as a, ö as o, é as e.
   * @param {string} word
   */
  function fold(word) {
    if (ONLY_ASCII.test(word)) return word;
    return word.normalize("NFD").replace(/\p{M}/gu, "").replace(/ø/g, "o").replace(/æ/g, "a");
  }

  /**
   * The region R1: what follows the first consonant after a vowel, at least three letters in.
   * @param {string} word
   */
  function regionStart(word) {
    if (word.length < 3) return word.length;
    let at = 0;
    while (at < word.length && !VOWELS.includes(word[at])) at += 1;
    if (at === word.length) return word.length;
    at += 1;
    while (at < word.length && VOWELS.includes(word[at])) at += 1;
    return at === word.length ? word.length : Math.max(at + 1, 3);
  }

  /**
   * @param {string} word
   * @param {number} start
   * @param {string[]} suffixes
   */
  function suffixIn(word, start, suffixes) {
    return suffixes.find((suffix) => word.length - suffix.length >= start && word.endsWith(suffix)) || "";
  }

  /** @param {string} base */
  function allowsEt(base) {
    if (base.length < 3 || VOWELS.includes(base[base.length - 1]) || !VOWELS.includes(base[base.length - 2])) return false;
    return !NOT_BEFORE_ET.some((ending) => base.endsWith(ending));
  }

  /**
   * @param {string} word
   * @param {number} start
   */
  function withoutMainSuffix(word, start) {
    const suffix = suffixIn(word, start, MAIN_SUFFIXES);
    const base = word.slice(0, word.length - suffix.length);
    if (suffix === "et") return allowsEt(base) ? base : word;
    if (suffix !== "s") return base;
    if (base.endsWith("et") && allowsEt(base.slice(0, -2))) return base.slice(0, -2);
    return base && S_ENDING.includes(base[base.length - 1]) ? base : word;
  }

  /**
   * @param {string} word
   * @param {number} start
   */
  function withoutOtherSuffix(word, start) {
    const suffix = suffixIn(word, start, OTHER_SUFFIXES);
    const base = word.slice(0, word.length - suffix.length);
    if (suffix === "fullt") return `${base}full`;
    if (suffix === "öst") return base && OST_ENDING.includes(base[base.length - 1]) ? `${base}ös` : word;
    return base;
  }

  /**
   * The stem of a word in lower case.
   * @param {string} word
   */
  function stem(word) {
    const start = regionStart(word);
    const main = withoutMainSuffix(word, start);
    const single = suffixIn(main, start, CONSONANT_PAIRS) ? main.slice(0, -1) : main;
    return withoutOtherSuffix(single, start);
  }

  /**
   * The stem of a stem, for forms that Snowball leaves longer than others of the word: ”nyttan”, ”mötena”.
   * @param {string} term
   */
  function deepStem(term) {
    return stem(term.endsWith("an") ? term.slice(0, -1) : term);
  }

  root.kbSokOrd = { words, wordsWithPlaces, fold, stem, deepStem };
})(globalThis);
