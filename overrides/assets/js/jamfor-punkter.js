// Which criteria a table shows: all, some ticked, whole sections, or those that answer a ready question.
(function (kb) {
  "use strict";
  if (!kb) return;
  const { fill, unique, state, el, all, button, box, fieldset } = kb.delar;
  const ord = kb.ord;

  // Names that no criterion has are passed over; NONE stands for no criterion at all.
  const NONE = "-";
  /** @param {Jamfor.Dataset} data */
  const chosenPoints = (data) => state.punkter.filter((id) => id === NONE || data.punkter.some((point) => point.id === id));

  /**
   * @param {Jamfor.View} view
   * @param {string[]} ids
   */
  function show(view, ids) {
    const every = view.available.map((row) => row.point.id);
    state.punkter = ids.length === every.length ? [] : ids.length ? ids : [NONE];
    view.changed();
  }

  /** @param {Jamfor.View} view */
  function points(view) {
    const rows = view.available;
    /** @returns {HTMLInputElement[]} */
    const inputs = () => all("input", made);
    const change = () => show(view, inputs().filter((input) => input.checked).map((input) => input.value));
    /**
     * @param {HTMLInputElement[]} among
     * @param {boolean} on
     */
    const tick = (among, on) => {
      among.forEach((input) => (input.checked = on));
      change();
    };
    /** @param {string} name */
    const section = (name) => {
      const boxes = rows.filter((row) => row.point.avdelning === name).map((row) => box(row.point.namn, true, change, { value: row.point.id }));
      /**
       * @param {string} word
       * @param {boolean} on
       */
      const set = (word, on) => {
        const label = fill(ord.iAvdelning, { val: word, avdelning: ord.avdelningar[name] });
        return button(word, () => tick(boxes.map((one) => one.querySelector("input")), on), { class: "knapp-lank", "aria-label": label });
      };
      return fieldset(ord.avdelningar[name], {}, el("p", { class: "jamfor-alla" }, set(ord.alla, true), set(ord.inga1, false)), boxes);
    };
    const sections = unique(rows.map((row) => row.point.avdelning)).map(section);
    const everything = el(
      "div",
      { class: "jamfor-knappar" },
      button(ord.allaPunkter, () => tick(inputs(), true)),
      button(ord.ingaValda, () => tick(inputs(), false))
    );
    const made = fieldset(ord.punkter, { class: "jamfor-punkter" }, everything, el("div", { class: "jamfor-spalter" }, sections));
    view.syncPoints = () => {
      const chosen = chosenPoints(view.data);
      inputs().forEach((input) => (input.checked = !chosen.length || chosen.includes(input.value)));
    };
    view.syncPoints();
    return made;
  }

  // Ready questions as buttons; the one that is answered is pressed.
  /** @param {Jamfor.View} view */
  function questions(view) {
    const available = new Set(view.available.map((row) => row.point.id));
    const answers = view.data.fragor
      .map((question) => ({ namn: question.namn, ids: question.punkter.filter((id) => available.has(id)) }))
      .filter((question) => question.ids.length);
    if (!answers.length) return null;
    const ways = [{ namn: ord.helaBilden, ids: /** @type {string[]} */ ([]) }].concat(answers);
    const buttons = ways.map((way) =>
      button(way.namn, () => {
        state.punkter = way.ids;
        view.changed();
      })
    );
    view.syncQuestions = () => {
      const shown = chosenPoints(view.data).slice().sort().join();
      buttons.forEach((one, nr) => one.setAttribute("aria-pressed", String(ways[nr].ids.slice().sort().join() === shown)));
    };
    view.syncQuestions();
    return el("div", { class: "jamfor-fragor", role: "group", "aria-label": ord.fragor }, buttons);
  }

  Object.assign(kb.delar, { chosenPoints, points, questions });
})(window.kbJamfor);
