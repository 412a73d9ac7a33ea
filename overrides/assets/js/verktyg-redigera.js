// The form for records: choose one or begin a new, change it field by field, and hand over the files.
(function (kb) {
  "use strict";
  const { ord, el, fill, place, button, saveAddress, setTitle, errorSummary, start } = kb.delar;
  const { same, read, compose, rewrite, isList, isPart } = kb.text;
  const { data, combobox } = kb;
  const { inWords, identifier, short } = kb.falt;
  window.kbPoster = {};

  const kindOf = (folder) => Object.keys(data.slag).find((kind) => data.slag[kind].mapp === folder);
  const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  const copy = (value) => (isList(value) ? value.map(copy) : isPart(value) ? Object.fromEntries(Object.keys(value).map((key) => [key, copy(value[key])])) : value);

  // The records' own text, one file a kind, loaded when a record of it is opened.
  function texts(kind) {
    if (window.kbPoster[kind]) return Promise.resolve(window.kbPoster[kind]);
    return new Promise((done, failed) => {
      const script = el("script", { src: place("/assets/redigera/" + data.filer[kind]) });
      script.addEventListener("load", () => done(window.kbPoster[kind]));
      script.addEventListener("error", failed);
      document.head.append(script);
    });
  }

  // A file's name from a record's: å and ä become a, ö becomes o, the rest a–z, 0–9 and hyphens;
  // what is too long ends with a whole word.
  function stem(name) {
    const plain = name.toLowerCase().replace(/ß/g, "ss").replace(/ø/g, "o").replace(/æ/g, "a").normalize("NFKD").replace(/\p{M}/gu, "");
    const whole = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
    return (whole + "-").slice(0, data.langstaNamn + 1).replace(/-[^-]*$/, "").slice(0, data.langstaNamn);
  }

  function stemFault(kind, name) {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || name.length > data.langstaNamn) return "filnamn";
    if (new RegExp(data.reserverat).test(name)) return "filnamn_reserverat";
    return name in data.namn[kind] ? "filnamn_finns" : "";
  }

  // What a new record begins with: today's date, and that facts are unknown.
  function beginning(kind) {
    const values = {};
    kind.nod.falt.forEach((field) => {
      if ((field.nod.r || [])[0] === "datum" && field.krav) values[field.namn] = today();
      else if (field.nod.t === "fakta") values[field.namn] = data.okand;
    });
    return values;
  }

  // One record that is edited: what it was, and the draft that the controls write in.
  function entryOf(name, id, text) {
    const kind = data.slag[name];
    const before = text === null ? {} : read(text);
    return { name, kind, id, text, before, draft: text === null ? beginning(kind) : copy(before), stem: id || "", own: false };
  }

  function session(main) {
    /** @type {any} */
    const made = { main, sources: [], listeners: [], changed: () => made.heard() };
    const tokens = () => Object.fromEntries(made.sources.map((entry, at) => ["*" + (at + 1), entry]));
    made.heard = () => {};
    made.names = (kind) => {
      if (kind !== "kalla") return data.namn[kind];
      const fresh = tokens();
      return Object.assign(Object.fromEntries(Object.keys(fresh).map((key) => [key, fresh[key].draft.titel || fill(ord.ny_kalla_nr, { nr: key.slice(1) })])), data.namn.kalla);
    };
    made.keyOf = (key) => (tokens()[key] ? tokens()[key].stem : key);
    made.known = (kind) => {
      const names = new Set(Object.keys(made.names(kind)));
      if (kind === "kalla") made.sources.forEach((entry) => entry.stem && names.add(entry.stem));
      return names;
    };
    made.onNames = (listener) => made.listeners.push(listener);
    made.entries = () => [main, ...made.sources];
    // The values to write: without what was left empty, the keys of new sources in place, and the day of the change.
    made.values = (entry) => {
      const named = (value) => {
        if (isList(value)) return value.map(named);
        if (isPart(value)) return Object.fromEntries(Object.keys(value).map((key) => [key, named(value[key])]));
        return typeof value === "string" && /^\*\d+$/.test(value) ? made.keyOf(value) : value;
      };
      const values = named(entry.draft);
      if (!same(values, entry.before) && "andrad" in values) values.andrad = today();
      return values;
    };
    made.isChanged = (entry) => entry.id === null || !same(made.values(entry), entry.before);
    made.file = (entry) => {
      const values = made.values(entry);
      const text = entry.id === null ? compose(entry.kind, values) : rewrite(entry.text, values, entry.kind.nod);
      return { path: "data/" + entry.kind.mapp + "/" + entry.stem + ".yml", text, isNew: entry.id === null };
    };
    made.faults = (entry) => {
      const found = kb.regler.faults(entry.kind.nod, entry.draft, made.known);
      // Without a name the file has none either, and the name is asked for already.
      const named = entry.id === null && (entry.stem || entry.draft[entry.kind.namnfalt]);
      const wrong = named ? stemFault(entry.name, entry.stem) : "";
      const twice = made.entries().some((other) => other !== entry && other.name === entry.name && other.stem === entry.stem);
      if (wrong || twice) found.unshift({ path: ["filnamn"], type: wrong || "filnamn_finns", values: {} });
      return found.concat(kb.regler.ofRecord(entry));
    };
    return made;
  }

  // -- The page --

  start("redigera", (area) => {
    const settings = { redigera: area.dataset.redigera || "", epost: area.dataset.epost || "" };
    const body = el("div", {});
    const notes = el("div", {});
    area.replaceChildren(notes, body);

    const told = (text) => notes.replaceChildren(el("p", { class: "verktyg-ruta", role: "status" }, text));

    function chooser() {
      setTitle("");
      notes.replaceChildren();
      const all = Object.keys(data.slag).flatMap((kind) =>
        Object.keys(data.namn[kind]).map((id) => ({ id: data.slag[kind].mapp + "/" + id, namn: data.namn[kind][id] + " (" + data.slag[kind].namn.toLowerCase() + ")" }))
      );
      const pick = combobox({ id: "redigera-post", label: ord.valj_post, choices: () => all, describedby: "redigera-post-om", chosen: (choice) => open("?post=" + choice.id, true) });
      body.replaceChildren(
        el("h2", {}, ord.ratta),
        el("div", { class: "verktyg-falt" }, el("label", { for: "redigera-post" }, ord.valj_post), el("span", { class: "verktyg-hjalp", id: "redigera-post-om" }, ord.valj_post_om), pick.element),
        el("h2", {}, ord.lagga_till),
        el("p", {}, ord.lagga_till_om),
        el("p", { class: "verktyg-knappar" }, Object.keys(ord.nya).map((kind) => button(ord.nya[kind], () => open("?nytt=" + kind, true))))
      );
    }

    function open(query, push) {
      const asked = new URLSearchParams(query);
      const [folder, id] = (asked.get("post") || "").split("/");
      const kind = asked.get("post") ? kindOf(folder) : asked.get("nytt");
      saveAddress(query, push);
      if (!asked.get("post") && !asked.get("nytt")) return chooser();
      if (!kind || !data.slag[kind] || (id && !Object.prototype.hasOwnProperty.call(data.namn[kind], id)) || (!id && !ord.nya[kind])) {
        chooser();
        return told(fill(ord.finns_inte, { namn: (asked.get("post") || asked.get("nytt")).slice(0, 80) }));
      }
      if (!id) return edit(session(entryOf(kind, null, null)), "");
      return texts(kind).then((found) => edit(session(entryOf(kind, id, found[id])), asked.get("falt") || ""), () => told(ord.gick_inte));
    }

    function edit(form, opened) {
      const { main } = form;
      const name = main.id === null ? ord.nya[main.name] : fill(ord.andra_post, { namn: data.namn[main.name][main.id] });
      const result = el("div", {});
      const fresh = el("div", {});
      let asked = false;
      form.addSource = (from) => {
        const entry = entryOf("kalla", null, null);
        entry.from = from;
        form.sources.push(entry);
        fresh.append(sourceBlock(form, entry, remark));
        fresh.lastElementChild.querySelector("input, textarea").focus();
        return "*" + form.sources.length;
      };
      const view = recordView(form, main, "");

      // What is wrong is told at each field that has been left, and everywhere once the change is to be reviewed.
      const touched = new Set();
      let timer = 0;
      function remark() {
        form.entries().forEach((entry) => entry.view.remark(asked ? null : touched));
      }
      form.heard = () => {
        result.replaceChildren();
        notes.replaceChildren();
        window.clearTimeout(timer);
        timer = window.setTimeout(remark, 250);
      };
      const left = (event) => {
        const field = event.target.closest("[data-plats]");
        if (!field) return;
        touched.add(field.closest("[data-post]").dataset.post + ":" + field.dataset.plats);
        remark();
      };

      function review(event) {
        event.preventDefault();
        asked = true;
        remark();
        const errors = form.entries().flatMap((entry) => entry.view.errors());
        result.replaceChildren();
        if (errors.length) {
          notes.replaceChildren(errorSummary(errors));
          setTitle(ord.fel_rubrik);
          return notes.querySelector("[data-fel]").focus();
        }
        const changed = form.entries().filter((entry) => form.isChanged(entry));
        if (!changed.length) return told(ord.inget_andrat);
        notes.replaceChildren();
        setTitle("");
        const lines = changed.flatMap((entry) => {
          const head = fill(entry.id === null ? ord.rad_ny : ord.rad_andrad, { namn: form.values(entry)[entry.kind.namnfalt], fil: form.file(entry).path });
          return [head, "", ...kb.slut.changes(entry.kind, entry.before, form.values(entry), form.names), ""];
        });
        const title = fill(main.id === null ? ord.titel_ny : ord.titel_andrad, { namn: form.values(main)[main.kind.namnfalt] || "" });
        result.replaceChildren(kb.slut.lastStep({ title, lines, files: changed.map(form.file), settings }));
        return result.querySelector("h2").focus();
      }

      const heading = el("h2", { tabindex: "-1" }, name);
      const whole = el(
        "form",
        { novalidate: true, class: "verktyg-form redigera" },
        heading,
        el("p", {}, main.id === null ? ord.ny_om : ord.andra_om),
        settings.redigera || settings.epost ? null : el("p", { class: "verktyg-ruta" }, ord.ingen_vag),
        view.element,
        fresh,
        el("p", { class: "verktyg-knappar" }, el("button", { type: "submit", class: "knapp" }, ord.granska), button(ord.borja_om, () => open("", true)))
      );
      whole.addEventListener("submit", review);
      whole.addEventListener("focusout", left);
      body.replaceChildren(whole, result);
      kb.redigerar = form;
      if (opened && view.open(opened)) return;
      heading.focus();
    }

    // The fields of one record, grouped as its page is. Each opens by itself and shows what readers see today.
    function recordView(form, entry, prefix) {
      const { kind } = entry;
      const made = kb.falt.controls(form);
      const rows = {};
      let told = [];

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
          inside.append(made.control(field, path, () => entry.draft));
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
          entry.stem = stem(String(entry.draft[kind.namnfalt] || ""));
          rows.filnamn.input.value = entry.stem;
          if (prefix) form.listeners.forEach((listener) => listener());
        }
        Object.values(rows).filter((row) => row.field).forEach(({ now, mark, field }) => {
          const name = field.namn;
          now.textContent = short(inWords(field.nod, entry.draft[name], form.names));
          const states = [];
          if (entry.id !== null && !same(entry.draft[name], entry.before[name])) states.push(ord.andrad);
          if (told.some((fault) => fault.path[0] === name)) states.push(ord.har_fel);
          mark.textContent = states.join(", ");
        });
      }

      // The nearest element that belongs to a place.
      function fieldAt(path) {
        for (let length = path.length; length > 0; length -= 1) {
          const found = element.querySelector('[data-plats="' + CSS.escape(prefix + path.slice(0, length).join(".")) + '"]');
          if (found) return found;
        }
        return element;
      }

      function open(path) {
        const first = rows[path[0]];
        if (!first) return null;
        first.details.open = true;
        first.draw();
        for (let at = 1; at < path.length; at += 1) {
          const field = fieldAt(path.slice(0, at));
          const parts = [...field.querySelectorAll("details.redigera-del")].filter((part) => part.closest("[data-plats]") === field);
          const shape = fields[path[0]].nod;
          const place = typeof path[at] === "number" ? path[at] : shape.t === "karta" && at === 1 ? partOf(field, path[at], entry, shape) : -1;
          if (parts[place]) {
            parts[place].open = true;
            parts[place].rita();
          }
        }
        return fieldAt(path);
      }

      const partOf = (field, key, owner, shape) => [...new Set([...Object.keys(owner.draft[path0(field)] || {}), ...Object.keys(form.names(shape.nyckel.slag))])].indexOf(key);
      const path0 = (field) => field.dataset.plats.slice(prefix.length).split(".")[0];
      const focusable = (field) => field.querySelector("input, select, textarea, summary") || field;

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
          const titles = rows[fault.path[0]] && rows[fault.path[0]].field ? rows[fault.path[0]].field.titel : prefix ? ord.nyckel : ord.filnamn;
          return { id: focusable(field).id, text: titles + ": " + kb.regler.inWords(fault) };
        });
      }

      entry.view = { element, refresh, remark, errors, open: (name) => {
        const field = open([name]);
        if (field) focusable(field).focus();
        return Boolean(field);
      } };
      refresh();
      return entry.view;
    }

    function sourceBlock(form, entry, remark) {
      const nr = form.sources.length;
      const view = recordView(form, entry, "k" + nr + "-");
      const back = button(ord.tillbaka_till, () => {
        remark();
        entry.from.closest("details").open = true;
        entry.from.focus();
      });
      return el("section", { class: "redigera-ny-kalla", "aria-label": fill(ord.ny_kalla_nr, { nr }) }, el("h3", {}, fill(ord.ny_kalla_nr, { nr })), el("p", {}, ord.ny_kalla_om), view.element, el("p", {}, back));
    }

    window.addEventListener("popstate", () => open(location.search, false));
    open(location.search, false);
  });
})(window.kbVerktyg);
