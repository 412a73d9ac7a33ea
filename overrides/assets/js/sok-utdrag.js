/* What a result quotes: the best passage, the words to mark and the sections that answer. No page needed. */
(function (root) {
  "use strict";

  const { wordsWithPlaces } = root.kbSokOrd;
  const LENGTH = 160;
  // A phone shows about three lines: what was looked for must stand in them.
  const IN_SIGHT = 100;
  const BEFORE = 45;
  const MOST_SECTIONS = 3;
  const HEADING_WORTH = 3;
  const OF_MANY = 0.1;
  // A space between the thousands of a number, from the digit before it.
  const IN_NUMBER = /^\d \d{3}(?!\d)/;

  /**
   * A text in pieces, each `{text, marked}`, where the words that `matches` knows are marked.
   * @param {string} text
   * @param {Sok.Matches} matches
   */
  function marked(text, matches) {
    const pieces = [];
    let at = 0;
    for (const { word, from, to } of wordsWithPlaces(text)) {
      if (!matches(word)) continue;
      if (from > at) pieces.push({ text: text.slice(at, from), marked: false });
      pieces.push({ text: text.slice(from, to), marked: true });
      at = to;
    }
    if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
    return pieces;
  }

  /**
   * How well a text's words answer the different words of the query, each by the one that does it best.
   * @param {Sok.WordAt[]} words
   * @param {Sok.Matches} matches
   */
  function answered(words, matches) {
    const best = new Map();
    for (const { word } of words) best.set(matches(word), Math.max(best.get(matches(word)) || 0, matches.worth(word)));
    return [...best.values()].reduce((sum, value) => sum + value, 0);
  }

  /**
   * @param {string} text
   * @param {Sok.Matches} matches
   */
  function matching(text, matches) {
    return wordsWithPlaces(text).filter(({ word }) => matches(word));
  }

  /**
   * The same for a whole text, and a little for how many such words it has.
   * @param {string} text
   * @param {Sok.Matches} matches
   */
  function worth(text, matches) {
    const found = matching(text, matches);
    return answered(found, matches) + OF_MANY * Math.min(found.length, 9);
  }

  /**
   * The passage with most words of the query, cut at spaces; empty when it has none.
   * @param {string} text
   * @param {Sok.Matches} matches
   */
  function passage(text, matches) {
    const hits = matching(text, matches);
    if (!hits.length) return "";
    let best = { from: 0, count: 0 };
    hits.forEach((hit, first) => {
      const inside = hits.slice(first).filter(({ to }) => to - hit.from <= IN_SIGHT);
      const count = answered(inside, matches) + inside.length / 100;
      if (count > best.count) best = { from: hit.from, count };
    });
    return cut(text, best.from);
  }

  /**
   * The nearest space from a place, onwards (1) or back (-1), that is not inside a number; -1 when there is none.
   * @param {string} text
   * @param {number} place
   * @param {1 | -1} step
   */
  function spaceFrom(text, place, step) {
    const next = (/** @type {number} */ from) => (step > 0 ? text.indexOf(" ", from) : text.lastIndexOf(" ", from));
    let at = next(place);
    while (at > 0 && IN_NUMBER.test(text.slice(at - 1, at + 5))) at = next(at + step);
    return at;
  }

  /**
   * About LENGTH letters around a place, from the start of its sentence where that is near.
   * @param {string} text
   * @param {number} place
   */
  function cut(text, place) {
    if (text.length <= LENGTH) return text;
    const sentence = Math.max(text.lastIndexOf(". ", place), text.lastIndexOf("? ", place)) + 2;
    const space = spaceFrom(text, Math.max(place - BEFORE, 0), 1) + 1;
    const from = place - sentence <= BEFORE ? (sentence > 1 ? sentence : 0) : Math.min(space, place);
    const room = text.length - from <= LENGTH ? text.length : spaceFrom(text, from + LENGTH, -1);
    const to = room > from ? room : Math.min(from + LENGTH, text.length);
    return `${from > 0 ? "… " : ""}${text.slice(from, to)}${to < text.length ? " …" : ""}`;
  }

  /**
   * What to show of a page. `sections` are its `[anchor, heading, text]`. Gives `{text, sections}`: the summary
   * when it answers, otherwise the best passage; and up to three sections `{anchor, heading}`, best first.
   * @param {string} summary
   * @param {Sok.Section[]} sections
   * @param {Sok.Matches} matches
   */
  function excerpt(summary, sections, matches) {
    const scored = sections.map(([anchor, heading, text]) => ({
      anchor, heading, text, worth: HEADING_WORTH * worth(heading, matches) + worth(text, matches),
    }));
    const best = scored.reduce((one, other) => (other.worth > one.worth ? other : one), { worth: 0, text: "" });
    const own = answered(matching(summary, matches), matches);
    const ownIsBest = own >= answered(matching(best.text, matches), matches) - OF_MANY;
    const text = ownIsBest ? summary : passage(best.text, matches) || summary;
    const linked = scored.filter((one) => one.anchor && one.worth > 0 && one.worth >= best.worth / 2);
    linked.sort((a, b) => b.worth - a.worth);
    return { text, sections: linked.slice(0, MOST_SECTIONS).map(({ anchor, heading }) => ({ anchor, heading })) };
  }

  root.kbSokUtdrag = { excerpt, marked };
})(globalThis);
