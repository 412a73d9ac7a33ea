// The form for records: choose one or begin a new, change it field by field, and hand over the files.
(function (kb) {
  "use strict";
  const { ord, el, fill, place, button, saveAddress, setTitle, errorSummary, start } = kb.delar;
  const { data, combobox } = kb;
  const { entryOf, session } = kb.utkast;
  const { recordView, sourceBlock } = kb.post;
  window.kbPoster = {};

  /** @param {string} folder */
  const kindOf = (folder) => Object.keys(data.slag).find((kind) => data.slag[kind].mapp === folder);
  // The records' own text, one file a kind, loaded when a record of it is opened.
  /** @param {string} kind */
  function texts(kind) {
    if (window.kbPoster[kind]) return Promise.resolve(window.kbPoster[kind]);
    return new Promise((done, failed) => {
      const script = el("script", { src: place("/assets/redigera/" + data.filer[kind]) });
      script.addEventListener("load", () => done(window.kbPoster[kind]));
      script.addEventListener("error", failed);
      document.head.append(script);
    });
  }

  start("redigera", (area) => {
    const settings = { redigera: area.dataset.redigera || "", epost: area.dataset.epost || "" };
    const body = el("div", {});
    const notes = el("div", {});
    area.replaceChildren(notes, body);

    /** @param {string} text */
    const told = (text) => notes.replaceChildren(el("p", { class: "verktyg-ruta", role: "status" }, text));

    function chooser() {
      setTitle("");
      notes.replaceChildren();
      const all = Object.keys(data.slag).flatMap((kind) =>
        Object.keys(data.namn[kind]).map((id) => ({ id: data.slag[kind].mapp + "/" + id, namn: data.namn[kind][id] + " (" + data.slag[kind].namn.toLowerCase() + ")" }))
      );
      const pick = combobox({ id: "redigera-post", label: ord.valj_post, choices: () => all, describedby: "redigera-post-om", chosen: (choice) => open("?post=" + choice.id, true) });
      body.replaceChildren(
        el("h2", {}, ord.ratta),
        el("div", { class: "verktyg-falt" }, el("label", { for: "redigera-post" }, ord.valj_post), el("span", { class: "verktyg-hjalp", id: "redigera-post-om" }, ord.valj_post_om), pick.element),
        el("h2", {}, ord.lagga_till),
        el("p", {}, ord.lagga_till_om),
        el("p", { class: "verktyg-knappar" }, Object.keys(ord.nya).map((kind) => button(ord.nya[kind], () => open("?nytt=" + kind, true))))
      );
    }

    /**
     * @param {string} query
     * @param {boolean} push
     */
    function open(query, push) {
      const asked = new URLSearchParams(query);
      const [folder, id] = (asked.get("post") || "").split("/");
      const kind = asked.get("post") ? kindOf(folder) : asked.get("nytt");
      saveAddress(query, push);
      if (!asked.get("post") && !asked.get("nytt")) return chooser();
      if (!kind || !data.slag[kind] || (id && !Object.prototype.hasOwnProperty.call(data.namn[kind], id)) || (!id && !ord.nya[kind])) {
        chooser();
        return told(fill(ord.finns_inte, { namn: (asked.get("post") || asked.get("nytt")).slice(0, 80) }));
      }
      if (!id) return edit(session(entryOf(kind, null, null)), "");
      return texts(kind).then((found) => edit(session(entryOf(kind, id, found[id])), asked.get("falt") || ""), () => told(ord.gick_inte));
    }

    /**
     * @param {Redigera.Session} form
     * @param {string} opened
     */
    function edit(form, opened) {
      const { main } = form;
      const name = main.id === null ? ord.nya[main.name] : fill(ord.andra_post, { namn: data.namn[main.name][main.id] });
      const result = el("div", {});
      const fresh = el("div", {});
      let asked = false;
      /** @param {HTMLElement} from */
      form.addSource = (from) => {
        const entry = entryOf("kalla", null, null);
        entry.from = from;
        form.sources.push(entry);
        const block = sourceBlock(form, entry, remark);
        fresh.append(block);
        block.querySelector("input, textarea").focus();
        return "*" + form.sources.length;
      };
      const view = recordView(form, main, "");

      // What is wrong is told at each field that has been left, and everywhere once the change is to be reviewed.
      const touched = new Set();
      const views = () => form.entries().flatMap((entry) => entry.view || []);
      let timer = 0;
      function remark() {
        views().forEach((each) => each.remark(asked ? null : touched));
      }
      form.heard = () => {
        result.replaceChildren();
        notes.replaceChildren();
        window.clearTimeout(timer);
        timer = window.setTimeout(remark, 250);
      };
      /** @param {Event} event */
      const left = (event) => {
        const field = /** @type {Element} */ (event.target).closest("[data-plats]");
        if (!field) return;
        touched.add(field.closest("[data-post]").dataset.post + ":" + field.dataset.plats);
        remark();
      };

      /** @param {Event} event */
      function review(event) {
        event.preventDefault();
        asked = true;
        remark();
        const errors = views().flatMap((each) => each.errors());
        result.replaceChildren();
        if (errors.length) {
          notes.replaceChildren(errorSummary(errors));
          setTitle(ord.fel_rubrik);
          return notes.querySelector("[data-fel]").focus();
        }
        const changed = form.entries().filter((entry) => form.isChanged(entry));
        if (!changed.length) return told(ord.inget_andrat);
        notes.replaceChildren();
        setTitle("");
        const lines = changed.flatMap((entry) => {
          const head = fill(entry.id === null ? ord.rad_ny : ord.rad_andrad, { namn: form.values(entry)[entry.kind.namnfalt], fil: form.file(entry).path });
          return [head, "", ...kb.slut.changes(entry.kind, entry.before, form.values(entry), form.names), ""];
        });
        const title = fill(main.id === null ? ord.titel_ny : ord.titel_andrad, { namn: form.values(main)[main.kind.namnfalt] || "" });
        result.replaceChildren(kb.slut.lastStep({ title, lines, files: changed.map(form.file), settings }));
        return result.querySelector("h2").focus();
      }

      const heading = el("h2", { tabindex: "-1" }, name);
      const whole = el(
        "form",
        { novalidate: true, class: "verktyg-form redigera" },
        heading,
        el("p", {}, main.id === null ? ord.ny_om : ord.andra_om),
        settings.redigera || settings.epost ? null : el("p", { class: "verktyg-ruta" }, ord.ingen_vag),
        view.element,
        fresh,
        el("p", { class: "verktyg-knappar" }, el("button", { type: "submit", class: "knapp" }, ord.granska), button(ord.borja_om, () => open("", true)))
      );
      whole.addEventListener("submit", review);
      whole.addEventListener("focusout", left);
      body.replaceChildren(whole, result);
      kb.redigerar = form;
      if (opened && view.open(opened)) return;
      heading.focus();
    }

    window.addEventListener("popstate", () => open(location.search, false));
    open(location.search, false);
  });
})(window.kbVerktyg);
