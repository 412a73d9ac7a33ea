/* The search page: reads the question from the address, shows the answer, results, filters and help.
 *
 * Everything is built from text nodes, so that nothing a reader types or a page says is ever read as markup.
 * Headings and explanations stand in the template (overrides/sok.html); texts with numbers come with the index.
 */
(function (root) {
  "use strict";

  const PAGE_SIZE = 15;
  // A fact as short as this is read at a glance and stands out; a longer text is read like any other.
  const SHORT = 60;
  const { kbSok } = root;
  /** @param {string} name */
  const part = (name) => document.querySelector(`[data-sok-del="${name}"]`);
  const LASTING = ["form", "kortkommandon"];
  const ANSWERS = ["svar", "filter", "menade", "okand", "utanutdrag", "traffar", "nara", "inget", "fler", "fel", "tips", "laddar"];
  const parts = Object.fromEntries([...LASTING, ...ANSWERS].map((name) => [name, part(name)]));
  const status = document.getElementById("sok-status");
  const results = document.getElementById("sok-resultat");
  if (!kbSok || !results) return;
  const form = /** @type {HTMLFormElement} */ (parts.form);
  /** @type {HTMLInputElement} */
  const field = form.querySelector("input[name=q]");
  /** @type {Promise<Sok.Section[][]> | null} */
  let excerpts = null;
  let wanted = 0;

  /**
   * @template {keyof HTMLElementTagNameMap} Tag
   * @param {Tag} tag
   * @param {string} className
   * @param {...string | Node} children
   */
  function make(tag, className, ...children) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  /**
   * @param {string} address
   * @param {string} className
   * @param {...string | Node} children
   */
  function link(address, className, ...children) {
    const made = make("a", className, ...children);
    made.href = address;
    return made;
  }

  /**
   * Text with the words that were looked for marked.
   * @param {string} text
   * @param {Sok.Matches} matches
   */
  function withMarks(text, matches) {
    if (!root.kbSokUtdrag) return [text];
    const pieces = root.kbSokUtdrag.marked(text, matches);
    return pieces.map((piece) => (piece.marked ? make("mark", "", piece.text) : piece.text));
  }

  /** The texts that results quote, loaded beside the index. */
  function loadExcerpts() {
    if (!excerpts) {
      excerpts = kbSok.loadFile("texter").then(() => root.kbSokTexter);
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

  /**
   * @param {Sok.ShownHit} hit
   * @param {Sok.Result} found
   * @param {Sok.Engine} engine
   * @param {Sok.Section[][] | null} texts
   */
  function resultRow(hit, found, engine, texts) {
    const { page } = hit;
    const { text, sections } = texts
      ? root.kbSokUtdrag.excerpt(page.summary, texts[page.number], found.matches)
      : { text: page.summary, sections: [] };
    const title = link(kbSok.addressOf(page.address), "sok-lank", ...withMarks(page.title, found.matches));
    const row = make("li", "sok-traff", title);
    row.append(" ", make("span", "sok-slag", engine.texts.slag[page.kind] || page.kind));
    if (hit.reason) row.append(make("p", "sok-skal", kbSok.fill(engine.texts.skal[hit.reason.how], { ord: hit.reason.word })));
    row.append(make("p", "sok-utdrag", ...withMarks(text, found.matches)));
    if (sections.length) row.append(sectionLinks(page, sections, found, engine));
    return row;
  }

  /**
   * @param {Sok.ShownPage} page
   * @param {Sok.Excerpt["sections"]} sections
   * @param {Sok.Result} found
   * @param {Sok.Engine} engine
   */
  function sectionLinks(page, sections, found, engine) {
    const made = make("p", "sok-avsnitt", make("span", "sok-avsnitt-rubrik", engine.texts.avsnitt), " ");
    sections.forEach(({ anchor, heading }, nth) => {
      if (nth) made.append(" · ");
      made.append(link(kbSok.addressOf(`${page.address}#${anchor}`), "", ...withMarks(heading, found.matches)));
    });
    return made;
  }

  // --- The answer above the results -----------------------------------------------------------------------

  /**
   * @param {Sok.Answer | null} answer
   * @param {Sok.Engine} engine
   */
  function showAnswer(answer, engine) {
    parts.svar.hidden = !answer;
    if (!answer) return;
    const texts = engine.texts.svar;
    parts.svar.querySelector("h2").textContent = answer.title;
    /** @param {Sok.Link} given */
    const linked = ({ address, text }) => link(kbSok.addressOf(address), "", text);
    const body = answer.lines.map(({ text, notes }) => {
      const shape = text.length > SHORT ? "sok-ruta-mening" : "sok-ruta-uppgift";
      return make("p", "sok-ruta-varde", make("span", shape, text), ...notes.map((note) => ` (${note})`));
    });
    if (answer.sources.length) {
      body.push(make("p", "sok-ruta-kallor", texts.kallor, " ", ...apart(answer.sources.map(linked))));
    }
    const links = answer.links.map((one) => make("li", "", linked(one)));
    parts.svar.querySelector(".sok-ruta-text").replaceChildren(...body, make("ul", "sok-ruta-lankar", ...links));
  }

  /** @param {Node[]} nodes */
  function apart(nodes) {
    return nodes.flatMap((node, nth) => (nth ? [" · ", node] : [node]));
  }

  /**
   * The answer for those who hear the page; others see it in its box.
   * @param {Sok.Answer | null} answer
   * @param {Sok.AnswerWords} texts
   */
  function spoken(answer, texts) {
    return answer ? [make("span", "enbart-skarmlasare", kbSok.spoken(answer, texts)), " "] : [];
  }

  // --- The results ----------------------------------------------------------------------------------------

  function clear() {
    for (const name of ANSWERS) parts[name].hidden = true;
    results.replaceChildren();
    status.textContent = "";
  }

  /**
   * @param {Element} list
   * @param {Sok.ShownHit[]} hits
   * @param {Sok.Result} found
   * @param {Sok.Engine} engine
   * @param {Sok.Section[][] | null} texts
   */
  function fillList(list, hits, found, engine, texts) {
    list.append(...hits.map((hit) => resultRow(hit, found, engine, texts)));
  }

  /**
   * Shows results a page at a time; the reader's place goes to the first new one.
   * @param {Sok.ShownHit[]} hits
   * @param {Sok.Result} found
   * @param {Sok.Engine} engine
   * @param {Sok.Section[][] | null} texts
   */
  function fillMain(hits, found, engine, texts) {
    fillList(results, hits.slice(0, PAGE_SIZE), found, engine, texts);
    parts.fler.hidden = hits.length <= PAGE_SIZE;
    // The button keeps one listener: that of the latest query.
    // oxlint-disable-next-line unicorn/prefer-add-event-listener
    parts.fler.onclick = () => {
      const first = results.children.length;
      fillList(results, hits.slice(first, first + PAGE_SIZE), found, engine, texts);
      parts.fler.hidden = results.children.length >= hits.length;
      results.children[first].querySelector("a").focus();
    };
  }

  /**
   * @param {Sok.ShownHit[]} hits
   * @param {string} query
   * @param {string} kind
   * @param {Sok.Engine} engine
   */
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

  /**
   * @param {string | null} corrected
   * @param {Sok.Engine} engine
   */
  function showCorrection(corrected, engine) {
    parts.menade.replaceChildren();
    parts.menade.hidden = !corrected;
    if (!corrected) return;
    const [before, after] = engine.texts.menade_du.split("{ord}");
    const made = link(kbSok.searchAddress(corrected), "", corrected);
    made.addEventListener("click", (event) => follow(event, made.href));
    parts.menade.append(before, made, after);
  }

  /**
   * Tells which words nothing on the site answers, and offers words that begin alike.
   * @param {Sok.Unknown[]} unknown
   * @param {Sok.Engine} engine
   */
  function showUnknown(unknown, engine) {
    parts.okand.hidden = !unknown.length;
    if (!unknown.length) return;
    const several = unknown.length > 1;
    const named = several ? unknown.map(({ word }) => `”${shortened(word)}”`).join(", ") : shortened(unknown[0].word);
    parts.okand.replaceChildren(kbSok.fill(several ? engine.texts.okanda : engine.texts.okant, { ord: named }));
    const like = unknown.flatMap((one) => one.like).map((word) => {
      const made = link(kbSok.searchAddress(word), "", word);
      made.addEventListener("click", (event) => follow(event, made.href));
      return made;
    });
    if (like.length) parts.okand.append(" ", engine.texts.liknande, " ", ...apart(like));
  }

  /**
   * @param {number} sure
   * @param {number} near
   * @param {string} query
   * @param {Sok.IndexWords} texts
   */
  function statusText(sure, near, query, texts) {
    const values = { fraga: shortened(query), antal: sure ? sure + near : near };
    if (sure) return kbSok.fill(values.antal === 1 ? texts.en_traff : texts.traffar, values);
    if (near) return kbSok.fill(near === 1 ? texts.en_nara : texts.nara, values);
    return kbSok.fill(texts.inga, values);
  }

  /** @param {string} query */
  function shortened(query) {
    return query.length > 80 ? `${query.slice(0, 80)}…` : query;
  }

  /**
   * @param {Sok.Engine} engine
   * @param {Sok.Section[][] | null} texts
   * @param {string} query
   * @param {string} kind
   */
  function show(engine, texts, query, kind) {
    const found = engine.search(query);
    const hits = found.hits.filter((hit) => !kind || hit.page.kind === kind);
    const near = hits.filter((hit) => hit.reason).length;
    const sure = hits.length - near;
    clear();
    showAnswer(found.answer, engine);
    showFilters(found.hits, query, kind, engine);
    showCorrection(found.corrected, engine);
    showUnknown(found.unknown, engine);
    fillMain(hits, found, engine, texts);
    parts.utanutdrag.hidden = Boolean(texts) || !hits.length;
    parts.traffar.hidden = !hits.length;
    parts.nara.hidden = Boolean(sure) || !near;
    parts.inget.hidden = Boolean(hits.length);
    status.replaceChildren(...spoken(found.answer, engine.texts.svar), statusText(sure, near, query, engine.texts));
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
    parts.laddar.hidden = false;
    parts.fel.hidden = true;
    // Without the texts the results are shown all the same, with the summaries of their pages.
    Promise.all([kbSok.engine(), loadExcerpts().catch(() => null)]).then(async ([engine, texts]) => {
      await kbSok.nextTask();
      if (turn === wanted) show(engine, texts, query, kind);
    }).catch(() => {
      clear();
      parts.fel.hidden = false;
      status.replaceChildren(make("span", "enbart-skarmlasare", parts.fel.innerText));
    });
  }

  /**
   * Goes to another question or filter without loading the page anew.
   * @param {Event & Partial<MouseEvent>} event
   * @param {string} address
   */
  function follow(event, address) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    try {
      history.pushState(null, "", address);
    } catch {
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

  form.action = kbSok.addressOf(/** @type {string} */ (document.body.dataset.sok));
  form.addEventListener("submit", (event) => follow(event, kbSok.searchAddress(field.value.trim())));
  window.addEventListener("popstate", render);
  offerShortcuts();
  render();
})(globalThis);
