// Choosing by typing: a text field with a list of suggestions, as the ARIA pattern for an editable combobox has it.
// The tools and the comparison share it; nothing of what is typed is kept.
(function (kb) {
  "use strict";
  if (!kb) return;
  const { el, fill } = kb.delar;
  const ord = kb.delar.ord || kb.ord;
  const MOST = 12;
  /** @type {{[key: string]: number}} */
  const STEPS = { ArrowDown: 1, ArrowUp: -1 };
  let count = 0;
  /** @param {string} text */
  const folded = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");

  // What is typed finds the choices that hold all its words; those that begin with it come first.
  /**
   * @template {Valruta.Choice} T
   * @param {T[]} choices
   * @param {string} typed
   */
  function found(choices, typed) {
    const wanted = folded(typed).split(/\s+/).filter(Boolean);
    const fits = choices.filter(({ id, namn }) => {
      const text = folded(namn + " " + id);
      return wanted.every((word) => text.includes(word));
    });
    /** @param {T} choice */
    const begins = (choice) => (wanted.length && folded(choice.namn).startsWith(wanted[0]) ? 0 : 1);
    return fits.map((choice, at) => ({ choice, at })).sort((one, other) => begins(one.choice) - begins(other.choice) || one.at - other.at).map((each) => each.choice);
  }

  // `choices` gives [{id, namn}] when it is asked; `chosen` is told of the choice; `named` hides the identifiers.
  // Returns the field's input and element.
  /**
   * @template {Valruta.Choice} T
   * @param {Valruta.Asked<T>} given
   */
  function combobox({ id, label, choices, chosen, describedby, named }) {
    count += 1;
    const listId = "valruta-lista-" + count;
    const attributes = {
      id, type: "text", role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false",
      "aria-controls": listId, "aria-describedby": describedby, maxlength: 200,
    };
    const input = el("input", attributes);
    const list = el("ul", { id: listId, role: "listbox", class: "valruta-lista", hidden: true, "aria-label": label });
    const told = el("span", { role: "status", class: "enbart-skarmlasare" });
    /** @type {T[]} */
    let shown = [];
    let active = -1;

    function close() {
      list.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    /** @param {number} at */
    function mark(at) {
      active = at;
      [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === at)));
      if (at < 0) return input.removeAttribute("aria-activedescendant");
      input.setAttribute("aria-activedescendant", list.children[at].id);
      return list.children[at].scrollIntoView({ block: "nearest" });
    }

    function open() {
      const all = found(choices(), input.value);
      shown = all.slice(0, MOST);
      list.replaceChildren(
        ...shown.map((choice, at) => {
          const small = named || choice.namn === choice.id ? null : el("span", { class: "valruta-nyckel" }, " " + choice.id);
          const item = el("li", { id: listId + "-" + at, role: "option", "aria-selected": "false" }, choice.namn, small);
          item.addEventListener("mousedown", (event) => event.preventDefault());
          item.addEventListener("click", () => take(choice));
          return item;
        })
      );
      list.hidden = !shown.length;
      input.setAttribute("aria-expanded", String(!list.hidden));
      mark(-1);
      told.textContent = all.length ? fill(ord.antal_val, { antal: all.length }) : ord.inget_val;
    }

    /** @param {T} choice */
    function take(choice) {
      close();
      told.textContent = "";
      chosen(choice, input);
    }

    input.addEventListener("input", open);
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      const step = STEPS[event.key];
      if (step) {
        event.preventDefault();
        if (list.hidden) open();
        if (shown.length) mark((active + step + shown.length + (active < 0 && step < 0 ? 1 : 0)) % shown.length);
      } else if (event.key === "Enter" && !list.hidden) {
        event.preventDefault();
        if (active >= 0 || shown.length === 1) take(shown[Math.max(active, 0)]);
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        close();
      }
    });
    const element = el("div", { class: "valruta" }, input, list, told);
    return { input, element };
  }

  kb.combobox = combobox;
})(window.kbVerktyg || window.kbJamfor);
