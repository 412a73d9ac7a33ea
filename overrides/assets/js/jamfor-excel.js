// The table as an Excel file (Office Open XML): a zip archive of a few small XML files, stored without compression.
// Every cell is text, so nothing in it can run as a formula.
(function (kb) {
  "use strict";
  if (!kb) return;
  const encoder = new TextEncoder();
  const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  const KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  /** @type {{[sign: string]: string}} */
  const NAMES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

  // Signs that XML cannot hold are left out.
  /** @param {string} text */
  const escaped = (text) =>
    text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .replace(/[&<>"]/g, (sign) => NAMES[sign]);

  /**
   * @param {number} nr
   * @returns {string}
   */
  function columnName(nr) {
    return (nr >= 26 ? columnName(Math.floor(nr / 26) - 1) : "") + String.fromCharCode(65 + (nr % 26));
  }

  // Style 1 is bold and wraps (heads), style 2 wraps.
  /** @param {Jamfor.Lines} rows */
  function sheetXml(rows) {
    /**
     * @param {string} text
     * @param {number} row
     * @param {number} column
     */
    const cell = (text, row, column) =>
      '<c r="' + columnName(column) + (row + 1) + '" t="inlineStr" s="' + (row && column ? 2 : 1) +
      '"><is><t xml:space="preserve">' + escaped(text) + "</t></is></c>";
    const lines = rows.map((row, nr) => '<row r="' + (nr + 1) + '">' + row.map((text, place) => cell(text, nr, place)).join("") + "</row>");
    return XML + '<worksheet xmlns="' + MAIN + '"><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" ' +
      'topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>' +
      '<cols><col min="1" max="60" width="34" customWidth="1"/></cols><sheetData>' + lines.join("") + "</sheetData></worksheet>";
  }

  const STYLES = XML + '<styleSheet xmlns="' + MAIN + '"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>' +
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>' +
    '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/>' +
    '</cellStyleXfs><cellXfs count="3"><xf xfId="0"/>' + ["1", "0"].map((font) => '<xf xfId="0" fontId="' + font +
    '" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>').join("") + "</cellXfs></styleSheet>";

  // `sheets` is a list of [name, rows of texts].
  /** @param {[name: string, rows: Jamfor.Lines][]} sheets */
  function workbook(sheets) {
    const numbers = sheets.map((sheet, nr) => nr + 1);
    /**
     * @param {string} id
     * @param {string} kind
     * @param {string} target
     */
    const relation = (id, kind, target) => '<Relationship Id="' + id + '" Type="' + OFFICE + "/" + kind + '" Target="' + target + '"/>';
    /** @param {string} inner */
    const relations = (inner) => XML + '<Relationships xmlns="' + PACKAGE + 'relationships">' + inner + "</Relationships>";
    /**
     * @param {string} name
     * @param {string} kind
     */
    const part = (name, kind) => '<Override PartName="/' + name + '" ContentType="' + KIND + kind + '+xml"/>';
    /** @type {[path: string, text: string][]} */
    const fixed = [
      ["[Content_Types].xml", XML + '<Types xmlns="' + PACKAGE + 'content-types"><Default Extension="rels" ContentType="application/' +
        'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
        part("xl/workbook.xml", "sheet.main") + part("xl/styles.xml", "styles") +
        numbers.map((nr) => part("xl/worksheets/sheet" + nr + ".xml", "worksheet")).join("") + "</Types>"],
      ["_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml"))],
      ["xl/workbook.xml", XML + '<workbook xmlns="' + MAIN + '" xmlns:r="' + OFFICE + '"><sheets>' +
        sheets.map(([name], nr) => '<sheet name="' + escaped(name).slice(0, 31) + '" sheetId="' + (nr + 1) + '" r:id="rId' + (nr + 1) + '"/>').join("") +
        "</sheets></workbook>"],
      ["xl/_rels/workbook.xml.rels", relations(numbers.map((nr) => relation("rId" + nr, "worksheet", "worksheets/sheet" + nr + ".xml")).join("") +
        relation("rId" + (sheets.length + 1), "styles", "styles.xml"))],
      ["xl/styles.xml", STYLES],
    ];
    return zip([...fixed, ...sheets.map(([, rows], nr) => /** @type {[string, string]} */ (["xl/worksheets/sheet" + (nr + 1) + ".xml", sheetXml(rows)]))]);
  }

  // -- A zip archive (APPNOTE 6.3): local headers with content, then the directory --

  /** @param {Uint8Array} bytes */
  function crc32(bytes) {
    let crc = 0xffffffff;
    bytes.forEach((byte) => {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    });
    return (crc ^ 0xffffffff) >>> 0;
  }

  // Numbers as [value, bytes], the least byte first.
  /** @param {...[value: number, size: number]} numbers */
  const little = (...numbers) =>
    numbers.flatMap(([value, size]) => Array.from({ length: size }, (none, nr) => Math.floor(value / 256 ** nr) % 256));

  const FIRST_DAY = 33; // 1 January 1980, the first day that the format can write

  /** @param {[name: string, text: string][]} files */
  function zip(files) {
    /** @type {Uint8Array[]} */
    const parts = [];
    /** @type {number[]} */
    const directory = [];
    let offset = 0;
    files.forEach(([name, text]) => {
      const path = encoder.encode(name);
      const bytes = encoder.encode(text);
      const about = little([20, 2], [0x800, 2], [0, 2], [0, 2], [FIRST_DAY, 2], [crc32(bytes), 4], [bytes.length, 4], [bytes.length, 4], [path.length, 2], [0, 2]);
      const local = [...little([0x04034b50, 4]), ...about, ...path];
      parts.push(new Uint8Array(local), bytes);
      directory.push(...little([0x02014b50, 4], [20, 2]), ...about, ...little([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), ...path);
      offset += local.length + bytes.length;
    });
    const end = little([0x06054b50, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [directory.length, 4], [offset, 4], [0, 2]);
    return new Blob([...parts, new Uint8Array(directory), new Uint8Array(end)]);
  }

  Object.assign(kb.delar, { workbook });
})(window.kbJamfor);
