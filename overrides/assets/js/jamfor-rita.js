// Draws tables with notes and sources, as overrides/sidor/tabell.md does at build. Everything is set as text.
(function (kb) {
  "use strict";
  if (!kb) return;
  const { fill, isKnown, nameOf, state, folded, sharedCell, knownIn, el, place } = kb.delar;
  const ord = kb.ord;

  /**
   * @param {string[] | undefined} keys
   * @param {Jamfor.View} view
   */
  function notes(keys, view) {
    if (!keys || !keys.length) return null;
    const links = keys.map((key) => {
      if (!view.numbers.has(key)) view.numbers.set(key, view.numbers.size + 1);
      const number = view.numbers.get(key);
      const label = ord.kalla + " " + number + ": " + view.data.kallor[key].titel;
      return el("a", { href: "#jamfor-kalla-" + number, "aria-label": label }, String(number));
    });
    return el("sup", { class: "kallnot" }, links.map((link, nr) => (nr ? [",", link] : link)));
  }

  /**
   * @param {Jamfor.Entry} entry
   * @param {Jamfor.View} view
   */
  function drawEntry(entry, view) {
    const made = el("div", { class: "uppgift" }, entry.j ? el("span", { class: "svar svar-" + entry.j }, entry.t) : entry.t);
    if (entry.ar) made.append(" ", el("span", { class: "ar" }, "(" + entry.ar + ")"));
    if (entry.o) made.append(" ", el("span", { class: "marke tolkning" }, ord.tolkning));
    if (entry.c) made.append(" ", el("span", { class: "kommentar" }, entry.c, notes(entry.k, view)));
    else made.append(notes(entry.k, view) || "");
    return made;
  }

  /**
   * @param {Jamfor.Cell} cell
   * @param {string} heading
   * @param {Jamfor.View} view
   */
  function drawCell(cell, heading, view) {
    const content = isKnown(cell)
      ? cell.u.map((entry) => drawEntry(entry, view))
      : [el("span", { class: cell ? "svar svar-ej" : "svar svar-saknas" }, cell ? ord.ej : ord.saknas)];
    return el("td", { role: "cell", "data-rubrik": heading }, content);
  }

  // -- The head cells: records with how much is known about them, criteria with a button that orders the records --

  /**
   * @param {string} id
   * @param {string} name
   */
  function sortButton(id, name) {
    const current = state.ordning.efter === id;
    const sign = el("span", { "aria-hidden": "true" }, current ? (state.ordning.fallande ? "↓" : "↑") : "↕");
    const label = fill(ord.sortera, { namn: name });
    return el("button", { type: "button", class: "sortera", "data-sortera": id, "aria-label": label }, sign);
  }

  /**
   * @param {"row" | "col"} scope
   * @param {string} name
   * @param {Attributes} attributes
   * @param {Child} content
   */
  function header(scope, name, attributes, content) {
    const role = scope === "col" ? "columnheader" : "rowheader";
    return el("th", Object.assign({ role, scope, abbr: name, "aria-label": name }, attributes), content);
  }

  /**
   * @param {"row" | "col"} scope
   * @param {string} id
   * @param {string} name
   * @param {Jamfor.View} view
   * @param {...Child} content
   */
  function orderingHeader(scope, id, name, view, ...content) {
    const direction = state.ordning.fallande ? "descending" : "ascending";
    const ordered = state.ordning.efter === id ? direction : null;
    const sort = view.filters && sortButton(id, name);
    return header(scope, name, { "aria-sort": ordered }, [name, sort, " ", ...content]);
  }

  /**
   * @param {"row" | "col"} scope
   * @param {number} nr
   * @param {Jamfor.View} view
   */
  function recordHeader(scope, nr, view) {
    const id = view.ids[nr];
    const name = nameOf(view.data.slag, id);
    const known = el("span", { class: "kant" }, fill(ord.kant, knownIn(view.every, nr)));
    const remove = view.remove && view.remove(id, name);
    return header(scope, name, { "data-id": id }, [el("a", { href: place(String(view.addresses.get(id))) }, name), " ", known, remove || ""]);
  }

  /**
   * @param {"row" | "col"} scope
   * @param {Jamfor.Row} row
   * @param {Jamfor.View} view
   */
  function criterionHeader(scope, row, view) {
    const label = el("span", { class: "relation relation-" + row.relation }, ord.relation[row.relation]);
    const help = scope === "row" && el("span", { class: "forklaring" }, row.point.forklaring);
    return orderingHeader(scope, row.point.id, row.point.namn, view, label, help);
  }

  // -- The table --

  const PLACE = "jamfor-avdelning-";

  /**
   * @param {string} section
   * @param {Jamfor.View} view
   */
  function sectionLine(section, view) {
    const attributes = { role: "rowheader", scope: "rowgroup", colspan: view.ids.length + 1, id: PLACE + section, tabindex: "-1" };
    return el("tr", { role: "row", class: "avdelning" }, el("th", attributes, el("span", {}, ord.avdelningar[section])));
  }

  /**
   * @param {Jamfor.Row} row
   * @param {Jamfor.View} view
   */
  function criterionLine(row, view) {
    const cells = row.cells.map((cell, nr) => drawCell(cell, nameOf(view.data.slag, view.ids[nr]), view));
    return el("tr", { role: "row" }, criterionHeader("row", row, view), cells);
  }

  /** @param {...Child} rows */
  const tbody = (...rows) => el("tbody", { role: "rowgroup" }, ...rows);
  /** @param {...Child} cells */
  const head = (...cells) => el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, ...cells));

  /**
   * @param {Jamfor.View} view
   * @param {Jamfor.Folded} shown
   */
  function criteriaDown(view, shown) {
    const records = view.ids.map((id, nr) => recordHeader("col", nr, view));
    const corner = header("col", ord.kriterium, {}, [ord.kriterium]);
    const bodies = shown.sections.map((one) =>
      tbody(shown.sections.length > 1 ? sectionLine(one.section, view) : null, one.rows.map((row) => criterionLine(row, view)))
    );
    return [head(corner, records), ...bodies];
  }

  /**
   * @param {Jamfor.View} view
   * @param {Jamfor.Folded} shown
   */
  function recordsDown(view, shown) {
    const criteria = shown.rows.map((row) => criterionHeader("col", row, view));
    /**
     * @param {string} id
     * @param {number} nr
     */
    const line = (id, nr) =>
      el("tr", { role: "row" }, recordHeader("row", nr, view), shown.rows.map((row) => drawCell(row.cells[nr], row.point.namn, view)));
    return [head(orderingHeader("col", "namn", ord.namn, view), criteria), tbody(view.ids.map(line))];
  }

  // The lines are drawn before the table, so that their notes have the lowest numbers.
  /** @param {Jamfor.View} view */
  function drawTable(view) {
    const shown = folded(view.rows);
    const lines = drawLines(shown, view);
    const kind = view.down ? " poster-ned" : view.ids.length === 2 ? " tva" : "";
    const table = el(
      "table",
      { class: "jamforelsetabell" + kind, role: "table" },
      el("caption", { id: "jamfor-bildtext" }, view.caption),
      view.down ? recordsDown(view, shown) : criteriaDown(view, shown)
    );
    const region = { class: "tabellyta jamforelse", role: "region", tabindex: "0", "aria-labelledby": "jamfor-bildtext" };
    return [lines, !view.down && drawJumps(shown), el("div", region, table)].filter(Boolean);
  }

  /**
   * @param {Jamfor.Folded} shown
   * @param {Jamfor.View} view
   */
  function drawLines(shown, view) {
    /**
     * @param {string} term
     * @param {Child} content
     */
    const line = (term, content) => el("div", {}, el("dt", {}, term), el("dd", {}, content));
    /**
     * @param {Child[]} parts
     * @param {string} sign
     */
    const parted = (parts, sign) => parts.map((part, nr) => (nr ? [sign, part] : part));
    /** @param {Jamfor.Row} row */
    const told = (row) => {
      const entries = sharedCell(row).u.map((entry) => el("span", {}, ...drawInLine(entry, view)));
      return el("span", { class: "jamfor-rad" }, el("strong", {}, row.point.namn + ":"), " ", parted(entries, ", "));
    };
    /** @param {Jamfor.Row[]} rows */
    const names = (rows) => rows.map((row) => row.point.iText).join(", ");
    const lines = [
      shown.lika.length && line(ord.rad.lika, parted(shown.lika.map(told), "; ")),
      shown.okant.length && line(ord.rad.okant, names(shown.okant)),
      shown.ej.length && line(ord.rad.ej, names(shown.ej)),
    ].filter(Boolean);
    return lines.length ? el("dl", { class: "jamfor-rader" }, lines) : null;
  }

  /**
   * @param {Jamfor.Entry} entry
   * @param {Jamfor.View} view
   */
  function drawInLine(entry, view) {
    const value = entry.j ? el("span", { class: "svar svar-" + entry.j }, entry.t) : entry.t;
    const extra = (entry.ar ? " (" + entry.ar + ")" : "") + (entry.c ? " (" + entry.c + ")" : "");
    const own = entry.o ? [" ", el("span", { class: "marke tolkning" }, ord.tolkning)] : [];
    return [value, extra, ...own, notes(entry.k, view) || ""];
  }

  /** @param {Jamfor.Folded} shown */
  function drawJumps(shown) {
    if (shown.sections.length < 3) return null;
    const items = shown.sections.map(({ section }) =>
      el("li", {}, el("a", { href: "#" + PLACE + section }, ord.avdelningar[section]))
    );
    return el("nav", { class: "jamfor-hopp", "aria-label": ord.hopp }, el("ul", {}, items));
  }

  /** @param {Jamfor.View} view */
  function drawSources(view) {
    const items = Array.from(view.numbers).map(([key, number]) => {
      const source = view.data.kallor[key];
      /**
       * @param {string} address
       * @param {string} text
       * @param {boolean} external
       */
      const link = (address, text, external) =>
        el("a", { href: address, rel: external && "external", "aria-label": text + ": " + source.titel }, text);
      const links = source.adress ? [link(source.adress, ord.oppnaKalla, true), " · "] : [];
      const register = link(place(kb.platser.kallor) + "#" + key, ord.iRegistret, false);
      const title = el("span", { class: "kalltitel" }, source.titel);
      return el("li", { id: "jamfor-kalla-" + number }, title, ". " + source.text + " ", links, register);
    });
    const heading = el(view.level, { id: "jamfor-kallor" }, ord.kallor);
    return el("section", { class: "kallista", "aria-labelledby": "jamfor-kallor" }, heading, el("ol", {}, items));
  }

  function drawLegend() {
    const items = ord.legend.map(([kind, term, text]) =>
      el("div", {}, el("dt", {}, el("span", { class: "svar svar-" + kind }, term)), el("dd", {}, text))
    );
    return el("dl", { class: "legend", "aria-label": ord.teckenforklaring }, items);
  }

  Object.assign(kb.delar, { drawTable, drawSources, drawLegend });
})(window.kbJamfor);
