// The draft of a change: one record and the new sources that it needs, what they were, and what they are to be.
(function (kb) {
  "use strict";
  const { fill, ord } = kb.delar;
  const { same, read, compose, isList, isPart } = kb.text;
  const { data, rewrite } = kb;

  const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  /** @param {Redigera.Value} value */
  const copy = (value) => (isList(value) ? value.map(copy) : isPart(value) ? Object.fromEntries(Object.keys(value).map((key) => [key, copy(value[key])])) : value);

  // A file's name from a record's: å and ä become a, ö becomes o, the rest a–z, 0–9 and hyphens;
  // what is too long ends with a whole word.
  /** @param {string} name */
  function stem(name) {
    const plain = name.toLowerCase().replace(/ß/g, "ss").replace(/ø/g, "o").replace(/æ/g, "a").normalize("NFKD").replace(/\p{M}/gu, "");
    const whole = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
    return (whole + "-").slice(0, data.langstaNamn + 1).replace(/-[^-]*$/, "").slice(0, data.langstaNamn);
  }

  /**
   * @param {string} kind
   * @param {string} name
   */
  function stemFault(kind, name) {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || name.length > data.langstaNamn) return "filnamn";
    if (new RegExp(data.reserverat).test(name)) return "filnamn_reserverat";
    return name in data.namn[kind] ? "filnamn_finns" : "";
  }

  // What a new record begins with: today's date, and that facts are unknown.
  /** @param {Redigera.Kind} kind */
  function beginning(kind) {
    const values = {};
    kind.nod.falt.forEach((field) => {
      if ((field.nod.r || [])[0] === "datum" && field.krav) values[field.namn] = today();
      else if (field.nod.t === "fakta") values[field.namn] = data.okand;
    });
    return values;
  }

  // One record that is edited: what it was, and the draft that the controls write in.
  /**
   * @param {string} name
   * @param {string | null} id
   * @param {string | null} text
   */
  function entryOf(name, id, text) {
    const kind = data.slag[name];
    const before = text === null ? {} : read(text);
    return { name, kind, id, text, before, draft: text === null ? beginning(kind) : copy(before), stem: id || "", own: false };
  }

  /** @param {Redigera.Entry} main */
  function session(main) {
    /** @type {any} */
    const made = { main, sources: [], listeners: [], changed: () => made.heard() };
    const tokens = () => Object.fromEntries(made.sources.map((entry, at) => ["*" + (at + 1), entry]));
    made.heard = () => {};
    /** @param {string} kind */
    made.names = (kind) => {
      if (kind !== "kalla") return data.namn[kind];
      const fresh = tokens();
      return Object.assign(Object.fromEntries(Object.keys(fresh).map((key) => [key, fresh[key].draft.titel || fill(ord.ny_kalla_nr, { nr: key.slice(1) })])), data.namn.kalla);
    };
    made.keyOf = (key) => (tokens()[key] ? tokens()[key].stem : key);
    /** @param {string} kind */
    made.known = (kind) => {
      const names = new Set(Object.keys(made.names(kind)));
      if (kind === "kalla") made.sources.forEach((entry) => entry.stem && names.add(entry.stem));
      return names;
    };
    made.onNames = (listener) => made.listeners.push(listener);
    made.entries = () => [main, ...made.sources];
    // The values to write: without what was left empty, the keys of new sources in place, and the day of the change.
    made.values = (entry) => {
      /** @param {Redigera.Value} value */
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

  kb.utkast = { stem, entryOf, session };
})(window.kbVerktyg);
