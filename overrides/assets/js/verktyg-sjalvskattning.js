// Draws the self-assessment: one part a page, the answers to check, the profile, and several people side by side.
(function (kb) {
  "use strict";
  const {
    ord, el, fill, button, complain, copyButton, printButton, resultSection, resultTable, drawn, figure, start, stepwise,
    radio, copied, level, weakest, spread,
  } = kb.delar;
  const {
    CHECK, UNKNOWN, MOST_PEOPLE, statements, ids, partOf, asLevel, answerText, isNew, nextPart, read, settled, address,
  } = kb.delar.sjalvskattning;
  const { delar, utgava } = kb.data;

  /** @param {string} id */
  const nameOf = (id) => delar.filter((part) => part.id === id).map((part) => part.namn)[0];
  /** @param {Verktyg.Level} value */
  const levelText = (value) => (value === null ? ord.okand : fill(ord.niva_text, { niva: value }));

  /** @param {Verktyg.Named[]} levels */
  function picture(levels) {
    const told = fill(ord.figur_lang, { rader: levels.map(([id, value]) => nameOf(id) + ": " + levelText(value)).join(". ") });
    const rows = levels.flatMap(([id, value], row) => {
      const y = row * 34;
      const steps = [1, 2, 3, 4].map((step) =>
        drawn("rect", {
          x: 350 + (step - 1) * 74, y: y + 6, width: 70, height: 22, stroke: "currentColor",
          fill: value !== null && step <= value ? "currentColor" : "none",
        })
      );
      const label = drawn("text", { x: 340, y: y + 22, "text-anchor": "end", fill: "currentColor", "font-size": 15 }, nameOf(id));
      const number = drawn("text", { x: 656, y: y + 22, fill: "currentColor", "font-size": 15 }, value === null ? "?" : String(value));
      return [label, ...steps, number];
    });
    const svg = drawn("svg", { viewBox: "0 0 680 " + levels.length * 34, role: "img", "aria-label": told }, ...rows);
    return figure(svg, ord.figur, ord.figur);
  }

  start("sjalvskattning", (area) => {
    /** @type {Verktyg.Steps<Verktyg.AssessmentState>} */
    const steps = stepwise(area, { read, settled, address, draw });
    const { link, stateWith } = steps;

    // -- A part --

    /**
     * @param {Verktyg.Statement} statement
     * @param {Verktyg.AssessmentState} state
     */
    function group(statement, state) {
      /**
       * @param {string} value
       * @param {string} text
       * @param {number} nr
       */
      const choice = (value, text, nr) => radio(statement.id, value, statement.id + "-" + nr, text, state.answers[statement.id] === value);
      const levels = statement.nivaer.map((text, nr) => choice(String(nr + 1), text, nr));
      return el("fieldset", {}, el("legend", { class: "verktyg-pastaende" }, statement.text), levels, choice(UNKNOWN, ord.vet_inte, 4));
    }

    /**
     * @param {Verktyg.Part} part
     * @param {Verktyg.AssessmentState} state
     */
    function partPage(part, state) {
      const number = delar.indexOf(part);
      const place = fill(ord.del_nr, { nr: number + 1, antal: delar.length }) + " · " + part.namn;
      const back = number > 0 && link(ord.tillbaka, stateWith({ steg: delar[number - 1].id }));
      return steps.stepForm(
        place,
        ord.fortsatt,
        back,
        (form) => answered(form, part),
        el("h1", { tabindex: "-1" }, part.fraga),
        number === 0 && el("p", { class: "verktyg-hjalp" }, ord.inget_sparas),
        part.pastaenden.map((statement) => group(statement, state))
      );
    }

    /**
     * @param {HTMLFormElement} form
     * @param {Verktyg.Part} part
     */
    function answered(form, part) {
      const next = stateWith({ steg: "", utgava });
      /** @type {Verktyg.Fault[]} */
      const errors = [];
      part.pastaenden.forEach((statement) => {
        /** @type {HTMLInputElement} */
        const chosen = form.querySelector("input[name=" + statement.id + "]:checked");
        if (chosen) next.answers[statement.id] = chosen.value;
        else errors.push({ id: statement.id + "-0", text: fill(ord.valj_svar, { text: statement.text }) });
      });
      if (errors.length) {
        steps.refuse(errors, ord.fel_titel + part.fraga);
        return;
      }
      if (!nextPart(next)) next.steg = CHECK;
      steps.go(next);
    }

    // -- The answers, and the profile --

    /** @param {Verktyg.AssessmentState} state */
    function answerTable(state) {
      const rows = delar.flatMap((part) =>
        part.pastaenden.map((statement, nr) => [
          statement.text,
          answerText(statement, state.answers[statement.id]),
          nr === 0 && steps.changeLink(ord.andra, fill(ord.andra_vad, { namn: part.namn }), part.id),
        ])
      );
      return steps.answerTable(ord.ni_svarade, rows);
    }

    /** @param {Verktyg.AssessmentState} state */
    function resultPage(state) {
      /** @type {Verktyg.Named[]} */
      const levels = delar.map((part) => [part.id, level(part.pastaenden.map((each) => asLevel(state.answers[each.id])))]);
      const weak = weakest(levels);
      const status = el("p", { role: "status" });
      const fresh = statements.filter((each) => isNew(each, state)).map((each) => each.text);
      const unknown = ids.filter((id) => asLevel(state.answers[id]) === null).length;
      const some = levels.some(([, value]) => value !== null);
      const told = weak.length
        ? fill(ord.sammandrag, { namn: weak.map((id) => nameOf(id)).join(ord.samt) })
        : some ? ord.alla_bast : ord.inget_kant;
      return resultSection(
        ord.resultat,
        el("p", { class: "verktyg-mening" }, told),
        fresh.length > 0 && el("p", { class: "verktyg-ruta", "data-nya": "" }, fill(String(ord.nya), { namn: fresh.join(" ") }), " ", nextNew(state)),
        unknown ? el("p", {}, fill(ord.okanda, { antal: unknown, alla: ids.length })) : null,
        weak.map((id) => [el("h3", {}, ord.borja + ": " + nameOf(id) + " (" + levelText(new Map(levels).get(id) || null) + ")"), copied("data-del=" + id)]),
        picture(levels),
        el("div", { class: "verktyg-nivaer" }, resultTable(ord.profil_tabell, [ord.del, ord.niva], levels.map(([id, value]) => [nameOf(id), levelText(value)]))),
        people(state),
        answerTable(state),
        el("p", { class: "verktyg-knappar" }, copyButton(status), printButton(), link(ord.borja_om, { answers: {}, utgava, people: [], steg: "" })),
        status,
        el("p", { class: "verktyg-underskrift" }, ord.underskrift + ": ____________________________")
      );
    }

    /** @param {Verktyg.AssessmentState} state */
    function nextNew(state) {
      const part = delar.find((each) => each.pastaenden.some((statement) => isNew(statement, state)));
      return part ? link(ord.fortsatt, stateWith({ steg: part.id })) : null;
    }

    // -- Several people --

    /** @param {string} text */
    function readPeople(text) {
      /** @type {Verktyg.Person[]} */
      const found = [];
      /** @type {Verktyg.Fault[]} */
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

    /** @param {Verktyg.AssessmentState} state */
    function people(state) {
      const box = el("textarea", { id: "ss-andra", rows: 4, "aria-describedby": "ss-andra-hjalp" });
      const press = button(ord.jamfor_knapp, () => {
        const { found, errors } = readPeople(box.value);
        if (errors.length) {
          box.setAttribute("aria-invalid", "true");
          complain(area, errors);
        } else if (found.length) steps.go(stateWith({ people: state.people.concat(found).slice(0, MOST_PEOPLE) }));
      });
      const help = el("span", { class: "verktyg-hjalp", id: "ss-andra-hjalp" }, ord.jamfor_hjalp);
      const fold = el("details", {}, el("summary", {}, ord.jamfor), el("p", { class: "verktyg-falt" }, el("label", { for: "ss-andra" }, ord.jamfor), help, box), press);
      return [el("div", { class: "verktyg-klistra" }, fold), state.people.length ? sideBySide(state) : null];
    }

    /** @param {Verktyg.AssessmentState} state */
    function sideBySide(state) {
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
        resultTable(ord.jamfor_tabell, [ord.pastaende, ...everyone.map((each) => each.name), ord.skillnad], shown),
      ];
    }

    /**
     * @param {Verktyg.AssessmentState} state
     * @returns {Verktyg.Drawn}
     */
    function draw(state) {
      const part = state.steg && state.steg !== CHECK ? partOf(state.steg) : nextPart(state);
      if (part) return { parts: partPage(part, state), isResult: false };
      const isResult = state.steg !== CHECK;
      return { parts: isResult ? [resultPage(state)] : steps.checkPage(ord, answerTable(state)), isResult };
    }

    steps.begin();
  });
})(window.kbVerktyg);
