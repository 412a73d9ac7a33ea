// Understands what people write for a record: names, capitals, signs from a mail, letters encoded twice; and
// suggests what was meant by a name that no record has.
(function (kb) {
  "use strict";
  if (!kb) return;
  const { has, unique, kindsOf, otherKindOf, nameOf } = kb.delar;
  const MOST_SUGGESTED = 3;
  const ONLY_SIGNS = /^[.:!?()[\]<>"'”»\s]*$/;

  /** @param {string} text */
  const plain = (text) =>
    text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

  const byPlain = new Map();
  Object.keys(kb.namn).forEach((kind) =>
    Object.keys(kb.namn[kind]).forEach((id) => {
      [id, nameOf(kind, id)].map(plain).forEach((key) => byPlain.has(key) || byPlain.set(key, id));
    })
  );

  /** @param {string} text */
  function decoded(text) {
    let plainer = text;
    for (let times = 0; times < 3 && /%[0-9a-f]{2}/i.test(plainer); times += 1) {
      try {
        plainer = decodeURIComponent(plainer);
      } catch {
        return plainer;
      }
    }
    return plainer;
  }

  // One name as it was written: the record's identifier, or what was written when no record is called that.
  /** @param {string} text */
  function meant(text) {
    if (kindsOf(text).length || otherKindOf(text)) return text;
    const key = plain(text);
    return byPlain.get(key) || (otherKindOf(key) ? key : text);
  }

  // Everything that a parameter asks for; a space parts names only where the whole is no name.
  /** @param {string[]} values */
  function namesIn(values) {
    const parts = values.map(decoded).join(",").split(/[,;|]/).map((part) => part.trim()).filter(Boolean);
    return parts.flatMap((part) => {
      const several = part.split(/\s+/).map(meant);
      return !kindsOf(meant(part)).length && several.every((id) => kindsOf(id).length) ? several : [meant(part)];
    }).filter((id) => !ONLY_SIGNS.test(id));
  }

  // A sign that ends a sentence is no part of an address.
  /** @param {string} search */
  const withoutEnd = (search) => search.replace(/(?:[.,;:!?)\]>"'”»]|%29|%5D|%3E|%22)+$/i, "");

  // How many letters have to be added, taken away or changed (Levenshtein), counted row by row.
  /**
   * @param {string} a
   * @param {string} b
   */
  function distance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (none, nr) => nr);
    for (let i = 1; i <= a.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= b.length; j += 1) {
        next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      }
      row = next;
    }
    return row[b.length];
  }

  // The records whose names are nearest to one that does not exist, those of the wanted kind first.
  /**
   * @param {string} text
   * @param {string | null} kind
   */
  function nearNames(text, kind) {
    const wanted = (kind && kb.namn[kind]) || {};
    const key = plain(text).slice(0, 60);
    const allowed = Math.max(key.length > 3 ? 2 : 1, Math.floor(key.length / 3));
    const found = Array.from(byPlain)
      .map(([name, id]) => ({ id, far: name.startsWith(key) && key.length > 2 ? 0 : distance(key, name) }))
      .filter((one) => one.far <= allowed)
      .sort((a, b) => a.far - b.far || Number(has(wanted, b.id)) - Number(has(wanted, a.id)));
    return unique(found.map((one) => one.id)).slice(0, MOST_SUGGESTED);
  }

  Object.assign(kb.delar, { plain, namesIn, withoutEnd, nearNames });
})(window.kbJamfor);
