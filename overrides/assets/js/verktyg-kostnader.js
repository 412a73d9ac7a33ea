// Budget and shares on the page: costs, members, how they share, and what changes when one leaves or joins.
(function (kb) {
  "use strict";
  const {
    ord, el, fill, button, query, parseNumber, formatNumber, csvText, download, copy, copyButton, printButton,
    resultSection, resultTable, start, editor, field, select, readSums, packedRows, counting, shares, add,
  } = kb.delar;
  const MOST = 30;
  /** @type {Verktyg.Settings} */
  const SIMPLE = { modell: "storlek", matt: "invanare", golv: "0", tak: "", fast: "50", lamnar: "", ny: "" };
  const EXAMPLE = {
    post: [["40", "tim", "800"], ["150000", "kr", ""], ["30000", "kr", ""], ["20000", "kr", ""]],
    medlem: ["12000", "45000", "98000", "310000"],
  };
  /** @param {number} value */
  const kronor = (value) => formatNumber(Math.round(value));

  /** @param {string} search */
  function read(search) {
    /** @type {{[name: string]: Words}} */
    const choices = { modell: ord.modeller, matt: ord.matten };
    const found = readSums(search, SIMPLE, ["post", "medlem"], (name, value) => !choices[name] || value in choices[name]);
    const [costs, members] = found.rows;
    return { settings: found.settings, costs, members, vain: found.vain };
  }

  /** @param {string[]} cells */
  const isFilled = (cells) => cells.some((text, place) => text && !(text in ord.enheter && place === 2));

  // What was filled in as numbers, or everything that is wrong with it.
  /**
   * @param {Verktyg.Settings} settings
   * @param {Verktyg.Rows} costRows
   * @param {Verktyg.Rows} memberRows
   * @param {Verktyg.Table} costs
   * @param {Verktyg.Table} members
   * @returns {Verktyg.Shared}
   */
  function interpret(settings, costRows, memberRows, costs, members) {
    /** @type {Verktyg.Fault[]} */
    const errors = [];
    /**
     * @param {string} id
     * @param {string} text
     * @param {Parameters<Fill>[1]} [values]
     */
    const told = (id, text, values) => errors.push({ id, text: fill(text, values || {}) });
    /**
     * @param {number} row
     * @param {string} name
     */
    const line = (row, name) => fill(ord.rad, { nr: row + 1 }) + (name ? " (" + name + ")" : "");
    /** @type {Verktyg.Shared["budget"]} */
    const budget = [];
    costRows.forEach((cells, row) => {
      if (!isFilled(cells)) return;
      const [name, amount, unit, price] = [cells[0], parseNumber(cells[1]), cells[2], parseNumber(cells[3])];
      const rad = line(row, name);
      if (!(amount >= 0 && amount <= 1e9)) return told(costs.identifier(row, "antal"), ord.fel_tal, { rad, falt: ord.antal });
      if (unit === "tim" && !(price > 0 && price <= 1e6)) return told(costs.identifier(row, "pris"), ord.fel_pris, { rad });
      return budget.push({ name: name || ord.post + " " + (row + 1), sum: unit === "tim" ? amount * price : amount });
    });
    const bySize = settings.modell !== "lika";
    /** @type {Verktyg.Payer[]} */
    const payers = [];
    memberRows.forEach((cells, row) => {
      if (!cells[0] && !cells[1]) return;
      const size = parseNumber(cells[1]);
      if (bySize && !(size > 0 && size <= 1e9)) {
        return told(members.identifier(row, "storlek"), ord.fel_storlek, { rad: line(row, cells[0]) });
      }
      return payers.push({ name: cells[0] || ord.medlem + " " + (row + 1), size: Math.max(size, 0) || 0 });
    });
    const total = Math.round(add(budget.map((each) => each.sum)));
    if (!errors.length && !(total > 0)) told(costs.identifier(0, "antal"), ord.fel_ingen_post);
    if (!errors.length && !payers.length) told(members.identifier(0, "medlem"), ord.fel_ingen_medlem);
    const rule = ruleOf(settings, total, payers.length, told);
    const left = payers.findIndex((each) => each.name === settings.lamnar);
    const after = payers.filter((_, place) => place !== left);
    const size = parseNumber(settings.ny);
    if (settings.ny && !(size > 0 && size <= 1e9)) told("ko-ny", ord.fel_storlek, { rad: ord.ny });
    else if (settings.ny) after.push({ name: ord.ny_namn, size });
    if (!errors.length && !after.length) told("ko-lamnar", ord.fel_lamnar);
    const changes = !errors.length && (left >= 0 || settings.ny !== "");
    const later = changes && shares(total, after.map((each) => each.size), rule);
    if (changes && !later) ruleOf(settings, total, after.length, told);
    const paid = (!errors.length && shares(total, payers.map((each) => each.size), rule)) || [];
    return { errors, budget, payers, total, rule, paid, after, later: later || null };
  }

  /**
   * @param {Verktyg.Settings} settings
   * @param {number} total
   * @param {number} number
   * @param {(id: string, text: string, values?: Parameters<Fill>[1]) => void} told
   */
  function ruleOf(settings, total, number, told) {
    const rule = { model: settings.modell, floor: 0, cap: Infinity, fixed: parseNumber(settings.fast) / 100 };
    if (rule.model === "fast-rorlig" && !(rule.fixed >= 0 && rule.fixed <= 1)) told("ko-fast", ord.fel_fast);
    if (rule.model !== "golv-tak") return rule;
    /**
     * @param {string} name
     * @param {number} empty
     */
    const amount = (name, empty) => (settings[name] === "" ? empty : Math.round(parseNumber(settings[name])));
    rule.floor = amount("golv", 0);
    rule.cap = amount("tak", Infinity);
    if (!(rule.floor >= 0)) told("ko-golv", ord.fel_tal, { rad: ord.modell, falt: ord.golv });
    else if (!(rule.cap >= 0)) told("ko-tak", ord.fel_tal, { rad: ord.modell, falt: ord.tak });
    else if (rule.floor > rule.cap) told("ko-golv", ord.fel_ordning);
    else if (number && rule.floor * number > total) told("ko-golv", ord.fel_golv, { hogst: kronor(Math.floor(total / number)) });
    else if (number && rule.cap * number < total) told("ko-tak", ord.fel_tak, { minst: kronor(Math.ceil(total / number)) });
    return rule;
  }

  // -- The result --

  /**
   * @param {Verktyg.Shared} given
   * @param {Verktyg.Settings} settings
   */
  function shareRows({ payers, paid, total }, settings) {
    const bySize = settings.modell !== "lika";
    const rows = payers.map((each, place) =>
      [each.name, each.size ? formatNumber(each.size) : "–", formatNumber((100 * paid[place]) / total, 1) + " %", kronor(paid[place])].concat(
        bySize ? formatNumber(paid[place] / each.size, 2) : []
      )
    );
    const sum = [ord.summa, formatNumber(add(payers.map((each) => each.size))), "100 %", kronor(total)].concat(bySize ? "" : []);
    const heads = [ord.medlem, ord.storlek + ", " + ord.matten[settings.matt], ord.andel, ord.betalar].concat(
      bySize ? fill(ord.per_storlek, { matt: ord.matt_en[settings.matt] }) : []
    );
    return { heads, rows: [...rows, sum] };
  }

  /** @param {Verktyg.Shared} given */
  function changeTable({ payers, paid, after, later, total }) {
    const names = [...payers, ...after.filter((each) => !payers.includes(each))];
    const rows = names.map((each) => {
      const [before, then] = [payers.indexOf(each), after.indexOf(each)];
      const old = before < 0 ? 0 : paid[before];
      const now = then < 0 || !later ? 0 : later[then];
      const change = now - old;
      const shown = (change > 0 ? "+" : change < 0 ? "−" : "") + kronor(Math.abs(change));
      return [each.name, before < 0 ? "–" : kronor(old), then < 0 ? ord.lamnat : kronor(now), shown];
    });
    const heads = [ord.medlem, ord.betalar, ord.efter, ord.skillnad];
    return resultTable(ord.andring, heads, [...rows, [ord.summa, kronor(total), kronor(total), "0"]]);
  }

  /**
   * @param {Verktyg.Shared} given
   * @param {Verktyg.Settings} settings
   */
  function agreement({ payers, paid, total, rule }, settings) {
    const values = {
      matt: ord.matten[settings.matt], golv: kronor(rule.floor), tak: rule.cap === Infinity ? "–" : kronor(rule.cap),
      fast: formatNumber(rule.fixed * 100, rule.fixed * 100 % 1 ? 1 : 0),
    };
    const fees = payers.map((each, place) => fill(ord.avgift, { namn: each.name, belopp: kronor(paid[place]) })).join(", ");
    return fill(ord.avtal_text, { summa: kronor(total), satt: fill(ord.satt[settings.modell], values), avgifter: fees });
  }

  start("kostnader", (area) => {
    let { settings } = read(location.search);
    const tool = counting(area, { take, interpret: filledIn, section, address, isFilled: () => filledCosts().length + filledMembers().length > 0, fillIn, restore });
    const { changed } = tool;
    /** @type {{[id: string]: Verktyg.Column["kind"]}} */
    const kinds = { post: "text", enhet: ord.enheter };
    const costs = editor("kop", ord.poster, ["post", "antal", "enhet", "pris"].map((id) => ({ id, label: ord[id], kind: kinds[id] || "number" })), MOST, changed);
    const members = editor("kom", ord.medlemmar, [{ id: "medlem", label: ord.medlem, kind: "text" }, { id: "storlek", label: ord.storlek, kind: "number" }], MOST, changed);
    /** @type {{[name: string]: Verktyg.Field<HTMLInputElement | HTMLSelectElement>}} */
    const inputs = {
      modell: select("ko-modell", ord.modell, ord.modeller, settings.modell, changed),
      matt: select("ko-matt", ord.matt, ord.matten, settings.matt, changed),
      golv: field("ko-golv", ord.golv, "", settings.golv, changed),
      tak: field("ko-tak", ord.tak, "", settings.tak, changed),
      fast: field("ko-fast", ord.fast, "", settings.fast, changed),
      lamnar: select("ko-lamnar", ord.lamnar, {}, "", changed),
      ny: field("ko-ny", ord.ny, ord.ny_hjalp, settings.ny, changed),
    };
    const names = Object.keys(SIMPLE);
    const filledCosts = () => costs.rows().filter(isFilled);
    const filledMembers = () => members.rows().filter((cells) => cells[0] || cells[1]);
    function filledIn() {
      return interpret(settings, costs.rows(), members.rows(), costs, members);
    }


    function address() {
      const own = names.filter((name) => settings[name] !== SIMPLE[name]).map((name) => /** @type {Verktyg.Pair} */ ([name, settings[name]]));
      return query([...packedRows("post", filledCosts()), ...packedRows("medlem", filledMembers()), ...own]);
    }

    function drawLeaving() {
      const choices = filledMembers().map((cells) => cells[0]).filter(Boolean);
      const chosen = choices.includes(settings.lamnar) ? settings.lamnar : "";
      inputs.lamnar.input.replaceChildren(el("option", { value: "" }, ord.ingen), ...choices.map((each) => el("option", { value: each }, each)));
      inputs.lamnar.input.value = settings.lamnar = chosen;
    }

    function take() {
      names.forEach((name) => (settings[name] = inputs[name].input.value.trim()));
      drawLeaving();
      inputs.golv.element.hidden = inputs.tak.element.hidden = settings.modell !== "golv-tak";
      inputs.fast.element.hidden = settings.modell !== "fast-rorlig";
    }

    /** @param {boolean} withExample */
    function fillIn(withExample) {
      const [posts, payers] = withExample ? example() : [[], []];
      costs.set(posts);
      members.set(payers);
    }

    /** @param {string} search */
    function restore(search) {
      const found = read(search);
      ({ settings } = found);
      costs.set(found.costs);
      members.set(found.members);
      drawLeaving();
      names.forEach((name) => (inputs[name].input.value = settings[name]));
      return found.vain;
    }

    function isExample() {
      return JSON.stringify([filledCosts(), filledMembers()]) === JSON.stringify(example());
    }

    const example = () => [
      EXAMPLE.post.map((row, place) => [ord.exempel_namn[place], ...row]),
      EXAMPLE.medlem.map((size, place) => [ord.exempel_medlemmar[place], size]),
    ];

    /** @param {Verktyg.Shared} made */
    function section(made) {
      const status = el("p", { role: "status" });
      const { paid, total, payers } = made;
      const same = Math.max(...paid) - Math.min(...paid) <= 1;
      const told = fill(same ? ord.mening_lika : ord.mening, {
        summa: kronor(total), antal: payers.length, minst: kronor(Math.min(...paid)), hogst: kronor(Math.max(...paid)),
      });
      const { heads, rows } = shareRows(made, settings);
      const budget = made.budget.map((each) => [each.name, kronor(each.sum)]).concat([[ord.summa, kronor(total)]]);
      const lines = [[ord.post, ord.belopp], ...budget, [], heads, ...rows];
      const text = agreement(made, settings);
      const words = el("textarea", { id: "ko-avtal", class: "verktyg-avtal", rows: 6, readonly: true, "aria-describedby": "ko-avtal-hjalp" });
      words.value = text;
      const copyText = button(ord.kopiera_text, () => {
        words.select();
        copy(text, status, ord.kopierad_text, ord.kopiera_inte);
      });
      return resultSection(
        ord.resultat,
        isExample() && el("p", { class: "verktyg-ruta" }, ord.pahittat),
        el("p", { role: "status", class: "verktyg-mening" }, told),
        resultTable(ord.fordelning, heads, rows),
        made.later && changeTable(made),
        resultTable(ord.budget, [ord.post, ord.belopp], budget),
        el("h3", {}, ord.avtal),
        el("p", { class: "verktyg-falt" }, el("label", { for: "ko-avtal" }, ord.avtal), el("span", { class: "verktyg-hjalp", id: "ko-avtal-hjalp" }, ord.avtal_hjalp), words),
        el(
          "p",
          { class: "verktyg-knappar" },
          copyText,
          button(ord.hamta_csv, () => download(ord.filnamn + ".csv", "text/csv", csvText(lines))),
          copyButton(status),
          printButton()
        ),
        status
      );
    }

    const sharing = ["modell", "matt", "golv", "tak", "fast"].map((name) => inputs[name].element);
    tool.begin(
      el("p", { class: "verktyg-hjalp" }, ord.inget_sparas),
      costs.element,
      members.element,
      el("fieldset", { class: "verktyg-falten" }, el("legend", {}, el("h2", {}, ord.modell)), sharing),
      el("fieldset", { class: "verktyg-falten" }, el("legend", {}, el("h2", {}, ord.andring)), inputs.lamnar.element, inputs.ny.element)
    );
  });
})(window.kbVerktyg);
