// The table as files to download: CSV for spreadsheets and JSON with every fact's sources.
(function (kb) {
  "use strict";
  if (!kb) return;
  const { fill, unique, isKnown, nameOf } = kb.delar;
  const ord = kb.ord;

  // A field for a spreadsheet: always quoted; what a spreadsheet would run as a formula starts with an apostrophe.
  /** @param {string} text */
  function csvField(text) {
    const safe = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(text) ? "'" + text : text;
    return '"' + safe.replace(/"/g, '""') + '"';
  }

  /** @param {Jamfor.Lines} lines */
  const csvText = (lines) => "\uFEFF" + lines.map((line) => line.map(csvField).join(";") + "\r\n").join("");

  /** @param {Jamfor.Entry} entry */
  function entryText(entry) {
    const extra = [entry.ar, entry.c, entry.o ? ord.tolkning : ""].filter(Boolean).join("; ");
    return extra ? entry.t + " (" + extra + ")" : entry.t;
  }

  /** @param {Jamfor.Cell} cell */
  const cellText = (cell) => (!cell ? ord.saknas : cell.ej ? ord.ej : cell.u.map(entryText).join(" | "));
  /** @param {Jamfor.Cell} cell */
  const cellSources = (cell) => (isKnown(cell) ? unique(cell.u.flatMap((entry) => entry.k || [])) : []);

  // The table as it stands: a head and a line for each row, with what `cellsOf` makes of a cell.
  /**
   * @param {Jamfor.View} view
   * @param {(name: string) => string[]} heads
   * @param {(cell: Jamfor.Cell) => string[]} cellsOf
   */
  function linesOf(view, heads, cellsOf) {
    const across = view.down ? view.rows.map((row) => row.point.namn) : view.ids.map((id) => nameOf(view.data.slag, id));
    /**
     * @param {string} name
     * @param {Jamfor.Cell[]} cells
     */
    const line = (name, cells) => [name].concat(...cells.map(cellsOf));
    const body = view.down
      ? view.ids.map((id, place) => line(nameOf(view.data.slag, id), view.rows.map((row) => row.cells[place])))
      : view.rows.map((row) => line(row.point.namn, row.cells));
    return [[view.down ? ord.namn : ord.kriterium].concat(...across.map(heads)), ...body];
  }

  // Values alone, and values each followed by its sources.
  /** @param {Jamfor.View} view */
  const tableLines = (view) => linesOf(view, (name) => [name], (cell) => [cellText(cell)]);
  /** @param {Jamfor.View} view */
  const sourcedLines = (view) =>
    linesOf(
      view,
      (name) => [name, fill(ord.kallkolumn, { namn: name })],
      (cell) => [cellText(cell), cellSources(cell).join(", ")]
    );

  /** @param {Jamfor.View} view */
  function sourceLines(view) {
    const sources = usedSources(view).map((key) => {
      const source = view.data.kallor[key];
      return [key, source.titel, source.text, source.adress || ord.saknas];
    });
    return [[ord.kalla, ord.titel, ord.utgivare, ord.adress], ...sources];
  }

  // Where the file comes from and what may be done with it.
  /**
   * @param {Jamfor.View} view
   * @param {string} day
   */
  const aboutLines = (view, day) => [
    [ord.jamfort, view.caption],
    [ord.adress, location.href],
    [ord.hamtadDen, day],
    [ord.licens, ord.licensText],
  ];

  /**
   * @param {Jamfor.View} view
   * @param {string} day
   */
  const csvLines = (view, day) => [...sourcedLines(view), [], ...sourceLines(view), [], ...aboutLines(view, day)];

  /** @param {Jamfor.View} view */
  const usedSources = (view) => unique(view.rows.flatMap((row) => row.cells.flatMap(cellSources)));

  /**
   * @param {Jamfor.View} view
   * @param {string} address
   * @param {string} day
   */
  function jsonOf(view, address, day) {
    /** @param {Jamfor.Cell} value */
    const cell = (value) => ({
      status: isKnown(value) ? "kand" : value ? "ej" : "saknas",
      uppgifter: (isKnown(value) ? value.u : []).map((entry) => ({
        text: entry.t,
        varden: entry.d || [entry.t],
        avser: entry.ar || null,
        kommentar: entry.c || null,
        egen_tolkning: Boolean(entry.o),
        kallor: entry.k || [],
      })),
    });
    /** @type {{[key: string]: Jamfor.Source}} */
    const sources = {};
    usedSources(view).forEach((key) => (sources[key] = view.data.kallor[key]));
    return {
      adress: address,
      hamtad: day,
      licens: ord.licensText,
      slag: view.data.slag,
      poster: view.ids.map((id) => ({ id, namn: nameOf(view.data.slag, id) })),
      punkter: view.rows.map((row) => ({
        id: row.point.id,
        namn: row.point.namn,
        avdelning: row.point.avdelning,
        relation: row.relation,
        celler: view.ids.map((id, place) => Object.assign({ id }, cell(row.cells[place]))),
      })),
      kallor: sources,
    };
  }

  Object.assign(kb.delar, { csvText, csvLines, tableLines, sourceLines, aboutLines, jsonOf });
})(window.kbJamfor);
