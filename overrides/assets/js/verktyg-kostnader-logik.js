// How members share a cost; macros/tools/shares.py says the same and judges this.
(function (kb) {
  "use strict";
  const HALVINGS = 200;
  const NEARLY = 1e-6;
  /** @param {number[]} numbers */
  const add = (numbers) => numbers.reduce((total, each) => total + each, 0);

  /**
   * @param {number[]} exact
   * @param {number} total
   */
  function whole(exact, total) {
    const down = exact.map((value) => Math.floor(value + NEARLY));
    const left = Math.max(total - add(down), 0);
    const lost = exact.map((value, place) => [Math.round((down[place] - value) * 1e6) / 1e6, place]);
    lost.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    lost.slice(0, left).forEach(([, place]) => (down[place] += 1));
    return down;
  }

  /**
   * @param {number} total
   * @param {number[]} sizes
   * @param {Verktyg.Sharing} rule
   */
  function between(total, sizes, rule) {
    /** @param {number} price */
    const at = (price) => sizes.map((size) => Math.min(Math.max(price * size, rule.floor), rule.cap));
    let low = 0;
    let high = total / Math.min(...sizes);
    for (let round = 0; round < HALVINGS; round += 1) {
      const middle = (low + high) / 2;
      if (add(at(middle)) < total) low = middle;
      else high = middle;
    }
    return at((low + high) / 2);
  }

  // `rule` is {model, floor, cap, fixed}; null when floor or cap make it impossible.
  /**
   * @param {number} total
   * @param {number[]} sizes
   * @param {Verktyg.Sharing} rule
   */
  function shares(total, sizes, rule) {
    const number = sizes.length;
    if (rule.model === "lika") return whole(sizes.map(() => total / number), total);
    if (rule.model === "golv-tak") {
      if (rule.floor * number > total || rule.cap * number < total) return null;
      return whole(between(total, sizes, rule), total);
    }
    const fixed = rule.model === "fast-rorlig" ? total * rule.fixed : 0;
    const together = add(sizes);
    return whole(sizes.map((size) => fixed / number + ((total - fixed) * size) / together), total);
  }

  Object.assign(kb.delar, { shares, add });
})(window.kbVerktyg);
