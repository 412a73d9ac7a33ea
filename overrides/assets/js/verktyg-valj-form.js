// Draws the decision guide: one question a page, the answers to check, and the result. The address holds all of it.
(function (kb) {
  "use strict";
  const {
    ord, el, fill, place, saveAddress, query, setTitle, copyButton, printButton, printLine, dropped, errorSummary, start,
    isAsked, kept, nextQuestion, decide,
  } = kb.delar;
  const guide = kb.data;
  const CHECK = "kontrollera";
  const question = (id) => guide.fragor.find((each) => each.id === id);
  const answerText = (id, answer) => question(id).svar.find((choice) => choice.id === answer).text;

  // -- State and address --

  // What an address holds, and the names of what it holds in vain.
  function read(search) {
    const asked = new URLSearchParams(search);
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
    const step = wanted === CHECK || (question(wanted) && isAsked(question(wanted), known)) ? wanted : "";
    return { state: settled({ answers: known, omrade: area in guide.omraden ? area : "", steg: step }), vain };
  }

  // A step that the answers lead to by themselves is not written, so that one state has one address.
  function settled(state) {
    const next = nextQuestion(guide, state.answers);
    const byItself = next ? next.id : "";
    if (state.steg === byItself || (state.steg === CHECK && next)) state.steg = "";
    return state;
  }

  const address = (state) =>
    query([...guide.fragor.map((each) => [each.id, state.answers[each.id]]), ["omrade", state.omrade], ["steg", state.steg]]);

  start("valj-form", (area) => {
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

    // -- A question --

    function questionPage(asked) {
      const before = guide.fragor.filter((each) => isAsked(each, state.answers));
      const number = before.findIndex((each) => each.id === asked.id) + 1;
      const previous = before[number - 2];
      const hint = asked.hjalp && el("p", { id: "valj-hjalp", class: "verktyg-hjalp" }, asked.hjalp);
      const note = number === 1 && el("p", { id: "valj-sparas", class: "verktyg-hjalp" }, ord.inget_sparas);
      const radios = asked.svar.map((choice, place) => {
        const input = el("input", { type: "radio", name: asked.id, value: choice.id, id: "svar-" + place });
        input.checked = state.answers[asked.id] === choice.id;
        return el("label", { class: "verktyg-val" }, input, el("span", {}, choice.text));
      });
      const described = [hint && "valj-hjalp", note && "valj-sparas"].filter(Boolean).join(" ") || null;
      const form = el(
        "form",
        { novalidate: true },
        el(
          "fieldset",
          { class: "verktyg-fraga", "aria-describedby": described },
          el("legend", {}, el("h1", { tabindex: "-1" }, asked.fraga)),
          hint,
          note,
          radios
        ),
        el(
          "p",
          { class: "verktyg-knappar" },
          el("button", { type: "submit", class: "knapp" }, ord.fortsatt),
          previous && link(ord.tillbaka, stateWith({ steg: previous.id }))
        )
      );
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        const chosen = form.querySelector("input:checked");
        if (!chosen) return complain(form, asked);
        const next = stateWith({ steg: "" });
        next.answers[asked.id] = chosen.value;
        next.answers = kept(guide, next.answers);
        if (!nextQuestion(guide, next.answers)) next.steg = CHECK;
        return go(next);
      });
      return [el("p", { class: "verktyg-steg" }, heading.textContent + " · " + fill(ord.fraga_nr, { nr: number })), form];
    }

    function complain(form, asked) {
      const text = fill(ord.valj_svar, { fraga: asked.fraga });
      const told = errorSummary([{ id: "svar-0", text }]);
      area.querySelectorAll("[data-fel]").forEach((old) => old.remove());
      area.prepend(told);
      const fieldset = form.querySelector("fieldset");
      if (!document.getElementById("valj-fel")) {
        fieldset.querySelector("legend").after(el("p", { id: "valj-fel", class: "verktyg-felrad" }, text));
        fieldset.setAttribute("aria-describedby", ("valj-fel " + (fieldset.getAttribute("aria-describedby") || "")).trim());
      }
      setTitle(ord.fel_titel + asked.fraga);
      told.focus();
    }

    // -- The answers, and the result --

    function answerTable(caption) {
      const rows = Object.keys(state.answers).map((id) => {
        const change = link(ord.andra, stateWith({ steg: id }));
        change.append(el("span", { class: "enbart-skarmlasare" }, " " + fill(ord.andra_vad, { fraga: question(id).fraga })));
        return el(
          "tr",
          {},
          el("th", { scope: "row" }, question(id).fraga),
          el("td", {}, answerText(id, state.answers[id])),
          el("td", { class: "verktyg-andra" }, change)
        );
      });
      return el("table", { class: "verktyg-svar" }, el("caption", {}, caption), el("tbody", {}, rows));
    }

    function checkPage() {
      const show = link(ord.visa, stateWith({ steg: "" }), { class: "knapp" });
      return [
        el("h1", { tabindex: "-1" }, ord.kontrollera),
        el("p", {}, ord.kontrollera_text),
        answerTable(ord.ni_svarade),
        el("p", { class: "verktyg-knappar" }, show),
      ];
    }

    // The outcome as it stands on the page, with its sources.
    function outcomeText(id) {
      const source = document.querySelector("[data-utfall=" + id + "]");
      const copy = source.cloneNode(true);
      copy.removeAttribute("data-utfall");
      copy.querySelectorAll("h3").forEach((title) => title.remove());
      copy.querySelectorAll("[id]").forEach((each) => each.removeAttribute("id"));
      return copy;
    }

    const part = (title, ...content) => [el("h3", {}, title), ...content];
    const list = (items) => el("ul", {}, items.map((item) => el("li", {}, item)));

    function comparison(outcome) {
      const ids = [...new Set([...outcome.former, ...outcome.andra, "bestallargrupp", "gemensam-upphandling"])].slice(0, 3);
      const names = ids.map((id) => guide.former[id]).join(", ");
      const target = place(kb.platser.jamfor) + "?valda=" + ids.join(",") + "&slag=samverkansform";
      return el("p", {}, el("a", { href: target }, ord.jamfor + ": " + names));
    }

    function groups() {
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

    function resultPage() {
      const made = decide(guide, state.answers);
      const status = el("p", { role: "status" });
      const change = made.changes.map((each) =>
        fill(ord.andring, {
          svar: answerText(each.question, each.answer),
          fraga: question(each.question).fraga,
          utfall: guide.utfall.find((other) => other.id === each.outcome).namn,
        })
      );
      const little = made.outcome.id === "for-lite-underlag";
      return el(
        "section",
        { class: "verktyg-ut", "aria-labelledby": "verktyg-resultat" },
        el("h2", { id: "verktyg-resultat", tabindex: "-1" }, ord.resultat + ": " + made.outcome.namn),
        printLine(),
        el("p", {}, fill(ord.regel, { motivering: made.rule.motivering })),
        little && made.wanted.length ? part(ord.mest, list(made.wanted.map((id) => question(id).fraga))) : null,
        outcomeText(made.outcome.id),
        part(ord.skulle_andra, change.length ? list(change) : el("p", {}, ord.ingen_andring)),
        made.excluded.length ? part(ord.bort, list(made.excluded.map((each) => guide.former[each.form] + ": " + each.darfor))) : null,
        comparison(made.outcome),
        el("div", { class: "verktyg-grupper" }, groups()),
        answerTable(ord.ni_svarade),
        el("p", {}, ord.rad),
        el("p", { class: "verktyg-knappar" }, copyButton(status), printButton(), link(ord.borja_om, { answers: {}, omrade: "", steg: "" })),
        status
      );
    }

    // -- What is shown --

    function draw(moveFocus) {
      const next = state.steg && state.steg !== CHECK ? question(state.steg) : nextQuestion(guide, state.answers);
      const isResult = !next && state.steg !== CHECK;
      const shown = next ? questionPage(next) : isResult ? [resultPage()] : checkPage();
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
