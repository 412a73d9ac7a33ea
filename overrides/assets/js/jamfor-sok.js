// Choosing among many; only a site with so many records loads this: what is
// typed finds records, and the chosen ones stand below with a box to take each away.
(function (kb) {
  "use strict";
  if (!kb) return;
  const { fill, nameOf, state, el, box } = kb.delar;
  const { combobox } = kb;
  const ord = kb.ord;
  let count = 0;

  // The field, and the list of what is chosen. `found` gives the records that can be chosen now, `pick` is told which.
  /**
   * @param {string} kind
   * @param {() => Valruta.Choice[]} found
   * @param {(id: string, on: boolean) => void} pick
   */
  function finder(kind, found, pick) {
    count += 1;
    const id = "jamfor-sok-" + count;
    const typed = combobox({
      id,
      label: kb.slag[kind].rubrik,
      named: true,
      choices: () => found().filter((record) => !state.valda.includes(record.id)),
      chosen(record, input) {
        input.value = "";
        pick(record.id, true);
        input.focus();
      },
    });
    const list = el("ul", {});
    const sync = () =>
      list.replaceChildren(
        ...state.valda.map((one) => {
          const attributes = { "data-valj": one, "aria-label": fill(ord.post, { namn: nameOf(kind, one) }) };
          return el("li", { "data-id": one }, box(nameOf(kind, one), true, null, attributes));
        })
      );
    sync();
    return { sync, element: el("div", { class: "jamfor-sok" }, el("label", { for: id }, ord.skrivNamn), typed.element, list) };
  }

  Object.assign(kb.delar, { finder });
})(window.kbJamfor);
