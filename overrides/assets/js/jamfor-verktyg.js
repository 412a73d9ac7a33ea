// A table with its switches, filters, order, files and print.
(function (kb) {
  "use strict";
  if (!kb) return;
  const {
    has, fill, unique, rowsOf, sentences, sorted, passing, nameOf, state, saveAddress,
    csvText, csvLines, jsonOf, el, all, button, box, fieldset, drawTable, drawSources, drawLegend,
  } = kb.delar;
  const ord = kb.ord;

  // -- A table with its switches; `view` holds data, ids (all that can be shown), section, filters, caption, level --

  function makeView(view) {
    view.addresses = new Map(view.data.poster.map((record) => [record.id, record.adress]));
    view.available = rowsOf(view.data, view.ids.slice(), view.section);
    view.allIds = view.ids;
    view.status = el("p", { class: "jamfor-status", role: "status", tabindex: "-1" });
    view.text = el("ul", { class: "jamfor-text" });
    view.surface = el("div", {});
    view.result = el("div", {}, view.text, drawLegend(), view.surface);
    view.surface.addEventListener("click", (event) => {
      const pressed = event.target.closest("[data-sortera]");
      if (pressed) sortBy(pressed.dataset.sortera, view);
    });
    return view;
  }

  function sortBy(id, view) {
    const again = state.ordning.efter === id;
    state.ordning = { efter: id, fallande: again && !state.ordning.fallande };
    refresh(view);
    const pressed = all("[data-sortera]", view.surface).find((one) => one.dataset.sortera === id);
    if (pressed) pressed.focus();
  }

  // Names that no criterion has are passed over; NONE stands for no criterion at all.
  const NONE = "-";
  const chosenPoints = (data) => state.punkter.filter((id) => id === NONE || data.punkter.some((point) => point.id === id));

  function wantedBy(view) {
    const chosen = chosenPoints(view.data);
    return (row) => {
      if (chosen.length && !chosen.includes(row.point.id)) return false;
      return !(state.bara && !row.differs) && !(state.dolj && row.relation === "okant");
    };
  }

  function refresh(view, quietly) {
    const passed = view.filters ? passing(view.data, view.allIds, state.filter) : view.allIds;
    view.down = view.allIds.length > view.available.length !== state.vand;
    const before = rowsOf(view.data, passed, view.section);
    const wanted = wantedBy(view);
    const order = sorted(view.data, passed, before.filter(wanted), state.ordning, view.down);
    view.ids = order.ids;
    // Cells follow the order of the records.
    view.rows = order.ids === passed ? order.rows : rowsOf(view.data, order.ids, view.section).filter(wanted);
    view.numbers = new Map();
    const scrolled = view.surface.firstElementChild ? view.surface.firstElementChild.scrollLeft : 0;
    view.surface.replaceChildren(...drawn(view));
    view.surface.firstElementChild.scrollLeft = scrolled;
    view.text.replaceChildren(...(passed.length >= kb.minst ? sentences(before).map((text) => el("li", {}, text)) : []));
    tell(view, before.length);
    if (view.sync) view.sync();
    if (!quietly) saveAddress(false);
  }

  function drawn(view) {
    if (!view.ids.length) return [emptyByFilters(view)];
    return view.rows.length ? [drawTable(view), drawSources(view)] : [el("p", { class: "jamfor-tomt" }, ord.ingaPunkter)];
  }

  function tell(view, points) {
    const counts = { poster: view.ids.length, allaPoster: view.allIds.length, punkter: view.rows.length, allaPunkter: points };
    const sort = state.ordning.efter && sortName(view);
    const direction = state.ordning.fallande ? ord.fallandeOrd : ord.stigandeOrd;
    const filters = view.filters ? activeFilters(view.data).map((filter) => filter.namn) : [];
    const said = [
      fill(ord.visar, counts),
      filters.length && fill(ord.filtrerat, { namn: filters.join(", ") }),
      sort && fill(ord.sorterat, { namn: sort, riktning: direction }),
    ];
    view.status.textContent = said.filter(Boolean).join(" ");
  }

  function sortName(view) {
    const point = view.available.find((row) => row.point.id === state.ordning.efter);
    if (point) return point.point.namn;
    if (state.ordning.efter === "namn") return ord.namn;
    return view.allIds.includes(state.ordning.efter) ? nameOf(view.data.slag, state.ordning.efter) : "";
  }

  const chosenOptions = (filter) => filter.val.filter((option) => (state.filter[filter.id] || []).includes(option.id));
  const activeFilters = (data) => data.filter.filter((filter) => chosenOptions(filter).length);

  function emptyByFilters(view) {
    const active = activeFilters(view.data);
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

  function switches(view) {
    const change = (name) => (on) => {
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

  function points(view) {
    const rows = view.available;
    const chosen = chosenPoints(view.data);
    const shown = (row) => !chosen.length || chosen.includes(row.point.id);
    const change = () => {
      const on = all("input", made).filter((input) => input.checked).map((input) => input.value);
      state.punkter = on.length === rows.length ? [] : on.length ? on : [NONE];
      refresh(view);
    };
    const pointBox = (row) => box(row.point.namn, shown(row), change, { value: row.point.id });
    const sections = unique(rows.map((row) => row.point.avdelning)).map((section) =>
      fieldset(ord.avdelningar[section], {}, rows.filter((row) => row.point.avdelning === section).map(pointBox))
    );
    const everything = button(ord.allaPunkter, () => {
      all("input", made).forEach((input) => (input.checked = true));
      change();
    });
    const made = fieldset(ord.punkter, { class: "jamfor-punkter" }, el("div", { class: "jamfor-spalter" }, sections), everything);
    return made;
  }

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

  function filterPanel(view) {
    const within = new Set(view.allIds);
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

  function actions(view) {
    return el(
      "div",
      { class: "jamfor-knappar" },
      button(ord.skrivUt, () => window.print()),
      button(ord.csv, () => download(view, "csv", "text/csv;charset=utf-8", csvText(csvLines(view)))),
      button(ord.json, () => {
        const content = jsonOf(view, location.href, new Date().toISOString().slice(0, 10));
        download(view, "json", "application/json", JSON.stringify(content, null, 1) + "\n");
      })
    );
  }

  function download(view, ending, type, text) {
    const address = URL.createObjectURL(new Blob([text], { type }));
    const name = [ord.filnamn, view.data.slag].concat(view.ids.slice(0, kb.hogst)).join("-");
    const link = el("a", { href: address, download: name + "." + ending });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  function tools(view) {
    view.changed = () => refresh(view);
    const parts = [view.filters && filterPanel(view), switches(view), ordering(view), points(view)];
    view.sync = () => {
      view.syncOrder();
      if (view.syncFilters) view.syncFilters();
    };
    return parts.filter(Boolean);
  }

  // -- Printing: only the way down to the result is kept --

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
      const day = new Date().toLocaleDateString("sv-SE", { day: "numeric", month: "long", year: "numeric" });
      line.textContent = fill(ord.hamtad, { datum: day, adress: location.href });
    };
    window.addEventListener("beforeprint", write);
    write();
    return line;
  }

  Object.assign(kb.delar, {
    makeView, sortBy, chosenPoints, chosenOptions, refresh, emptyByFilters, filterPanel, actions, tools, markForPrint,
    printLine,
  });
})(window.kbJamfor);
