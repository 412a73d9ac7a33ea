// The controls of a form that hold one value or a list of them: one for each such kind of node in the description of a
// record. Each reads and writes one place of the draft; what nobody touches is never written.
(function (kb) {
  "use strict";
  const { ord, el, fill, button, parseNumber } = kb.delar;
  const { data, combobox } = kb;
  /** @param {Redigera.Path} path */
  const identifier = (path) => "f-" + path.join("-");
  /**
   * @param {Redigera.Val} node
   * @returns {Redigera.Names}
   */
  const namesOf = (node) => (node.krit ? data.kriterier[node.krit] || {} : Object.fromEntries((node.varden || []).map((each) => [each, each])));

  /** @param {Redigera.Session} form */
  function fields(form) {
    /**
     * @param {Redigera.Field} field
     * @param {Redigera.Path} path
     * @param {Child} control
     * @param {Child} [extra]
     */
    function labelled(field, path, control, extra) {
      const id = identifier(path);
      return el(
        "div",
        { class: "verktyg-falt", "data-plats": path.join(".") },
        el("label", { for: id }, field.titel, !field.krav && el("span", { class: "redigera-frivilligt" }, " " + ord.frivilligt)),
        field.om && el("span", { class: "verktyg-hjalp", id: id + "-om" }, field.om),
        control,
        extra
      );
    }

    /**
     * @param {Redigera.Field} field
     * @param {Redigera.Path} path
     * @param {...Child} inside
     */
    function grouped(field, path, ...inside) {
      return el(
        "fieldset",
        { class: "redigera-grupp", "data-plats": path.join("."), id: identifier(path), tabindex: "-1" },
        el("legend", {}, field.titel, !field.krav && el("span", { class: "redigera-frivilligt" }, " " + ord.frivilligt)),
        field.om && el("p", { class: "verktyg-hjalp" }, field.om),
        ...inside
      );
    }

    /**
     * @param {Redigera.Path} path
     * @param {Attributes} [more]
     */
    const typing = (path, more) => Object.assign({ id: identifier(path), autocomplete: "off", "aria-describedby": identifier(path) + "-om" }, more);

    /**
     * @param {Redigera.Field} field
     * @param {Redigera.Text} node
     * @param {Redigera.Path} path
     * @param {Redigera.At} at
     */
    function line(field, node, path, at) {
      const wide = !node.max || node.max > 60;
      const input = el("input", typing(path, { type: "text", class: wide ? "redigera-bred" : null }));
      input.value = at.get() === undefined || at.get() === null ? "" : at.get();
      input.addEventListener("input", () => at.set(input.value === "" ? undefined : input.value));
      return labelled(field, path, input);
    }

    /**
     * @param {Redigera.Field} field
     * @param {Redigera.Text} node
     * @param {Redigera.Path} path
     * @param {Redigera.At} at
     */
    function longLine(field, node, path, at) {
      const input = el("textarea", typing(path, { rows: 3, class: "redigera-bred" }));
      input.value = at.get() || "";
      input.addEventListener("input", () => at.set(input.value === "" ? undefined : input.value.replace(/\n/g, " ").trimStart()));
      const left = el("span", { class: "verktyg-hjalp" });
      const count = () => (left.textContent = fill(ord.tecken_av, { antal: [...input.value].length, hogst: node.max }));
      input.addEventListener("input", count);
      count();
      return labelled(field, path, input, left);
    }

    // Markdown; the last line break of the file's text is not shown and stays.
    /**
     * @param {Redigera.Field} field
     * @param {Redigera.Text} node
     * @param {Redigera.Path} path
     * @param {Redigera.At} at
     */
    function markdown(field, node, path, at) {
      const given = at.get();
      const ending = given === undefined || given.endsWith("\n") ? "\n" : "";
      const input = el("textarea", typing(path, { rows: 10, class: "redigera-bred" }));
      input.value = (given || "").replace(/\n$/, "");
      const store = () => at.set(input.value.trim() === "" ? undefined : input.value.replace(/\s+$/, "") + ending);
      input.addEventListener("input", store);
      const id = identifier(path) + "-kalla";
      const cite = combobox({
        id, label: ord.infoga_kalla, choices: () => choices("kalla").map((each) => Object.assign({}, each, { id: form.keyOf(each.id) })),
        chosen(choice, box) {
          box.value = "";
          const [from, to] = [input.selectionStart, input.selectionEnd];
          input.setRangeText("[@" + choice.id + "]", from, to, "end");
          store();
          input.focus();
        },
      });
      return labelled(field, path, input, el("div", { class: "verktyg-falt redigera-infoga" }, el("label", { for: id }, ord.infoga_kalla), cite.element));
    }

    /**
     * @param {Redigera.Field} field
     * @param {Redigera.Tal} node
     * @param {Redigera.Path} path
     * @param {Redigera.At} at
     */
    function number(field, node, path, at) {
      const input = el("input", typing(path, { type: "text", inputmode: "decimal" }));
      const given = at.get();
      input.value = given === undefined || given === null ? "" : String(given).replace(".", ",");
      input.addEventListener("input", () => {
        const read = parseNumber(input.value);
        at.set(input.value.trim() === "" ? undefined : Number.isNaN(read) ? input.value : read);
      });
      return labelled(field, path, input);
    }

    /**
     * @param {Redigera.Field} field
     * @param {Redigera.Val} node
     * @param {Redigera.Path} path
     * @param {Redigera.At} at
     */
    function choice(field, node, path, at) {
      const names = namesOf(node);
      const [only, ...others] = node.varden || [];
      if (only && !others.length && !field.krav) return tick(field, only, path, at);
      const input = el("select", typing(path), el("option", { value: "" }, field.krav ? ord.valj : ord.inget), Object.keys(names).map((id) => el("option", { value: id }, names[id])));
      input.value = at.get() || "";
      input.addEventListener("change", () => at.set(input.value || undefined));
      return labelled(field, path, input);
    }

    /**
     * @param {Redigera.Field} field
     * @param {string} value
     * @param {Redigera.Path} path
     * @param {Redigera.At} at
     */
    function tick(field, value, path, at) {
      const input = el("input", { type: "checkbox", id: identifier(path) });
      input.checked = at.get() === value;
      input.addEventListener("change", () => at.set(input.checked ? value : undefined));
      return el("div", { class: "verktyg-falt", "data-plats": path.join(".") }, el("label", { class: "verktyg-val" }, input, el("span", {}, field.titel, ". ", field.om)));
    }

    /** @param {string} kind */
    const choices = (kind) => {
      const names = form.names(kind);
      return Object.keys(names).map((id) => ({ id, namn: names[id] || id }));
    };

    /**
     * @param {Redigera.Field} field
     * @param {Redigera.Ref} node
     * @param {Redigera.Path} path
     * @param {Redigera.At} at
     */
    function reference(field, node, path, at) {
      const box = combobox({
        id: identifier(path), label: field.titel, choices: () => choices(node.slag), describedby: identifier(path) + "-om",
        chosen(choice, input) {
          input.value = choice.namn;
          at.set(choice.id);
        },
      });
      const given = at.get();
      box.input.value = given ? form.names(node.slag)[given] || given : "";
      box.input.addEventListener("input", () => {
        const typed = box.input.value.trim();
        const exact = choices(node.slag).find((each) => each.namn === typed || each.id === typed);
        at.set(typed === "" ? undefined : exact ? exact.id : typed);
      });
      return labelled(field, path, box.element);
    }

    // Several records or values: what is chosen stands as a list with a button to take each away.
    /**
     * @param {Redigera.Field} field
     * @param {Redigera.Lista<Redigera.Ref>} node
     * @param {Redigera.Path} path
     * @param {Redigera.At} at
     */
    function references(field, node, path, at) {
      const kind = node.av.slag;
      const listed = el("ul", { class: "redigera-valda" });
      const told = el("span", { role: "status", class: "redigera-dold" });
      const id = identifier(path);
      /** @returns {string[]} */
      const now = () => at.get() || [];
      /** @param {string} key */
      const name = (key) => form.names(kind)[key] || key;

      /** @param {string} key */
      function add(key) {
        if (!now().includes(key)) at.set(now().concat(key));
        told.textContent = fill(ord.tillagd, { namn: name(key) });
        draw();
      }

      function draw() {
        listed.replaceChildren(
          ...now().map((key) =>
            el("li", {}, el("span", {}, name(key)), button("×", () => {
              const left = now().filter((other) => other !== key);
              at.set(left.length || field.krav ? left : undefined);
              draw();
              box.input.focus();
            }, { class: "verktyg-ta-bort", "aria-label": fill(ord.ta_bort_namn, { namn: name(key) }) }))
          )
        );
      }

      const box = combobox({
        id, label: field.titel, choices: () => choices(kind).filter((choice) => !now().includes(choice.id)), describedby: id + "-om",
        chosen(choice, input) {
          input.value = "";
          add(choice.id);
        },
      });
      const { addSource } = form;
      const make = kind === "kalla" && addSource && button(ord.ny_kalla, () => add(addSource(box.input)), { "aria-describedby": id + "-om" });
      draw();
      form.onNames(draw);
      return labelled(field, path, box.element, [listed, told, make]);
    }

    /**
     * @param {Redigera.Field} field
     * @param {Redigera.Lista<Redigera.Val>} node
     * @param {Redigera.Path} path
     * @param {Redigera.At} at
     */
    function ticks(field, node, path, at) {
      /** @returns {string[]} */
      const held = () => at.get() || [];
      const names = namesOf(node.av);
      const boxes = Object.keys(names).map((id) => {
        const input = el("input", { type: "checkbox", value: id });
        input.checked = held().includes(id);
        input.addEventListener("change", () => {
          const rest = held().filter((other) => other !== id);
          const made = input.checked ? rest.concat(id) : rest;
          at.set(made.length || field.krav ? made : undefined);
        });
        return el("label", { class: "verktyg-val" }, input, names[id]);
      });
      return grouped(field, path, el("div", { class: "redigera-rutor" }, boxes));
    }

    /**
     * @param {Redigera.Field} field
     * @param {Redigera.Lista} node
     * @param {Redigera.Path} path
     * @param {Redigera.At} at
     */
    function words(field, node, path, at) {
      const input = el("textarea", typing(path, { rows: Math.min(Math.max((at.get() || []).length + 1, 3), 12), class: "redigera-bred" }));
      input.value = (at.get() || []).join("\n");
      input.addEventListener("input", () => {
        const made = input.value.split("\n").map((text) => text.trim()).filter(Boolean);
        at.set(made.length || field.krav ? made : undefined);
      });
      return labelled(field, path, input, el("span", { class: "verktyg-hjalp" }, ord.en_per_rad));
    }

    return { grouped, line, longLine, markdown, number, choice, reference, references, ticks, words };
  }

  kb.falt = { fields, identifier };
})(window.kbVerktyg);
