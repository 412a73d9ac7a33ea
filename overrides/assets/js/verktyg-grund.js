// What the tools share: elements, the address, numbers as Swedes write them, and files.
// Each tool is one file at build: its words and data, this part, its logic, and the script that draws it.
(function (kb) {
  "use strict";
  const ord = Object.assign({}, kb.gemensamt, kb.ord);
  const rot = document.body.getAttribute("data-rot") || ".";
  const pageTitle = document.title;

  /** @type {MakeElement} */
  function el(tag, attributes, ...children) {
    const element = document.createElement(tag);
    Object.keys(attributes || {}).forEach((name) => {
      const value = attributes[name];
      if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value === true ? "" : value);
    });
    element.append(.../** @type {(Node | string)[]} */ (children.flat(3).filter((child) => child !== null && child !== undefined && child !== false && child !== "")));
    return element;
  }

  /** @type {Fill} */
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
  // A page opened from a folder has no server that finds index.html.
  /** @param {string} address */
  const place = (address) => rot + address.replace(/\/(?=\?|$)/, location.protocol === "file:" ? "/index.html" : "/");

  /**
   * @param {string} text
   * @param {() => unknown} press
   * @param {Attributes} [attributes]
   */
  function button(text, press, attributes) {
    const made = el("button", Object.assign({ type: "button", class: "knapp knapp-tyst" }, attributes), text);
    made.addEventListener("click", press);
    return made;
  }

  // -- The address: what the reader chose, in one order --

  /**
   * @param {string} query
   * @param {boolean} push
   */
  function saveAddress(query, push) {
    if (query === location.search) return;
    try {
      history[push ? "pushState" : "replaceState"](null, "", location.pathname + query);
    } catch {
      // Some browsers refuse this for files; the page then works without the address.
    }
  }

  /** @param {Verktyg.Pair[]} pairs */
  const query = (pairs) => {
    const parts = pairs.filter((pair) => pair[1] !== "" && pair[1] !== undefined);
    return (parts.length ? "?" : "") + parts.map(([name, value]) => name + "=" + encodeURIComponent(String(value))).join("&");
  };

  /** @param {string} text */
  function setTitle(text) {
    document.title = text ? text + " – " + pageTitle : pageTitle;
  }

  // -- Numbers --

  const english = document.documentElement.lang === "en";
  const locale = english ? "en-GB" : "sv-SE";

  // A number as people write it: spaces between thousands, comma or point before decimals; in English commas between
  // thousands. NaN for anything else.
  /** @param {string} text */
  function parseNumber(text) {
    const joined = String(text).replace(/[\s\u00a0\u202f']/g, "").replace(/\u2212/g, "-");
    const plain = english ? joined.replace(/,(?=\d{3})/g, "") : joined.replace(",", ".");
    return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : NaN;
  }

  /**
   * @param {number} value
   * @param {number} [decimals]
   */
  const formatNumber = (value, decimals) =>
    value.toLocaleString(locale, { minimumFractionDigits: decimals || 0, maximumFractionDigits: decimals || 0 });

  // -- Files: what a spreadsheet would run as a formula starts with an apostrophe --

  /** @param {string} text */
  function csvField(text) {
    const safe = /^\s*[=+@\uFF1D\uFF0B\uFF0D\uFF20]|^\s*-(?![\d\s])|^[\t\r\n]/.test(text) ? "'" + text : text;
    return '"' + String(safe).replace(/"/g, '""') + '"';
  }

  /** @param {Verktyg.Rows} lines */
  const csvText = (lines) => "\uFEFF" + lines.map((line) => line.map((one) => csvField(String(one))).join(";") + "\r\n").join("");

  // Rows from a spreadsheet or a CSV file: tab, semicolon or (without either) comma between cells.
  /** @param {string} text */
  function parseTable(text) {
    const plain = text.replace(/^\uFEFF/, "");
    const first = plain.split(/\r?\n/, 1)[0];
    const sign = first.includes("\t") ? "\t" : first.includes(";") ? ";" : ",";
    const rows = [];
    let row = [];
    let cell = "";
    let quoted = false;
    for (let at = 0; at < plain.length; at += 1) {
      const letter = plain[at];
      if (quoted && letter === '"' && plain[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (letter === '"' && (quoted || cell === "")) quoted = !quoted;
      else if (!quoted && letter === sign) {
        row.push(cell.trim());
        cell = "";
      } else if (!quoted && letter === "\n") {
        rows.push(row.concat(cell.trim()));
        row = [];
        cell = "";
      } else if (letter !== "\r") cell += letter;
    }
    if (cell || row.length) rows.push(row.concat(cell.trim()));
    return rows.filter((cells) => cells.some(Boolean)).map((cells) => cells.map((one) => one.replace(/^'(?=[=+\-@])/, "")));
  }

  /**
   * @param {string} name
   * @param {string} type
   * @param {string} text
   */
  function download(name, type, text) {
    const link = el("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  /**
   * @param {string} name
   * @param {(area: HTMLElement) => void} begin
   */
  function start(name, begin) {
    const area = document.querySelector("[data-verktyg=" + name + "]");
    /** @type {HTMLDetailsElement} */
    const whole = document.querySelector(".verktyg-hela");
    if (whole && !location.hash) whole.open = false;
    if (area) begin(area);
  }

  Object.assign(kb, { delar: {
    ord, el, fill, place, button, saveAddress, query, setTitle, parseNumber, formatNumber, csvText, parseTable,
    locale, download, start,
  } });
})(window.kbVerktyg);
