// Totalmetoden's sums; macros/tools/returns.py says the same and judges this.
(function (kb) {
  "use strict";
  const LOWEST = -0.99;
  const HALVINGS = 64;
  /**
   * @param {Verktyg.Measure[]} list
   * @param {(each: Verktyg.Measure) => number} value
   */
  const sum = (list, value) => list.reduce((total, each) => total + value(each), 0);

  /**
   * @param {number} rate
   * @param {number} growth
   * @param {number} years
   */
  function factor(rate, growth, years) {
    const ratio = (1 + growth) / (1 + rate);
    let total = 0;
    let power = 1;
    for (let year = 0; year < years; year += 1) {
      power *= ratio;
      total += power;
    }
    return total;
  }

  /**
   * @param {Verktyg.Measure[]} measures
   * @param {number} rate
   * @param {number} growth
   */
  const netPresentValue = (measures, rate, growth) =>
    sum(measures, (each) => each.saving * factor(rate, growth, each.life) - each.investment);

  /**
   * @param {Verktyg.Measure[]} measures
   * @param {number} growth
   */
  function internalRate(measures, growth) {
    const investment = sum(measures, (each) => each.investment);
    const saving = sum(measures, (each) => each.saving);
    if (investment <= 0 || saving <= 0 || netPresentValue(measures, LOWEST, growth) < 0) return null;
    let low = LOWEST;
    let high = growth + ((1 + growth) * saving) / investment;
    for (let round = 0; round < HALVINGS; round += 1) {
      const middle = (low + high) / 2;
      if (netPresentValue(measures, middle, growth) > 0) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  }

  /**
   * @param {Verktyg.Measure[]} measures
   * @param {number} requirement
   * @param {number} growth
   */
  function steps(measures, requirement, growth) {
    const rated = measures.flatMap((measure) => {
      const own = internalRate([measure], growth);
      return own === null ? [] : { measure, own };
    });
    if (rated.length < measures.length) return null;
    rated.sort((a, b) => b.own - a.own);
    /** @type {Verktyg.Step[]} */
    const made = [];
    rated.forEach((each, place) => {
      const pack = rated.slice(0, place + 1).map((other) => other.measure);
      const rate = internalRate(pack, growth);
      const value = netPresentValue(pack, requirement, growth);
      made.push({
        measure: each.measure,
        own: each.own,
        investment: sum(pack, (other) => other.investment),
        saving: sum(pack, (other) => other.saving),
        rate: rate === null ? each.own : rate,
        value,
        within: value >= 0 && made.every((step) => step.within),
      });
    });
    return made;
  }

  Object.assign(kb.delar, { factor, netPresentValue, internalRate, steps });
})(window.kbVerktyg);
