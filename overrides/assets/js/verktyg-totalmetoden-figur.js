// Totalmetoden's figure: the stair of measures, by what they cost and what they are worth.
(function (kb) {
  "use strict";
  const { ord, el, fill, button, formatNumber, download, drawn, figure, factor } = kb.delar;
  const SVG = "http://www.w3.org/2000/svg";
  /** @param {number} rate */
  const percent = (rate) => formatNumber(rate * 100, 2);
  /** @param {number} value */
  const kronor = (value) => formatNumber(Math.round(value));

  /**
   * @param {Verktyg.Step[]} made
   * @param {number} requirement
   * @param {number} growth
   */
  function stair(made, requirement, growth) {
    const [left, right, top, bottom] = [96, 700, 24, 380];
    /** @param {Verktyg.Step} step */
    const worth = (step) => step.measure.saving * factor(requirement, growth, step.measure.life);
    const all = made[made.length - 1].investment;
    const most = Math.max(all, made.reduce((sum, step) => sum + worth(step), 0));
    /** @param {number} value */
    const x = (value) => left + ((right - left) * value) / all;
    /** @param {number} value */
    const y = (value) => bottom - ((bottom - top) * value) / most;
    const ink = "currentColor";
    /**
     * @param {string} text
     * @param {[x: number, y: number]} at
     * @param {{[name: string]: string | number}} [more]
     */
    const label = (text, at, more) => drawn("text", Object.assign({ x: at[0], y: at[1], fill: ink, "font-size": 14 }, more), text);
    /** @type {string[]} */
    const told = [];
    let [across, up] = [0, 0];
    const parts = made.map((step, place) => {
      const from = [x(across), y(up)];
      across += step.measure.investment;
      up += worth(step);
      const to = [x(across), y(up)];
      const text = fill(ord.figur_rad, {
        nr: place + 1, namn: step.measure.name, investering: kronor(step.measure.investment), nuvarde: kronor(worth(step)),
        ranta: percent(step.rate), ingar: step.within ? ord.ingar_text : ord.ingar_inte,
      });
      told.push(text);
      /** @type {{[name: string]: string | number}} */
      const line = { x1: from[0], y1: from[1], x2: to[0], y2: to[1], stroke: ink, "stroke-width": step.within ? 4 : 2 };
      if (!step.within) line["stroke-dasharray"] = "2 4";
      return drawn(
        "g",
        { tabindex: 0, role: "img", "aria-label": text },
        drawn("title", {}, text),
        drawn("line", line),
        drawn("circle", { cx: to[0], cy: to[1], r: 5, fill: ink }),
        label(String(place + 1), [(from[0] + to[0]) / 2 - 6, (from[1] + to[1]) / 2 - 10], { "font-weight": 700 })
      );
    });
    const axis = { stroke: ink, "stroke-width": 1 };
    const svg = drawn(
      "svg",
      { viewBox: "0 0 720 440", width: 720, height: 440, role: "group", "aria-label": ord.figur, "font-family": "sans-serif", xmlns: SVG },
      drawn("line", Object.assign({ x1: left, y1: bottom, x2: right, y2: bottom }, axis)),
      drawn("line", Object.assign({ x1: left, y1: bottom, x2: left, y2: top }, axis)),
      drawn("line", { x1: x(0), y1: y(0), x2: x(all), y2: y(all), stroke: ink, "stroke-width": 2, "stroke-dasharray": "8 6" }),
      label(ord.figur_krav, [x(all * 0.82), y(all * 0.82) + 26]),
      label(kronor(all), [right, bottom + 20], { "text-anchor": "end" }),
      label(kronor(most), [left - 8, top + 5], { "text-anchor": "end" }),
      label(ord.figur_x, [right, bottom + 44], { "text-anchor": "end" }),
      label(ord.figur_y, [left, top - 10]),
      ...parts
    );
    const long = fill(ord.figur_lang, { rader: "" }).trim();
    const save = button(ord.hamta_svg, () => {
      const copy = svg.cloneNode(true);
      copy.setAttribute("color", "#000");
      copy.prepend(drawn("desc", {}, long + " " + told.join(". ")));
      download(ord.filnamn + ".svg", "image/svg+xml", new XMLSerializer().serializeToString(copy));
    });
    return [el("h3", {}, ord.figur), figure(svg, ord.figur, long), el("p", { class: "verktyg-knappar" }, save)];
  }

  Object.assign(kb.delar, { percent, kronor, stair });
})(window.kbVerktyg);
