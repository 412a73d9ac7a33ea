// The last step: what changes, the text for the proposal, and the ways to hand the files over that the site has.
(function (kb) {
  "use strict";
  const { ord, el, fill, button, download, copy } = kb.delar;
  const { same, isList } = kb.text;
  const { inWords } = kb.ordalag;
  // Longer addresses and letters are cut by some browsers, hosts and mail programs.
  const LONGEST_ADDRESS = 7500;
  const LONGEST_LETTER = 1800;
  const LONG = 120;

  // -- What has changed, as lines of a list --

  /**
   * @param {string} before
   * @param {string} after
   */
  function linesOf(before, after) {
    const [old, made] = [before, after].map((text) => (text || "").split("\n").filter((line) => line.trim()));
    const gone = old.filter((line) => !made.includes(line)).map((line) => "  − " + line);
    return gone.concat(made.filter((line) => !old.includes(line)).map((line) => "  + " + line));
  }

  /**
   * @param {Redigera.Value} value
   * @param {Redigera.NamesOf} names
   */
  function sourcesOf(value, names) {
    const found = new Set();
    (function walk(each) {
      if (isList(each)) each.forEach(walk);
      else if (each && typeof each === "object") {
        (each.kallor || []).forEach((/** @type {string} */ key) => found.add(key));
        Object.values(each).forEach(walk);
      } else if (typeof each === "string") kb.regler.citations(each).forEach((key) => found.add(key));
    })(value);
    return [...found].map((key) => (names("kalla")[key] ? names("kalla")[key] + " (" + key + ")" : key));
  }

  /**
   * @param {string} title
   * @param {Redigera.Node} node
   * @param {Redigera.Value} before
   * @param {Redigera.Value} after
   * @param {Redigera.NamesOf} names
   * @returns {string[]}
   */
  function changeOf(title, node, before, after, names) {
    const [old, made] = [inWords(node, before, names), inWords(node, after, names)];
    if (node.t === "del" && before && after) {
      return node.falt.filter((field) => !same(before[field.namn], after[field.namn])).flatMap((field) => changeOf(title + ", " + field.titel.toLowerCase(), field.nod, before[field.namn], after[field.namn], names));
    }
    if (node.t === "lista" && node.av.t === "del") {
      const [was, is] = [before || [], after || []];
      const places = Array.from({ length: Math.max(was.length, is.length) }, (none, at) => at).filter((at) => !same(was[at], is[at]));
      return places.flatMap((at) => changeOf(title + " " + (at + 1), node.av, was[at], is[at], names));
    }
    if (node.t === "karta") {
      const keys = [...new Set([...Object.keys(before || {}), ...Object.keys(after || {})])];
      /** @param {string} key */
      const name = (key) => (node.nyckel.t === "ref" ? names(node.nyckel.slag)[key] || key : key);
      return keys.filter((key) => !same((before || {})[key], (after || {})[key])).flatMap((key) => changeOf(title + ", " + name(key), node.av, (before || {})[key], (after || {})[key], names));
    }
    const cited = sourcesOf(after, names);
    const under = cited.length ? ["  " + ord.kallor + ": " + cited.join("; ")] : [];
    if (old.length > LONG || made.length > LONG || node.t === "text") return ["- " + title + ":", ...linesOf(old, made), ...under];
    const told = old === made ? fill(ord.samma_varde, { varde: made }) : before === undefined ? made : old + " → " + made;
    return ["- " + title + ": " + told, ...under];
  }

  /**
   * @param {Redigera.Kind} kind
   * @param {Redigera.Values} before
   * @param {Redigera.Values} after
   * @param {Redigera.NamesOf} names
   */
  const changes = (kind, before, after, names) =>
    kind.nod.falt.filter((field) => field.namn !== "andrad" && !same(before[field.namn], after[field.namn])).flatMap((field) => changeOf(field.titel, field.nod, before[field.namn], after[field.namn], names));

  // -- The host of the files, from the site's own settings --

  /** @param {Redigera.Settings} settings */
  function host(settings) {
    const edit = settings.redigera.replace(/\/$/, "");
    const found = /^(https?:\/\/.+?)(\/-\/edit\/|\/_edit\/|\/edit\/)(.+)$/.exec(edit);
    if (!found) return edit ? { edit: (/** @type {string} */ path) => edit + "/" + path, make: null, fills: false } : null;
    const [, top, way, branch] = found;
    /** @param {{[name: string]: string}} values */
    const named = (values) => "?" + Object.keys(values).map((name) => name + "=" + encodeURIComponent(values[name])).join("&");
    /** @type {{[way: string]: (path: string, text: string) => string}} */
    const makers = {
      /**
       * @param {string} path
       * @param {string} text
       */
      "/edit/": (path, text) => top + "/new/" + branch + named({ filename: path, value: text }),
      /**
       * @param {string} path
       * @param {string} text
       */
      "/_edit/": (path, text) => top + "/_new/" + branch + named({ filename: path, value: text }),
      /** @param {string} path */
      "/-/edit/": (path) => top + "/-/new/" + branch + named({ file_name: path }),
    };
    return { edit: (/** @type {string} */ path) => edit + "/" + path, make: makers[way], fills: way !== "/-/edit/" };
  }

  /**
   * @param {string} name
   * @param {() => string} text
   * @param {HTMLElement} status
   */
  function copied(name, text, status) {
    /** @param {string} said */
    const told = (said) => fill(said, { namn: name });
    return button(fill(ord.kopiera_vad, { namn: name }), () => copy(text(), status, told(ord.kopierad), told(ord.kopiera_sjalv)));
  }

  /**
   * @param {string} id
   * @param {string} label
   * @param {string} text
   * @param {number} rows
   */
  function shownText(id, label, text, rows) {
    const area = el("textarea", { id, rows, readonly: true, class: "redigera-bred redigera-fil" });
    area.value = text;
    return el("div", { class: "verktyg-falt" }, el("label", { for: id }, label), area);
  }

  // One file: its text, and how it is handed over.
  /**
   * @param {Redigera.File} file
   * @param {number} at
   * @param {Redigera.Host | null} way
   */
  function fileBlock(file, at, way) {
    const status = el("p", { role: "status", class: "verktyg-hjalp" });
    const name = file.path.replace(/.*\//, "");
    /**
     * @param {string} address
     * @param {string} text
     */
    const link = (address, text) => el("a", { href: address, target: "_blank", rel: "noopener noreferrer", class: "knapp" }, text);
    const steps = [];
    let open = null;
    if (way && file.isNew && way.make) {
      const address = way.make(file.path, file.text);
      const whole = way.fills && address.length <= LONGEST_ADDRESS;
      open = link(whole ? address : way.make(file.path, ""), fill(ord.oppna_ny, { namn: name }));
      steps.push(...(whole ? ord.steg_ifylld : ord.steg_ny));
    } else if (way) {
      open = link(way.edit(file.path), fill(file.isNew ? ord.oppna_mapp : ord.oppna_fil, { namn: name }));
      steps.push(...ord.steg_andra);
    }
    return el(
      "section",
      { class: "redigera-filblock", "aria-labelledby": "redigera-fil-" + at },
      el("h3", { id: "redigera-fil-" + at }, fill(file.isNew ? ord.ny_fil : ord.andrad_fil, { fil: file.path })),
      shownText("redigera-text-" + at, ord.filens_text, file.text, Math.min(file.text.split("\n").length + 1, 14)),
      steps.length ? el("ol", {}, steps.map((step) => el("li", {}, fill(step, { fil: file.path })))) : null,
      el("p", { class: "verktyg-knappar" }, copied(name, () => file.text, status), open, button(fill(ord.hamta_fil, { namn: name }), () => download(name, "application/yaml", file.text))),
      status
    );
  }

  // `files` are {path, text, isNew}; `summary` the text of the proposal.
  /** @param {Redigera.Proposal} given */
  function lastStep({ title, lines, files, settings }) {
    const way = host(settings);
    const signer = { namn: "", epost: "" };
    const signed = () => (signer.namn && signer.epost ? "\n\nSigned-off-by: " + signer.namn + " <" + signer.epost + ">" : "");
    const text = () => title + "\n\n" + lines.join("\n") + signed() + "\n";
    const area = el("textarea", { id: "redigera-forslag", rows: Math.min(lines.length + 5, 20), readonly: true, class: "redigera-bred" });
    const show = () => (area.value = text());
    /**
     * @param {"namn" | "epost"} name
     * @param {string} label
     * @param {string} kind
     */
    const person = (name, label, kind) => {
      const input = el("input", { type: kind, id: "redigera-" + name, autocomplete: name === "namn" ? "name" : "email", maxlength: 120 });
      input.addEventListener("input", () => {
        signer[name] = input.value.replace(/[<>\n]/g, "").trim();
        show();
      });
      return el("div", { class: "verktyg-falt" }, el("label", { for: input.id }, label), input);
    };
    const status = el("p", { role: "status", class: "verktyg-hjalp" });
    show();
    return el(
      "section",
      { class: "verktyg-ut", "aria-labelledby": "redigera-granska" },
      el("h2", { id: "redigera-granska", tabindex: "-1" }, ord.granska_rubrik),
      el("p", {}, files.length > 1 ? fill(ord.flera_filer, { antal: files.length }) : ord.en_fil),
      el("div", { class: "verktyg-falt" }, el("label", { for: "redigera-forslag" }, ord.forslag), el("span", { class: "verktyg-hjalp" }, ord.forslag_om), area),
      el("p", { class: "verktyg-knappar" }, copied(ord.forslaget, text, status)),
      status,
      el("details", {}, el("summary", {}, ord.signera), el("p", {}, ord.signera_om), person("namn", ord.signera_namn, "text"), person("epost", ord.signera_epost, "email")),
      !way && el("p", { class: "verktyg-ruta" }, settings.epost ? ord.ingen_vard : ord.ingen_vag),
      files.map((file, at) => fileBlock(file, at, way)),
      settings.epost && mail(settings.epost, title, text, files)
    );
  }

  /**
   * @param {string} address
   * @param {string} title
   * @param {() => string} text
   * @param {Redigera.File[]} files
   */
  function mail(address, title, text, files) {
    const whole = () => text() + files.map((file) => "\n" + file.path + "\n\n" + file.text).join("\n");
    const link = el("a", { class: "knapp knapp-tyst", href: "#" }, ord.skicka_epost);
    link.addEventListener("click", () => {
      const body = whole().length <= LONGEST_LETTER ? whole() : text().slice(0, LONGEST_LETTER) + "\n" + ord.bifoga;
      link.href = "mailto:" + address + "?subject=" + encodeURIComponent(title) + "&body=" + encodeURIComponent(body);
    });
    return el("section", {}, el("h3", {}, ord.epost_rubrik), el("p", {}, ord.epost_om), el("p", {}, link));
  }

  kb.slut = { changes, lastStep, host };
})(window.kbVerktyg);
