// What the tools show results with: notes to the reader, tables, figures, copies and prints.
(function (kb) {
  "use strict";
  const { ord, el, fill, button, locale } = kb.delar;

  // -- Notes to the reader --

  /** @param {string[]} names */
  function dropped(names) {
    if (!names.length) return null;
    const shown = names.map((name) => "”" + name.slice(0, 60) + "”").join(", ");
    return el("p", { class: "verktyg-ruta", role: "status", "data-borttaget": "" }, fill(ord.borttaget, { namn: shown }));
  }

  // What is wrong, with links to the fields; takes focus.
  /** @param {Verktyg.Fault[]} errors */
  function errorSummary(errors) {
    const links = errors.map((error) => {
      const link = el("a", { href: "#" + error.id }, error.text);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        document.getElementById(error.id).focus();
      });
      return el("li", {}, link);
    });
    const heading = el("h2", {}, ord.fel_rubrik);
    return el("div", { class: "verktyg-fel", role: "alert", tabindex: "-1", "data-fel": "" }, heading, el("ul", {}, links));
  }

  // The errors first in the tool, in place of those told before.
  /**
   * @param {HTMLElement} area
   * @param {Verktyg.Fault[]} errors
   */
  function complain(area, errors) {
    area.querySelectorAll("[data-fel]").forEach((old) => old.remove());
    const told = errorSummary(errors);
    area.prepend(told);
    told.focus();
  }

  // -- Copies and prints --

  /**
   * @param {string} text
   * @param {HTMLElement} status
   * @param {string} done
   * @param {string} refused
   */
  function copy(text, status, done, refused) {
    if (!navigator.clipboard) {
      status.textContent = refused;
      return;
    }
    navigator.clipboard.writeText(text).then(() => (status.textContent = done), () => (status.textContent = refused));
  }

  /** @param {HTMLElement} status */
  const copyButton = (status) => button(ord.kopiera, () => copy(location.href, status, ord.kopierat, ord.kopiera_inte));

  const printButton = () => button(ord.skriv_ut, () => window.print());

  // Only on paper: the day and the address, set when printing begins.
  function printLine() {
    const line = el("p", { class: "verktyg-utskrift" });
    const set = () => {
      const day = new Date().toLocaleDateString(locale, { day: "numeric", month: "long", year: "numeric" });
      line.textContent = fill(ord.utskriven, { datum: day, adress: location.href });
    };
    set();
    window.addEventListener("beforeprint", set);
    return line;
  }

  // -- Results --

  /**
   * @param {string} title
   * @param {...Child} children
   */
  function resultSection(title, ...children) {
    const heading = el("h2", { id: "verktyg-resultat", tabindex: "-1" }, title);
    return el("section", { class: "verktyg-ut", "aria-labelledby": "verktyg-resultat" }, heading, printLine(), children);
  }

  // Heads, and rows of texts; the first cell of each row is its head.
  /**
   * @param {string} caption
   * @param {string[]} heads
   * @param {Verktyg.Rows} rows
   */
  function resultTable(caption, heads, rows) {
    const head = el("thead", {}, el("tr", {}, heads.map((text) => el("th", { scope: "col" }, text))));
    /** @param {string[]} cells */
    const line = (cells) =>
      el("tr", {}, cells.map((text, place) => el(place ? "td" : "th", place ? { "data-rubrik": heads[place] } : { scope: "row" }, text)));
    const table = el("table", { class: "verktyg-tal" }, el("caption", {}, caption), head, el("tbody", {}, rows.map(line)));
    return el("div", { class: "tabellyta", role: "region", tabindex: "0", "aria-label": caption }, table);
  }

  // -- Figures: colours are attributes, so that a file to download looks the same, also without colour --

  /**
   * @param {string} tag
   * @param {{[name: string]: string | number}} attributes
   * @param {...Node | string} children
   */
  function drawn(tag, attributes, ...children) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    Object.keys(attributes).forEach((name) => element.setAttribute(name, String(attributes[name])));
    element.append(...children);
    return element;
  }

  /**
   * @param {SVGElement} svg
   * @param {string} label
   * @param {string} caption
   */
  const figure = (svg, label, caption) =>
    el("figure", { class: "figur verktyg-figur" }, el("div", { class: "figuryta", role: "region", tabindex: "0", "aria-label": label }, svg), el("figcaption", {}, caption));

  Object.assign(kb.delar, {
    dropped, errorSummary, complain, copy, copyButton, printButton, printLine, resultSection, resultTable, drawn, figure,
  });
})(window.kbVerktyg);
