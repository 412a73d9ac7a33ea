// A record's file: read as plain data, and written anew as the commands for contributors do.
(function (kb) {
  "use strict";
  const { parseDocument, isMap, isSeq } = window.kbYaml;
  const INTEGER = new RegExp(kb.data.monster.heltal);
  const DECIMAL = new RegExp(kb.data.monster.decimaltal);
  const NOTHING = /^(~|null|Null|NULL)?$/;
  const WIDTH = 100;
  const SURE = /^[A-Za-zÅÄÖåäöé][\p{L}\p{N}_ .,–()§/&+%-]*$/u;
  const SPECIAL = /^(null|true|false|yes|no|on|off)$/i;
  // eslint-disable-next-line no-control-regex
  const UNWRITABLE = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;
  // eslint-disable-next-line no-control-regex
  const BLOCK = /^[^\s\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff][^\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]*\n$/;
  const isList = Array.isArray;
  /**
   * @param {Redigera.Value} value
   * @returns {value is Redigera.Values}
   */
  const isPart = (value) => value !== null && typeof value === "object" && !isList(value);

  /**
   * @param {Redigera.Value} one
   * @param {Redigera.Value} other
   * @returns {boolean}
   */
  function same(one, other) {
    if (one === other) return true;
    if (isList(one)) return isList(other) && one.length === other.length && one.every((item, at) => same(item, other[at]));
    if (!isPart(one) || !isPart(other)) return false;
    const keys = Object.keys(one);
    return keys.length === Object.keys(other).length && keys.every((key) => key in other && same(one[key], other[key]));
  }

  // -- Reading --

  /** @param {string} text */
  const documentOf = (text) => parseDocument(text, { schema: "failsafe", keepSourceTokens: true });

  /**
   * @param {Yaml.Node | null | undefined} node
   * @returns {Redigera.Value}
   */
  function valueOf(node) {
    if (!node) return null;
    if (isMap(node)) return Object.fromEntries(node.items.map((pair) => [pair.key.value, valueOf(pair.value)]));
    if (isSeq(node)) return node.items.map(valueOf);
    if (node.type !== "PLAIN") return node.value;
    if (NOTHING.test(node.value)) return null;
    return INTEGER.test(node.value) || DECIMAL.test(node.value) ? Number(node.value) : node.value;
  }

  /** @param {string} text */
  const read = (text) => valueOf(documentOf(text).contents);

  // -- Writing anew --

  /** @param {string} text */
  const quoted = (text) => JSON.stringify(text).replace(UNWRITABLE, (sign) => "\\u" + sign.charCodeAt(0).toString(16).padStart(4, "0"));

  /**
   * @param {Redigera.Value} value
   * @param {boolean} [inList]
   */
  function scalar(value, inList) {
    if (value === null) return inList ? "null" : "";
    if (typeof value === "number") return String(value);
    const plain = SURE.test(value) && value === value.trim() && !SPECIAL.test(value) && !(inList && /[,[\]{}]/.test(value));
    if (plain) return value;
    return quoted(value);
  }

  /** @param {string} text */
  const isBlock = (text) => BLOCK.test(text) && !text.includes("\n\n\n") && !text.endsWith("\n\n");
  /** @param {Redigera.Value} value */
  const isSimple = (value) => typeof value !== "object" || value === null;
  /**
   * @param {string[]} lines
   * @param {number} by
   */
  const indented = (lines, by) => lines.map((line) => (line ? " ".repeat(by) + line : ""));

  // The lines of one field, the first without indent.
  /**
   * @param {string} key
   * @param {Redigera.Value} value
   * @returns {string[]}
   */
  function entry(key, value) {
    const name = scalar(key);
    if (isList(value)) return listLines(name, value);
    if (isPart(value) && Object.keys(value).length) return [name + ":", ...indented(fieldLines(value), 2)];
    if (typeof value === "string" && isBlock(value)) return [name + ": |", ...indented(value.slice(0, -1).split("\n"), 2)];
    return [(name + ": " + (isPart(value) ? "{}" : scalar(value))).trimEnd()];
  }

  /**
   * @param {Redigera.Values} values
   * @returns {string[]}
   */
  const fieldLines = (values) => Object.keys(values).flatMap((key) => entry(key, values[key]));

  /**
   * @param {string} name
   * @param {Redigera.Value[]} values
   * @returns {string[]}
   */
  function listLines(name, values) {
    const flow = name + ": [" + values.map((value) => scalar(value, true)).join(", ") + "]";
    if (!values.length || (values.every(isSimple) && [...flow].length <= WIDTH)) return values.length ? [flow] : [name + ": []"];
    return [name + ":", ...indented(values.flatMap(itemLines), 2)];
  }

  /**
   * @param {Redigera.Value} value
   * @returns {string[]}
   */
  function itemLines(value) {
    if (!isPart(value)) return ["- " + scalar(value, true)];
    if (!Object.keys(value).length) return ["- {}"];
    return fieldLines(value).map((line, at) => (at === 0 ? "- " + line : line && "  " + line));
  }

  // A new record's file: each field below the words that explain it.
  /**
   * @param {Redigera.Kind} kind
   * @param {Redigera.Values} values
   */
  function compose(kind, values) {
    const parts = kind.nod.falt.map((field) => {
      const [heading, example] = kind.delar[field.namn];
      const lines = [heading];
      if (field.namn in values) {
        lines.push(...entry(field.namn, values[field.namn]));
        if (values[field.namn] === kb.data.okand) lines.push(example);
      } else lines.push(field.krav ? field.namn + ":" : example);
      return lines.join("\n");
    });
    return kind.inledning + "\n\n" + parts.join("\n\n") + "\n";
  }

  Object.assign(kb, { text: {
    same, isList, isPart, documentOf, valueOf, read, quoted, scalar, isBlock, isSimple, indented, entry, fieldLines,
    itemLines, compose,
  } });
})(window.kbVerktyg);
