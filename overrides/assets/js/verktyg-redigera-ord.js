// Values of a record in words, as readers see them.
(function (kb) {
  "use strict";
  const { ord, fill } = kb.delar;
  const { isList } = kb.text;
  const { data } = kb;
  const LONG = 90;

  /**
   * @param {Redigera.Val} node
   * @param {string} value
   */
  const labelOf = (node, value) => (node.krit ? (data.kriterier[node.krit] || {})[value] : null) || value;
  /** @param {string} text */
  const short = (text) => (text.length > LONG ? text.slice(0, LONG - 1).trimEnd() + "…" : text);

  /**
   * @param {Redigera.Node} node
   * @param {Redigera.Value} value
   * @param {Redigera.NamesOf} names
   * @returns {string}
   */
  function inWords(node, value, names) {
    if (value === undefined || value === null || value === "" || (isList(value) && !value.length)) return ord.inget;
    if (value === data.okand || value === data.ej) return value;
    if (node.t === "fakta") return (isList(value) ? value : [value]).map((each) => oneFact(node, each, names)).join("; ");
    if (node.t === "saknas") return inWords(node.av, value, names);
    if (node.t === "val") return String(labelOf(node, value));
    if (node.t === "ref") return names(node.slag)[value] || value;
    if (node.t === "lista") return node.av.t === "del" ? fill(ord.antal_delar, { antal: value.length }) : value.map((/** @type {Redigera.Value} */ each) => inWords(node.av, each, names)).join(", ");
    if (node.t === "karta") return Object.keys(value).map((key) => (node.nyckel.t === "ref" ? inWords(node.nyckel, key, names) : key) + ": " + inWords(node.av, value[key], names)).join("; ");
    if (node.t === "del") return onePart(node, value, names);
    if (typeof value === "number") return String(value).replace(".", ",");
    return String(value);
  }

  /**
   * @param {Redigera.Fakta} node
   * @param {Redigera.Values} fact
   * @param {Redigera.NamesOf} names
   * @returns {string}
   */
  function oneFact(node, fact, names) {
    const field = /** @type {Redigera.Field} */ (node.av.falt.find((each) => each.namn === "varde"));
    const told = inWords(field.nod, fact.varde, names);
    return told + (fact.avser ? " (" + fact.avser + ")" : "");
  }

  /**
   * @param {Redigera.Del} node
   * @param {Redigera.Values} value
   * @param {Redigera.NamesOf} names
   * @returns {string}
   */
  function onePart(node, value, names) {
    const told = node.falt.filter((field) => value[field.namn] !== undefined).slice(0, 3);
    return short(told.map((field) => inWords(field.nod, value[field.namn], names)).join(", "));
  }

  kb.ordalag = { inWords, onePart, short };
})(window.kbVerktyg);
