// The controls of a form that hold others: parts that are repeated, facts with their sources, answers by record; and
// which control a node has. `form` is the draft (verktyg-redigera-utkast.js): it is told after each change.
(function (kb) {
  "use strict";
  const { ord, el, fill, button } = kb.delar;
  const { isList } = kb.text;
  const { inWords, onePart, short } = kb.ordalag;
  const { fields, identifier } = kb.falt;
  const { data } = kb;

  /** @param {Redigera.Session} form */
  function controls(form) {
    const own = fields(form);
    const { grouped } = own;

    // A place of the draft, with what is done when it is emptied.
    /**
     * @param {Redigera.Holder} holder
     * @param {string} key
     */
    function place(holder, key) {
      return {
        get: () => holder()[key],
        /** @param {Redigera.Value} value */
        set: (value) => {
          if (value === undefined) delete holder()[key];
          else holder()[key] = value;
          form.changed();
        },
      };
    }

    // Parts that can be repeated: each can be opened, moved and taken away.
    /**
     * @param {Redigera.Field} field
     * @param {Redigera.Lista<Redigera.Del>} node
     * @param {Redigera.Path} path
     * @param {Redigera.At} at
     */
    function repeated(field, node, path, at) {
      const body = el("div", { class: "redigera-delar" });
      const status = el("span", { role: "status", class: "redigera-dold" });
      /** @returns {Redigera.Values[]} */
      const items = () => at.get() || [];
      /** @param {number} place */
      const title = (place) => fill(ord.del_nr, { namn: field.titel, nr: place + 1 });

      /**
       * @param {Redigera.Values[]} made
       * @param {number} [focus]
       */
      function store(made, focus) {
        at.set(made.length || field.krav ? made : undefined);
        draw();
        if (focus !== undefined) open(Math.min(focus, made.length - 1));
        return made;
      }

      /** @param {number} place */
      function open(place) {
        const details = /** @type {HTMLDetailsElement} */ (body.children[place]);
        if (!details) return add.focus();
        details.open = true;
        return details.querySelector("summary").focus();
      }

      /** @param {number} place */
      function item(place) {
        const inside = el("div", { class: "redigera-inne" });
        const name = el("span", { class: "redigera-nu" }, short(onePart(node.av, items()[place], form.names)));
        const details = el("details", { class: "redigera-del" }, el("summary", {}, title(place), " ", name), inside);
        const draw = () => {
          if (inside.childElementCount) return;
          inside.append(
            ...node.av.falt.map((each) => control(each, [...path, place, each.namn], () => items()[place])),
            el(
              "p",
              { class: "verktyg-knappar" },
              place > 0 && button(ord.flytta_upp, () => store(swapped(place, place - 1), place - 1)),
              place < items().length - 1 && button(ord.flytta_ned, () => store(swapped(place, place + 1), place + 1)),
              button(fill(ord.ta_bort_del, { namn: title(place) }), () => {
                status.textContent = fill(ord.borttagen, { namn: title(place) });
                store(items().filter((_, other) => other !== place), place);
              })
            )
          );
        };
        details.addEventListener("toggle", () => details.open && draw());
        return Object.assign(details, { rita: draw });
      }

      /**
       * @param {number} one
       * @param {number} other
       */
      function swapped(one, other) {
        const made = items().slice();
        [made[one], made[other]] = [made[other], made[one]];
        return made;
      }

      function draw() {
        body.replaceChildren(...items().map((_, place) => item(place)));
      }

      const add = button(fill(ord.lagg_till_del, { namn: field.titel.toLowerCase() }), () => store(items().concat({}), items().length));
      draw();
      return grouped(field, path, body, el("p", {}, add), status);
    }

    // A fact: one or several with their sources, or one of the two words.
    /**
     * @param {Redigera.Field} field
     * @param {Redigera.Fakta} node
     * @param {Redigera.Path} path
     * @param {Redigera.At} at
     */
    function facts(field, node, path, at) {
      const name = identifier(path) + "-lage";
      const inside = el("div", {});
      /** @type {Redigera.Value} */
      let remembered = null;
      const state = () => (at.get() === undefined ? "" : at.get() === data.okand || at.get() === data.ej ? at.get() : "uppgift");
      /** @returns {Redigera.Values[]} */
      const list = () => (isList(at.get()) ? at.get() : [at.get()]);

      /** @param {string} value */
      function choose(value) {
        if (state() === "uppgift") remembered = at.get();
        at.set(value === "" ? undefined : value === "uppgift" ? remembered || {} : value);
        draw();
      }

      /** @param {number} place */
      function one(place) {
        const several = isList(at.get());
        const own = several ? [...path, place] : path;
        const parts = node.av.falt.map((each) => control(each, [...own, each.namn], () => list()[place]));
        if (!several) return el("div", { class: "redigera-uppgift" }, parts);
        const remove = button(fill(ord.ta_bort_uppgift, { nr: place + 1 }), () => {
          const left = list().filter((_, other) => other !== place);
          at.set(left.length === 1 ? left[0] : left);
          draw();
          inside.querySelector("input, select, textarea").focus();
        });
        return el("fieldset", { class: "redigera-uppgift" }, el("legend", {}, fill(ord.uppgift_nr, { nr: place + 1 })), parts, list().length > 1 && el("p", {}, remove));
      }

      function draw() {
        if (state() !== "uppgift") return inside.replaceChildren();
        const more = button(ord.en_uppgift_till, () => {
          at.set(list().concat({}));
          draw();
          document.getElementById(identifier([...path, list().length - 1, "varde"])).focus();
        });
        return inside.replaceChildren(...list().map((_, place) => one(place)), el("p", {}, more));
      }

      /**
       * @param {string} value
       * @param {string} text
       */
      const radio = (value, text) => {
        const input = el("input", { type: "radio", name, value });
        input.checked = state() === value;
        input.addEventListener("change", () => choose(value));
        return el("label", { class: "verktyg-val" }, input, text);
      };
      const radios = [radio("uppgift", ord.en_uppgift), radio(data.okand, ord.uppgift_saknas), radio(data.ej, ord.ej_tillampligt)];
      if (!field.krav) radios.push(radio("", ord.ej_med));
      draw();
      return grouped(field, path, el("div", { class: "redigera-lage", role: "group", "aria-label": ord.lage }, radios), inside);
    }

    /**
     * @param {Redigera.Field} field
     * @param {Redigera.Saknas} node
     * @param {Redigera.Path} path
     * @param {Redigera.At} at
     */
    function orUnknown(field, node, path, at) {
      const unknown = el("input", { type: "checkbox", id: identifier(path) + "-okand" });
      const inside = el("div", {});
      const draw = () => inside.replaceChildren(at.get() === data.okand ? "" : controlOf(field, node.av, path, at));
      unknown.checked = at.get() === data.okand;
      unknown.addEventListener("change", () => {
        at.set(unknown.checked ? data.okand : undefined);
        draw();
      });
      draw();
      return el("div", { class: "redigera-eller" }, inside, el("label", { class: "verktyg-val" }, unknown, fill(ord.okand_ruta, { namn: field.titel.toLowerCase() })));
    }

    // A place within what another place holds, which is made with the first value in it and goes with the last.
    /**
     * @param {Redigera.Field} field
     * @param {Redigera.At} at
     * @param {string} key
     * @returns {Redigera.At}
     */
    function within(field, at, key) {
      return {
        get: () => (at.get() || {})[key],
        set(value) {
          const made = Object.assign({}, at.get());
          if (value === undefined) delete made[key];
          else made[key] = value;
          at.set(Object.keys(made).length || field.krav ? made : undefined);
        },
      };
    }

    /** @type {Redigera.Draw<Redigera.Del>} */
    function part(field, node, path, at) {
      return grouped(field, path, node.falt.map((each) => controlOf(each, each.nod, [...path, each.namn], within(field, at, each.namn))));
    }

    // Answers by record, such as the characteristics of a group: every record of the kind can have one.
    /**
     * @param {Redigera.Field} field
     * @param {Redigera.Karta} node
     * @param {Redigera.Path} path
     * @param {Redigera.At} at
     */
    function byRecord(field, node, path, at) {
      const { nyckel } = node;
      if (nyckel.t !== "ref") return grouped(field, path, el("p", {}, ord.andras_i_filen));
      const held = () => at.get() || {};
      const keys = [...new Set([...Object.keys(held()), ...Object.keys(form.names(nyckel.slag))])];
      const blocks = keys.map((key) => {
        /** @type {Redigera.Field} */
        const titled = { namn: key, nod: node.av, titel: form.names(nyckel.slag)[key] || key, om: "", krav: 0 };
        const answer = within(field, at, key);
        const inside = el("div", { class: "redigera-inne" });
        const now = el("span", { class: "redigera-nu" }, short(inWords(node.av, held()[key], form.names)));
        const details = el("details", { class: "redigera-del" }, el("summary", {}, titled.titel, " ", now), inside);
        const rita = () => inside.childElementCount || inside.append(controlOf(titled, node.av, [...path, key], answer));
        details.addEventListener("toggle", () => details.open && rita());
        return Object.assign(details, { rita });
      });
      return grouped(field, path, blocks);
    }

    /** @type {Redigera.Draw<Redigera.Lista>} */
    function listOf(field, node, path, at) {
      if (node.av.t === "del") return repeated(field, /** @type {Redigera.Lista<Redigera.Del>} */ (node), path, at);
      if (node.av.t === "ref") return own.references(field, /** @type {Redigera.Lista<Redigera.Ref>} */ (node), path, at);
      if (node.av.t === "val") return own.ticks(field, /** @type {Redigera.Lista<Redigera.Val>} */ (node), path, at);
      if (node.av.t === "karta") return grouped(field, path, el("p", {}, ord.andras_i_filen));
      return own.words(field, node, path, at);
    }

    /**
     * @param {Redigera.Field} field
     * @param {Redigera.Node} node
     * @param {Redigera.Path} path
     * @param {Redigera.At} at
     */
    function controlOf(field, node, path, at) {
      if (node.t === "fakta") return facts(field, node, path, at);
      if (node.t === "saknas") return orUnknown(field, node, path, at);
      if (node.t === "karta") return byRecord(field, node, path, at);
      if (node.t === "lista") return listOf(field, node, path, at);
      if (node.t === "ref") return own.reference(field, node, path, at);
      if (node.t === "val") return own.choice(field, node, path, at);
      if (node.t === "heltal" || node.t === "tal") return own.number(field, node, path, at);
      if (node.t === "del") return part(field, node, path, at);
      if (node.t === "text") return own.markdown(field, node, path, at);
      return Number(node.max) >= 200 && !(node.r || []).includes("adress") ? own.longLine(field, node, path, at) : own.line(field, node, path, at);
    }

    /**
     * @param {Redigera.Field} field
     * @param {Redigera.Path} path
     * @param {Redigera.Holder} holder
     */
    function control(field, path, holder) {
      const told = ord.hjalp[field.namn] ? Object.assign({}, field, { om: ord.hjalp[field.namn] }) : field;
      return controlOf(told, field.nod, path, place(holder, field.namn));
    }

    return control;
  }

  kb.controls = controls;
})(window.kbVerktyg);
