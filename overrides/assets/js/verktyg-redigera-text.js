// A record's file: read as plain data, and changed only where the data change. Comments, order, quoting and line
// breaks of everything else stay as they are. What is written anew is written as the commands for contributors do.
(function (kb) {
  "use strict";
  const { parseDocument, isMap, isSeq, isScalar } = window.kbYaml;
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
  const isPart = (value) => value !== null && typeof value === "object" && !isList(value);

  function same(one, other) {
    if (one === other) return true;
    if (isList(one)) return isList(other) && one.length === other.length && one.every((item, at) => same(item, other[at]));
    if (!isPart(one) || !isPart(other)) return false;
    const keys = Object.keys(one);
    return keys.length === Object.keys(other).length && keys.every((key) => key in other && same(one[key], other[key]));
  }

  // -- Reading --

  const documentOf = (text) => parseDocument(text, { schema: "failsafe", keepSourceTokens: true });

  function valueOf(node) {
    if (!node) return null;
    if (isMap(node)) return Object.fromEntries(node.items.map((pair) => [pair.key.value, valueOf(pair.value)]));
    if (isSeq(node)) return node.items.map(valueOf);
    if (node.type !== "PLAIN") return node.value;
    if (NOTHING.test(node.value)) return null;
    return INTEGER.test(node.value) || DECIMAL.test(node.value) ? Number(node.value) : node.value;
  }

  const read = (text) => valueOf(documentOf(text).contents);

  // -- Writing anew --

  const quoted = (text) => JSON.stringify(text).replace(UNWRITABLE, (sign) => "\\u" + sign.charCodeAt(0).toString(16).padStart(4, "0"));

  function scalar(value, inList) {
    if (value === null) return inList ? "null" : "";
    if (typeof value === "number") return String(value);
    const plain = SURE.test(value) && value === value.trim() && !SPECIAL.test(value) && !(inList && /[,[\]{}]/.test(value));
    if (plain) return value;
    return quoted(value);
  }

  const isBlock = (text) => BLOCK.test(text) && !text.includes("\n\n\n") && !text.endsWith("\n\n");
  const isSimple = (value) => typeof value !== "object" || value === null;
  const indented = (lines, by) => lines.map((line) => (line ? " ".repeat(by) + line : ""));

  // The lines of one field, the first without indent.
  function entry(key, value) {
    const name = scalar(key);
    if (isList(value)) return listLines(name, value);
    if (isPart(value) && Object.keys(value).length) return [name + ":", ...indented(fieldLines(value), 2)];
    if (typeof value === "string" && isBlock(value)) return [name + ": |", ...indented(value.slice(0, -1).split("\n"), 2)];
    return [(name + ": " + (isPart(value) ? "{}" : scalar(value))).trimEnd()];
  }

  const fieldLines = (values) => Object.keys(values).flatMap((key) => entry(key, values[key]));

  function listLines(name, values) {
    const flow = name + ": [" + values.map((value) => scalar(value, true)).join(", ") + "]";
    if (!values.length || (values.every(isSimple) && [...flow].length <= WIDTH)) return values.length ? [flow] : [name + ": []"];
    return [name + ":", ...indented(values.flatMap(itemLines), 2)];
  }

  function itemLines(value) {
    if (!isPart(value)) return ["- " + scalar(value, true)];
    if (!Object.keys(value).length) return ["- {}"];
    return fieldLines(value).map((line, at) => (at === 0 ? "- " + line : line && "  " + line));
  }

  // A new record's file: each field below the words that explain it.
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

  // -- Changing what is written: each change replaces a stretch of the text --

  function editor(text) {
    const edits = [];
    const replace = (from, to, by) => edits.push({ from, to, by });
    const lineStart = (at) => text.lastIndexOf("\n", at - 1) + 1;
    const column = (at) => at - lineStart(at);

    function lineEnd(at) {
      if (at > 0 && text[at - 1] === "\n") return at;
      const end = text.indexOf("\n", at);
      return end < 0 ? text.length : end + 1;
    }

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

    const pairEnd = (pair) => lineEnd(contentEnd(pair.value || pair.key));
    const itemEnd = (item) => lineEnd(contentEnd(item));
    const dash = (item) => text.lastIndexOf("-", item.range[0] - 1);

    // Lines that stand in place of others, or between them; the last line of a file may lack its line break.
    function put(from, to, lines, indent) {
      const first = column(from) > 0;
      let by = indented(lines, indent).join("\n");
      if (first) by = by.slice(indent);
      const unended = to > 0 && to === text.length && text[to - 1] !== "\n";
      replace(from, to, unended ? (from === to ? "\n" : "") + by : by + "\n");
    }

    function quotedAs(node, value, inFlow) {
      if (typeof value !== "string") return scalar(value, inFlow);
      if (node.type === "QUOTE_DOUBLE") return quoted(value);
      // eslint-disable-next-line no-control-regex
      if (node.type === "QUOTE_SINGLE" && !/[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]/.test(value)) return "'" + value.replace(/'/g, "''") + "'";
      return scalar(value, inFlow);
    }

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

    function edit(node, before, after, shape) {
      if (same(before, after)) return true;
      if (isMap(node) && isPart(after)) return editMap(node, before, after, shape);
      if (isSeq(node) && isList(after)) return (node.flow ? editFlow : editList)(node, before, after, shape);
      return editScalar(node, after, false);
    }

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
        if (edit(pair.value, before[key], after[key], inner(shape, key))) return null;
        edits.length = mark;
        return put(pair.key.range[0], pairEnd(pair), entry(key, after[key]), indent);
      });
      return insertPairs(keys, after, pairs, indent, order(shape));
    }

    function insertPairs(keys, after, pairs, indent, wanted) {
      const added = Object.keys(after).filter((key) => !keys.includes(key));
      const groups = new Map();
      const place = (key) => (wanted.includes(key) ? wanted.indexOf(key) : wanted.length);
      added.sort((one, other) => place(one) - place(other)).forEach((key) => {
        const earlier = keys.filter((other) => wanted.length === 0 || place(other) < place(key));
        const previous = earlier.reduce((best, other) => (best === null || keys.indexOf(other) > keys.indexOf(best) ? other : best), null);
        groups.set(previous, (groups.get(previous) || []).concat(entry(key, after[key])));
      });
      for (const [previous, lines] of groups) {
        if (previous !== null) put(pairEnd(pairs[previous]), pairEnd(pairs[previous]), lines, indent);
        else replace(pairs[keys[0]].key.range[0], pairs[keys[0]].key.range[0], indented(lines, indent).join("\n").slice(indent) + "\n" + " ".repeat(indent));
      }
      return true;
    }

    // What two lists share at both ends, and how many of the rest stand in the same place.
    function between(before, after) {
      let start = 0;
      while (start < before.length && start < after.length && same(before[start], after[start])) start += 1;
      let end = 0;
      while (end < before.length - start && end < after.length - start && same(before[before.length - 1 - end], after[after.length - 1 - end])) end += 1;
      const [old, made] = [before.length - end, after.length - end];
      return { start, old, made, kept: start + Math.min(old - start, made - start) };
    }

    function editList(node, before, after, shape) {
      if (!before.length || !after.length) return false;
      const { start, old, made, kept } = between(before, after);
      const indent = column(dash(node.items[0]));
      if (text.slice(lineStart(dash(node.items[0])), dash(node.items[0])).trim()) return false;
      for (let at = start; at < kept; at += 1) {
        const mark = edits.length;
        if (edit(node.items[at], before[at], after[at], shape && shape.av)) continue;
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

  function inner(shape, key) {
    if (!shape) return null;
    const part = shape.t === "fakta" ? shape.av : shape;
    if (part.t === "karta") return part.av;
    const field = part.t === "del" && part.falt.find((each) => each.namn === key);
    return field ? field.nod : null;
  }

  const order = (shape) => {
    const part = shape && (shape.t === "fakta" ? shape.av : shape);
    return part && part.t === "del" ? part.falt.map((field) => field.namn) : [];
  };

  // The text with the values of `after`. Unchanged values leave the text as it is, byte for byte.
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

  kb.text = { same, read, entry, compose, rewrite, isList, isPart };
})(window.kbVerktyg);
