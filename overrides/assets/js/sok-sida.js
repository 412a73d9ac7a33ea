/* The search page: reads the question from the address, shows results, filters, near matches and help.
 *
 * Everything is built from text nodes, so that nothing a reader types or a page says is ever read as markup.
 * Headings and explanations stand in the template (overrides/sok.html); texts with numbers come with the index.
 */
(function (root) {
  "use strict";

  const PAGE_SIZE = 15;
  const { kbSok } = root;
  const part = (name) => document.querySelector(`[data-sok-del="${name}"]`);
  const LASTING = ["form", "kortkommandon"];
  const ANSWERS = ["filter", "menade", "traffar", "nara", "nara-forst", "inget", "fler", "fel", "tips"];
  const parts = Object.fromEntries([...LASTING, ...ANSWERS].map((name) => [name, part(name)]));
  const status = document.getElementById("sok-status");
  const results = document.getElementById("sok-resultat");
  const nearResults = document.getElementById("sok-nara");
  if (!kbSok || !results) return;
  const field = parts.form.querySelector("input[name=q]");
  let excerpts = null;
  let wanted = 0;

  function make(tag, className, ...children) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  function link(address, className, ...children) {
    const made = make("a", className, ...children);
    made.href = address;
    return made;
  }

  /** Text with the words that were looked for marked. */
  function withMarks(text, matches) {
    const pieces = root.kbSokUtdrag.marked(text, matches);
    return pieces.map((piece) => (piece.marked ? make("mark", "", piece.text) : piece.text));
  }

  /** The texts that results quote, loaded beside the index. */
  function loadExcerpts() {
    if (!excerpts) {
      excerpts = kbSok.loadScript(parts.form.dataset.soktexter).then(() => root.kbSokTexter);
      excerpts.catch(() => {
        excerpts = null;
      });
    }
    return excerpts;
  }

  function asked() {
    const values = new URLSearchParams(location.search);
    return { query: (values.get("q") || "").trim(), kind: values.get("slag") || "" };
  }

  // --- One result ---------------------------------------------------------------------------------------

  function resultRow(hit, found, engine, texts) {
    const { page } = hit;
    const { text, sections } = root.kbSokUtdrag.excerpt(page.summary, texts[page.number], found.matches);
    const title = link(kbSok.addressOf(page.address), "sok-lank", ...withMarks(page.title, found.matches));
    const row = make("li", "sok-traff", title);
    row.append(" ", make("span", "sok-slag", engine.texts.slag[page.kind] || page.kind));
    if (hit.reason) row.append(make("p", "sok-skal", kbSok.fill(engine.texts.skal[hit.reason.how], { ord: hit.reason.word })));
    row.append(make("p", "sok-utdrag", ...withMarks(text, found.matches)));
    if (sections.length) row.append(sectionLinks(page, sections, found, engine));
    return row;
  }

  function sectionLinks(page, sections, found, engine) {
    const made = make("p", "sok-avsnitt", make("span", "sok-avsnitt-rubrik", engine.texts.avsnitt), " ");
    sections.forEach(({ anchor, heading }, nth) => {
      if (nth) made.append(" · ");
      made.append(link(kbSok.addressOf(`${page.address}#${anchor}`), "", ...withMarks(heading, found.matches)));
    });
    return made;
  }

  // --- The whole answer ---------------------------------------------------------------------------------

  function clear() {
    for (const name of ANSWERS) parts[name].hidden = true;
    results.replaceChildren();
    nearResults.replaceChildren();
    status.textContent = "";
  }

  function fillList(list, hits, found, engine, texts) {
    list.append(...hits.map((hit) => resultRow(hit, found, engine, texts)));
  }

  /** Shows results a page at a time; the reader's place goes to the first new one. */
  function fillMain(hits, found, engine, texts) {
    fillList(results, hits.slice(0, PAGE_SIZE), found, engine, texts);
    parts.fler.hidden = hits.length <= PAGE_SIZE;
    parts.fler.onclick = () => {
      const first = results.children.length;
      fillList(results, hits.slice(first, first + PAGE_SIZE), found, engine, texts);
      parts.fler.hidden = results.children.length >= hits.length;
      results.children[first].querySelector("a").focus();
    };
  }

  function showFilters(hits, query, kind, engine) {
    const counts = new Map();
    for (const { page } of hits) counts.set(page.kind, (counts.get(page.kind) || 0) + 1);
    const list = parts.filter.querySelector("ul");
    const rows = [["", hits.length], ...[...counts].sort((a, b) => b[1] - a[1])];
    list.replaceChildren(...rows.map(([name, count]) => {
      const label = name ? engine.texts.slag[name] || name : engine.texts.alla_slag;
      const made = link(kbSok.searchAddress(query, name), "sok-filter", label, " ", make("span", "sok-antal", `(${count})`));
      if (name === kind) made.setAttribute("aria-current", "true");
      made.addEventListener("click", (event) => follow(event, made.href));
      return make("li", "", made);
    }));
    parts.filter.hidden = counts.size < 2 && !kind;
  }

  function showCorrection(corrected, engine) {
    parts.menade.replaceChildren();
    parts.menade.hidden = !corrected;
    if (!corrected) return;
    const [before, after] = engine.texts.menade_du.split("{ord}");
    const made = link(kbSok.searchAddress(corrected), "", corrected);
    made.addEventListener("click", (event) => follow(event, made.href));
    parts.menade.append(before, made, after);
  }

  function statusText(sure, near, query, texts) {
    const values = { fraga: shortened(query), antal: sure || near };
    if (sure) return kbSok.fill(sure === 1 ? texts.en_traff : texts.traffar, values);
    if (near) return kbSok.fill(near === 1 ? texts.en_nara : texts.nara, values);
    return kbSok.fill(texts.inga, values);
  }

  function shortened(query) {
    return query.length > 80 ? `${query.slice(0, 80)}…` : query;
  }

  function show(engine, texts, query, kind) {
    const found = engine.search(query);
    const ofKind = (hit) => !kind || hit.page.kind === kind;
    const sure = found.hits.filter(ofKind);
    const near = found.near.filter(ofKind);
    clear();
    showFilters(found.hits.length ? found.hits : found.near, query, kind, engine);
    showCorrection(found.corrected, engine);
    fillMain(sure.length ? sure : near, found, engine, texts);
    if (sure.length) fillList(nearResults, near, found, engine, texts);
    parts.traffar.hidden = !(sure.length || near.length);
    parts["nara-forst"].hidden = Boolean(sure.length) || !near.length;
    parts.nara.hidden = !(sure.length && near.length);
    parts.inget.hidden = Boolean(sure.length || near.length);
    status.textContent = statusText(sure.length, near.length, query, engine.texts);
  }

  function render() {
    const { query, kind } = asked();
    const turn = (wanted += 1);
    field.value = query;
    if (!query) {
      clear();
      parts.tips.hidden = false;
      return;
    }
    Promise.all([kbSok.engine(), loadExcerpts()]).then(async ([engine, texts]) => {
      await kbSok.nextTask();
      if (turn === wanted) show(engine, texts, query, kind);
    }).catch(() => {
      clear();
      parts.fel.hidden = false;
    });
  }

  /** Goes to another question or filter without loading the page anew. */
  function follow(event, address) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    try {
      history.pushState(null, "", address);
    } catch (refused) {
      location.assign(address);
      return;
    }
    render();
    status.focus();
  }

  function offerShortcuts() {
    const box = parts.kortkommandon.querySelector("input");
    box.checked = kbSok.shortcutsOn();
    box.addEventListener("change", () => kbSok.setShortcuts(box.checked));
    parts.kortkommandon.hidden = false;
  }

  parts.form.action = kbSok.addressOf("sok/");
  parts.form.addEventListener("submit", (event) => follow(event, kbSok.searchAddress(field.value.trim())));
  window.addEventListener("popstate", render);
  offerShortcuts();
  render();
})(globalThis);
