// What the tools that count share: the fields, the errors and the result, with everything filled in in the address.
(function (kb) {
  "use strict";
  const { ord, el, button, saveAddress, setTitle, dropped, errorSummary } = kb.delar;

  /**
   * @param {string} id
   * @param {string} label
   * @param {string} help
   * @param {string} value
   * @param {() => void} changed
   */
  function field(id, label, help, value, changed) {
    const input = el("input", { type: "text", inputmode: "decimal", id, autocomplete: "off", maxlength: 20, "aria-describedby": help && id + "-hjalp" });
    input.value = value;
    input.addEventListener("change", changed);
    const told = help && el("span", { class: "verktyg-hjalp", id: id + "-hjalp" }, help);
    return { input, element: el("p", { class: "verktyg-falt" }, el("label", { for: id }, label), told, input) };
  }

  /**
   * @param {string} id
   * @param {string} label
   * @param {Words} choices
   * @param {string} value
   * @param {() => void} changed
   */
  function select(id, label, choices, value, changed) {
    const options = Object.keys(choices).map((each) => el("option", { value: each }, choices[each]));
    const input = el("select", { id }, options);
    input.value = value;
    input.addEventListener("change", changed);
    return { input, element: el("p", { class: "verktyg-falt" }, el("label", { for: id }, label), input) };
  }

  // Marks the fields that errors are about; other fields lose their mark.
  /**
   * @param {HTMLElement} area
   * @param {Verktyg.Fault[]} errors
   */
  function mark(area, errors) {
    area.querySelectorAll("[aria-invalid]").forEach((one) => one.removeAttribute("aria-invalid"));
    errors.forEach((error) => {
      const input = document.getElementById(error.id);
      if (input) input.setAttribute("aria-invalid", "true");
    });
  }

  // What an address holds for a tool: settings by name, rows of cells by the name that they have in it, and what it
  // holds in vain.
  /**
   * @param {string} search
   * @param {Verktyg.Settings} defaults
   * @param {string[]} rowNames
   * @param {(name: string, value: string) => boolean} allowed
   */
  function readSums(search, defaults, rowNames, allowed) {
    const asked = new URLSearchParams(search);
    const settings = Object.assign({}, defaults);
    const vain = [];
    for (const name of new Set(asked.keys())) {
      const value = asked.get(name).slice(0, 80);
      if (name in defaults && allowed(name, value)) settings[name] = value;
      else if (!rowNames.includes(name)) vain.push(name);
    }
    const rows = rowNames.map((name) => asked.getAll(name).map((text) => text.split(";")));
    return { settings, rows, vain };
  }

  /**
   * @param {string} name
   * @param {Verktyg.Rows} rows
   * @returns {Verktyg.Pair[]}
   */
  const packedRows = (name, rows) => rows.map((cells) => [name, cells.map((text) => text.replace(/;/g, ",")).join(";")]);

  // Draws the form and, when nothing is wrong, the result. `tool` is told when to take what is filled in.
  /**
   * @template {{errors: Verktyg.Fault[]}} Made
   * @param {HTMLElement} area
   * @param {Verktyg.Counted<Made>} tool
   */
  function counting(area, tool) {
    const result = el("div", {});
    const notes = el("div", {});
    /** @type {string[]} */
    let vain = [];

    // Errors are told when the reader asks for the sums; before that the old result only goes away.
    /** @param {boolean} asked */
    function show(asked) {
      tool.take();
      const made = tool.interpret();
      saveAddress(tool.address(), true);
      vain = [];
      tell(made, asked);
      if (!asked) return;
      setTitle(made.errors.length ? ord.fel_rubrik : "");
      (made.errors.length ? notes.querySelector("[data-fel]") : result.querySelector("h2")).focus();
    }

    /**
     * @param {Made} made
     * @param {boolean} asked
     */
    function tell(made, asked) {
      const wrong = made.errors.length > 0;
      mark(area, asked ? made.errors : []);
      notes.replaceChildren(...[dropped(vain), wrong && asked ? errorSummary(made.errors) : null].filter(Boolean));
      result.replaceChildren(...(wrong ? [] : [tool.section(made)]));
      document.documentElement.classList.toggle("verktyg-visar-resultat", !wrong);
    }

    // What the address holds; its errors are told at once.
    function restore() {
      vain = tool.restore(location.search);
      tool.take();
      tell(tool.interpret(), tool.isFilled());
    }

    /** @param {...Child} parts */
    function form(...parts) {
      const made = el(
        "form",
        { novalidate: true, class: "verktyg-form" },
        parts,
        el(
          "p",
          { class: "verktyg-knappar" },
          el("button", { type: "submit", class: "knapp" }, ord.rakna),
          button(ord.exempel_knapp, () => {
            tool.fillIn(true);
            show(true);
          }),
          button(ord.tom_knapp, () => {
            tool.fillIn(false);
            show(false);
          })
        )
      );
      made.addEventListener("submit", (event) => {
        event.preventDefault();
        show(true);
      });
      return made;
    }

    /** @param {...Child} parts */
    function begin(...parts) {
      area.replaceChildren(notes, form(...parts), result);
      window.addEventListener("popstate", restore);
      restore();
      saveAddress(tool.address(), false);
    }

    return { begin, changed: () => show(false) };
  }

  Object.assign(kb.delar, { field, select, readSums, packedRows, counting });
})(window.kbVerktyg);
