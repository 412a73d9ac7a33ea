// Draws the self-assessment: one part a page, the answers to check, the profile, and several people side by side.
(function (kb) {
  "use strict";
  const {
    ord, el, fill, button, saveAddress, query, setTitle, copyButton, printButton, printLine, dropped, errorSummary, start,
    level, weakest, spread,
  } = kb.delar;
  const { delar, utgava } = kb.data;
  const CHECK = "kontrollera";
  const UNKNOWN = "vet-inte";
  const MOST_PEOPLE = 12;
  const statements = delar.flatMap((part) => part.pastaenden);
  const ids = statements.map((each) => each.id);
  const partOf = (id) => delar.find((part) => part.id === id);
  const isAnswer = (value) => value === UNKNOWN || /^[1-4]$/.test(value);
  const asLevel = (answer) => (answer === undefined || answer === UNKNOWN ? null : Number(answer));
  const answerText = (statement, answer) =>
    answer === undefined ? "–" : answer === UNKNOWN ? ord.vet_inte : answer + ". " + statement.nivaer[answer - 1];

  // -- State and address --

  function read(search) {
    const asked = new URLSearchParams(search);
    /** @type {{answers: Record<string, string>, utgava: number, people: object[], steg: string}} */
    const state = { answers: {}, utgava, people: [], steg: "" };
    const vain = [];
    for (const name of new Set(asked.keys())) {
      const value = asked.get(name);
      if (ids.includes(name) && isAnswer(value)) state.answers[name] = value;
      else if (name === "utgava" && /^\d{1,2}$/.test(value)) state.utgava = Math.min(Number(value), utgava);
      else if (name === "steg" && (value === CHECK || partOf(value))) state.steg = value;
      else if (name !== "andra") vain.push(name);
    }
    asked.getAll("andra").slice(0, MOST_PEOPLE).forEach((text) => {
      const found = /^([^;]{0,40});([0-4-]+)$/.exec(text);
      if (found && found[2].length === ids.length) state.people.push({ name: found[1], answers: unpacked(found[2]) });
      else vain.push("andra");
    });
    return { state: settled(state), vain };
  }

  // One sign a statement, in their order: a level, 0 for not knowing, - for no answer.
  const packed = (answers) => ids.map((id) => (answers[id] === undefined ? "-" : answers[id] === UNKNOWN ? "0" : answers[id])).join("");
  function unpacked(text) {
    const answers = {};
    ids.forEach((id, place) => text[place] !== "-" && (answers[id] = text[place] === "0" ? UNKNOWN : text[place]));
    return answers;
  }

  const isNew = (statement, state) => statement.sedan > state.utgava && state.answers[statement.id] === undefined;
  // An older address shows its profile with what is new told; a new one asks for every part.
  const nextPart = (state) =>
    delar.find((part) => part.pastaenden.some((each) => state.answers[each.id] === undefined && !isNew(each, state))) || null;

  function settled(state) {
    const next = nextPart(state);
    if (state.steg === (next ? next.id : "") || (state.steg === CHECK && next)) state.steg = "";
    return state;
  }

  function address(state) {
    const answered = ids.filter((id) => state.answers[id] !== undefined).map((id) => [id, state.answers[id]]);
    const people = state.people.map((each) => ["andra", each.name + ";" + packed(each.answers)]);
    return query([...answered, ["utgava", answered.length ? String(state.utgava) : ""], ...people, ["steg", state.steg]]);
  }

  start("sjalvskattning", (area) => {
    const heading = document.querySelector(".sidtopp h1");
    const summary = document.querySelector(".sidtopp .ingress");
    let { state, vain } = read(location.search);

    function go(next) {
      state = settled(next);
      vain = [];
      saveAddress(address(state), true);
      draw(true);
    }

    function link(text, next, attributes) {
      const made = el("a", Object.assign({ href: address(settled(next)) || "?" }, attributes), text);
      made.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        go(next);
      });
      return made;
    }

    const stateWith = (changes) => Object.assign({}, state, { answers: Object.assign({}, state.answers) }, changes);

    // -- A part --

    function group(statement) {
      const radio = (value, text, place) => {
        const input = el("input", { type: "radio", name: statement.id, value, id: statement.id + "-" + place });
        input.checked = state.answers[statement.id] === value;
        return el("label", { class: "verktyg-val" }, input, el("span", {}, text));
      };
      const levels = statement.nivaer.map((text, place) => radio(String(place + 1), text, place));
      return el("fieldset", {}, el("legend", { class: "verktyg-pastaende" }, statement.text), levels, radio(UNKNOWN, ord.vet_inte, 4));
    }

    function partPage(part) {
      const number = delar.indexOf(part);
      const form = el(
        "form",
        { novalidate: true },
        el("h1", { tabindex: "-1" }, part.fraga),
        number === 0 && el("p", { class: "verktyg-hjalp" }, ord.inget_sparas),
        part.pastaenden.map(group),
        el(
          "p",
          { class: "verktyg-knappar" },
          el("button", { type: "submit", class: "knapp" }, ord.fortsatt),
          number > 0 && link(ord.tillbaka, stateWith({ steg: delar[number - 1].id }))
        )
      );
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        const next = stateWith({ steg: "", utgava });
        const errors = [];
        part.pastaenden.forEach((statement) => {
          const chosen = form.querySelector("input[name=" + statement.id + "]:checked");
          if (chosen) next.answers[statement.id] = chosen.value;
          else errors.push({ id: statement.id + "-0", text: fill(ord.valj_svar, { text: statement.text }) });
        });
        if (errors.length) return complain(errors, part);
        if (!nextPart(next)) next.steg = CHECK;
        return go(next);
      });
      const place = fill(ord.del_nr, { nr: number + 1, antal: delar.length });
      return [el("p", { class: "verktyg-steg" }, heading.textContent + " · " + place + " · " + part.namn), form];
    }

    function complain(errors, part) {
      area.querySelectorAll("[data-fel]").forEach((old) => old.remove());
      const told = errorSummary(errors);
      area.prepend(told);
      setTitle(ord.fel_titel + part.fraga);
      told.focus();
    }

    // -- The answers, and the profile --

    function answerTable() {
      const rows = delar.flatMap((part) =>
        part.pastaenden.map((statement, place) => {
          const change = place === 0 && link(ord.andra, stateWith({ steg: part.id }));
          if (change) change.append(el("span", { class: "enbart-skarmlasare" }, " " + fill(ord.andra_vad, { namn: part.namn })));
          const cells = [el("th", { scope: "row" }, statement.text), el("td", {}, answerText(statement, state.answers[statement.id]))];
          return el("tr", {}, cells, el("td", { class: "verktyg-andra" }, change));
        })
      );
      return el("table", { class: "verktyg-svar" }, el("caption", {}, ord.ni_svarade), el("tbody", {}, rows));
    }

    const checkPage = () => [
      el("h1", { tabindex: "-1" }, ord.kontrollera),
      el("p", {}, ord.kontrollera_text),
      answerTable(),
      el("p", { class: "verktyg-knappar" }, link(ord.visa, stateWith({ steg: "" }), { class: "knapp" })),
    ];

    const levelText = (value) => (value === null ? ord.okand : fill(ord.niva_text, { niva: value }));

    function picture(levels) {
      const SVG = "http://www.w3.org/2000/svg";
      const drawn = (tag, attributes, ...children) => {
        const element = document.createElementNS(SVG, tag);
        Object.keys(attributes).forEach((name) => element.setAttribute(name, attributes[name]));
        element.append(...children);
        return element;
      };
      const told = fill(ord.figur_lang, { rader: levels.map(([id, value]) => partOf(id).namn + ": " + levelText(value)).join(". ") });
      const rows = levels.flatMap(([id, value], row) => {
        const y = row * 34;
        const steps = [1, 2, 3, 4].map((step) =>
          drawn("rect", {
            x: 350 + (step - 1) * 74, y: y + 6, width: 70, height: 22, stroke: "currentColor",
            fill: value !== null && step <= value ? "currentColor" : "none",
          })
        );
        const label = drawn("text", { x: 340, y: y + 22, "text-anchor": "end", fill: "currentColor", "font-size": 15 }, partOf(id).namn);
        const number = drawn("text", { x: 656, y: y + 22, fill: "currentColor", "font-size": 15 }, value === null ? "?" : String(value));
        return [label, ...steps, number];
      });
      const svg = drawn("svg", { viewBox: "0 0 680 " + levels.length * 34, role: "img", "aria-label": told }, ...rows);
      return el("figure", { class: "figur verktyg-figur" }, el("div", { class: "figuryta", role: "region", tabindex: "0", "aria-label": ord.figur }, svg), el("figcaption", {}, ord.figur));
    }

    // What stands on the page about a part: what to do, who, template and example with their links and sources.
    function advice(id) {
      const copy = document.querySelector("[data-del=" + id + "]").cloneNode(true);
      copy.removeAttribute("data-del");
      copy.querySelectorAll("[id]").forEach((each) => each.removeAttribute("id"));
      return copy;
    }

    function table(caption, heads, rows) {
      const head = el("thead", {}, el("tr", {}, heads.map((text) => el("th", { scope: "col" }, text))));
      const line = (cells) =>
        el("tr", {}, cells.map((text, place) => el(place ? "td" : "th", place ? { "data-rubrik": heads[place] } : { scope: "row" }, text)));
      const made = el("table", { class: "verktyg-tal" }, el("caption", {}, caption), head, el("tbody", {}, rows.map(line)));
      return el("div", { class: "tabellyta", role: "region", tabindex: "0", "aria-label": caption }, made);
    }

    function resultPage() {
      const levels = delar.map((part) => [part.id, level(part.pastaenden.map((each) => asLevel(state.answers[each.id])))]);
      const weak = weakest(levels);
      const status = el("p", { role: "status" });
      const fresh = statements.filter((each) => isNew(each, state)).map((each) => each.text);
      const unknown = ids.filter((id) => asLevel(state.answers[id]) === null).length;
      const some = levels.some(([, value]) => value !== null);
      const told = weak.length
        ? fill(ord.sammandrag, { namn: weak.map((id) => partOf(id).namn).join(ord.samt) })
        : some ? ord.alla_bast : ord.inget_kant;
      return el(
        "section",
        { class: "verktyg-ut", "aria-labelledby": "verktyg-resultat" },
        el("h2", { id: "verktyg-resultat", tabindex: "-1" }, ord.resultat),
        printLine(),
        el("p", { class: "verktyg-mening" }, told),
        fresh.length > 0 && el("p", { class: "verktyg-ruta", "data-nya": "" }, fill(ord.nya, { namn: fresh.join(" ") }), " ", nextNew()),
        unknown ? el("p", {}, fill(ord.okanda, { antal: unknown, alla: ids.length })) : null,
        weak.map((id) => [el("h3", {}, ord.borja + ": " + partOf(id).namn + " (" + levelText(levels.find(([name]) => name === id)[1]) + ")"), advice(id)]),
        picture(levels),
        el("div", { class: "verktyg-nivaer" }, table(ord.profil_tabell, [ord.del, ord.niva], levels.map(([id, value]) => [partOf(id).namn, levelText(value)]))),
        people(),
        answerTable(),
        el("p", { class: "verktyg-knappar" }, copyButton(status), printButton(), link(ord.borja_om, { answers: {}, utgava, people: [], steg: "" })),
        status,
        el("p", { class: "verktyg-underskrift" }, ord.underskrift + ": ____________________________")
      );
    }

    function nextNew() {
      const part = delar.find((each) => each.pastaenden.some((statement) => isNew(statement, state)));
      return link(ord.fortsatt, stateWith({ steg: part.id }));
    }

    // -- Several people --

    function readPeople(text) {
      const found = [];
      const errors = [];
      text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean).slice(0, MOST_PEOPLE).forEach((line, place) => {
        const at = line.indexOf("?");
        const before = at < 0 ? "" : line.slice(0, at).replace(/\S*$/, "").trim();
        const other = at < 0 ? null : read(line.slice(at)).state;
        if (!other || !Object.keys(other.answers).length) {
          return errors.push({ id: "ss-andra", text: fill(ord.jamfor_fel, { nr: place + 1 }) });
        }
        const name = before.replace(/[;:,]/g, " ").trim().slice(0, 40) || fill(ord.person, { nr: place + 2 });
        return found.push({ name, answers: other.answers });
      });
      return { found, errors };
    }

    function people() {
      const box = el("textarea", { id: "ss-andra", rows: 4, "aria-describedby": "ss-andra-hjalp" });
      const press = button(ord.jamfor_knapp, () => {
        const { found, errors } = readPeople(box.value);
        if (errors.length) {
          area.querySelectorAll("[data-fel]").forEach((old) => old.remove());
          const told = errorSummary(errors);
          box.setAttribute("aria-invalid", "true");
          area.prepend(told);
          return told.focus();
        }
        return found.length && go(stateWith({ people: state.people.concat(found).slice(0, MOST_PEOPLE) }));
      });
      const help = el("span", { class: "verktyg-hjalp", id: "ss-andra-hjalp" }, ord.jamfor_hjalp);
      const fold = el("details", {}, el("summary", {}, ord.jamfor), el("p", { class: "verktyg-falt" }, el("label", { for: "ss-andra" }, ord.jamfor), help, box), press);
      return [el("div", { class: "verktyg-klistra" }, fold), state.people.length ? sideBySide() : null];
    }

    function sideBySide() {
      const everyone = [{ name: ord.jag, answers: state.answers }, ...state.people];
      const rows = statements.map((statement) => {
        const answers = everyone.map((each) => each.answers[statement.id]);
        return { statement, answers, apart: spread(answers.map(asLevel)) };
      });
      const apart = rows.filter((row) => row.apart > 0).sort((a, b) => b.apart - a.apart);
      const told = apart.length
        ? fill(ord.oense, { antal: apart.length, alla: rows.length, text: apart[0].statement.text })
        : ord.ense;
      const shown = [...apart, ...rows.filter((row) => row.apart === 0)].map((row) => [
        row.statement.text,
        ...row.answers.map((answer) => (answer === undefined ? "–" : answer === UNKNOWN ? "?" : answer)),
        String(row.apart),
      ]);
      return [
        el("p", { class: "verktyg-mening verktyg-flera", role: "status" }, told),
        table(ord.jamfor_tabell, [ord.pastaende, ...everyone.map((each) => each.name), ord.skillnad], shown),
      ];
    }

    // -- What is shown --

    function draw(moveFocus) {
      const next = state.steg && state.steg !== CHECK ? partOf(state.steg) : nextPart(state);
      const isResult = !next && state.steg !== CHECK;
      const shown = next ? partPage(next) : isResult ? [resultPage()] : checkPage();
      heading.hidden = summary.hidden = !isResult;
      document.documentElement.classList.toggle("verktyg-visar-resultat", isResult);
      area.replaceChildren(...[dropped(vain), ...shown].filter(Boolean));
      const title = area.querySelector("[tabindex='-1']");
      setTitle(title.textContent === heading.textContent ? "" : title.textContent);
      if (moveFocus) title.focus();
    }

    window.addEventListener("popstate", () => {
      ({ state, vain } = read(location.search));
      draw(true);
    });
    saveAddress(address(state), false);
    draw(false);
  });
})(window.kbVerktyg);
