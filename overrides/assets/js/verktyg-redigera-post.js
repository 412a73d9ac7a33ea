// One record on the page: its fields, what each holds today and what is wrong with it.
(function (kb) {
  "use strict";
  const { ord, el, fill, button } = kb.delar;
  const { same } = kb.text;
  const { inWords, short } = kb.ordalag;
  const { identifier } = kb.falt;

  // The fields of one record, grouped as its page is. Each opens by itself and shows what readers see today.
  /**
   * @param {Redigera.Session} form
   * @param {Redigera.Entry} entry
   * @param {string} prefix
   */
  function recordView(form, entry, prefix) {
    const { kind } = entry;
    const control = kb.controls(form);
    /** @type {{[name: string]: Redigera.Row}} */
    const rows = {};
    /** @type {Redigera.Fault[]} */
    let told = [];

    /** @param {Redigera.Field} field */
    function row(field) {
      const path = [prefix + field.namn];
      const now = el("span", { class: "redigera-nu" });
      const mark = el("span", { class: "redigera-marke" });
      const inside = el("div", { class: "redigera-inne" });
      const details = el("details", { class: "redigera-falt", "data-falt": field.namn }, el("summary", {}, el("span", { class: "redigera-titel" }, field.titel), " ", now, " ", mark), inside);
      const shown = inWords(field.nod, entry.before[field.namn], form.names);
      const draw = () => {
        if (inside.childElementCount) return;
        if (entry.id !== null) inside.append(el("p", { class: "redigera-idag" }, el("strong", {}, ord.idag), " ", short(shown)));
        inside.append(control(field, path, () => entry.draft));
      };
      details.addEventListener("toggle", () => details.open && draw());
      rows[field.namn] = { details, draw, now, mark, field };
      if (entry.id === null && field.krav && field.nod.t !== "fakta" && entry.draft[field.namn] === undefined) {
        details.open = true;
        draw();
      }
      return details;
    }

    const fields = Object.fromEntries(kind.nod.falt.map((field) => [field.namn, field]));
    const groups = kind.grupper.map((group) => el("section", {}, el("h3", {}, group.rubrik), group.falt.map((name) => row(fields[name]))));
    const element = el("div", { "data-post": prefix || "post" }, entry.id === null && fileName(), groups);

    function fileName() {
      const id = identifier([prefix + "filnamn"]);
      const input = el("input", { type: "text", id, autocomplete: "off", "aria-describedby": id + "-om", class: "redigera-bred", maxlength: 80 });
      input.addEventListener("input", () => {
        entry.own = input.value !== "";
        entry.stem = input.value.trim();
        form.changed();
      });
      rows.filnamn = { details: { open: true }, draw: () => {}, input };
      return el("div", { class: "verktyg-falt redigera-filnamn", "data-plats": prefix + "filnamn" }, el("label", { for: id }, prefix ? ord.nyckel : ord.filnamn), el("span", { class: "verktyg-hjalp", id: id + "-om" }, ord.filnamn_om), input);
    }

    function refresh() {
      if (entry.id === null && !entry.own) {
        entry.stem = kb.utkast.stem(String(entry.draft[kind.namnfalt] || ""));
        const { input } = rows.filnamn;
        if (input) input.value = entry.stem;
        if (prefix) form.listeners.forEach((listener) => listener());
      }
      Object.values(rows).forEach(({ now, mark, field }) => {
        if (!now || !mark || !field) return;
        const name = field.namn;
        now.textContent = short(inWords(field.nod, entry.draft[name], form.names));
        const states = [];
        if (entry.id !== null && !same(entry.draft[name], entry.before[name])) states.push(ord.andrad);
        if (told.some((fault) => fault.path[0] === name)) states.push(ord.har_fel);
        mark.textContent = states.join(", ");
      });
    }

    // The nearest element that belongs to a place.
    /** @param {Redigera.Path} path */
    function fieldAt(path) {
      for (let length = path.length; length > 0; length -= 1) {
        const found = element.querySelector('[data-plats="' + CSS.escape(prefix + path.slice(0, length).join(".")) + '"]');
        if (found) return found;
      }
      return element;
    }

    /** @param {Redigera.Path} path */
    function open(path) {
      const first = rows[path[0]];
      if (!first) return null;
      first.details.open = true;
      first.draw();
      for (let at = 1; at < path.length; at += 1) {
        const field = fieldAt(path.slice(0, at));
        /** @type {NodeListOf<Redigera.Folded>} */
        const all = field.querySelectorAll("details.redigera-del");
        const parts = [...all].filter((part) => part.closest("[data-plats]") === field);
        const shape = fields[path[0]].nod;
        const step = path[at];
        const place = typeof step === "number" ? step : shape.t === "karta" && at === 1 ? partOf(field, step, entry, shape) : -1;
        if (parts[place]) {
          parts[place].open = true;
          parts[place].rita();
        }
      }
      return fieldAt(path);
    }

    /**
     * @param {HTMLElement} field
     * @param {string} key
     * @param {Redigera.Entry} owner
     * @param {Redigera.Karta} shape
     */
    const partOf = (field, key, owner, shape) => [...new Set([...Object.keys(owner.draft[path0(field)] || {}), ...Object.keys(form.names(/** @type {Redigera.Ref} */ (shape.nyckel).slag))])].indexOf(key);
    /** @param {HTMLElement} field */
    const path0 = (field) => String(field.dataset.plats).slice(prefix.length).split(".")[0];
    /** @param {HTMLElement} field */
    const focusable = (field) => field.querySelector("input, select, textarea, summary") || field;

    /** @param {Set<string> | null} only */
    function remark(only) {
      told = form.faults(entry);
      element.querySelectorAll("[data-felrad]").forEach((line) => line.remove());
      element.querySelectorAll("[aria-invalid]").forEach((input) => {
        input.removeAttribute("aria-invalid");
        input.setAttribute("aria-describedby", (input.getAttribute("aria-describedby") || "").replace(/ ?\S+-fel/g, ""));
      });
      told = only ? told.filter((fault) => only.has((prefix || "post") + ":" + prefix + fault.path.join("."))) : told;
      told.forEach((fault, at) => {
        const field = only ? fieldAt(fault.path) : open(fault.path) || element;
        const input = focusable(field);
        if (!input.id) input.id = "redigera-" + prefix + "fel-" + at;
        const line = el("p", { class: "verktyg-felrad", id: input.id + "-fel", "data-felrad": fault.type }, kb.regler.inWords(fault));
        const before = field.querySelector("[data-felrad]") ? null : input.closest(".valruta, .verktyg-val") || input;
        if (before && before.parentElement && field.contains(before) && before.tagName !== "SUMMARY") before.before(line);
        else field.append(line);
        input.setAttribute("aria-invalid", "true");
        input.setAttribute("aria-describedby", ((input.getAttribute("aria-describedby") || "") + " " + line.id).trim());
      });
      refresh();
    }

    function errors() {
      return told.map((fault) => {
        const field = fieldAt(fault.path);
        const { field: described } = rows[fault.path[0]] || {};
        const title = described ? described.titel : prefix ? ord.nyckel : ord.filnamn;
        return { id: focusable(field).id, text: title + ": " + kb.regler.inWords(fault) };
      });
    }

    /** @param {string} name */
    function openByName(name) {
      const field = open([name]);
      if (field) focusable(field).focus();
      return Boolean(field);
    }

    const view = { element, refresh, remark, errors, open: openByName };
    entry.view = view;
    refresh();
    return view;
  }

  /**
   * @param {Redigera.Session} form
   * @param {Redigera.Entry} entry
   * @param {() => void} remark
   */
  function sourceBlock(form, entry, remark) {
    const nr = form.sources.length;
    const view = recordView(form, entry, "k" + nr + "-");
    const back = button(ord.tillbaka_till, () => {
      remark();
      const { from } = entry;
      if (!from) return;
      from.closest("details").open = true;
      from.focus();
    });
    return el("section", { class: "redigera-ny-kalla", "aria-label": fill(ord.ny_kalla_nr, { nr }) }, el("h3", {}, fill(ord.ny_kalla_nr, { nr })), el("p", {}, ord.ny_kalla_om), view.element, el("p", {}, back));
  }

  kb.post = { recordView, sourceBlock };
})(window.kbVerktyg);
