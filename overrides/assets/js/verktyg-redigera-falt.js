// The controls of a form: one for each kind of node in the description of a record. Each control reads and writes one
// place of the draft; what nobody touches is never written.
(function (kb) {
  "use strict";
  const { ord, el, fill, button, parseNumber } = kb.delar;
  const { isList } = kb.text;
  const { data, combobox } = kb;
  const identifier = (path) => "f-" + path.join("-");
  const LONG = 90;

  // -- Values in words, as readers see them --

  const labelOf = (node, value) => (node.krit ? (data.kriterier[node.krit] || {})[value] : null) || value;
  const short = (text) => (text.length > LONG ? text.slice(0, LONG - 1).trimEnd() + "…" : text);

  function inWords(node, value, names) {
    if (value === undefined || value === null || value === "" || (isList(value) && !value.length)) return ord.inget;
    if (value === data.okand || value === data.ej) return value;
    if (node.t === "fakta") return (isList(value) ? value : [value]).map((each) => oneFact(node, each, names)).join("; ");
    if (node.t === "saknas") return inWords(node.av, value, names);
    if (node.t === "val") return String(labelOf(node, value));
    if (node.t === "ref") return names(node.slag)[value] || value;
    if (node.t === "lista") return node.av.t === "del" ? fill(ord.antal_delar, { antal: value.length }) : value.map((each) => inWords(node.av, each, names)).join(", ");
    if (node.t === "karta") return Object.keys(value).map((key) => (node.nyckel.t === "ref" ? inWords(node.nyckel, key, names) : key) + ": " + inWords(node.av, value[key], names)).join("; ");
    if (node.t === "del") return onePart(node, value, names);
    if (typeof value === "number") return String(value).replace(".", ",");
    return String(value);
  }

  function oneFact(node, fact, names) {
    const field = node.av.falt.find((each) => each.namn === "varde");
    const told = inWords(field.nod, fact.varde, names);
    return told + (fact.avser ? " (" + fact.avser + ")" : "");
  }

  function onePart(node, value, names) {
    const told = node.falt.filter((field) => value[field.namn] !== undefined).slice(0, 3);
    return short(told.map((field) => inWords(field.nod, value[field.namn], names)).join(", "));
  }

  // -- Controls --

  // `form` is {draft, names, changed, addSource}: `changed` is told after each change.
  function controls(form) {
    // A place of the draft, with what is done when it is emptied.
    function place(holder, key) {
      return {
        get: () => holder()[key],
        set: (value) => {
          if (value === undefined) delete holder()[key];
          else holder()[key] = value;
          form.changed();
        },
      };
    }

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

    function grouped(field, path, ...inside) {
      return el(
        "fieldset",
        { class: "redigera-grupp", "data-plats": path.join("."), id: identifier(path), tabindex: "-1" },
        el("legend", {}, field.titel, !field.krav && el("span", { class: "redigera-frivilligt" }, " " + ord.frivilligt)),
        field.om && el("p", { class: "verktyg-hjalp" }, field.om),
        ...inside
      );
    }

    const typing = (path, more) => Object.assign({ id: identifier(path), autocomplete: "off", "aria-describedby": identifier(path) + "-om" }, more);

    function line(field, node, path, at) {
      const wide = !node.max || node.max > 60;
      const input = el("input", typing(path, { type: "text", class: wide ? "redigera-bred" : null }));
      input.value = at.get() === undefined || at.get() === null ? "" : at.get();
      input.addEventListener("input", () => at.set(input.value === "" ? undefined : input.value));
      return labelled(field, path, input);
    }

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

    function choice(field, node, path, at) {
      const names = node.krit ? data.kriterier[node.krit] || {} : Object.fromEntries(node.varden.map((each) => [each, each]));
      if (!node.krit && node.varden.length === 1 && !field.krav) return tick(field, node.varden[0], path, at);
      const input = el("select", typing(path), el("option", { value: "" }, field.krav ? ord.valj : ord.inget), Object.keys(names).map((id) => el("option", { value: id }, names[id])));
      input.value = at.get() || "";
      input.addEventListener("change", () => at.set(input.value || undefined));
      return labelled(field, path, input);
    }

    function tick(field, value, path, at) {
      const input = el("input", { type: "checkbox", id: identifier(path) });
      input.checked = at.get() === value;
      input.addEventListener("change", () => at.set(input.checked ? value : undefined));
      return el("div", { class: "verktyg-falt", "data-plats": path.join(".") }, el("label", { class: "verktyg-val" }, input, el("span", {}, field.titel, ". ", field.om)));
    }

    const choices = (kind) => {
      const names = form.names(kind);
      return Object.keys(names).map((id) => ({ id, namn: names[id] || id }));
    };

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
    function references(field, node, path, at) {
      const kind = node.av.slag;
      const listed = el("ul", { class: "redigera-valda" });
      const told = el("span", { role: "status", class: "redigera-dold" });
      const id = identifier(path);
      const now = () => at.get() || [];
      const name = (key) => form.names(kind)[key] || key;

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
      const make = kind === "kalla" && form.addSource && button(ord.ny_kalla, () => add(form.addSource(box.input)), { "aria-describedby": id + "-om" });
      draw();
      form.onNames(draw);
      return labelled(field, path, box.element, [listed, told, make]);
    }

    function ticks(field, node, path, at) {
      const names = node.av.krit ? data.kriterier[node.av.krit] || {} : Object.fromEntries(node.av.varden.map((each) => [each, each]));
      const boxes = Object.keys(names).map((id) => {
        const input = el("input", { type: "checkbox", value: id });
        input.checked = (at.get() || []).includes(id);
        input.addEventListener("change", () => {
          const rest = (at.get() || []).filter((other) => other !== id);
          const made = input.checked ? rest.concat(id) : rest;
          at.set(made.length || field.krav ? made : undefined);
        });
        return el("label", { class: "verktyg-val" }, input, names[id]);
      });
      return grouped(field, path, el("div", { class: "redigera-rutor" }, boxes));
    }

    function words(field, node, path, at) {
      const input = el("textarea", typing(path, { rows: Math.min(Math.max((at.get() || []).length + 1, 3), 12), class: "redigera-bred" }));
      input.value = (at.get() || []).join("\n");
      input.addEventListener("input", () => {
        const made = input.value.split("\n").map((text) => text.trim()).filter(Boolean);
        at.set(made.length || field.krav ? made : undefined);
      });
      return labelled(field, path, input, el("span", { class: "verktyg-hjalp" }, ord.en_per_rad));
    }

    // Parts that can be repeated: each can be opened, moved and taken away.
    function repeated(field, node, path, at) {
      const body = el("div", { class: "redigera-delar" });
      const status = el("span", { role: "status", class: "redigera-dold" });
      const items = () => at.get() || [];
      const title = (place) => fill(ord.del_nr, { namn: field.titel, nr: place + 1 });

      function store(made, focus) {
        at.set(made.length || field.krav ? made : undefined);
        draw();
        if (focus !== undefined) open(Math.min(focus, made.length - 1));
        return made;
      }

      function open(place) {
        const details = body.children[place];
        if (!details) return add.focus();
        details.open = true;
        return details.querySelector("summary").focus();
      }

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
        details.rita = draw;
        return details;
      }

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
    function facts(field, node, path, at) {
      const name = identifier(path) + "-lage";
      const inside = el("div", {});
      let remembered = null;
      const state = () => (at.get() === undefined ? "" : at.get() === data.okand || at.get() === data.ej ? at.get() : "uppgift");
      const list = () => (isList(at.get()) ? at.get() : [at.get()]);

      function choose(value) {
        if (state() === "uppgift") remembered = at.get();
        at.set(value === "" ? undefined : value === "uppgift" ? remembered || {} : value);
        draw();
      }

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

    // Answers by record, such as the characteristics of a group: every record of the kind can have one.
    function byRecord(field, node, path, at) {
      if (node.nyckel.t !== "ref") return grouped(field, path, el("p", {}, ord.andras_i_filen));
      const held = () => at.get() || {};
      const keys = [...new Set([...Object.keys(held()), ...Object.keys(form.names(node.nyckel.slag))])];
      const blocks = keys.map((key) => {
        const own = { titel: form.names(node.nyckel.slag)[key] || key, om: "", krav: 0 };
        const answer = { get: () => held()[key], set: (value) => store(key, value) };
        const inside = el("div", { class: "redigera-inne" });
        const now = el("span", { class: "redigera-nu" }, short(inWords(node.av, held()[key], form.names)));
        const details = el("details", { class: "redigera-del" }, el("summary", {}, own.titel, " ", now), inside);
        details.rita = () => inside.childElementCount || inside.append(controlOf(own, node.av, [...path, key], answer));
        details.addEventListener("toggle", () => details.open && details.rita());
        return details;
      });
      function store(key, value) {
        const made = Object.assign({}, held());
        if (value === undefined) delete made[key];
        else made[key] = value;
        at.set(Object.keys(made).length || field.krav ? made : undefined);
      }
      return grouped(field, path, blocks);
    }

    function controlOf(field, node, path, at) {
      if (node.t === "fakta") return facts(field, node, path, at);
      if (node.t === "saknas") return orUnknown(field, node, path, at);
      if (node.t === "karta") return byRecord(field, node, path, at);
      if (node.t === "lista" && node.av.t === "del") return repeated(field, node, path, at);
      if (node.t === "lista" && node.av.t === "ref") return references(field, node, path, at);
      if (node.t === "lista" && node.av.t === "val") return ticks(field, node, path, at);
      if (node.t === "lista" && node.av.t === "karta") return grouped(field, path, el("p", {}, ord.andras_i_filen));
      if (node.t === "lista") return words(field, node, path, at);
      if (node.t === "ref") return reference(field, node, path, at);
      if (node.t === "val") return choice(field, node, path, at);
      if (node.t === "tal" || node.t === "heltal") return number(field, node, path, at);
      if (node.t === "text") return markdown(field, node, path, at);
      return node.max >= 200 && !(node.r || []).includes("adress") ? longLine(field, node, path, at) : line(field, node, path, at);
    }

    function control(field, path, holder) {
      const told = ord.hjalp[field.namn] ? Object.assign({}, field, { om: ord.hjalp[field.namn] }) : field;
      return controlOf(told, field.nod, path, place(holder, field.namn));
    }

    return { control };
  }

  kb.falt = { controls, inWords, identifier, short };
})(window.kbVerktyg);
