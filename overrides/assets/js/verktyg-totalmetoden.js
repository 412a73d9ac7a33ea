// Totalmetoden on the page: what to fill in, the result in a sentence, tables, and the stair of measures.
(function (kb) {
  "use strict";
  const {
    ord, el, fill, button, query, parseNumber, formatNumber, csvText, download, copyButton, printButton, resultSection,
    resultTable, start, editor, field, readSums, packedRows, counting, netPresentValue, internalRate, steps, percent, kronor,
    stair,
  } = kb.delar;
  const MOST = 30;
  const SETTINGS = ["krav", "pris", "energipris", "restliv"];
  /** @type {Verktyg.Settings} */
  const DEFAULTS = { krav: "5", pris: "0", energipris: "", restliv: "" };
  /** @type {{[name: string]: [least: number, most: number]}} */
  const LIMITS = { krav: [0, 50], pris: [-10, 20] };
  const COLUMNS = ["namn", "investering", "besparing", "enhet", "liv"];

  /** @param {string} search */
  function read(search) {
    const { settings, rows, vain } = readSums(search, DEFAULTS, ["atgard"], () => true);
    return { settings, rows: rows[0], vain };
  }

  // What was filled in as numbers, or everything that is wrong with it.
  /**
   * @param {Verktyg.Settings} settings
   * @param {Verktyg.Rows} rows
   * @param {Verktyg.Identify} identifier
   */
  function interpret(settings, rows, identifier) {
    /** @type {Verktyg.Fault[]} */
    const errors = [];
    /** @type {{[name: string]: number}} */
    const value = {};
    Object.keys(LIMITS).forEach((name) => {
      value[name] = parseNumber(settings[name] || "0") / 100;
      const [least, most] = LIMITS[name];
      if (!(value[name] >= least / 100 && value[name] <= most / 100)) {
        errors.push({ id: "tm-" + name, text: fill(ord.fel_krav, { falt: ord[name], minst: least, hogst: most }) });
      }
    });
    const price = parseNumber(settings.energipris);
    const rest = settings.restliv === "" ? 100 : parseNumber(settings.restliv);
    if (!(Number.isInteger(rest) && rest >= 1 && rest <= 100)) {
      errors.push({ id: "tm-restliv", text: fill(ord.fel_krav, { falt: ord.restliv, minst: 1, hogst: 100 }) });
    }
    /** @type {Verktyg.Measure[]} */
    const measures = [];
    rows.forEach((cells, row) => {
      if (![0, 1, 2, 4].some((place) => cells[place])) return;
      /**
       * @param {string} column
       * @param {string} text
       */
      const told = (column, text) => errors.push({ id: identifier(row, column), text });
      const line = fill(ord.rad, { nr: row + 1 }) + (cells[0] ? " (" + cells[0] + ")" : "");
      const before = errors.length;
      const [investment, amount, life] = [cells[1], cells[2], cells[4]].map(parseNumber);
      if (!(investment > 0) || investment > 1e12) told("investering", fill(ord.fel_investering, { rad: line }));
      if (!(amount > 0) || amount > 1e12) told("besparing", fill(ord.fel_besparing, { rad: line }));
      else if (cells[3] === "kwh" && !(price > 0)) told("besparing", fill(ord.fel_energipris, { rad: line }));
      if (!(Number.isInteger(life) && life >= 1 && life <= 100)) told("liv", fill(ord.fel_liv, { rad: line }));
      if (errors.length > before) return;
      const saving = cells[3] === "kwh" ? amount * price : amount;
      const measure = { name: cells[0] || ord.namn + " " + (row + 1), investment, saving, life: Math.min(life, rest) };
      if (!errors.length && internalRate([measure], value.pris) === null) told("besparing", fill(ord.fel_rot, { rad: line }));
      measures.push(measure);
    });
    if (!measures.length && !errors.length) errors.push({ id: identifier(0, "investering"), text: ord.ingen_rad });
    return { errors, measures, requirement: value.krav, growth: value.pris };
  }

  // -- The result --

  /**
   * @param {Verktyg.Step[]} made
   * @param {number} requirement
   */
  function sentence(made, requirement) {
    const within = made.filter((step) => step.within);
    const last = within[within.length - 1] || made[0];
    const values = {
      antal: made.length, ryms: within.length, sista: last.measure.name, ranta: percent(last.rate), krav: percent(requirement),
    };
    if (!within.length) return fill(ord.ingen_ryms, values);
    if (made.length === 1) return fill(ord.en_ryms, values);
    return fill(within.length === made.length ? ord.alla_ryms : ord.nagra_ryms, values);
  }

  /**
   * @param {Verktyg.Step[]} made
   * @param {number} requirement
   */
  function carried(made, requirement) {
    const names = made.filter((step) => step.within && step.own < requirement).map((step) => step.measure.name);
    return names.length ? fill(names.length > 1 ? ord.bars_flera : ord.bars, { namn: names.join(", ") }) : "";
  }

  const stepHeads = [ord.nr, ord.namn, ord.investering, ord.besparing, ord.liv, ord.aterbetalning, ord.egen, ord.paket, ord.nettonuvarde, ord.ingar];
  /** @param {Verktyg.Step[]} made */
  const stepRows = (made) =>
    made.map((step, place) => [
      String(place + 1),
      step.measure.name,
      kronor(step.measure.investment),
      kronor(step.measure.saving),
      String(step.measure.life),
      formatNumber(step.measure.investment / step.measure.saving, 1),
      percent(step.own) + " %",
      percent(step.rate) + " %",
      kronor(step.value),
      step.within ? ord.ja : ord.nej,
    ]);

  // The file starts with the columns that are filled in, so that it can be read in again.
  /** @param {Verktyg.Step[]} made */
  const fileLines = (made) => [
    [...COLUMNS.map((id) => ord[id]), ...stepHeads.slice(5)],
    ...stepRows(made).map((row) => [row[1], row[2], row[3], ord.enheter.kr, ...row.slice(4)]),
  ];

  /**
   * @param {Verktyg.Measure[]} measures
   * @param {number} requirement
   * @param {number} growth
   */
  function sensitivity(measures, requirement, growth) {
    const rows = [-5, 0, 5].map((years) =>
      [years ? fill(ord.liv_andras, { ar: (years > 0 ? "+" : "−") + Math.abs(years) }) : ord.som_ovan].concat(
        [0.8, 1, 1.2].map((share) => {
          const changed = measures.map((each) =>
            Object.assign({}, each, { saving: each.saving * share, life: Math.max(each.life + years, 1) })
          );
          const made = steps(changed, requirement, growth);
          if (!made) return ord.ingen;
          const within = made.filter((step) => step.within);
          const shown = within.length ? percent(within[within.length - 1].rate) : percent(made[0].rate);
          return fill(ord.cell, { ranta: shown, ryms: within.length, antal: made.length });
        })
      )
    );
    const heads = ["", "−20 %", ord.som_ovan, "+20 %"].map((text) => (text ? ord.besparing_andras + " " + text : ord.liv));
    return [el("h3", {}, ord.kanslighet), resultTable(ord.kanslighet_tabell, heads, rows)];
  }

  start("totalmetoden", (area) => {
    let { settings } = read(location.search);
    const tool = counting(area, { take, interpret: filledIn, section, address, isFilled: () => filled().length > 0, fillIn, restore });
    const { changed } = tool;
    /** @type {{[name: string]: Verktyg.Field}} */
    const inputs = {};
    const fields = SETTINGS.map((name) => {
      inputs[name] = field("tm-" + name, ord[name], ord[name + "_hjalp"], settings[name], changed);
      return inputs[name].element;
    });
    /** @type {{[id: string]: Verktyg.Column["kind"]}} */
    const kinds = { namn: "text", enhet: ord.enheter };
    const table = editor("tm", ord.tabell, COLUMNS.map((id) => ({ id, label: ord[id], kind: kinds[id] || "number" })), MOST, changed);
    const filled = () => table.rows().filter((cells) => [0, 1, 2, 4].some((place) => cells[place]));

    function filledIn() {
      return interpret(settings, table.rows(), table.identifier);
    }

    const example = () => kb.data.fall.map((row) => row.map(String));

    function address() {
      /** @type {Verktyg.Pair[]} */
      const pairs = SETTINGS.map((name) => [name, inputs[name].input.value.trim()]);
      const own = filled().length ? pairs : pairs.filter(([name, value]) => value !== DEFAULTS[name]);
      return query(own.concat(packedRows("atgard", filled())));
    }

    const isExample = () => JSON.stringify(filled()) === JSON.stringify(example());

    function take() {
      SETTINGS.forEach((name) => (settings[name] = inputs[name].input.value.trim()));
    }

    /** @param {boolean} withExample */
    function fillIn(withExample) {
      if (withExample) SETTINGS.forEach((name) => (inputs[name].input.value = DEFAULTS[name]));
      table.set(withExample ? example() : []);
    }

    /** @param {string} search */
    function restore(search) {
      const found = read(search);
      ({ settings } = found);
      SETTINGS.forEach((name) => (inputs[name].input.value = settings[name]));
      table.set(found.rows);
      return found.vain;
    }

    /** @param {Verktyg.Returns} given */
    function section({ measures, requirement, growth }) {
      const told = steps(measures, requirement, growth) || [];
      const within = told.filter((step) => step.within);
      const status = el("p", { role: "status" });
      const value = within.length ? within[within.length - 1].value : netPresentValue([told[0].measure], requirement, growth);
      const save = button(ord.hamta_csv, () => download(ord.filnamn + ".csv", "text/csv", csvText(fileLines(told))));
      const carry = carried(told, requirement);
      return resultSection(
        ord.resultat,
        isExample() && el("p", { class: "verktyg-ruta" }, ord.pahittat),
        el("p", { role: "status", class: "verktyg-mening" }, sentence(told, requirement)),
        carry && el("p", {}, carry),
        el("p", {}, fill(ord.nuvarde_mening, { varde: kronor(value) })),
        resultTable(ord.steg_tabell, stepHeads, stepRows(told)),
        stair(told, requirement, growth),
        sensitivity(measures, requirement, growth),
        el("p", { class: "verktyg-knappar" }, save, copyButton(status), printButton()),
        status
      );
    }

    tool.begin(
      el("fieldset", { class: "verktyg-falten" }, el("legend", {}, el("h2", {}, ord.installningar)), el("p", { class: "verktyg-hjalp" }, ord.inget_sparas), fields),
      el("p", { class: "verktyg-hjalp" }, ord.rader_hjalp),
      table.element
    );
  });
})(window.kbVerktyg);
