// The draft of a change: one record and the new sources that it needs, what they were, and what they are to be.
(function (kb) {
  "use strict";
  const { fill, ord } = kb.delar;
  const { same, read, compose, rewrite, isList, isPart } = kb.text;
  const { data } = kb;

  const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  /**
   * @param {Redigera.Value} value
   * @returns {Redigera.Value}
   */
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
    /** @type {Redigera.Values} */
    const values = {};
    kind.nod.falt.forEach((field) => {
      const { nod } = field;
      const isDay = nod.t === "str" && (nod.r || [])[0] === "datum";
      if (isDay && field.krav) values[field.namn] = today();
      else if (nod.t === "fakta") values[field.namn] = data.okand;
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

  /**
   * @param {Redigera.Entry} main
   * @returns {Redigera.Session}
   */
  function session(main) {
    /** @type {Redigera.Entry[]} */
    const sources = [];
    /** @type {(() => void)[]} */
    const listeners = [];
    const made = {
      main, sources, listeners, names, keyOf, known, entries, values, isChanged, file, faults,
      heard: () => {},
      changed: () => made.heard(),
      onNames: (/** @type {() => void} */ listener) => listeners.push(listener),
    };

    /** @returns {{[key: string]: Redigera.Entry}} */
    const tokens = () => Object.fromEntries(sources.map((entry, at) => ["*" + (at + 1), entry]));
    /** @param {string} key */
    const named = (key) => tokens()[key].draft.titel || fill(ord.ny_kalla_nr, { nr: key.slice(1) });

    /**
     * @param {string} kind
     * @returns {Redigera.Names}
     */
    function names(kind) {
      if (kind !== "kalla") return data.namn[kind];
      return Object.assign(Object.fromEntries(Object.keys(tokens()).map((key) => [key, named(key)])), data.namn.kalla);
    }

    /** @param {string} key */
    function keyOf(key) {
      return tokens()[key] ? tokens()[key].stem : key;
    }

    /** @param {string} kind */
    function known(kind) {
      const found = new Set(Object.keys(names(kind)));
      if (kind === "kalla") sources.forEach((entry) => entry.stem && found.add(entry.stem));
      return found;
    }

    function entries() {
      return [main, ...sources];
    }

    // The keys of new sources in place.
    /**
     * @param {Redigera.Value} value
     * @returns {Redigera.Value}
     */
    function withKeys(value) {
      if (isList(value)) return value.map(withKeys);
      if (isPart(value)) return Object.fromEntries(Object.keys(value).map((key) => [key, withKeys(value[key])]));
      return typeof value === "string" && /^\*\d+$/.test(value) ? keyOf(value) : value;
    }

    // The values to write: without what was left empty, and with the day of the change.
    /** @param {Redigera.Entry} entry */
    function values(entry) {
      const found = withKeys(entry.draft);
      if (!same(found, entry.before) && "andrad" in found) found.andrad = today();
      return found;
    }

    /** @param {Redigera.Entry} entry */
    function isChanged(entry) {
      return entry.id === null || !same(values(entry), entry.before);
    }

    /** @param {Redigera.Entry} entry */
    function file(entry) {
      const text = entry.text === null ? compose(entry.kind, values(entry)) : rewrite(entry.text, values(entry), entry.kind.nod);
      return { path: "data/" + entry.kind.mapp + "/" + entry.stem + ".yml", text, isNew: entry.id === null };
    }

    /** @param {Redigera.Entry} entry */
    function faults(entry) {
      const found = kb.regler.faults(entry.kind.nod, entry.draft, known);
      // Without a name the file has none either, and the name is asked for already.
      const isNamed = entry.id === null && (entry.stem || entry.draft[entry.kind.namnfalt]);
      const wrong = isNamed ? stemFault(entry.name, entry.stem) : "";
      const twice = entries().some((other) => other !== entry && other.name === entry.name && other.stem === entry.stem);
      if (wrong || twice) found.unshift({ path: ["filnamn"], type: wrong || "filnamn_finns", values: {} });
      return found.concat(kb.regler.ofRecord(entry));
    }

    return made;
  }

  kb.utkast = { stem, entryOf, session };
})(window.kbVerktyg);
