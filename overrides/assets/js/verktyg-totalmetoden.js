// Totalmetoden on the page: what to fill in, the result in a sentence, tables, and the stair of measures.
(function (kb) {
  "use strict";
  const {
    ord, el, fill, button, saveAddress, query, setTitle, parseNumber, formatNumber, csvText, download, copyButton,
    printButton, printLine, dropped, errorSummary, start, editor, field, mark, resultTable,
    factor, netPresentValue, internalRate, steps,
  } = kb.delar;
  const MOST = 30;
  const SETTINGS = ["krav", "pris", "energipris", "restliv"];
  const DEFAULTS = { krav: "5", pris: "0", energipris: "", restliv: "" };
  const LIMITS = { krav: [0, 50], pris: [-10, 20] };
  const COLUMNS = ["namn", "investering", "besparing", "enhet", "liv"];
  const percent = (rate) => formatNumber(rate * 100, 2);
  const kronor = (value) => formatNumber(Math.round(value));

  function read(search) {
    const asked = new URLSearchParams(search);
    const settings = Object.assign({}, DEFAULTS);
    const vain = [];
    for (const name of new Set(asked.keys())) {
      if (SETTINGS.includes(name)) settings[name] = asked.get(name).slice(0, 20);
      else if (name !== "atgard") vain.push(name);
    }
    const rows = asked.getAll("atgard").map((text) => text.split(";"));
    return { settings, rows, vain };
  }

  // What was filled in as numbers, or everything that is wrong with it.
  function interpret(settings, rows, identifier) {
    const errors = [];
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
    const measures = [];
    rows.forEach((cells, row) => {
      if (![0, 1, 2, 4].some((place) => cells[place])) return;
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

  function carried(made, requirement) {
    const names = made.filter((step) => step.within && step.own < requirement).map((step) => step.measure.name);
    return names.length ? fill(names.length > 1 ? ord.bars_flera : ord.bars, { namn: names.join(", ") }) : "";
  }

  const stepHeads = [ord.nr, ord.namn, ord.investering, ord.besparing, ord.liv, ord.aterbetalning, ord.egen, ord.paket, ord.nettonuvarde, ord.ingar];
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
  const fileLines = (made) => [
    [...COLUMNS.map((id) => ord[id]), ...stepHeads.slice(5)],
    ...stepRows(made).map((row) => [row[1], row[2], row[3], ord.enheter.kr, ...row.slice(4)]),
  ];

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

  // -- The figure: colours are attributes, so that the file to download looks the same, also without colour --

  const SVG = "http://www.w3.org/2000/svg";
  function drawn(tag, attributes, ...children) {
    const element = document.createElementNS(SVG, tag);
    Object.keys(attributes).forEach((name) => element.setAttribute(name, attributes[name]));
    element.append(...children);
    return element;
  }

  function stair(made, requirement, growth) {
    const [left, right, top, bottom] = [96, 700, 24, 380];
    const worth = (step) => step.measure.saving * factor(requirement, growth, step.measure.life);
    const all = made[made.length - 1].investment;
    const most = Math.max(all, made.reduce((sum, step) => sum + worth(step), 0));
    const x = (value) => left + ((right - left) * value) / all;
    const y = (value) => bottom - ((bottom - top) * value) / most;
    const ink = "currentColor";
    const label = (text, at, more) => drawn("text", Object.assign({ x: at[0], y: at[1], fill: ink, "font-size": 14 }, more), text);
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
    return [
      el("h3", {}, ord.figur),
      el("figure", { class: "figur verktyg-figur" }, el("div", { class: "figuryta", role: "region", tabindex: "0", "aria-label": ord.figur }, svg), el("figcaption", {}, long)),
      el("p", { class: "verktyg-knappar" }, save),
    ];
  }

  start("totalmetoden", (area) => {
    let { settings, rows, vain } = read(location.search);
    const result = el("div", {});
    const notes = el("div", {});
    const changed = () => show(false);
    const inputs = {};
    const fields = SETTINGS.map((name) => {
      inputs[name] = field("tm-" + name, ord[name], ord[name + "_hjalp"], settings[name], changed);
      return inputs[name].element;
    });
    const kinds = { namn: "text", enhet: ord.enheter };
    const table = editor("tm", ord.tabell, COLUMNS.map((id) => ({ id, label: ord[id], kind: kinds[id] || "number" })), MOST, changed);
    const filled = () => table.rows().filter((cells) => [0, 1, 2, 4].some((place) => cells[place]));

    function address() {
      const pairs = SETTINGS.map((name) => [name, inputs[name].input.value.trim()]);
      const own = filled().length ? pairs : pairs.filter(([name, value]) => value !== DEFAULTS[name]);
      return query(own.concat(filled().map((cells) => ["atgard", cells.map((text) => text.replace(/;/g, ",")).join(";")])));
    }

    function isExample() {
      const made = JSON.stringify(kb.data.fall.map((row) => row.map(String)));
      return JSON.stringify(filled()) === made;
    }

    // Errors are told when the reader asks for the sums; before that the old result only goes away.
    function show(asked) {
      SETTINGS.forEach((name) => (settings[name] = inputs[name].input.value.trim()));
      const made = interpret(settings, table.rows(), table.identifier);
      if (asked !== null) {
        vain = [];
        saveAddress(address(), true);
      }
      const tell = asked || (asked === null && rows.length > 0);
      mark(area, tell ? made.errors : []);
      notes.replaceChildren(...[dropped(vain), made.errors.length && tell ? errorSummary(made.errors) : null].filter(Boolean));
      result.replaceChildren(...(made.errors.length ? [] : [section(made)]));
      document.documentElement.classList.toggle("verktyg-visar-resultat", !made.errors.length);
      if (!asked) return;
      if (made.errors.length) {
        setTitle(ord.fel_rubrik);
        return notes.querySelector("[data-fel]").focus();
      }
      setTitle("");
      result.querySelector("h2").focus();
    }

    function section({ measures, requirement, growth }) {
      const made = steps(measures, requirement, growth);
      const within = made.filter((step) => step.within);
      const status = el("p", { role: "status" });
      const value = within.length ? within[within.length - 1].value : netPresentValue([made[0].measure], requirement, growth);
      const save = button(ord.hamta_csv, () => download(ord.filnamn + ".csv", "text/csv", csvText(fileLines(made))));
      const carry = carried(made, requirement);
      return el(
        "section",
        { class: "verktyg-ut", "aria-labelledby": "verktyg-resultat" },
        el("h2", { id: "verktyg-resultat", tabindex: "-1" }, ord.resultat),
        printLine(),
        isExample() && el("p", { class: "verktyg-ruta" }, ord.pahittat),
        el("p", { role: "status", class: "verktyg-mening" }, sentence(made, requirement)),
        carry && el("p", {}, carry),
        el("p", {}, fill(ord.nuvarde_mening, { varde: kronor(value) })),
        resultTable(ord.steg_tabell, stepHeads, stepRows(made)),
        stair(made, requirement, growth),
        sensitivity(measures, requirement, growth),
        el("p", { class: "verktyg-knappar" }, save, copyButton(status), printButton()),
        status
      );
    }

    const form = el(
      "form",
      { novalidate: true, class: "verktyg-form" },
      el("fieldset", { class: "verktyg-falten" }, el("legend", {}, el("h2", {}, ord.installningar)), el("p", { class: "verktyg-hjalp" }, ord.inget_sparas), fields),
      el("p", { class: "verktyg-hjalp" }, ord.rader_hjalp),
      table.element,
      el(
        "p",
        { class: "verktyg-knappar" },
        el("button", { type: "submit", class: "knapp" }, ord.rakna),
        button(ord.exempel_knapp, () => {
          SETTINGS.forEach((name) => (inputs[name].input.value = DEFAULTS[name]));
          table.set(kb.data.fall.map((row) => row.map(String)));
          show(true);
        }),
        button(ord.tom_knapp, () => {
          table.set([]);
          show(false);
        })
      )
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      show(true);
    });
    area.replaceChildren(notes, form, result);

    function restore() {
      ({ settings, rows, vain } = read(location.search));
      SETTINGS.forEach((name) => (inputs[name].input.value = settings[name]));
      table.set(rows);
      show(null);
    }
    window.addEventListener("popstate", restore);
    restore();
    saveAddress(address(), false);
  });
})(window.kbVerktyg);
