// The self-assessment as pure functions; macros/tools/profile.py says the same and judges this.
(function (kb) {
  "use strict";
  const MOST_WEAK = 2;
  const BEST = 4;
  /** @param {Verktyg.Level[]} answers */
  const known = (answers) => answers.flatMap((answer) => (answer === null ? [] : answer));

  /** @param {Verktyg.Level[]} answers */
  const level = (answers) => (known(answers).length ? Math.min(...known(answers)) : null);

  // `levels` is a list of [name, level] in the order of the parts.
  /** @param {Verktyg.Named[]} levels */
  function weakest(levels) {
    const found = levels.flatMap(([name, value], place) => (value !== null && value < BEST ? { name, value, place } : []));
    found.sort((a, b) => a.value - b.value || a.place - b.place);
    return found.slice(0, MOST_WEAK).map((each) => each.name);
  }

  /** @param {Verktyg.Level[]} answers */
  const spread = (answers) => (known(answers).length ? Math.max(...known(answers)) - Math.min(...known(answers)) : 0);

  Object.assign(kb.delar, { level, weakest, spread });
})(window.kbVerktyg);
