// What the check would say of a record, said while it is written: the same limits, patterns and sentences.
(function (kb) {
  "use strict";
  const { ord, fill } = kb.delar;
  const { same, isList, isPart } = kb.text;
  const { data } = kb;
  /** @param {string} pattern */
  const whole = (pattern) => new RegExp(pattern, "u");
  const FORBIDDEN = whole(data.monster.tecken);
  const ADDRESS = whole(data.monster.adress);
  const ADDRESS_SIGNS = whole(data.monster.adresstecken);
  const TAG = new RegExp(data.monster.tagg);
  const SCRIPT_ADDRESS = new RegExp(data.monster.skriptadress, "i");
  const CHARACTER_CODE = new RegExp(data.monster.teckenkod);
  const TARGET = new RegExp(data.monster.lankadress);
  const EXTERNAL = new RegExp(data.monster.utlank, "i");
  const CITATION = new RegExp("^(?:" + data.monster.hanvisning + ")$", "u");
  /** @type {Map<string, RegExp>} */
  const patterns = new Map();
  /**
   * @param {string} pattern
   * @param {string} text
   */
  const matches = (pattern, text) => {
    const made = patterns.get(pattern) || whole(pattern.replace(/\$$/, "(?![\\s\\S])"));
    patterns.set(pattern, made);
    return made.test(text);
  };

  // The keys that a text cites, as `[@key]` or `[@key, s. 12; @other]`.
  /** @param {string} text */
  function citations(text) {
    /** @type {string[]} */
    const found = [];
    for (const [, inside] of text.matchAll(new RegExp(data.monster.hanvisning, "gu"))) {
      inside.split(";").forEach((part) => found.push(part.trim().replace(/^@/, "").split(", ")[0]));
    }
    return found;
  }

  // The known name most like a wrong one, by the pairs of letters that they share.
  /**
   * @param {string} word
   * @param {Iterable<string>} names
   */
  function nearest(word, names) {
    /** @param {string} text */
    const pairs = (text) => new Set(Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)));
    const own = pairs(word);
    let best = "";
    let most = 0.5;
    for (const name of names) {
      const other = pairs(name);
      const share = (2 * [...own].filter((pair) => other.has(pair)).length) / (own.size + other.size || 1);
      if (share > most) [best, most] = [name, share];
    }
    return best;
  }

  /** @param {string} sign */
  function hidden(sign) {
    const code = "U+" + Number(sign.codePointAt(0)).toString(16).toUpperCase().padStart(4, "0");
    return data.teckennamn[code] ? code + ", " + data.teckennamn[code] : code;
  }

  /** @param {string} text */
  const isDate = (text) => {
    const day = new Date(text + "T00:00:00Z");
    return !text.startsWith("0000") && !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
  };

  // Every fault of a value, as {path, type, values}. `known` has the identifiers of each kind.
  /**
   * @param {Redigera.Node} shape
   * @param {Redigera.Value} value
   * @param {Redigera.Known} known
   */
  function faults(shape, value, known) {
    /** @type {Redigera.Fault[]} */
    const found = [];
    /**
     * @param {Redigera.Path} path
     * @param {string} type
     * @param {Redigera.Fault["values"]} [values]
     */
    const tell = (path, type, values) => found.push({ path, type, values: values || {} });

    /**
     * @param {string} kind
     * @param {string} key
     * @param {Redigera.Path} path
     */
    function reference(kind, key, path) {
      if (known(kind).has(key)) return true;
      const near = nearest(key, known(kind));
      const [none, folder] = data.ingen[kind];
      tell(path, "okand_referens", { ingen: none, varde: key, mapp: folder, menade: near ? fill(ord.menade, { namn: near }) : "" });
      return false;
    }

    const rules = {
      /**
       * @param {string} text
       * @param {Redigera.Path} path
       */
      tecken(text, path) {
        const bad = FORBIDDEN.exec(text);
        if (bad) tell(path, "otillatet_tecken", { tecken: hidden(bad[0]) });
        return !bad;
      },
      /**
       * @param {string} text
       * @param {Redigera.Path} path
       */
      rad(text, path) {
        const wrong = text !== text.trim() || text.includes("\n");
        if (wrong) tell(path, "flera_rader");
        return !wrong;
      },
      /**
       * @param {string} text
       * @param {Redigera.Path} path
       */
      datum(text, path) {
        if (!isDate(text)) tell(path, "datum");
      },
      /**
       * @param {string} text
       * @param {Redigera.Path} path
       */
      adress(text, path) {
        const right = ADDRESS.test(text) && !ADDRESS_SIGNS.test(text) && !FORBIDDEN.test(text);
        if (!right) tell(path, "adress");
        return right;
      },
      /**
       * @param {string} text
       * @param {Redigera.Path} path
       */
      hanvisningar: (text, path) => citations(text).every((key) => reference("kalla", key, path)),
      /**
       * @param {string} text
       * @param {Redigera.Path} path
       */
      kalla(text, path) {
        if (!citations(text).length) tell(path, "kalla_saknas");
      },
    };

    /**
     * @param {Redigera.Text} node
     * @param {Redigera.Value} given
     * @param {Redigera.Path} path
     */
    function text(node, given, path) {
      if (typeof given !== "string") return tell(path, "string_type");
      const length = [...given].length;
      if (node.min && length < node.min) return tell(path, "string_too_short", { minst: node.min });
      if (node.max && length > node.max) return tell(path, "string_too_long", { langd: length, hogst: node.max });
      if (node.re && !matches(node.re, given)) {
        return tell(path, "string_pattern_mismatch", { varde: given, monster: data.tipsMonster[node.re] || data.tipsAnnatMonster });
      }
      if ((node.r || []).every((rule) => rules[rule](given, path) !== false)) wording(given, node.t === "text", path);
      return null;
    }

    // What is written in a text: one fault of each kind a text.
    /**
     * @param {string} given
     * @param {boolean} isLong
     * @param {Redigera.Path} path
     */
    function wording(given, isLong, path) {
      if (TAG.test(given)) tell(path, "html_tagg");
      if (SCRIPT_ADDRESS.test(given)) tell(path, "skriptadress");
      const code = isLong && CHARACTER_CODE.exec(given);
      if (code) tell(path, "teckenkod", { skrivet: code[0] });
      const cited = [...given.matchAll(/\[[^[\]]*\]/g)].map((found) => found[0]).filter((each) => each.includes("@"));
      const wrong = cited.find((each) => !CITATION.test(each));
      if (!isLong && cited.length) tell(path, "kalla_i_rad");
      else if (wrong) tell(path, "kalla_felskriven", { skrivet: wrong });
      if (!isLong && given.includes("](")) tell(path, "lank_i_rad");
      const targets = isLong ? [...given.matchAll(/\[[^[\]]*\]\(([^()]*)\)/g)].map((found) => found[1]) : [];
      const astray = targets.find((each) => !each || !TARGET.test(each));
      if (astray !== undefined) tell(path, EXTERNAL.test(astray) ? "lank_ut" : "lank_form", { adress: astray });
    }

    /**
     * @param {Redigera.Tal} node
     * @param {Redigera.Value} given
     * @param {Redigera.Path} path
     */
    function number(node, given, path) {
      if (typeof given !== "number") return tell(path, node.t === "heltal" ? "int_type" : "float_type");
      if (node.t === "heltal" && !Number.isInteger(given)) return tell(path, "int_type");
      if (node.ge !== undefined && given < node.ge) return tell(path, "greater_than_equal", { minst: node.ge });
      if (node.le !== undefined && given > node.le) return tell(path, "less_than_equal", { hogst: node.le });
      return null;
    }

    /**
     * @param {Redigera.Val} node
     * @param {Redigera.Value} given
     * @param {Redigera.Path} path
     */
    function choice(node, given, path) {
      const allowed = node.krit ? Object.keys(data.kriterier[node.krit] || {}) : node.varden || [];
      if (allowed.includes(given)) return;
      const near = nearest(String(given), allowed);
      const values = { varde: given, tillatna: [...allowed].sort().join(", "), menade: near ? fill(ord.menade, { namn: near }) : "" };
      tell(path, node.krit ? "okant_val" : "literal_error", values);
    }

    /**
     * @param {Redigera.Lista} node
     * @param {Redigera.Value} given
     * @param {Redigera.Path} path
     */
    function list(node, given, path) {
      if (!isList(given)) return tell(path, "tuple_type");
      given.forEach((item, at) => {
        check(node.av, item, [...path, at]);
        const first = given.findIndex((other) => same(other, item));
        if (first < at) tell([...path, at], "dubbelt", { vad: path.length === 1 && path[0] === "handelser" ? ord.handelsen : ord.samma, plats: first + 1 });
      });
      if (node.min && given.length < node.min) return tell(path, "too_short");
      return null;
    }

    /**
     * @param {Redigera.Del} node
     * @param {Redigera.Value} given
     * @param {Redigera.Path} path
     */
    function part(node, given, path) {
      if (!isPart(given)) return tell(path, "model_type");
      node.falt.forEach((field) => {
        const inside = given[field.namn];
        const empty = inside === undefined || inside === null || inside === "";
        if (!empty) check(field.nod, inside, [...path, field.namn]);
        else if (field.krav) tell([...path, field.namn], "tom", { okand: field.nod.t === "fakta" || field.nod.t === "saknas" });
      });
      return null;
    }

    /**
     * @param {Redigera.Fakta} node
     * @param {Redigera.Value} given
     * @param {Redigera.Path} path
     */
    function fact(node, given, path) {
      if (given === data.okand || given === data.ej) return null;
      if (!isList(given) && !isPart(given)) return tell(path, "fakta_literal");
      if (isList(given) && !given.length) return tell(path, "too_short");
      return (isList(given) ? given : [given]).forEach((each, at) => {
        const own = isList(given) ? [...path, at] : path;
        if (each.varde === data.okand || each.varde === data.ej) return tell([...own, "varde"], "okand_med_kalla");
        return part(node.av, each, own);
      });
    }

    /**
     * @param {Redigera.Node} node
     * @param {Redigera.Value} given
     * @param {Redigera.Path} path
     */
    function check(node, given, path) {
      if (node.t === "del") part(node, given, path);
      else if (node.t === "fakta") fact(node, given, path);
      else if (node.t === "saknas") { if (given !== data.okand) check(node.av, given, path); }
      else if (node.t === "lista") list(node, given, path);
      else if (node.t === "karta") Object.keys(given).forEach((key) => (node.nyckel.t !== "ref" || reference(node.nyckel.slag, key, [...path, key])) && check(node.av, given[key], [...path, key]));
      else if (node.t === "ref") { if (typeof given === "string") reference(node.slag, given, path); else tell(path, "string_type"); }
      else if (node.t === "val") choice(node, given, path);
      else if (node.t === "tal" || node.t === "heltal") number(node, given, path);
      else if (node.t === "text" || node.t === "str") text(node, given, path);
    }

    check(shape, value, []);
    return found;
  }

  // What only the whole record, or the whole base, can tell.
  /** @param {Redigera.Entry} given */
  function ofRecord({ name, id, draft }) {
    /** @type {Redigera.Fault[]} */
    const found = [];
    /**
     * @param {Redigera.Path} path
     * @param {string} type
     * @param {Redigera.Fault["values"]} [values]
     */
    const tell = (path, type, values) => found.push({ path, type, values: values || {} });
    const words = draft.sokord || [];
    if (words.length > data.hogstSokord) tell(["sokord"], "sokord", { antal: words.length, hogst: data.hogstSokord });
    if (name === "grupp") {
      ["kannetecken", "framgangsfaktorer"].forEach((field) => {
        Object.keys(draft[field] || {}).forEach((key) => {
          const facts = [draft[field][key]].flat().filter(isPart);
          if (facts.some((fact) => fact.kommentar === undefined)) tell([field, key], "belagg", { falt: key });
        });
      });
    }
    /** @param {Redigera.Value} value */
    const lower = (value) => String(value || "").toLowerCase();
    const own = [draft.titel || draft.namn, name === "kalla" ? draft.adress : "-"].map(lower);
    if (["kriterium", "begrepp"].includes(name) || !own.every(Boolean) || own.includes(data.okand)) return found;
    /** @param {string} key */
    const address = (key) => (name === "kalla" ? lower(data.kalladresser[key]) : "-");
    const taken = Object.keys(data.namn[name]).find((key) => key !== id && lower(data.namn[name][key]) === own[0] && address(key) === own[1]);
    const what = name === "kalla" ? ord.kallan : fill(ord.namnet, { namn: draft.namn });
    if (taken) tell([name === "kalla" ? "titel" : "namn"], "finns_redan", { vad: what, fil: "data/" + data.slag[name].mapp + "/" + taken + ".yml" });
    return found;
  }

  // The same sentence as the check's; the advice where it speaks of files is the form's own.
  /** @param {Redigera.Fault} fault */
  function inWords(fault) {
    const [message, hint] = data.texter[fault.type] || ord.egna[fault.type];
    const advice = ord.tips[fault.type] || hint;
    return fill(message, fault.values) + " " + fill(advice, fault.values) + (fault.values.okand ? data.tipsOkand : "");
  }

  kb.regler = { faults, ofRecord, inWords, citations };
})(window.kbVerktyg);
