// Draws tables with notes and sources, as overrides/sidor/tabell.md does at build. Everything is set as text.
(function (kb) {
  "use strict";
  if (!kb) return;
  const { has, fill, isKnown, nameOf, state } = kb.delar;
  const ord = kb.ord;
  const rot = document.body.getAttribute("data-rot") || ".";

  function el(tag, attributes, ...children) {
    const element = document.createElement(tag);
    Object.keys(attributes || {}).forEach((name) => {
      const value = attributes[name];
      if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value === true ? "" : value);
    });
    element.append(...[].concat(...children).filter((child) => child !== null && child !== false && child !== ""));
    return element;
  }

  const all = (selector, inside) => Array.from((inside || document).querySelectorAll(selector));
  // A page opened from a folder has no server that finds index.html.
  const place = (address) => rot + address + (location.protocol === "file:" && /\/$/.test(address) ? "index.html" : "");
  const button = (text, press, attributes) => {
    const made = el("button", Object.assign({ type: "button", class: "knapp knapp-tyst" }, attributes), text);
    made.addEventListener("click", press);
    return made;
  };
  const box = (text, checked, change, attributes) => {
    const input = el("input", Object.assign({ type: "checkbox" }, attributes));
    input.checked = checked;
    if (change) input.addEventListener("change", () => change(input.checked, input));
    return el("label", { class: "jamfor-ruta" }, input, el("span", {}, text));
  };

  const fieldset = (legend, attributes, ...children) => el("fieldset", attributes, el("legend", {}, legend), ...children);

  const loading = {};
  function load(kind) {
    if (has(kb.data, kind)) return Promise.resolve(kb.data[kind]);
    loading[kind] =
      loading[kind] ||
      new Promise((done, failed) => {
        const script = el("script", { src: rot + "/assets/jamfor/" + kb.filer[kind] });
        script.onload = () => (has(kb.data, kind) ? done(kb.data[kind]) : failed(new Error(kind)));
        script.onerror = () => failed(new Error(kind));
        document.head.append(script);
      });
    return loading[kind];
  }

  function notes(keys, view) {
    if (!keys || !keys.length) return null;
    const links = keys.map((key) => {
      if (!view.numbers.has(key)) view.numbers.set(key, view.numbers.size + 1);
      const number = view.numbers.get(key);
      const label = ord.kalla + " " + number + ": " + view.data.kallor[key].titel;
      return el("a", { href: "#jamfor-kalla-" + number, "aria-label": label }, String(number));
    });
    return el("sup", { class: "kallnot" }, [].concat(...links.map((link, nr) => (nr ? [",", link] : [link]))));
  }

  function drawEntry(entry, view) {
    const made = el("div", { class: "uppgift" }, entry.j ? el("span", { class: "svar svar-" + entry.j }, entry.t) : entry.t);
    if (entry.ar) made.append(" ", el("span", { class: "ar" }, "(" + entry.ar + ")"));
    if (entry.o) made.append(" ", el("span", { class: "marke tolkning" }, ord.tolkning));
    if (entry.c) made.append(" ", el("span", { class: "kommentar" }, entry.c, notes(entry.k, view)));
    else made.append(notes(entry.k, view) || "");
    return made;
  }

  function drawCell(cell, heading, view) {
    const content = isKnown(cell)
      ? cell.u.map((entry) => drawEntry(entry, view))
      : [el("span", { class: cell ? "svar svar-ej" : "svar svar-saknas" }, cell ? ord.ej : ord.saknas)];
    return el("td", { role: "cell", "data-rubrik": heading }, content);
  }

  function header(scope, id, name, extra) {
    const current = state.ordning.efter === id;
    const direction = state.ordning.fallande ? "descending" : "ascending";
    const attributes = { role: scope === "col" ? "columnheader" : "rowheader", scope, "aria-label": name, "aria-sort": current ? direction : null };
    const sort =
      scope === "col" &&
      el(
        "button",
        { type: "button", class: "sortera", "data-sortera": id, "aria-label": fill(ord.sortera, { namn: name }) },
        el("span", { "aria-hidden": "true" }, current ? (state.ordning.fallande ? "↓" : "↑") : "↕")
      );
    return el("th", attributes, extra, sort);
  }

  const recordHeader = (scope, id, view) => header(scope, id, nameOf(view.data.slag, id), [recordLink(id, view)]);
  const recordLink = (id, view) => el("a", { href: place(view.addresses.get(id)) }, nameOf(view.data.slag, id));

  function criterionHeader(scope, row) {
    const label = el("span", { class: "relation relation-" + row.relation }, ord.relation[row.relation]);
    const help = scope === "row" && el("span", { class: "forklaring" }, row.point.forklaring);
    return header(scope, row.point.id, row.point.namn, [row.point.namn + " ", label, help]);
  }

  function drawTable(view) {
    const corner = view.down ? ord.namn : ord.kriterium;
    const nameAt = (nr) => nameOf(view.data.slag, view.ids[nr]);
    const recordLine = (id, nr) =>
      el("tr", { role: "row" }, recordHeader("row", id, view), view.rows.map((row) => drawCell(row.cells[nr], row.point.namn, view)));
    const criterionLine = (row) =>
      el("tr", { role: "row" }, criterionHeader("row", row), row.cells.map((cell, nr) => drawCell(cell, nameAt(nr), view)));
    const columns = view.down
      ? view.rows.map((row) => criterionHeader("col", row))
      : view.ids.map((id) => recordHeader("col", id, view));
    const body = view.down ? view.ids.map(recordLine) : view.rows.map(criterionLine);
    return el(
      "div",
      { class: "tabellyta jamforelse", role: "region", tabindex: "0", "aria-labelledby": "jamfor-bildtext" },
      el(
        "table",
        { class: "jamforelsetabell" + (view.down ? " poster-ned" : ""), role: "table" },
        el("caption", { id: "jamfor-bildtext" }, view.caption),
        el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, header("col", "namn", corner, [corner]), columns)),
        el("tbody", { role: "rowgroup" }, body)
      )
    );
  }

  function drawSources(view) {
    const items = Array.from(view.numbers).map(([key, number]) => {
      const source = view.data.kallor[key];
      const link = (address, text, external) =>
        el("a", { href: address, rel: external && "external", "aria-label": text + ": " + source.titel }, text);
      const links = source.adress ? [link(source.adress, ord.oppnaKalla, true), " · "] : [];
      const register = link(place("/kallor/") + "#" + key, ord.iRegistret, false);
      const title = el("span", { class: "kalltitel" }, source.titel);
      return el("li", { id: "jamfor-kalla-" + number }, title, ". " + source.text + " ", links, register);
    });
    const heading = el(view.level, { id: "jamfor-kallor" }, ord.kallor);
    return el("section", { class: "kallista", "aria-labelledby": "jamfor-kallor" }, heading, el("ol", {}, items));
  }

  function drawLegend() {
    const items = ord.legend.map(([kind, term, text]) =>
      el("div", {}, el("dt", {}, el("span", { class: "svar svar-" + kind }, term)), el("dd", {}, text))
    );
    return el("dl", { class: "legend", "aria-label": ord.teckenforklaring }, items);
  }

  Object.assign(kb.delar, { el, all, place, button, box, fieldset, load, drawTable, drawSources, drawLegend });
})(window.kbJamfor);
