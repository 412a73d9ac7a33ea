// What a reader takes along: a link, a copy, a file, a print; and records added to or removed from the comparison.
(function (kb) {
  "use strict";
  if (!kb) return;
  const { fill, nameOf, state, plain, csvText, csvLines, tableLines, sourceLines, aboutLines, jsonOf, workbook, compareText, el, button } =
    kb.delar;
  const ord = kb.ord;
  const EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
   * @param {string} ending
   * @param {Blob} content
   */
  function download(view, ending, content) {
    const address = URL.createObjectURL(content);
    const link = el("a", { href: address, download: fileName(view, ending) });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

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
    /** @param {Clipboard} clipboard */
    const link = (clipboard) => clipboard.writeText(location.href);
    const buttons = el(
      "div",
      { class: "jamfor-knappar" },
      button(ord.kopieraLank, () => copy(link, location.href, ord.lankKopierad, told)),
      button(ord.kopieraTabell, () => copyTable(view, told)),
      button(ord.excel, () => {
        /** @type {[string, Jamfor.Lines][]} */
        const sheets = [[ord.blad, tableLines(view)], [ord.bladKallor, sourceLines(view).concat([[]], aboutLines(view, today()))]];
        download(view, "xlsx", new Blob([workbook(sheets)], { type: EXCEL }));
      }),
      button(ord.csv, () => download(view, "csv", new Blob([csvText(csvLines(view, today()))], { type: "text/csv;charset=utf-8" }))),
      button(ord.json, () => {
        const content = JSON.stringify(jsonOf(view, location.href, today()), null, 1) + "\n";
        download(view, "json", new Blob([content], { type: "application/json" }));
      }),
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

  Object.assign(kb.delar, { actions, removeButton, addForm });
})(window.kbJamfor);
