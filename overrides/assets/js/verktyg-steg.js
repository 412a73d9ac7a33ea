// What the tools share that ask one step at a time: the answers in the address, links between steps, and what is shown.
(function (kb) {
  "use strict";
  const { el, saveAddress, setTitle, dropped, complain } = kb.delar;

  // `tool` reads and writes addresses, and draws a state; a state has `answers` and the step that was asked for.
  /**
   * @template {{answers: Verktyg.Answers, steg: string}} State
   * @param {HTMLElement} area
   * @param {Verktyg.Stepwise<State>} tool
   * @returns {Verktyg.Steps<State>}
   */
  function stepwise(area, tool) {
    const heading = document.querySelector(".sidtopp h1");
    const summary = document.querySelector(".sidtopp .ingress");
    let { state, vain } = tool.read(location.search);

    /** @param {State} next */
    function go(next) {
      state = tool.settled(next);
      vain = [];
      saveAddress(tool.address(state), true);
      draw(true);
    }

    /**
     * @param {string} text
     * @param {State} next
     * @param {Attributes} [attributes]
     */
    function link(text, next, attributes) {
      const made = el("a", Object.assign({ href: tool.address(tool.settled(next)) || "?" }, attributes), text);
      made.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        go(next);
      });
      return made;
    }

    // A link to a step, with what it is about for those who hear it.
    /**
     * @param {string} text
     * @param {string} about
     * @param {string} step
     */
    function changeLink(text, about, step) {
      const made = link(text, stateWith(/** @type {Partial<State>} */ ({ steg: step })));
      made.append(el("span", { class: "enbart-skarmlasare" }, " " + about));
      return made;
    }

    /** @param {Partial<State>} changes */
    const stateWith = (changes) => Object.assign({}, state, { answers: Object.assign({}, state.answers) }, changes);

    /**
     * @param {string} caption
     * @param {Child[][]} rows
     */
    function answerTable(caption, rows) {
      /** @param {Child[]} given */
      const line = ([asked, answer, change]) =>
        el("tr", {}, el("th", { scope: "row" }, asked), el("td", {}, answer), el("td", { class: "verktyg-andra" }, change));
      return el("table", { class: "verktyg-svar" }, el("caption", {}, caption), el("tbody", {}, rows.map(line)));
    }

    // The answers before the result is shown.
    /**
     * @param {Verktyg.Ord} ord
     * @param {HTMLElement} answers
     */
    const checkPage = (ord, answers) => [
      el("h1", { tabindex: "-1" }, ord.kontrollera),
      el("p", {}, ord.kontrollera_text),
      answers,
      el("p", { class: "verktyg-knappar" },
        link(ord.visa, stateWith(/** @type {Partial<State>} */ ({ steg: "" })), { class: "knapp" })),
    ];

    // A form for one step: what it asks, and the ways on and back.
    /**
     * @param {string} place
     * @param {string} onward
     * @param {Child} back
     * @param {(form: HTMLFormElement) => void} press
     * @param {...Child} asked
     */
    function stepForm(place, onward, back, press, ...asked) {
      const buttons = el("p", { class: "verktyg-knappar" }, el("button", { type: "submit", class: "knapp" }, onward), back);
      const form = el("form", { novalidate: true }, asked, buttons);
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        press(form);
      });
      return [el("p", { class: "verktyg-steg" }, heading.textContent + " · " + place), form];
    }

    /**
     * @param {Verktyg.Fault[]} errors
     * @param {string} title
     */
    function refuse(errors, title) {
      setTitle(title);
      complain(area, errors);
    }

    /** @param {boolean} moveFocus */
    function draw(moveFocus) {
      const { parts, isResult } = tool.draw(state);
      heading.hidden = summary.hidden = !isResult;
      document.documentElement.classList.toggle("verktyg-visar-resultat", isResult);
      area.replaceChildren(...[dropped(vain), ...parts].filter(Boolean));
      const title = area.querySelector("[tabindex='-1']");
      setTitle(title.textContent === heading.textContent ? "" : String(title.textContent));
      if (moveFocus) title.focus();
    }

    function begin() {
      window.addEventListener("popstate", () => {
        ({ state, vain } = tool.read(location.search));
        draw(true);
      });
      saveAddress(tool.address(state), false);
      draw(false);
    }

    return { go, link, changeLink, stateWith, answerTable, checkPage, stepForm, refuse, begin };
  }

  /**
   * @param {string} name
   * @param {string} value
   * @param {string} id
   * @param {string} text
   * @param {boolean} checked
   */
  const radio = (name, value, id, text, checked) => {
    const input = el("input", { type: "radio", name, value, id });
    input.checked = checked;
    return el("label", { class: "verktyg-val" }, input, el("span", {}, text));
  };

  // A part of the page as it stands there, with its links and sources, for the result.
  /**
   * @param {string} selector
   * @param {string} [without]
   */
  function copied(selector, without) {
    const copy = document.querySelector("[" + selector + "]").cloneNode(true);
    copy.removeAttribute(selector.split("=")[0]);
    if (without) copy.querySelectorAll(without).forEach((each) => each.remove());
    copy.querySelectorAll("[id]").forEach((each) => each.removeAttribute("id"));
    return copy;
  }

  Object.assign(kb.delar, { stepwise, radio, copied });
})(window.kbVerktyg);
