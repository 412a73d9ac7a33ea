// A record's file, changed only where the data change: comments, order, quoting and line breaks of everything else stay
// as they are. Each change replaces a stretch of the text.
(function (kb) {
  "use strict";
  const { isMap, isSeq, isScalar } = window.kbYaml;
  const {
    same, isList, isPart, documentOf, valueOf, read, quoted, scalar, isBlock, isSimple, indented, entry, fieldLines, itemLines,
  } = kb.text;

  /** @param {string} text */
  function editor(text) {
    /** @type {{from: number, to: number, by: string}[]} */
    const edits = [];
    /**
     * @param {number} from
     * @param {number} to
     * @param {string} by
     */
    const replace = (from, to, by) => edits.push({ from, to, by });
    /** @param {number} at */
    const lineStart = (at) => text.lastIndexOf("\n", at - 1) + 1;
    /** @param {number} at */
    const column = (at) => at - lineStart(at);

    /** @param {number} at */
    function lineEnd(at) {
      if (at > 0 && text[at - 1] === "\n") return at;
      const end = text.indexOf("\n", at);
      return end < 0 ? text.length : end + 1;
    }

    /**
     * @param {Yaml.Node} node
     * @returns {number}
     */
    function contentEnd(node) {
      if (isMap(node) && !node.flow) {
        const last = node.items[node.items.length - 1];
        return contentEnd(last.value || last.key);
      }
      if (isSeq(node) && !node.flow) return contentEnd(node.items[node.items.length - 1]);
      let end = node.range[1];
      while (text.slice(end - 2, end) === "\n\n") end -= 1;
      return end;
    }

    /** @param {Yaml.Pair} pair */
    const pairEnd = (pair) => lineEnd(contentEnd(pair.value || pair.key));
    /** @param {Yaml.Node} item */
    const itemEnd = (item) => lineEnd(contentEnd(item));
    /** @param {Yaml.Node} item */
    const dash = (item) => text.lastIndexOf("-", item.range[0] - 1);

    // Lines that stand in place of others, or between them; the last line of a file may lack its line break.
    /**
     * @param {number} from
     * @param {number} to
     * @param {string[]} lines
     * @param {number} indent
     */
    function put(from, to, lines, indent) {
      const first = column(from) > 0;
      let by = indented(lines, indent).join("\n");
      if (first) by = by.slice(indent);
      const unended = to > 0 && to === text.length && text[to - 1] !== "\n";
      replace(from, to, unended ? (from === to ? "\n" : "") + by : by + "\n");
    }

    /**
     * @param {Yaml.Scalar} node
     * @param {Redigera.Value} value
     * @param {boolean} inFlow
     */
    function quotedAs(node, value, inFlow) {
      if (typeof value !== "string") return scalar(value, inFlow);
      if (node.type === "QUOTE_DOUBLE") return quoted(value);
      // eslint-disable-next-line no-control-regex
      if (node.type === "QUOTE_SINGLE" && !/[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]/.test(value)) return "'" + value.replace(/'/g, "''") + "'";
      return scalar(value, inFlow);
    }

    /**
     * @param {Yaml.Node} node
     * @param {Redigera.Value} value
     * @param {boolean} inFlow
     */
    function editScalar(node, value, inFlow) {
      if (!isScalar(node) || !isSimple(value) || node.range[0] === node.range[1] || value === null) return false;
      const source = text.slice(node.range[0], node.range[1]);
      if (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED") {
        const indent = /^\|\n+( +)/.exec(source);
        if (!indent || typeof value !== "string" || !isBlock(value)) return false;
        const lines = indented(value.slice(0, -1).split("\n"), indent[1].length).join("\n");
        replace(node.range[0], contentEnd(node), "|\n" + lines + "\n");
        return true;
      }
      if (typeof value === "string" && isBlock(value)) return false;
      replace(node.range[0], node.range[1], quotedAs(node, value, inFlow));
      return true;
    }

    /**
     * @param {Yaml.Node} node
     * @param {Redigera.Value} before
     * @param {Redigera.Value} after
     * @param {Redigera.Node | null} shape
     */
    function edit(node, before, after, shape) {
      if (same(before, after)) return true;
      if (isMap(node) && isPart(after)) return editMap(node, before, after, shape);
      if (isSeq(node) && isList(after)) return (node.flow ? editFlow : editList)(node, before, after, shape);
      return editScalar(node, after, false);
    }

    /**
     * @param {Yaml.Map} node
     * @param {Redigera.Values} before
     * @param {Redigera.Values} after
     * @param {Redigera.Node | null} shape
     */
    function editMap(node, before, after, shape) {
      const keys = Object.keys(before);
      const first = node.items[0];
      if (node.flow || !first || !Object.keys(after).length) return false;
      const inItem = text.slice(lineStart(first.key.range[0]), first.key.range[0]).trim() !== "";
      if (inItem && !(keys[0] in after)) return false;
      const indent = column(first.key.range[0]);
      const pairs = Object.fromEntries(node.items.map((pair) => [pair.key.value, pair]));
      keys.forEach((key) => {
        const pair = pairs[key];
        if (!(key in after)) return replace(lineStart(pair.key.range[0]), pairEnd(pair), "");
        const mark = edits.length;
        if (pair.value && edit(pair.value, before[key], after[key], inner(shape, key))) return null;
        edits.length = mark;
        return put(pair.key.range[0], pairEnd(pair), entry(key, after[key]), indent);
      });
      return insertPairs(keys, after, pairs, indent, order(shape));
    }

    /**
     * @param {string[]} keys
     * @param {Redigera.Values} after
     * @param {{[key: string]: Yaml.Pair}} pairs
     * @param {number} indent
     * @param {string[]} wanted
     */
    function insertPairs(keys, after, pairs, indent, wanted) {
      const added = Object.keys(after).filter((key) => !keys.includes(key));
      const groups = new Map();
      /** @param {string} key */
      const place = (key) => (wanted.includes(key) ? wanted.indexOf(key) : wanted.length);
      added.sort((one, other) => place(one) - place(other)).forEach((key) => {
        const earlier = keys.filter((other) => wanted.length === 0 || place(other) < place(key));
        const previous = earlier.sort((one, other) => keys.indexOf(one) - keys.indexOf(other)).pop() || null;
        groups.set(previous, (groups.get(previous) || []).concat(entry(key, after[key])));
      });
      for (const [previous, lines] of groups) {
        if (previous !== null) put(pairEnd(pairs[previous]), pairEnd(pairs[previous]), lines, indent);
        else replace(pairs[keys[0]].key.range[0], pairs[keys[0]].key.range[0], indented(lines, indent).join("\n").slice(indent) + "\n" + " ".repeat(indent));
      }
      return true;
    }

    // What two lists share at both ends, and how many of the rest stand in the same place.
    /**
     * @param {Redigera.Value[]} before
     * @param {Redigera.Value[]} after
     */
    function between(before, after) {
      let start = 0;
      while (start < before.length && start < after.length && same(before[start], after[start])) start += 1;
      let end = 0;
      while (end < before.length - start && end < after.length - start && same(before[before.length - 1 - end], after[after.length - 1 - end])) end += 1;
      const [old, made] = [before.length - end, after.length - end];
      return { start, old, made, kept: start + Math.min(old - start, made - start) };
    }

    /**
     * @param {Yaml.Seq} node
     * @param {Redigera.Value[]} before
     * @param {Redigera.Value[]} after
     * @param {Redigera.Node | null} shape
     */
    function editList(node, before, after, shape) {
      if (!before.length || !after.length) return false;
      const { start, old, made, kept } = between(before, after);
      const indent = column(dash(node.items[0]));
      if (text.slice(lineStart(dash(node.items[0])), dash(node.items[0])).trim()) return false;
      for (let at = start; at < kept; at += 1) {
        const mark = edits.length;
        if (edit(node.items[at], before[at], after[at], inItems(shape))) continue;
        edits.length = mark;
        put(dash(node.items[at]), itemEnd(node.items[at]), itemLines(after[at]), indent);
      }
      for (let at = kept; at < old; at += 1) replace(lineStart(dash(node.items[at])), itemEnd(node.items[at]), "");
      const added = after.slice(kept, made).flatMap(itemLines);
      if (added.length) {
        const at = kept ? itemEnd(node.items[kept - 1]) : lineStart(dash(node.items[0]));
        put(at, at, added, indent);
      }
      return true;
    }

    /**
     * @param {Yaml.Seq} node
     * @param {Redigera.Value[]} before
     * @param {Redigera.Value[]} after
     */
    function editFlow(node, before, after) {
      if (!before.length || !after.length || ![...before, ...after].every(isSimple)) return false;
      const { start, old, made, kept } = between(before, after);
      const items = node.items;
      for (let at = start; at < kept; at += 1) if (!editScalar(items[at], after[at], true)) return false;
      if (kept < old && kept) replace(items[kept - 1].range[1], items[old - 1].range[1], "");
      else if (kept < old) replace(items[0].range[0], items[old].range[0], "");
      const added = after.slice(kept, made).map((value) => scalar(value, true)).join(", ");
      if (added && kept) replace(items[kept - 1].range[1], items[kept - 1].range[1], ", " + added);
      else if (added) replace(items[0].range[0], items[0].range[0], added + ", ");
      return true;
    }

    // Changes are made from the end, so that the places of the earlier ones hold.
    function result() {
      const sorted = edits.map((each, at) => ({ ...each, at })).sort((one, other) => other.from - one.from || other.at - one.at);
      return sorted.reduce((made, each) => made.slice(0, each.from) + each.by + made.slice(each.to), text);
    }

    return { edit, put, pairEnd, result };
  }

  /**
   * @param {Redigera.Node | null} shape
   * @param {string} key
   */
  function inner(shape, key) {
    if (!shape) return null;
    const part = shape.t === "fakta" ? shape.av : shape;
    if (part.t === "karta") return part.av;
    const field = part.t === "del" && part.falt.find((each) => each.namn === key);
    return field ? field.nod : null;
  }

  /** @param {Redigera.Node | null} shape */
  const inItems = (shape) => (shape && (shape.t === "lista" || shape.t === "fakta") ? shape.av : null);

  /** @param {Redigera.Node | null} shape */
  const order = (shape) => {
    const part = shape && (shape.t === "fakta" ? shape.av : shape);
    return part && part.t === "del" ? part.falt.map((field) => field.namn) : [];
  };

  // The text with the values of `after`. Unchanged values leave the text as it is, byte for byte.
  /**
   * @param {string} text
   * @param {Redigera.Values} after
   * @param {Redigera.Del} shape
   */
  function rewrite(text, after, shape) {
    const lines = text.includes("\r\n") && !/[^\r]\n/.test(text) ? text.replace(/\r\n/g, "\n") : text;
    const whole = documentOf(lines).contents;
    const before = valueOf(whole);
    if (same(before, after)) return text;
    const careful = editor(lines);
    let made = careful.edit(whole, before, after, shape) ? careful.result() : "";
    if (!same(read(made), after)) made = wholeFields(lines, whole, before, after, shape);
    return lines === text ? made : made.replace(/\n/g, "\r\n");
  }

  // The second way, for files written in ways that the first does not know: each changed field is written anew.
  /**
   * @param {string} text
   * @param {Yaml.Node} whole
   * @param {Redigera.Values} before
   * @param {Redigera.Values} after
   * @param {Redigera.Del} shape
   */
  function wholeFields(text, whole, before, after, shape) {
    const fresh = fieldLines(after).join("\n") + "\n";
    if (!isMap(whole) || whole.flow) return fresh;
    const plain = editor(text);
    const kept = Object.fromEntries(Object.keys(after).map((key) => [key, key in before ? before[key] : after[key]]));
    whole.items.forEach((pair) => {
      const key = pair.key.value;
      if (key in after && !same(before[key], after[key])) plain.put(pair.key.range[0], plain.pairEnd(pair), entry(key, after[key]), 0);
    });
    plain.edit(whole, before, kept, shape);
    return same(read(plain.result()), after) ? plain.result() : fresh;
  }

  Object.assign(kb.text, { rewrite });
})(window.kbVerktyg);
