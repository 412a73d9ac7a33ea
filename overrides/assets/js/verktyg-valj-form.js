// Draws the decision guide: one question a page, the answers to check, and the result. The address holds all of it.
(function (kb) {
  "use strict";
  const {
    ord, el, fill, place, saveAddress, query, copyButton, printButton, resultSection, start, stepwise, radio, copied,
    isAsked, kept, nextQuestion, decide,
  } = kb.delar;
  const guide = kb.data;
  const CHECK = "kontrollera";
  /** @param {string} id */
  const question = (id) => guide.fragor.find((each) => each.id === id);
  /** @param {string} id */
  const asking = (id) => /** @type {Verktyg.Question} */ (question(id));
  /**
   * @param {string} id
   * @param {string} answer
   */
  const answerText = (id, answer) => asking(id).svar.flatMap((choice) => (choice.id === answer ? choice.text : []))[0];

  // -- State and address --

  // What an address holds, and the names of what it holds in vain.
  /** @param {string} search */
  function read(search) {
    const asked = new URLSearchParams(search);
    /** @type {Verktyg.Answers} */
    const answers = {};
    const vain = [];
    for (const name of new Set(asked.keys())) {
      const value = asked.get(name);
      if (asked.getAll(name).length > 1) vain.push(name);
      if (name === "steg") {
        if (value !== CHECK && !question(value)) vain.push(name);
      } else if (name === "omrade") {
        if (!(value in guide.omraden)) vain.push(name);
      } else if (question(name)) answers[name] = value;
      else vain.push(name);
    }
    const known = kept(guide, answers);
    Object.keys(answers).forEach((name) => !(name in known) && vain.push(name));
    const area = asked.get("omrade");
    const wanted = asked.get("steg");
    const step = wanted === CHECK || (question(wanted) && isAsked(asking(wanted), known)) ? wanted : "";
    return { state: settled({ answers: known, omrade: area in guide.omraden ? area : "", steg: step }), vain };
  }

  // A step that the answers lead to by themselves is not written, so that one state has one address.
  /** @param {Verktyg.GuideState} state */
  function settled(state) {
    const next = nextQuestion(guide, state.answers);
    const byItself = next ? next.id : "";
    if (state.steg === byItself || (state.steg === CHECK && next)) state.steg = "";
    return state;
  }

  /** @param {Verktyg.GuideState} state */
  const address = (state) =>
    query([...guide.fragor.map((each) => /** @type {Verktyg.Pair} */ ([each.id, state.answers[each.id]])), ["omrade", state.omrade], ["steg", state.steg]]);

  start("valj-form", (area) => {
    /** @type {Verktyg.Steps<Verktyg.GuideState>} */
    const steps = stepwise(area, { read, settled, address, draw });
    const { link, stateWith } = steps;

    // -- A question --

    /**
     * @param {Verktyg.Question} asked
     * @param {Verktyg.GuideState} state
     * @returns {HTMLElement[]}
   */
    function questionPage(asked, state) {
      const before = guide.fragor.filter((each) => isAsked(each, state.answers));
      const number = before.findIndex((each) => each.id === asked.id) + 1;
      const previous = before[number - 2];
      const hint = asked.hjalp && el("p", { id: "valj-hjalp", class: "verktyg-hjalp" }, asked.hjalp);
      const note = number === 1 && el("p", { id: "valj-sparas", class: "verktyg-hjalp" }, ord.inget_sparas);
      const radios = asked.svar.map((choice, nr) => radio(asked.id, choice.id, "svar-" + nr, choice.text, state.answers[asked.id] === choice.id));
      const described = [hint && "valj-hjalp", note && "valj-sparas"].filter(Boolean).join(" ") || null;
      const back = previous && link(ord.tillbaka, stateWith({ steg: previous.id }));
      const legend = el("legend", {}, el("h1", { tabindex: "-1" }, asked.fraga));
      const fieldset = el("fieldset", { class: "verktyg-fraga", "aria-describedby": described }, legend, hint, note, radios);
      return steps.stepForm(fill(ord.fraga_nr, { nr: number }), ord.fortsatt, back, (form) => answered(form, asked), fieldset);
    }

    /**
     * @param {HTMLFormElement} form
     * @param {Verktyg.Question} asked
     */
    function answered(form, asked) {
      /** @type {HTMLInputElement} */
      const chosen = form.querySelector("input:checked");
      if (!chosen) {
        complain(form, asked);
        return;
      }
      const next = stateWith({ steg: "" });
      next.answers[asked.id] = chosen.value;
      next.answers = kept(guide, next.answers);
      if (!nextQuestion(guide, next.answers)) next.steg = CHECK;
      steps.go(next);
    }

    /**
     * @param {HTMLFormElement} form
     * @param {Verktyg.Question} asked
     */
    function complain(form, asked) {
      const text = fill(ord.valj_svar, { fraga: asked.fraga });
      const fieldset = form.querySelector("fieldset");
      if (!document.getElementById("valj-fel")) {
        fieldset.querySelector("legend").after(el("p", { id: "valj-fel", class: "verktyg-felrad" }, text));
        fieldset.setAttribute("aria-describedby", ("valj-fel " + (fieldset.getAttribute("aria-describedby") || "")).trim());
      }
      steps.refuse([{ id: "svar-0", text }], ord.fel_titel + asked.fraga);
    }

    // -- The answers, and the result --

    /** @param {Verktyg.GuideState} state */
    function answerTable(state) {
      const rows = Object.keys(state.answers).map((id) => {
        const change = steps.changeLink(ord.andra, fill(ord.andra_vad, { fraga: asking(id).fraga }), id);
        return [asking(id).fraga, answerText(id, state.answers[id]), change];
      });
      return steps.answerTable(ord.ni_svarade, rows);
    }

    /**
     * @param {string} title
     * @param {...Child} content
     */
    const part = (title, ...content) => [el("h3", {}, title), ...content];
    /** @param {Child[]} items */
    const list = (items) => el("ul", {}, items.map((item) => el("li", {}, item)));

    /** @param {Verktyg.Outcome} outcome */
    function comparison(outcome) {
      const ids = [...new Set([...outcome.former, ...outcome.andra, "bestallargrupp", "gemensam-upphandling"])].slice(0, 3);
      const names = ids.map((id) => guide.former[id]).join(", ");
      const target = place(kb.platser.jamfor) + "?valda=" + ids.join(",") + "&slag=samverkansform";
      return el("p", {}, el("a", { href: target }, ord.jamfor + ": " + names));
    }

    /** @param {Verktyg.GuideState} state */
    function groups(state) {
      const result = el("div", { "aria-live": "polite" });
      const options = Object.keys(guide.omraden).map((id) => el("option", { value: id }, guide.omraden[id]));
      const choice = el("select", { id: "valj-omrade" }, el("option", { value: "" }, ord.omrade_inget), options);
      choice.value = state.omrade;
      const show = () => {
        const name = guide.omraden[state.omrade];
        if (!name) return result.replaceChildren();
        const found = guide.grupper.filter((group) => group.omraden.includes(state.omrade));
        const items = found.map((group) => [
          el("a", { href: place(group.adress) }, group.namn),
          group.utomlands ? " (" + ord.utomlands + ")" : "",
        ]);
        const text = fill(found.length ? ord.grupper : ord.inga_grupper, { omrade: name });
        return result.replaceChildren(el("p", {}, text), found.length ? list(items) : "");
      };
      choice.addEventListener("change", () => {
        state.omrade = choice.value;
        saveAddress(address(state), false);
        show();
      });
      show();
      const label = el("label", { for: "valj-omrade" }, ord.omrade);
      return [el("p", { class: "verktyg-falt" }, label, el("span", { class: "verktyg-hjalp" }, ord.omrade_hjalp), choice), result];
    }

    /** @param {Verktyg.GuideState} state */
    function resultPage(state) {
      const made = decide(guide, state.answers);
      const status = el("p", { role: "status" });
      const change = made.changes.map((each) =>
        fill(ord.andring, {
          svar: answerText(each.question, each.answer),
          fraga: asking(each.question).fraga,
          utfall: guide.utfall.filter((other) => other.id === each.outcome).map((other) => other.namn)[0],
        })
      );
      const little = made.outcome.id === "for-lite-underlag";
      return resultSection(
        ord.resultat + ": " + made.outcome.namn,
        el("p", {}, fill(ord.regel, { motivering: made.rule.motivering })),
        little && made.wanted.length ? part(ord.mest, list(made.wanted.map((id) => asking(id).fraga))) : null,
        copied("data-utfall=" + made.outcome.id, "h3"),
        part(ord.skulle_andra, change.length ? list(change) : el("p", {}, ord.ingen_andring)),
        made.excluded.length ? part(ord.bort, list(made.excluded.map((each) => guide.former[each.form] + ": " + each.darfor))) : null,
        comparison(made.outcome),
        el("div", { class: "verktyg-grupper" }, groups(state)),
        answerTable(state),
        el("p", {}, ord.rad),
        el("p", { class: "verktyg-knappar" }, copyButton(status), printButton(), link(ord.borja_om, { answers: {}, omrade: "", steg: "" })),
        status
      );
    }

    /**
     * @param {Verktyg.GuideState} state
     * @returns {Verktyg.Drawn}
     */
    function draw(state) {
      const asked = state.steg && state.steg !== CHECK ? asking(state.steg) : nextQuestion(guide, state.answers);
      if (asked) return { parts: questionPage(asked, state), isResult: false };
      const isResult = state.steg !== CHECK;
      return { parts: isResult ? [resultPage(state)] : steps.checkPage(ord, answerTable(state)), isResult };
    }

    steps.begin();
  });
})(window.kbVerktyg);
