// A table to fill in: rows are added, removed, pasted from a spreadsheet and read from a file.
(function (kb) {
  "use strict";
  const { ord, el, fill, button, parseTable } = kb.delar;

  /** @param {Words} choices */
  const options = (choices) => Object.keys(choices).map((id) => el("option", { value: id }, choices[id]));

  // Blob.text() is from 2020, and browsers from before it are in use.
  /**
   * @param {File} file
   * @returns {Promise<string>}
   */
  const contentOf = (file) =>
    new Promise((done, failed) => {
      const reader = new FileReader();
      reader.addEventListener("load", () => done(String(reader.result)));
      reader.addEventListener("error", failed);
      reader.readAsText(file);
    });

  // `fields` are {id, label, kind: "text" | "number" | a mapping of choices}; `rows` lists of texts in their order.
  /**
   * @param {string} name
   * @param {string} caption
   * @param {Verktyg.Column[]} fields
   * @param {number} most
   * @param {() => void} changed
   */
  function editor(name, caption, fields, most, changed) {
    const body = el("tbody", {});
    const status = el("p", { role: "status", class: "verktyg-hjalp" });
    const empty = () => fields.map((field) => (typeof field.kind === "object" ? Object.keys(field.kind)[0] : ""));
    let rows = [empty()];
    /**
     * @param {number} row
     * @param {string} field
     */
    const identifier = (row, field) => name + "-" + row + "-" + field;

    /**
     * @param {number} row
     * @param {number} place
     */
    function cell(row, place) {
      const field = fields[place];
      const label = fill(ord.rad, { nr: row + 1 }) + ", " + field.label;
      const attributes = { id: identifier(row, field.id), "aria-label": label, autocomplete: "off" };
      const typed = { type: "text", inputmode: field.kind === "number" ? "decimal" : null, maxlength: 80, ...attributes };
      const input = typeof field.kind === "object" ? el("select", attributes, options(field.kind)) : el("input", typed);
      input.value = rows[row][place];
      input.addEventListener("input", () => (rows[row][place] = input.value));
      input.addEventListener("change", () => {
        rows[row][place] = input.value;
        changed();
      });
      return el("td", { "data-rubrik": field.label }, input);
    }

    function draw() {
      body.replaceChildren(
        ...rows.map((_, row) => {
          const label = fill(ord.ta_bort, { nr: row + 1 });
          const remove = button("×", () => removeRow(row), { class: "verktyg-ta-bort", "aria-label": label, title: label });
          return el("tr", {}, fields.map((_field, place) => cell(row, place)), el("td", {}, rows.length > 1 && remove));
        })
      );
      add.disabled = rows.length >= most;
    }

    /** @param {number} row */
    function removeRow(row) {
      rows.splice(row, 1);
      draw();
      changed();
      document.getElementById(identifier(Math.min(row, rows.length - 1), fields[0].id)).focus();
    }

    const add = button(ord.lagg_till, () => {
      rows.push(empty());
      draw();
      document.getElementById(identifier(rows.length - 1, fields[0].id)).focus();
    });

    // A choice is read by its identifier or its word; a first row that names the columns is skipped.
    /** @param {string[]} cells */
    function taken(cells) {
      return fields.map((field, place) => {
        const text = (cells[place] || "").slice(0, 80);
        const { kind } = field;
        if (typeof kind !== "object") return text;
        const found = Object.keys(kind).find((id) => [id, kind[id]].includes(text.toLowerCase()));
        return found || Object.keys(kind)[0];
      });
    }

    /** @param {Verktyg.Rows} given */
    function set(given) {
      rows = given.length ? given.slice(0, most).map(taken) : [empty()];
      draw();
      const left = given.slice(most).map((cells) => cells[0]).join(", ");
      status.textContent = left ? fill(ord.for_manga, { antal: most, namn: left }) : "";
    }

    /** @param {string} text */
    function read(text) {
      const found = parseTable(text);
      const named = found.length && found[0][0].toLowerCase() === fields[0].label.toLowerCase();
      set(named ? found.slice(1) : found);
      if (!status.textContent) status.textContent = fill(ord.inlast, { antal: rows.length });
      changed();
    }

    const pasted = el("textarea", { rows: 4, id: name + "-klistra", "aria-describedby": name + "-klistra-hjalp" });
    const file = el("input", { type: "file", accept: ".csv,text/csv,text/plain", id: name + "-fil" });
    file.addEventListener("change", () => Array.from(file.files || []).slice(0, 1).forEach((chosen) => contentOf(chosen).then(read)));
    const paste = el(
      "details",
      { class: "verktyg-klistra" },
      el("summary", {}, ord.klistra),
      el("p", { class: "verktyg-falt" }, el("label", { for: name + "-klistra" }, ord.klistra),
        el("span", { class: "verktyg-hjalp", id: name + "-klistra-hjalp" }, ord.klistra_hjalp), pasted),
      button(ord.klistra_knapp, () => pasted.value.trim() && read(pasted.value)),
      el("p", { class: "verktyg-falt" }, el("label", { for: name + "-fil" }, ord.valj_fil), file)
    );
    const heads = fields.map((field) => el("th", { scope: "col" }, field.label));
    const head = el("thead", {}, el("tr", {}, heads, el("td", {})));
    const table = el("table", { class: "verktyg-tabell" }, el("caption", {}, caption), head, body);
    draw();
    return {
      element: el("div", {}, table, el("p", { class: "verktyg-knappar" }, add), status, paste),
      set,
      rows: () => rows.map((row) => row.map((one) => one.trim())),
      identifier,
    };
  }

  Object.assign(kb.delar, { editor });
})(window.kbVerktyg);
