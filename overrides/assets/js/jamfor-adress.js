// The address holds everything that the reader chose. What it holds is only ever read as names to look up.
(function (kb) {
  "use strict";
  if (!kb) return;
  const { has, unique, kindsOf, otherKindOf, namesIn, withoutEnd, plain } = kb.delar;

  /** @param {string} search */
  function readAddress(search) {
    const query = new URLSearchParams(withoutEnd(search));
    /** @param {string} name */
    const list = (name) => query.getAll(name).join(",").split(",").map((part) => part.trim()).filter(Boolean);
    /** @type {Jamfor.Chosen} */
    const filter = {};
    for (const name of query.keys()) if (/^f-[a-z]+$/.test(name)) filter[name.slice(2)] = unique(list(name));
    return {
      valda: namesIn(query.getAll("valda")),
      slag: query.has("slag") ? plain(query.get("slag")) : null,
      bara: query.get("bara") === "skillnader",
      dolj: query.get("dolj") === "okanda",
      vand: query.get("vand") === "ja",
      punkter: unique(list("punkter")),
      ordning: { efter: query.get("sortera") || "", fallande: query.get("ordning") === "fallande" },
      filter,
    };
  }

  // What an address asks for: one kind with at most `hogst` records, and everything that was left out.
  /**
   * @param {string[]} asked
   * @param {string | null} kindAsked
   */
  function resolve(asked, kindAsked) {
    const ids = unique(asked);
    const held = ids.filter((id) => kindsOf(id).length);
    /** @param {string} kind */
    const count = (kind) => held.filter((id) => has(kb.namn[kind], id)).length;
    const kinds = Object.keys(kb.namn).sort((a, b) => count(b) - count(a));
    const mayAsk = kindAsked && has(kb.namn, kindAsked) && (count(kindAsked) > 0 || !held.length);
    const kind = mayAsk ? kindAsked : held.length ? kinds[0] : null;
    /** @type {{[kind: string]: string[]}} */
    const grupper = {};
    held.forEach((id) => {
      const own = kind && has(kb.namn[kind], id) ? kind : kindsOf(id)[0];
      (grupper[own] = grupper[own] || []).push(id);
    });
    const valda = (kind && grupper[kind]) || [];
    return {
      kind,
      valda: valda.slice(0, kb.hogst),
      forManga: valda.slice(kb.hogst),
      grupper,
      upprepade: ids.filter((id) => asked.indexOf(id) !== asked.lastIndexOf(id)),
      andra: ids.filter((id) => !held.includes(id) && otherKindOf(id)),
      okanda: ids.filter((id) => !held.includes(id) && !otherKindOf(id)),
    };
  }

  const OWN_PARAMETERS = /^(valda|slag|bara|dolj|vand|punkter|sortera|ordning|f-.*)$/;

  /**
   * @param {Jamfor.State} state
   * @param {string} search
   */
  function writeAddress(state, search) {
    const query = new URLSearchParams(search);
    unique(Array.from(query.keys())).filter((name) => OWN_PARAMETERS.test(name)).forEach((name) => query.delete(name));
    const rest = query.toString();
    const parts = rest ? [rest] : [];
    /**
     * @param {string} name
     * @param {string[]} values
     */
    const add = (name, values) => {
      if (values.length) parts.push(name + "=" + values.map(encodeURIComponent).join(","));
    };
    add("valda", state.valda);
    add("slag", state.slag ? [state.slag] : []);
    add("bara", state.bara ? ["skillnader"] : []);
    add("dolj", state.dolj ? ["okanda"] : []);
    add("vand", state.vand ? ["ja"] : []);
    add("punkter", state.punkter);
    add("sortera", state.ordning.efter ? [state.ordning.efter] : []);
    add("ordning", state.ordning.efter && state.ordning.fallande ? ["fallande"] : []);
    Object.keys(state.filter).forEach((name) => add("f-" + name, state.filter[name]));
    return parts.length ? "?" + parts.join("&") : "";
  }

  const state = readAddress(location.search);
  let lastSearch = location.search;

  // Whether the reader is choosing or reading a table: the address can be the same for both, the history tells.
  const choosing = () => Boolean(history.state && history.state.valjer);
  let lastChoosing = choosing();

  /**
   * @param {boolean} push
   * @param {boolean} [chooses]
   */
  function saveAddress(push, chooses = choosing()) {
    const query = writeAddress(state, location.search);
    if (query === location.search && chooses === choosing() && !push) return;
    const address = location.pathname + query + (push ? "" : location.hash);
    try {
      history[push ? "pushState" : "replaceState"](chooses ? { valjer: true } : null, "", address);
      lastSearch = location.search;
      lastChoosing = choosing();
    } catch {
      // Some browsers refuse this for files; the page then works without the address.
    }
  }

  // Whether the address is another than the script wrote or last saw: following a note changes only its end.
  function addressMoved() {
    const moved = location.search !== lastSearch || choosing() !== lastChoosing;
    lastSearch = location.search;
    lastChoosing = choosing();
    return moved;
  }

  Object.assign(kb.delar, { readAddress, resolve, writeAddress, state, saveAddress, addressMoved, choosing });
})(window.kbJamfor);
