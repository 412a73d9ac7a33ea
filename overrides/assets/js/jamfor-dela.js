// What a reader takes along: a link, a copy, a file, a print; and records added to or removed from the comparison.
(function (kb) {
  "use strict";
  if (!kb) return;
  const { fill, nameOf, state, plain, compareText, el, button, loadTool } = kb.delar;
  const ord = kb.ord;

  const today = () => new Date().toISOString().slice(0, 10);

  // A file is named after what it compares: the chosen records, or the whole table.
  /**
   * @param {Jamfor.View} view
   * @param {string} ending
   */
  function fileName(view, ending) {
    const names = view.ids.length <= kb.hogst ? view.ids : [plain(view.caption)];
    return [ord.filnamn].concat(names, today()).join("-") + "." + ending;
  }

  /**
   * @param {Jamfor.View} view
   * @param {Jamfor.Ending} ending
   */
  function download(view, ending) {
    const address = URL.createObjectURL(kb.delar.fileOf(view, ending, today()));
    const link = el("a", { href: address, download: fileName(view, ending) });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  // -- The table as text --

  /** @param {Jamfor.Entry} entry */
  function entryText(entry) {
    const extra = [entry.ar, entry.c, entry.o ? ord.tolkning : ""].filter(Boolean).join("; ");
    return extra ? entry.t + " (" + extra + ")" : entry.t;
  }

  /** @param {Jamfor.Cell} cell */
  const cellText = (cell) => (!cell ? ord.saknas : cell.ej ? ord.ej : cell.u.map(entryText).join(" | "));

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

  // Values alone.
  /** @param {Jamfor.View} view */
  const tableLines = (view) => linesOf(view, (name) => [name], (cell) => [cellText(cell)]);

  // Copies and says so; where the browser refuses, the text is shown to be copied by hand.
  /**
   * @param {(clipboard: Clipboard) => Promise<void>} write
   * @param {string} text
   * @param {string} done
   * @param {HTMLElement} told
   */
  function copy(write, text, done, told) {
    const byHand = () => {
      const field = el("textarea", { readonly: true, rows: 3, "aria-label": ord.kopieraSjalv });
      field.value = text;
      told.replaceChildren(ord.kopieraSjalv, field);
      field.focus();
      field.select();
    };
    const clipboard = navigator.clipboard;
    if (!clipboard) return byHand();
    return write(clipboard).then(() => told.replaceChildren(done), byHand);
  }

  /**
   * @param {Jamfor.View} view
   * @param {HTMLElement} told
   */
  function copyTable(view, told) {
    const text = tableLines(view).map((line) => line.map((cell) => cell.replace(/\s+/g, " ")).join("\t")).join("\n");
    const rows = tableLines(view).map((line) => el("tr", {}, line.map((cell) => el("td", {}, cell))));
    const html = el("table", {}, rows).outerHTML;
    /** @param {Clipboard} clipboard */
    const write = (clipboard) => {
      if (!window.ClipboardItem || !clipboard.write) return clipboard.writeText(text);
      /**
       * @param {string} type
       * @param {string} content
       */
      const blob = (type, content) => new Blob([content], { type });
      return clipboard.write([new ClipboardItem({ "text/plain": blob("text/plain", text), "text/html": blob("text/html", html) })]);
    };
    return copy(write, text, ord.tabellKopierad, told);
  }

  /** @param {Jamfor.View} view */
  function actions(view) {
    const told = el("div", { class: "jamfor-kvitto", role: "status" });
    /** @param {Jamfor.Ending} ending */
    const save = (ending) => loadTool("spara").then(() => download(view, ending), () => told.replaceChildren(ord.laddfel));
    /** @param {Clipboard} clipboard */
    const link = (clipboard) => clipboard.writeText(location.href);
    const buttons = el(
      "div",
      { class: "jamfor-knappar" },
      button(ord.kopieraLank, () => copy(link, location.href, ord.lankKopierad, told)),
      button(ord.kopieraTabell, () => copyTable(view, told)),
      button(ord.excel, () => save("xlsx")),
      button(ord.csv, () => save("csv")),
      button(ord.json, () => save("json")),
      button(ord.skrivUt, () => window.print())
    );
    return [buttons, told];
  }

  // -- Records in the comparison: `change` gets the new choice, a message and what to focus --

  /** @param {Jamfor.Change} change */
  function removeButton(change) {
    return (/** @type {string} */ id, /** @type {string} */ name) => {
      const others = () => state.valda.filter((other) => other !== id);
      const label = fill(ord.taBortNamn, { namn: name });
      return button(ord.taBort, () => change(others(), fill(ord.borttagen, { namn: name })), { class: "knapp-lank ta-bort", "aria-label": label });
    };
  }

  /**
   * @param {Jamfor.Dataset} data
   * @param {Jamfor.Change} change
   */
  function addForm(data, change) {
    const free = data.poster.filter((record) => !state.valda.includes(record.id)).sort((a, b) => compareText(a.namn, b.namn));
    if (!free.length || state.valda.length >= kb.hogst) return null;
    /** @param {string} id */
    const added = (id) => change(state.valda.concat(id), fill(ord.tillagd, { namn: nameOf(data.slag, id) }));
    if (free.length > kb.rutor) {
      const typed = kb.combobox({ id: "jamfor-lagg-till", label: ord.laggTill, named: true, choices: () => free, chosen: (record) => added(record.id) });
      return el("div", { class: "jamfor-ordna" }, el("label", { for: "jamfor-lagg-till" }, ord.laggTill), typed.element);
    }
    const select = el("select", { id: "jamfor-lagg-till" }, free.map((record) => el("option", { value: record.id }, record.namn)));
    const add = button(ord.laggTillKnapp, () => added(select.value));
    return el("div", { class: "jamfor-ordna" }, el("label", { for: "jamfor-lagg-till" }, ord.laggTill), select, add);
  }

  Object.assign(kb.delar, { cellText, linesOf, tableLines, actions, removeButton, addForm });
})(window.kbJamfor);
