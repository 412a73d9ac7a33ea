// A table with its switches, filters, order, files and print.
(function (kb) {
  "use strict";
  if (!kb) return;
  const {
    fill, rowsOf, sentences, sorted, passing, state, saveAddress, el, all, button, box, fieldset, drawTable, drawSources,
    drawLegend, chosenPoints, points,
  } = kb.delar;
  const ord = kb.ord;

  // -- A table with its switches; `view` holds data, ids (all that can be shown), section, filters, caption, level --

  /** @param {Jamfor.Wanted} wanted */
  function makeView(wanted) {
    const view = /** @type {Jamfor.View} */ (wanted);
    view.addresses = new Map(view.data.poster.map((record) => [record.id, record.adress]));
    view.available = rowsOf(view.data, view.ids.slice(), view.section);
    view.allIds = view.ids;
    view.changed = () => refresh(view);
    view.status = el("p", { class: "jamfor-status", role: "status", tabindex: "-1" });
    view.text = el("ul", { class: "jamfor-text" });
    view.surface = el("div", {});
    view.result = el("div", {}, view.text, drawLegend(), view.surface);
    view.surface.addEventListener("click", (event) => {
      const pressed = /** @type {Element} */ (event.target).closest("[data-sortera]");
      if (pressed) sortBy(String(pressed.dataset.sortera), view);
    });
    return view;
  }

  /**
   * @param {string} id
   * @param {Jamfor.View} view
   */
  function sortBy(id, view) {
    const again = state.ordning.efter === id;
    state.ordning = { efter: id, fallande: again && !state.ordning.fallande };
    refresh(view);
    const pressed = all("[data-sortera]", view.surface).find((one) => one.dataset.sortera === id);
    if (pressed) pressed.focus();
  }

  /** @param {Jamfor.View} view */
  function wantedBy(view) {
    const chosen = chosenPoints(view.data);
    return (/** @type {Jamfor.Row} */ row) => {
      if (chosen.length && !chosen.includes(row.point.id)) return false;
      return !(state.bara && !row.differs) && !(state.dolj && row.relation === "okant");
    };
  }

  /**
   * @param {Jamfor.View} view
   * @param {boolean} [quietly]
   */
  function refresh(view, quietly) {
    const passed = view.filters ? passing(view.data, view.allIds, state.filter) : view.allIds;
    // Of a table that is divided the first ones that pass are drawn, as many as can be read beside each other.
    const most = view.most || view.allIds.length;
    view.down = Math.min(view.allIds.length, most) > view.available.length !== state.vand;
    view.ids = sorted(view.data, passed, state.ordning).slice(0, most);
    view.more = passed.length > view.ids.length;
    view.every = rowsOf(view.data, view.ids, view.section);
    view.rows = view.every.filter(wantedBy(view));
    view.numbers = new Map();
    const region = () => view.surface.querySelector(".jamforelse");
    const scrolled = region() ? region().scrollLeft : 0;
    view.surface.replaceChildren(...drawn(view));
    if (region()) region().scrollLeft = scrolled;
    view.text.replaceChildren(...(passed.length >= kb.minst ? sentences(state.punkter.length ? view.rows : view.every).map((text) => el("li", {}, text)) : []));
    tell(view, view.every.length);
    if (view.sync) view.sync();
    if (!quietly) saveAddress(false);
  }

  /** @param {Jamfor.View} view */
  function drawn(view) {
    if (!view.ids.length) return [emptyByFilters(view)];
    return view.rows.length ? [...drawTable(view), drawSources(view)] : [el("p", { class: "jamfor-tomt" }, ord.ingaPunkter)];
  }

  /**
   * @param {Jamfor.View} view
   * @param {number} points
   */
  function tell(view, points) {
    const counts = { poster: view.ids.length, allaPoster: view.allIds.length, punkter: view.rows.length, allaPunkter: points };
    const sort = state.ordning.efter && sortName(view);
    const direction = state.ordning.fallande ? ord.fallandeOrd : ord.stigandeOrd;
    const filters = view.filters ? activeFilters(view.data).map((filter) => filter.namn) : [];
    const said = [
      fill(ord.visar, counts),
      view.more && fill(ord.deForsta, { hogst: view.most }),
      filters.length && fill(ord.filtrerat, { namn: filters.join(", ") }),
      sort && fill(ord.sorterat, { namn: sort, riktning: direction }),
    ];
    view.status.textContent = said.filter(Boolean).join(" ");
  }

  /** @param {Jamfor.View} view */
  function sortName(view) {
    const point = view.available.find((row) => row.point.id === state.ordning.efter);
    if (point) return point.point.namn;
    return state.ordning.efter === "namn" ? ord.namn : "";
  }

  /** @param {Jamfor.Filter} filter */
  const chosenOptions = (filter) => filter.val.filter((option) => (state.filter[filter.id] || []).includes(option.id));
  /** @param {Jamfor.Dataset} data */
  const activeFilters = (data) => data.filter.filter((filter) => chosenOptions(filter).length);

  /** @param {Jamfor.Filtered} view */
  function emptyByFilters(view) {
    const active = activeFilters(view.data);
    /**
     * @param {string} text
     * @param {() => void} change
     */
    const loosen = (text, change) =>
      el("li", {}, button(text, () => {
        change();
        view.changed();
        view.status.focus();
      }));
    const ways = active
      .map((filter) => ({ filter, count: passing(view.data, view.allIds, state.filter, filter.id).length }))
      .filter((way) => way.count)
      .map((way) => loosen(fill(ord.lossa, { namn: way.filter.namn, antal: way.count }), () => delete state.filter[way.filter.id]));
    ways.push(loosen(ord.lossaAlla, () => (state.filter = {})));
    return el("div", { class: "jamfor-tomt" }, el("p", {}, ord.tomt), el("ul", {}, ways));
  }

  // -- Switches and filters --

  /** @param {Jamfor.View} view */
  function switches(view) {
    /** @param {"bara" | "dolj" | "vand"} name */
    const change = (name) => (/** @type {boolean} */ on) => {
      state[name] = on;
      refresh(view);
    };
    const help = el("span", { class: "jamfor-hjalp", id: "jamfor-bara-hjalp" }, ord.baraHjalp);
    return fieldset(
      ord.visa,
      {},
      box(ord.bara, state.bara, change("bara"), { name: "bara", "aria-describedby": "jamfor-bara-hjalp" }),
      help,
      box(ord.dolj, state.dolj, change("dolj"), { name: "dolj" }),
      box(ord.vand, state.vand, change("vand"), { name: "vand" })
    );
  }

  /** @param {Jamfor.View} view */
  function ordering(view) {
    const options = [["", ord.ordnaVanlig], ["namn", ord.namn]].concat(view.available.map((row) => [row.point.id, row.point.namn]));
    const select = el("select", { id: "jamfor-ordna" }, options.map(([value, text]) => el("option", { value }, text)));
    const falling = box(ord.fallande, state.ordning.fallande, () => change());
    const change = () => {
      state.ordning = { efter: select.value, fallande: falling.querySelector("input").checked };
      refresh(view);
    };
    select.addEventListener("change", change);
    view.syncOrder = () => {
      select.value = options.some(([value]) => value === state.ordning.efter) ? state.ordning.efter : "";
      falling.querySelector("input").checked = state.ordning.fallande;
    };
    return el("div", { class: "jamfor-ordna" }, el("label", { for: "jamfor-ordna" }, ord.ordna), select, falling);
  }

  /** @param {Jamfor.Filtered} view */
  function filterPanel(view) {
    const within = new Set(view.allIds);
    /** @type {{made: HTMLElement, filter: Jamfor.Filter, option: Jamfor.Option}[]} */
    const boxes = [];
    const sets = view.data.filter.map((filter) => {
      const options = filter.val.filter((option) => option.poster.some((id) => within.has(id)));
      if (options.length < 2) return null;
      const rows = options.map((option) => {
        const made = box("", (state.filter[filter.id] || []).includes(option.id), (on) => {
          const others = (state.filter[filter.id] || []).filter((id) => id !== option.id);
          state.filter[filter.id] = on ? others.concat(option.id) : others;
          view.changed();
        });
        boxes.push({ made, filter, option });
        return made;
      });
      return fieldset(filter.namn, {}, rows);
    });
    view.syncFilters = () =>
      boxes.forEach(({ made, filter, option }) => {
        const held = new Set(option.poster);
        const count = passing(view.data, view.allIds, state.filter, filter.id).filter((id) => held.has(id)).length;
        made.querySelector("input").checked = (state.filter[filter.id] || []).includes(option.id);
        made.querySelector("span").textContent = fill(ord.val, { namn: option.namn, antal: count });
      });
    view.syncFilters();
    const shown = sets.filter(Boolean);
    return shown.length ? fieldset(ord.filter, { class: "jamfor-filter" }, el("div", { class: "jamfor-spalter" }, shown)) : null;
  }

  /** @param {Jamfor.View} view */
  function tools(view) {
    const parts = [view.filters && filterPanel(view), switches(view), ordering(view), points(view)];
    view.sync = () => {
      view.syncOrder();
      view.syncPoints();
      if (view.syncFilters) view.syncFilters();
      if (view.syncQuestions) view.syncQuestions();
    };
    return parts.filter(Boolean);
  }

  // -- Printing: only the way down to the result is kept --

  /** @param {HTMLElement} result */
  function markForPrint(result) {
    document.documentElement.classList.add("jamforelse-visas");
    all(".jamfor-vag").forEach((element) => element.classList.remove("jamfor-vag"));
    for (let element = result.parentElement; element && element !== document.documentElement; element = element.parentElement) {
      element.classList.add("jamfor-vag");
    }
  }

  function printLine() {
    const line = el("p", { class: "jamfor-utskrift" });
    const write = () => {
      const day = new Date().toLocaleDateString(document.documentElement.lang === "en" ? "en-GB" : "sv-SE", { day: "numeric", month: "long", year: "numeric" });
      line.textContent = fill(ord.hamtad, { datum: day, adress: location.href });
    };
    window.addEventListener("beforeprint", write);
    write();
    return line;
  }

  Object.assign(kb.delar, {
    makeView, sortBy, chosenOptions, refresh, emptyByFilters, filterPanel, tools, markForPrint, printLine,
  });
})(window.kbJamfor);
