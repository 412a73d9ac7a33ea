// What a reader takes along: a link, a copy, a file, a print; and records added to or removed from the comparison.
(function (kb) {
  "use strict";
  if (!kb) return;
  const { fill, nameOf, state, plain, compareText, el, button, loadTool } = kb.delar;
  const ord = kb.ord;

  const today = () => new Date().toISOString().slice(0, 10);

  // A file is named after what it compares: the chosen records, or the whole table.
  function fileName(view, ending) {
    const names = view.ids.length <= kb.hogst ? view.ids : [plain(view.caption)];
    return [ord.filnamn].concat(names, today()).join("-") + "." + ending;
  }

  function download(view, ending) {
    const address = URL.createObjectURL(kb.delar.fileOf(view, ending, today()));
    const link = el("a", { href: address, download: fileName(view, ending) });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  // -- The table as text --

  function entryText(entry) {
    const extra = [entry.ar, entry.c, entry.o ? ord.tolkning : ""].filter(Boolean).join("; ");
    return extra ? entry.t + " (" + extra + ")" : entry.t;
  }

  const cellText = (cell) => (!cell ? ord.saknas : cell.ej ? ord.ej : cell.u.map(entryText).join(" | "));

  // The table as it stands: a head and a line for each row, with what `cellsOf` makes of a cell.
  function linesOf(view, heads, cellsOf) {
    const across = view.down ? view.rows.map((row) => row.point.namn) : view.ids.map((id) => nameOf(view.data.slag, id));
    const line = (name, cells) => [name].concat(...cells.map(cellsOf));
    const body = view.down
      ? view.ids.map((id, place) => line(nameOf(view.data.slag, id), view.rows.map((row) => row.cells[place])))
      : view.rows.map((row) => line(row.point.namn, row.cells));
    return [[view.down ? ord.namn : ord.kriterium].concat(...across.map(heads)), ...body];
  }

  // Values alone.
  const tableLines = (view) => linesOf(view, (name) => [name], (cell) => [cellText(cell)]);

  // Copies and says so; where the browser refuses, the text is shown to be copied by hand.
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

  function copyTable(view, told) {
    const text = tableLines(view).map((line) => line.map((cell) => cell.replace(/\s+/g, " ")).join("\t")).join("\n");
    const rows = tableLines(view).map((line) => el("tr", {}, line.map((cell) => el("td", {}, cell))));
    const html = el("table", {}, rows).outerHTML;
    const write = (clipboard) => {
      if (!window.ClipboardItem || !clipboard.write) return clipboard.writeText(text);
      const blob = (type, content) => new Blob([content], { type });
      return clipboard.write([new ClipboardItem({ "text/plain": blob("text/plain", text), "text/html": blob("text/html", html) })]);
    };
    return copy(write, text, ord.tabellKopierad, told);
  }

  function actions(view) {
    const told = el("div", { class: "jamfor-kvitto", role: "status" });
    const save = (ending) => loadTool("spara").then(() => download(view, ending), () => told.replaceChildren(ord.laddfel));
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

  function removeButton(change) {
    return (id, name) => {
      const others = () => state.valda.filter((other) => other !== id);
      const label = fill(ord.taBortNamn, { namn: name });
      return button(ord.taBort, () => change(others(), fill(ord.borttagen, { namn: name })), { class: "knapp-lank ta-bort", "aria-label": label });
    };
  }

  function addForm(data, change) {
    const free = data.poster.filter((record) => !state.valda.includes(record.id)).sort((a, b) => compareText(a.namn, b.namn));
    if (!free.length || state.valda.length >= kb.hogst) return null;
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
