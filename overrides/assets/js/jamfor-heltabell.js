// A page with a whole table: drawn anew when a switch, a filter or a column is used.
(function (kb) {
  "use strict";
  if (!kb) return;
  const {
    state, el, all, load, makeView, sortBy, refresh, actions, tools, markForPrint, printLine, notice, unknownOptions, questions,
  } = kb.delar;
  const ord = kb.ord;

  /**
   * @param {HTMLElement} area
   * @param {(text: string) => void} say
   */
  function wholeTable(area, say) {
    const { slag, poster, hogst, avdelning, rubrik } = area.dataset;
    const server = all("[data-jamfor-server]", area);
    /** @type {HTMLDetailsElement} */
    const panel = area.querySelector("[data-jamfor-verktyg]");
    const output = area.querySelector("[data-jamfor-ut]");
    const ids = String(poster).split(" ");
    /** @type {Jamfor.View | null} */
    let view = null;
    /** @param {string} [sortAfter] */
    const start = (sortAfter) =>
      load(String(slag), ids).then((data) => {
        if (!view) {
          const most = Number(hogst);
          view = makeView({ data, ids, most, section: avdelning, filters: true, caption: String(rubrik), level: "h2" });
          panel.querySelector("[data-jamfor-plats]").replaceChildren(...tools(view), ...actions(view));
          const heading = el("h2", { class: "jamfor-bara-utskrift" }, rubrik);
          output.append(heading, printLine(), questions(view) || "", view.status, view.result);
          server.forEach((element) => (element.hidden = true));
          all(".kallista").filter((list) => !output.contains(list)).forEach((list) => (list.hidden = true));
          output.hidden = false;
          markForPrint(output);
          const unknown = notice(unknownOptions(data));
          if (unknown) view.status.before(unknown);
          if (!sortAfter) refresh(view, true);
        }
        if (sortAfter) sortBy(sortAfter, view);
      }, () => say(ord.laddfel));
    panel.addEventListener("toggle", () => panel.open && start());
    all("[data-sortera]", area).forEach((one) => one.addEventListener("click", () => start(one.dataset.sortera)));
    const switched = state.bara || state.dolj || state.vand || state.punkter.length || state.ordning.efter;
    if (switched || Object.keys(state.filter).length) start();
  }

  kb.delar.wholeTable = wholeTable;
})(window.kbJamfor);
