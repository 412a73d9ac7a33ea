// How records relate, in what order and through which filters: values only, nothing here touches the page.
// Tests compare the results with Python's (macros/compare) on every pair of records.
(function (kb) {
  "use strict";
  if (!kb) return;
  const ord = kb.ord;
  kb.delar = /** @type {Jamfor.Delar} */ ({});

  /**
   * @param {object} object
   * @param {string} key
   */
  const has = (object, key) => Object.prototype.hasOwnProperty.call(object, key);
  /** @type {Fill} */
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => (has(values, name) ? String(values[name]) : all));
  /**
   * @template T
   * @param {T[]} list
   */
  const unique = (list) => Array.from(new Set(list));
  /**
   * @param {string} a
   * @param {string} b
   */
  const compareText = (a, b) => a.localeCompare(b, "sv", { numeric: true });
  /**
   * @param {Jamfor.Cell} cell
   * @returns {cell is Jamfor.Known}
   */
  const isKnown = (cell) => Boolean(cell && cell.u);
  /** @param {Jamfor.Cell} cell */
  const partsOf = (cell) => (isKnown(cell) ? unique(cell.u.flatMap((entry) => entry.d || [entry.t])) : []);
  /** @param {Jamfor.Cell} cell */
  const said = (cell) => (isKnown(cell) ? JSON.stringify(partsOf(cell).sort()) : "ej");

  /** @param {string[]} names */
  function listing(names) {
    return names.length < 2 ? names.join("") : names.slice(0, -1).join(", ") + " " + ord.och + " " + names[names.length - 1];
  }

  /** @param {Jamfor.Cell[]} cells */
  function sharedParts(cells) {
    const known = cells.filter(isKnown).map(partsOf);
    return known.length ? known[0].filter((part) => known.every((parts) => parts.includes(part))) : [];
  }

  /**
   * @param {string} kindOfValue
   * @param {Jamfor.Cell[]} cells
   */
  function relation(kindOfValue, cells) {
    const applicable = cells.filter((cell) => !(cell && cell.ej));
    if (!applicable.length) return "ej";
    const known = applicable.filter(isKnown);
    if (!known.length) return "okant";
    if (known.length < applicable.length) return "delvis-okant";
    const partly = known.length < cells.length;
    if (!partly && unique(known.map(said)).length === 1) return "gemensamt";
    if (kindOfValue === "text") return "egna-ord";
    return kindOfValue === "vallista" && !partly && sharedParts(known).length ? "delvis" : "skiljer";
  }

  /** @param {Jamfor.Cell[]} cells */
  const differs = (cells) => unique(cells.filter(Boolean).map(said)).length > 1;

  // `section` is one section, "" for all but those that are shown only when something is known in them,
  // and undefined for a reader's own choice.
  /**
   * @param {Jamfor.Dataset} data
   * @param {string[]} ids
   * @param {string} [section]
   */
  function rowsOf(data, ids, section) {
    const rows = data.punkter.map((point, place) => {
      const cells = ids.map((id) => data.celler[id][place]);
      return { point, cells, relation: relation(point.vardeslag, cells), differs: differs(cells) };
    });
    if (section) return rows.filter((row) => row.point.avdelning === section);
    const known = section === "" ? [] : rows.filter((row) => row.cells.some(isKnown)).map((row) => row.point.avdelning);
    return rows.filter((row) => !row.point.baraKand || known.includes(row.point.avdelning));
  }

  /**
   * @param {Jamfor.Row[]} rows
   * @param {boolean} [values]
   */
  function named(rows, values) {
    const names = rows.map((row) => row.point.iText + (values ? " (" + listing(sharedParts(row.cells)) + ")" : ""));
    const rest = names.length - kb.namnda;
    if (values || rest <= 1) return listing(names);
    return listing(names.slice(0, kb.namnda).concat(fill(ord.sammandrag.till, { antal: rest })));
  }

  // What is alike or unknown for all is told by lines and not in the sentences; differences come first.
  /** @param {Jamfor.Row[]} rows */
  function sentences(rows) {
    const texts = ord.sammandrag;
    const drawn = folded(rows).rows;
    /**
     * @param {string} text
     * @param {Jamfor.Relation} name
     * @param {boolean} [values]
     */
    const told = (text, name, values) => {
      const of = drawn.filter((row) => row.relation === name);
      return of.length && fill(text, { detaljer: named(of, values), punkter: named(of, values) });
    };
    const shared = rows.some((row) => row.relation === "gemensamt" || row.relation === "delvis");
    return [
      told(texts.skiljer, "skiljer"),
      told(texts.delvis, "delvis", true),
      told(texts.gemensamt, "gemensamt", true),
      told(texts.delvis_okant, "delvis-okant"),
      !shared && texts.inget_gemensamt,
    ].filter(Boolean);
  }

  // -- What one line tells instead of rows (macros/compare/folding.py) --

  /** @param {Jamfor.Cell} cell */
  const shownOf = (cell) => JSON.stringify(isKnown(cell) && cell.u.map((entry) => [entry.t, entry.ar, entry.c, entry.o]));

  /** @param {Jamfor.Row} row */
  function lineOf(row) {
    if (row.cells.length < 2) return "";
    if (row.relation === "okant") return row.cells.some((cell) => cell && cell.ej) ? "" : "okant";
    if (row.relation === "ej") return "ej";
    return row.relation === "gemensamt" && unique(row.cells.map(shownOf)).length === 1 ? "lika" : "";
  }

  /** @param {Jamfor.Row[]} rows */
  function folded(rows) {
    const all = rows.every(lineOf); // a table is never all lines
    /** @param {string} name */
    const line = (name) => rows.filter((row) => (all ? "" : lineOf(row)) === name);
    const drawn = line("");
    const sections = unique(drawn.map((row) => row.point.avdelning)).map((section) => ({
      section,
      rows: drawn.filter((row) => row.point.avdelning === section),
    }));
    const ordered = sections.flatMap((one) => one.rows);
    return { sections, rows: ordered, lika: line("lika"), okant: line("okant"), ej: line("ej") };
  }

  // The one cell of a row that is alike for all, with the sources of every record.
  /** @param {Jamfor.Row} row */
  function sharedCell(row) {
    const [first, ...others] = row.cells.filter(isKnown);
    const entries = first.u.map((entry, nr) =>
      Object.assign({}, entry, { k: unique([first, ...others].flatMap((cell) => cell.u[nr].k || [])) })
    );
    return { u: entries };
  }

  /**
   * @param {Jamfor.Row[]} rows
   * @param {number} place
   */
  function knownIn(rows, place) {
    const cells = rows.map((row) => row.cells[place]).filter((cell) => !(cell && cell.ej));
    return { kanda: cells.filter(isKnown).length, alla: cells.length };
  }

  // Numbers as numbers, then texts, then what does not apply; unknown last whatever the direction.
  /**
   * @param {Jamfor.Cell} a
   * @param {Jamfor.Cell} b
   * @param {number} direction
   */
  function compareCells(a, b, direction) {
    /** @param {Jamfor.Cell} cell */
    const rank = (cell) => (!cell ? 3 : cell.ej ? 2 : typeof cell.s === "number" ? 0 : 1);
    if (rank(a) !== rank(b)) return rank(a) >= 2 || rank(b) >= 2 ? rank(a) - rank(b) : direction * (rank(a) - rank(b));
    if (!isKnown(a) || !isKnown(b)) return 0;
    return direction * (rank(a) ? compareText(String(a.s), String(b.s)) : Number(a.s) - Number(b.s));
  }

  // Sorting orders records, by a criterion or by name.
  /**
   * @param {Jamfor.Dataset} data
   * @param {string[]} ids
   * @param {Jamfor.Order} order
   */
  function sorted(data, ids, order) {
    const direction = order.fallande ? -1 : 1;
    const place = data.punkter.findIndex((point) => point.id === order.efter);
    if (place >= 0) return ids.slice().sort((a, b) => compareCells(data.celler[a][place], data.celler[b][place], direction));
    if (order.efter !== "namn") return ids;
    return ids.slice().sort((a, b) => direction * compareText(nameOf(data.slag, a), nameOf(data.slag, b)));
  }

  // Options within a filter widen, filters narrow each other; `without` leaves one filter out.
  /**
   * @param {Jamfor.Dataset} data
   * @param {string[]} ids
   * @param {Jamfor.Chosen} chosen
   * @param {string} [without]
   */
  function passing(data, ids, chosen, without) {
    return data.filter.reduce((left, filter) => {
      const options = filter.val.filter((option) => (chosen[filter.id] || []).includes(option.id));
      if (filter.id === without || !options.length) return left;
      const held = new Set(options.flatMap((option) => option.poster));
      return left.filter((id) => held.has(id));
    }, ids);
  }

  /** @param {string} id */
  const kindsOf = (id) => Object.keys(kb.namn).filter((kind) => has(kb.namn[kind], id));
  /** @param {string} id */
  const otherKindOf = (id) => {
    const others = kb.andraNamn || {};
    return Object.keys(others).find((kind) => others[kind].includes(id));
  };
  /**
   * @param {string} kind
   * @param {string} id
   */
  const nameOf = (kind, id) => (has(kb.namn[kind], id) ? kb.namn[kind][id] : id);

  Object.assign(kb.delar, {
    has, fill, unique, isKnown, listing, relation, differs, rowsOf, sentences, folded, sharedCell, knownIn, sorted,
    passing, kindsOf, otherKindOf, nameOf, compareText,
  });
})(window.kbJamfor);
