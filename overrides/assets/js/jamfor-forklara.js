// Says in words what an address asked for that cannot be shown, and what can be compared instead.
(function (kb) {
  "use strict";
  if (!kb) return;
  const { fill, unique, listing, otherKindOf, nameOf, state, el, place, chosenPoints, chosenOptions, nearNames, kindsOf, readAddress, loadTool } =
    kb.delar;
  const ord = kb.ord;

  /**
   * @param {string} kind
   * @param {string[]} ids
   */
  const listOf = (kind, ids) => listing(ids.map((id) => nameOf(kind, id)));
  /** @param {string[]} ids */
  const shortened = (ids) => {
    const shown = ids.slice(0, kb.hogst).map((id) => "”" + id.slice(0, 60) + "”");
    return listing(shown.concat(ids.length > kb.hogst ? fill(ord.okandaTill, { antal: ids.length - kb.hogst }) : []));
  };

  // Each line is text, with a link where there is somewhere better to look.
  /**
   * @param {Jamfor.Asked} found
   * @param {Jamfor.Dataset | null} data
   */
  function leftOut(found, data) {
    const lines = [];
    if (found.okanda.length) lines.push([fill(ord.okanda, { namn: shortened(found.okanda) })]);
    lines.push(...found.okanda.slice(0, kb.hogst).map((id) => suggestion(id, found)).filter(Boolean));
    if (found.upprepade.length) lines.push([fill(ord.upprepade, { namn: shortened(found.upprepade) })]);
    if (found.kind && found.forManga.length) lines.push([fill(ord.forManga, { hogst: kb.hogst, namn: listOf(found.kind, found.forManga) })]);
    unique(found.andra.flatMap((id) => otherKindOf(id) || [])).forEach((kind) => {
      const why = kb.andra[kind];
      const ids = found.andra.filter((id) => otherKindOf(id) === kind);
      lines.push([shortened(ids) + ": " + why.varfor + " ", el("a", { href: place(why.adress) }, why.lank), "."]);
    });
    return notice(lines.concat(data ? unknownOptions(data) : []));
  }

  // What was perhaps meant by a name that no record has: links to the same comparison with that record.
  /**
   * @param {string} written
   * @param {Jamfor.Asked} found
   */
  function suggestion(written, found) {
    const ids = nearNames(written, found.kind).filter((id) => !found.valda.includes(id));
    if (!ids.length) return null;
    const links = ids.map((id) => {
      const query = "?valda=" + found.valda.concat(id).map(encodeURIComponent).join(",");
      return el("a", { href: query }, nameOf(kindsOf(id)[0], id));
    });
    const parted = links.flatMap((link, nr) => [nr ? ", " : " ", link]);
    return [fill(ord.menade, { namn: shortened([written]) }), ...parted];
  }

  /** @param {Jamfor.Dataset} data */
  function unknownOptions(data) {
    const points = state.punkter.filter((id) => !chosenPoints(data).includes(id));
    const options = Object.keys(state.filter).map((name) => {
      const filter = data.filter.find((one) => one.id === name);
      const known = filter ? chosenOptions(filter).map((option) => option.id) : [];
      return state.filter[name].filter((id) => !known.includes(id));
    });
    const unknown = options.flat();
    return [
      points.length && [fill(ord.okandaPunkter, { namn: shortened(points) })],
      unknown.length && [fill(ord.okandaFilter, { namn: shortened(unknown) })],
    ].filter(Boolean);
  }

  /** @param {Child[]} lines */
  function notice(lines) {
    if (!lines.length) return null;
    const items = lines.map((line) => el("li", {}, line));
    const heading = el("p", {}, el("strong", {}, ord.utelamnat));
    return el("div", { class: "jamfor-utelamnat", role: "status" }, heading, el("ul", {}, items));
  }

  // Records of different kinds: why they cannot share a table, and what can be compared instead.
  /** @param {Jamfor.Asked} found */
  function mixed(found) {
    const kinds = Object.keys(found.grupper);
    const what = kinds.map((kind) => {
      const ids = found.grupper[kind];
      return fill(ord.blandatEn, { namn: listOf(kind, ids), slag: ids.length > 1 ? kb.slag[kind].flera : kb.slag[kind].en });
    });
    const offers = kinds.map((kind) => {
      const ids = found.grupper[kind].slice(0, kb.hogst);
      const text = fill(ids.length > 1 ? ord.erbjudFlera : ord.erbjudEn, { namn: listOf(kind, ids), slag: kb.slag[kind].flera });
      return el("li", {}, el("a", { href: "?valda=" + ids.map(encodeURIComponent).join(",") + "&slag=" + kind }, text));
    });
    return el(
      "div",
      { class: "jamfor-blandat" },
      el("h2", { tabindex: "-1", "data-jamfor-rubrik": "" }, ord.blandatRubrik),
      el("p", {}, fill(ord.blandat, { lista: listing(what) })),
      el("h3", {}, ord.erbjud),
      el("ul", {}, offers)
    );
  }

  // What an address names that no record is called may be the name of something that is never compared: of those there
  // are many, so they are fetched when they are asked for, and the address is read again.
  /**
   * @param {Jamfor.Asked} found
   * @param {(asked: Jamfor.State) => unknown} again
   */
  function withOthers(found, again) {
    if (!found.okanda.length || kb.andraNamn) return null;
    const known = () => again(readAddress(location.search));
    return loadTool("andra").then(known, () => {
      kb.andraNamn = {};
      return known();
    });
  }

  Object.assign(kb.delar, { listOf, leftOut, mixed, withOthers, notice, unknownOptions });
})(window.kbJamfor);
