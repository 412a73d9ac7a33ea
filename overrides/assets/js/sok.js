/* The search fields: loads the search when one is used, shows suggestions, keyboard shortcuts.
 *
 * Without script the form leads to the search page. Nothing that is typed is sent or stored. The index is
 * loaded as a classic script, so that it works in a copy opened from a folder. Texts come with the index.
 */
(function (root) {
  "use strict";

  const MOST_SUGGESTIONS = 6;
  const MOST_TERMS = 2;
  const MOST_BESIDE_ANSWER = 3;
  const ANNOUNCE_AFTER = 600;
  const SHORTCUTS_KEY = "kb-kortkommandon";
  const OFF = "av";

  /** @type {HTMLFormElement} */
  const form = document.querySelector("[data-sokfiler]");
  if (!form) return;
  /** @type {HTMLInputElement} */
  const field = form.querySelector("input[name=q]");
  const files = /** @type {string} */ (form.dataset.sokfiler);
  /** @type {Promise<unknown> | null} */
  let naming = null;
  /** @type {Promise<Sok.Engine> | null} */
  let loading = null;
  /** @type {HTMLElement | null} */
  let cameFrom = null;

  const searchPage = addressOf(/** @type {string} */ (document.body.dataset.sok));

  // --- Loading ------------------------------------------------------------------------------------------

  /** @param {string} address */
  function loadScript(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => reject(new Error(address)));
      // Fetched side by side, run in the order asked for: texts need what comes with the index.
      script.async = false;
      script.src = address;
      document.head.append(script);
    });
  }

  /** Lets the page answer the reader between two heavy steps. */
  function nextTask() {
    return new Promise((resolve) => {
      setTimeout(resolve);
    });
  }

  /**
   * One of the search's files, by what it holds. Their names change with every page, and stand in a file of their own.
   * @param {"index" | "texter"} what
   */
  function loadFile(what) {
    if (!naming) {
      naming = loadScript(files);
      naming.catch(() => {
        naming = null;
      });
    }
    return naming.then(() => loadScript(files.replace(/[^/]*$/, `sok/${root.kbSokFiler[what]}`)));
  }

  /** The search engine, loaded the first time it is asked for. */
  function engine() {
    if (!loading) {
      loading = loadFile("index").then(nextTask).then(() => root.kbSokMotor.createEngine(root.kbSokIndex));
      loading.catch(() => {
        loading = null;
      });
    }
    return loading;
  }

  /**
   * The address of a page of the site, from this page. A copy in a folder needs the file's name.
   * @param {string} page
   */
  function addressOf(page) {
    const [, path, rest] = /** @type {string[]} */ (/^([^?#]*)(.*)$/.exec(page));
    const base = `${(document.body.dataset.rot || "").replace(/\/$/, "")}/`;
    const file = location.protocol === "file:" ? "index.html" : "";
    return new URL(base + path + file + rest, location.href).href;
  }

  /**
   * @param {string} query
   * @param {string} [kind]
   */
  function searchAddress(query, kind) {
    const address = new URL(searchPage);
    address.searchParams.set("q", query);
    if (kind) address.searchParams.set("slag", kind);
    return address.href;
  }

  /** @type {Fill} */
  function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  }

  // --- Suggestions --------------------------------------------------------------------------------------

  /**
   * @param {string} address
   * @param {...string | Node} children
   */
  function link(address, ...children) {
    const made = document.createElement("a");
    made.href = address;
    made.append(...children);
    return made;
  }

  /**
   * @param {string} className
   * @param {string} text
   */
  function labelled(className, text) {
    const made = document.createElement("span");
    made.className = className;
    made.textContent = text;
    return made;
  }

  /** @param {...string | Node} children */
  function row(...children) {
    const made = document.createElement("li");
    made.append(...children);
    return made;
  }

  /** @param {Sok.Answer} given */
  function linesOf({ lines }) {
    return lines.map(({ text, notes }) => [text, ...notes].join(", ")).join("; ");
  }

  /**
   * An answer as one sentence to be read out.
   * @param {Sok.Answer} answer
   * @param {Sok.AnswerWords} texts
   */
  function spoken(answer, texts) {
    const text = linesOf(answer);
    return fill(text ? texts.upplast : texts.upplast_kort, { rubrik: answer.title, text: text.replace(/[.:]$/, "") });
  }

  /** @param {Sok.Answer} answer */
  function answerRow(answer) {
    const { title, links } = answer;
    const said = linesOf(answer);
    return row(link(addressOf(links[0].address), labelled("sokforslag-namn", title), " ", labelled("sokforslag-svar", said)));
  }

  /**
   * @param {Sok.ShownHit} given
   * @param {Sok.IndexWords} texts
   */
  function pageRow({ page }, texts) {
    const kind = labelled("sokforslag-slag", texts.slag[page.kind] || "");
    return row(link(addressOf(page.address), labelled("sokforslag-namn", page.title), " ", kind));
  }

  /**
   * Gives a form suggestions under its field while the reader types.
   * @param {HTMLFormElement} own
   */
  function offerSuggestions(own) {
    /** @type {HTMLInputElement} */
    const input = own.querySelector("input[name=q]");
    const panel = own.querySelector("[data-sokforslag]");
    let announcing = 0;
    let turn = 0;
    /** @type {HTMLElement | null} */
    let live = null;

    function suggest() {
      const query = input.value.trim();
      if (!query) {
        close();
        return;
      }
      const mine = (turn += 1);
      engine().then((search) => {
        if (turn === mine && own.contains(document.activeElement)) show(search, query);
      }, () => close());
    }

    /**
     * Suggestions of one sort under their heading.
     * @param {string} name
     * @param {Node[]} rows
     */
    function group(name, rows) {
      if (!rows.length) return [];
      const heading = labelled("sokforslag-rubrik", name);
      heading.id = `${input.id}-${name.toLowerCase()}`;
      const list = document.createElement("ul");
      list.setAttribute("aria-labelledby", heading.id);
      list.append(...rows);
      return [heading, list];
    }

    /**
     * @param {Sok.Engine} search
     * @param {string} query
     */
    function show(search, query) {
      const { hits, answer } = search.search(query, { typing: true });
      const { texts } = search;
      const terms = answer ? [] : hits.filter(({ page }) => page.address.includes("#")).slice(0, MOST_TERMS);
      const room = answer ? MOST_BESIDE_ANSWER : MOST_SUGGESTIONS - terms.length;
      const shown = hits.filter(({ page }) => !page.address.includes("#")).slice(0, room);
      const all = labelled("sokforslag-alla", fill(texts.alla_traffar, { fraga: query }));
      const list = document.createElement("ul");
      list.append(row(link(searchAddress(query), all)));
      panel.replaceChildren(
        ...group(texts.grupper.svar, answer ? [answerRow(answer)] : []),
        ...group(texts.grupper.sidor, shown.map((hit) => pageRow(hit, texts))),
        ...group(texts.grupper.ord, terms.map((hit) => pageRow(hit, texts))),
        list,
      );
      panel.hidden = false;
      const count = shown.length + terms.length + (answer ? 1 : 0);
      const several = count ? texts.forslag : texts.inga_forslag;
      const said = answer ? `${spoken(answer, texts.svar)} ` : "";
      announce(said + fill(count === 1 ? texts.ett_forslag : several, { antal: count }));
    }

    function close() {
      turn += 1;
      panel.hidden = true;
      panel.replaceChildren();
      announce("");
    }

    /**
     * Tells a screen reader, when the typing has paused, how many suggestions there are.
     * @param {string} text
     */
    function announce(text) {
      clearTimeout(announcing);
      const region = live || labelled("enbart-skarmlasare", "");
      if (!live) {
        region.setAttribute("aria-live", "polite");
        own.append(region);
        live = region;
      }
      announcing = setTimeout(() => {
        region.textContent = text;
      }, text ? ANNOUNCE_AFTER : 0);
    }

    /**
     * Up and down go through the field and the suggestions; Tab does it too, since they are plain links.
     * @param {number} step
     */
    function move(step) {
      const stops = [input, ...panel.querySelectorAll("a")];
      const next = stops.findIndex((stop) => stop === document.activeElement) + step;
      if (next >= 0 && next < stops.length) stops[next].focus();
    }

    /**
     * Escape closes the suggestions; a second one goes back to where the reader was before the shortcut.
     * @param {KeyboardEvent} event
     */
    function leave(event) {
      if (!panel.hidden) {
        event.preventDefault();
        event.stopPropagation();
        close();
        input.focus();
      } else if (cameFrom && cameFrom.isConnected) {
        event.preventDefault();
        event.stopPropagation();
        if (cameFrom === document.body) input.blur();
        else cameFrom.focus();
        cameFrom = null;
      }
    }

    own.addEventListener("keydown", (event) => {
      if (event.key === "Escape") leave(event);
      else if (!panel.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
        event.preventDefault();
        move(event.key === "ArrowDown" ? 1 : -1);
      }
    });
    own.addEventListener("focusout", (event) => {
      if (!own.contains(/** @type {Node | null} */ (event.relatedTarget))) close();
    });
    own.addEventListener("submit", close);
    input.addEventListener("focus", () => {
      engine().catch(() => {});
    });
    input.addEventListener("input", suggest);
  }

  // --- Keyboard -----------------------------------------------------------------------------------------

  function shortcutsOn() {
    try {
      return localStorage.getItem(SHORTCUTS_KEY) !== OFF;
    } catch {
      return true;
    }
  }

  /** @param {boolean} on */
  function setShortcuts(on) {
    try {
      if (on) localStorage.removeItem(SHORTCUTS_KEY);
      else localStorage.setItem(SHORTCUTS_KEY, OFF);
    } catch {
      // Storage can be turned off; the choice then cannot be kept.
    }
  }

  /** @param {EventTarget | null} target */
  function isWriting(target) {
    return target instanceof Element && Boolean(target.closest("input, textarea, select, [contenteditable]"));
  }

  /** @param {KeyboardEvent} event */
  function isShortcut(event) {
    const control = event.ctrlKey || event.metaKey;
    if (event.altKey || event.isComposing) return false;
    if (event.key === "/") return !control && !isWriting(event.target);
    return control && !event.shiftKey && event.key.toLowerCase() === "k";
  }

  /** To the field that is seen: on a small screen the search page shows only its own. */
  function toField() {
    const seen = [field, document.getElementById("sok-q")].find((one) => one && one.getClientRects().length);
    if (!(seen instanceof HTMLInputElement)) {
      location.assign(searchPage);
      return;
    }
    if (document.activeElement !== seen) cameFrom = /** @type {HTMLElement} */ (document.activeElement);
    seen.focus();
    seen.select();
  }

  document.addEventListener("keydown", (event) => {
    if (!isShortcut(event) || !shortcutsOn()) return;
    event.preventDefault();
    toField();
  });
  form.action = searchPage;
  // The search page has a form of its own beside that of the header.
  for (const panel of document.querySelectorAll("[data-sokforslag]")) {
    offerSuggestions(/** @type {HTMLFormElement} */ (panel.closest("form")));
  }

  root.kbSok = { engine, loadFile, nextTask, addressOf, searchAddress, fill, spoken, shortcutsOn, setShortcuts };
})(globalThis);
