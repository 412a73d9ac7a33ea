// Compare what the reader chooses: tick records in any list, see two to six beside each other, then
// filter, sort, print or download them. Everything is in the address, so it can be shared and reloaded.
// Data come from assets/jamfor/ (grund.js and one file a kind), written at build; the build joins the
// parts jamfor-*.js and this file into one script (macros/scripts/comparison_files.py).
(function (kb) {
  "use strict";
  if (!kb) return;
  const {
    fill, unique, passing, kindsOf, nameOf, readAddress, resolve, state, saveAddress, addressMoved, choosing, el, all,
    place, box, fieldset, load, makeView, refresh, emptyByFilters, filterPanel, actions, tools, markForPrint,
    printLine, listOf, leftOut, mixed, withOthers, questions, removeButton, addForm,
    finder, wholeTable,
  } = kb.delar;
  const ord = kb.ord;

  const area = document.querySelector("[data-jamfor]");
  const isStart = area && area.dataset.jamfor === "start";
  let comparedHere = false; // whether a table of the reader's choice is on the page
  let choiceChanged = false; // whether boxes have been ticked since it was drawn

  // -- Choosing --

  /** @type {Jamfor.Finder | null} */
  let typed = null; // the field that finds by typing, where the records are many
  const bar = document.querySelector("[data-valjbar]");
  let kindPicked = (bar && bar.dataset.slag) || "";
  /** @param {string} text */
  const say = (text) => {
    const status = bar && bar.querySelector("[role=status]");
    if (status && status.textContent !== text) status.textContent = text;
  };

  function barText() {
    const names = state.valda.map((id) => nameOf(kindPicked, id)).join(", ");
    if (!names) return ord.inga;
    const text = fill(ord.antal, { antal: state.valda.length, hogst: kb.hogst, namn: names });
    return state.valda.length < kb.minst ? text + " " + ord.enVald : text;
  }

  /** @param {string} [message] */
  function showPicks(message) {
    // A box that is taken away must not take the focus with it.
    const lost = typed && typed.element.querySelector("[data-valj]:focus");
    if (typed) typed.sync();
    if (typed && lost) typed.element.querySelector("[role=combobox]").focus();
    /** @type {HTMLInputElement[]} */
    const inputs = all("input[data-valj]");
    inputs.forEach((input) => (input.checked = state.valda.includes(String(input.dataset.valj))));
    // Nothing new to compare: the bar then keeps to its place instead of lying over the table.
    if (bar) bar.classList.toggle("har-val", state.valda.length > 0 && (choiceChanged || !comparedHere));
    say(message || barText());
  }

  /**
   * @param {string} id
   * @param {boolean} on
   */
  function pick(id, on) {
    if (on && state.valda.length >= kb.hogst && !state.valda.includes(id)) {
      return showPicks(fill(ord.forMangaVal, { hogst: kb.hogst, namn: nameOf(kindPicked, id) }));
    }
    state.valda = on ? unique(state.valda.concat(id)) : state.valda.filter((other) => other !== id);
    saveChoice();
    return showPicks();
  }

  // The first change of a drawn comparison gets its own place in the history, so that back returns to it.
  function saveChoice() {
    saveAddress(comparedHere && !choiceChanged, Boolean(isStart));
    choiceChanged = true;
  }

  function wireChoosing() {
    document.addEventListener("change", (event) => {
      const box = /** @type {HTMLInputElement} */ (event.target);
      const id = box.dataset && box.dataset.valj;
      if (id) pick(id, box.checked);
    });
    if (!bar) return;
    bar.querySelector("[data-rensa]").addEventListener("click", () => {
      state.valda = [];
      saveChoice();
      showPicks(ord.rensat);
    });
    bar.querySelector("[data-jamfor-knapp]").addEventListener("click", () => {
      if (state.valda.length < kb.minst) return say(state.valda.length ? barText() : ord.inga);
      const ambiguous = state.valda.some((id) => kindsOf(id).length > 1);
      if (isStart) return compareHere();
      const query = "?valda=" + state.valda.map(encodeURIComponent).join(",") + (ambiguous ? "&slag=" + kindPicked : "");
      return location.assign(place(kb.platser.jamfor) + query);
    });
  }

  // -- /jamfor/: the reader's own comparison, and the list to choose from --

  /**
   * @param {Jamfor.Dataset} data
   * @param {Jamfor.Asked} found
   * @param {HTMLElement} picker
   */
  function comparison(data, found, picker) {
    const names = listOf(String(found.kind), found.valda);
    const title = fill(ord.rubrik, { namn: names });
    const view = makeView({ data, ids: found.valda, filters: false, caption: fill(ord.bildtext, { namn: names }), level: "h3" });
    view.remove = removeButton(changeRecords);
    const panel = el("details", { class: "jamfor-verktyg" }, el("summary", {}, ord.anpassa), el("div", {}, tools(view)));
    panel.open = Boolean(state.punkter.length) && !answered(view);
    const parts = [
      el("h2", { id: "jamfor-rubrik", tabindex: "-1", "data-jamfor-rubrik": "" }, title),
      printLine(),
      questions(view),
      view.text,
      addForm(data, changeRecords),
      ...actions(view),
      panel,
      picker,
      view.status,
      view.result,
    ];
    const made = el("section", { class: "jamfor-ut", "aria-labelledby": "jamfor-rubrik" }, parts);
    document.title = title + " – " + siteTitle;
    return { made, view };
  }

  // Whether the criteria in the address are just those of a ready question.
  /** @param {Jamfor.View} view */
  function answered(view) {
    const shown = state.punkter.slice().sort().join();
    return view.data.fragor.some((question) => question.punkter.slice().sort().join() === shown);
  }

  // A record added to or removed from the drawn comparison: a step of its own in the history.
  /**
   * @param {string[]} ids
   * @param {string} message
   */
  function changeRecords(ids, message) {
    state.valda = ids;
    saveAddress(true, ids.length < kb.minst);
    start(Object.assign({}, state)).then(() => {
      focusHeading();
      say(message);
    });
  }

  const siteTitle = document.title;

  /** @param {string} kind */
  function kindChoice(kind) {
    const radios = Object.keys(kb.slag).map((name) => {
      const input = el("input", { type: "radio", name: "jamfor-slag", value: name });
      input.checked = name === kind;
      input.addEventListener("change", () => {
        Object.assign(state, readAddress(""), { slag: name });
        saveChoice();
        drawPicker(name).then(() => showPicks());
      });
      return el("label", { class: "jamfor-ruta" }, input, el("span", {}, kb.slag[name].rubrik));
    });
    return fieldset(ord.valjSlag, { class: "jamfor-slag" }, radios);
  }

  const chooser = el("div", { class: "jamfor-val" });

  // The list to choose from, with its filters; the radio buttons stay, so that focus does.
  /** @param {string} kind */
  function drawPicker(kind) {
    kindPicked = kind;
    return load(kind).then((data) => {
      const ids = data.poster.map((record) => record.id);
      const many = data.poster.length > kb.rutor;
      let passed = new Set(ids);
      typed = many ? finder(kind, () => data.poster.filter((record) => passed.has(record.id)), pick) : null;
      const items = (many ? [] : data.poster).map((record) => {
        const attributes = { "data-valj": record.id, "aria-label": fill(ord.post, { namn: record.namn }) };
        return el("li", { "data-id": record.id }, box(record.namn, false, null, attributes));
      });
      const status = el("p", { class: "jamfor-status", role: "status", tabindex: "-1" });
      const empty = el("div", {});
      /** @type {Jamfor.Filtered} */
      const view = { data, allIds: ids, status, changed };
      /** @param {boolean} [quietly] */
      function changed(quietly) {
        passed = new Set(passing(data, ids, state.filter));
        items.forEach((item) => (item.hidden = !passed.has(String(item.dataset.id))));
        status.textContent = fill(many ? ord.finnsAttValja : ord.visarPoster, { poster: passed.size, allaPoster: ids.length });
        empty.replaceChildren(...(passed.size ? [] : [emptyByFilters(view)]));
        if (view.syncFilters) view.syncFilters();
        if (!quietly) saveAddress(false);
      }
      const panel = filterPanel(view);
      const filters = panel && el("details", { class: "jamfor-verktyg" }, el("summary", {}, ord.filtrera), panel);
      if (filters) filters.open = Object.keys(state.filter).length > 0;
      const legend = fill(ord.valjPoster, { slag: kb.slag[kind].flera });
      const list = fieldset(legend, { class: "jamfor-lista" }, status, empty, typed ? typed.element : el("ul", {}, items));
      chooser.replaceChildren(...[filters, list].filter(Boolean));
      changed(true);
    });
  }

  // Whether all that the address asked for is shown: it is then written as plainly as it can be.
  /** @param {Jamfor.Asked} found */
  const wholly = (found) =>
    Object.keys(found.grupper).length === 1 && ![found.okanda, found.upprepade, found.forManga, found.andra].some((ids) => ids.length);

  function compareHere() {
    // A drawn comparison is a step in the history, so that back leads to the list that it was chosen from;
    // a choice changed under a table has its step already.
    saveAddress(!comparedHere, false);
    start(Object.assign({}, state)).then(focusHeading);
  }

  function focusHeading() {
    const heading = area.querySelector("[data-jamfor-rubrik]");
    if (heading) heading.focus();
  }

  /** @param {Jamfor.State} asked */
  function start(asked) {
    Object.assign(state, asked);
    const found = resolve(asked.valda, asked.slag);
    const later = withOthers(found, start);
    if (later) return later;
    const several = Object.keys(found.grupper).length > 1;
    const kind = found.kind || Object.keys(kb.slag)[0];
    state.valda = several ? [] : found.valda;
    kindPicked = kind;
    comparedHere = choiceChanged = false;
    document.title = siteTitle;
    document.documentElement.classList.remove("jamforelse-visas");
    const enough = !several && !choosing() && found.valda.length >= kb.minst;
    return load(kind, enough ? found.valda : []).then((data) => {
      const summary = el("summary", {}, enough ? ord.andraUrval : ord.valjRubrik);
      const picker = el("details", { class: "jamfor-valj" }, summary, kindChoice(kind), chooser);
      picker.open = !enough;
      const shown = [leftOut(found, data), several && mixed(found)];
      if (enough) {
        const { made, view } = comparison(data, found, picker);
        shown.push(made);
        comparedHere = true;
        refresh(view, true);
      } else {
        shown.push(picker);
      }
      area.replaceChildren(...shown.filter(Boolean));
      if (enough) markForPrint(area.querySelector(".jamfor-ut"));
      if (wholly(found)) saveAddress(false);
      return drawPicker(kind).then(() => showPicks());
    }).catch(() => area.replaceChildren(el("p", { role: "alert" }, ord.laddfel)));
  }

  // A list on another page: what the address holds of the page's kind is ticked, the rest is told.
  function startList() {
    const found = resolve(state.valda, kindPicked);
    const later = withOthers(found, (asked) => {
      Object.assign(state, asked);
      startList();
    });
    if (later) return;
    const others = Object.keys(found.grupper).filter((kind) => kind !== kindPicked);
    const told = leftOut(found, null);
    const lines = others.map((kind) => fill(ord.annatSlag, { namn: listOf(kind, found.grupper[kind]) }));
    state.valda = found.kind === kindPicked ? found.valda : [];
    const room = document.querySelector("[data-jamfor-sok]");
    if (room) {
      const records = Object.keys(kb.namn[kindPicked]).map((id) => ({ id, namn: nameOf(kindPicked, id) }));
      typed = finder(kindPicked, () => records, pick);
      room.replaceChildren(typed.element);
    }
    if (told) bar.before(told);
    if (lines.length) bar.before(el("p", { class: "jamfor-utelamnat", role: "status" }, lines.join(" ")));
    showPicks();
  }

  wireChoosing();
  if (isStart) {
    start(readAddress(location.search));
    window.addEventListener("popstate", () => {
      if (addressMoved()) start(readAddress(location.search));
    });
  } else if (bar) {
    startList();
    if (area) wholeTable(area, say);
  }
})(window.kbJamfor);
