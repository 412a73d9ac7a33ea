// Small helps on every page: menus, light or dark, review date, print button. The build joins
// sida-begrepp.js to it.
// Everything works without it. It sets attributes and classes, never styles.
(function () {
  "use strict";
  const root = document.documentElement;

  /**
   * @template {Element} [Drawn=HTMLElement]
   * @param {string} selector
   * @returns {Drawn[]}
   */
  const all = (selector) => Array.from(document.querySelectorAll(selector));

  // A button with data-vaxla shows and hides the element that it controls.
  function toggles() {
    all("[data-vaxla]").forEach((button) => {
      const panel = document.getElementById(String(button.getAttribute("aria-controls")));
      if (!panel) return;
      /** @param {boolean} open */
      function set(open) {
        button.setAttribute("aria-expanded", String(open));
        panel.classList.toggle("oppen", open);
      }
      function isOpen() {
        return button.getAttribute("aria-expanded") === "true";
      }
      /** @param {KeyboardEvent} event */
      function onEscape(event) {
        if (event.key !== "Escape" || !isOpen() || event.defaultPrevented) return;
        set(false);
        button.focus();
      }
      button.addEventListener("click", () => {
        set(!isOpen());
      });
      button.addEventListener("keydown", onEscape);
      panel.addEventListener("keydown", onEscape);
    });
  }

  function isDark() {
    const choice = root.getAttribute("data-utseende");
    return choice ? choice === "morkt" : matchMedia("(prefers-color-scheme: dark)").matches;
  }

  function appearance() {
    const button = document.querySelector("button[data-utseende]");
    if (!button) return;
    const text = button.querySelector("span");
    function label() {
      text.textContent = button.dataset[isDark() ? "ljust" : "morkt"] || "";
    }
    label();
    const system = matchMedia("(prefers-color-scheme: dark)");
    if (system.addEventListener) system.addEventListener("change", label);
    button.addEventListener("click", () => {
      const next = isDark() ? "ljust" : "morkt";
      root.setAttribute("data-utseende", next);
      try {
        localStorage.setItem("kb-utseende", next);
      } catch {
        // The choice then lasts for this page.
      }
      label();
    });
  }

  function review() {
    /** @type {HTMLTimeElement} */
    const due = document.querySelector("[data-granskas]");
    const notice = document.querySelector("[data-forfallen]");
    if (due && notice && new Date(due.dateTime) < new Date()) notice.hidden = false;
  }

  // What is folded is opened on paper, and folded again afterwards.
  function printing() {
    all("[data-skriv-ut]").forEach((button) => {
      button.addEventListener("click", () => {
        window.print();
      });
    });
    window.addEventListener("beforeprint", () => {
      // An address is of use on paper only when it is whole, and not when it is a path on this computer.
      /** @type {HTMLAnchorElement[]} */
      const links = all(".text a[href]:not(.begrepp):not([href^='#'])");
      links.forEach((link) => {
        if (/^https?:/.test(link.href)) link.dataset.adress = link.href;
      });
      all("[data-utskriftsrad]").forEach((line) => {
        const day = new Date().toLocaleDateString(document.documentElement.lang === "en" ? "en-GB" : "sv-SE", { day: "numeric", month: "long", year: "numeric" });
        const address = /^https?:/.test(location.href) ? location.href : document.title;
        const text = String(line.dataset.utskriftsrad).replace("{datum}", day).replace("{adress}", address);
        line.querySelector("span").textContent = text;
      });
      // Tools stay closed: they are not printed, and opening them would draw the table anew.
      /** @type {HTMLDetailsElement[]} */
      const closed = all("details:not([open]):not(.jamfor-verktyg):not(.jamfor-valj)");
      closed.forEach((details) => {
        details.open = true;
        details.dataset.stangdes = "ja";
      });
    });
    window.addEventListener("afterprint", () => {
      /** @type {HTMLDetailsElement[]} */
      const opened = all("details[data-stangdes]");
      opened.forEach((details) => {
        details.open = false;
        delete details.dataset.stangdes;
      });
    });
  }

  // A region is a stop for the Tab key only while it has something to scroll.
  function scrollRegions() {
    const regions = all(".tabellyta[tabindex], .figuryta[tabindex]");
    if (!regions.length || !window.ResizeObserver) return;
    /** @param {Element} region */
    function fit(region) {
      const scrolls = region.scrollWidth > region.clientWidth + 1 || region.scrollHeight > region.clientHeight + 1;
      if (scrolls) region.setAttribute("tabindex", "0");
      else region.removeAttribute("tabindex");
    }
    const observer = new ResizeObserver((entries) => {
      entries.forEach((entry) => {
        fit(entry.target);
      });
    });
    regions.forEach((region) => {
      fit(region);
      observer.observe(region);
    });
  }

  // What browsers from before 2021 lack. Scripts that come after this one may use it.
  function newer() {
    /** @type {Partial<Element>} */
    const element = Element.prototype;
    if (element.replaceChildren) return;
    /**
     * @this {Element}
     * @param {(Node | string)[]} nodes
     */
    element.replaceChildren = function replaceChildren(...nodes) {
      this.textContent = "";
      this.append(...nodes);
    };
  }

  // Whether the focus came by keyboard; browsers that cannot tell are taken to mean yes.
  /** @param {HTMLElement} target */
  function isByKeyboard(target) {
    try {
      return target.matches(":focus-visible");
    } catch {
      return true;
    }
  }

  // What is reached by keyboard in something that scrolls sideways is wholly in view, not half over its edge.
  function wholeFocus() {
    document.addEventListener("focusin", (event) => {
      const target = /** @type {HTMLElement} */ (event.target);
      const region = target.closest(".tabellyta, .figuryta");
      if (region && region !== target && isByKeyboard(target)) {
        target.scrollIntoView({ block: "nearest", inline: "nearest" });
      }
    });
  }

  // Whether a table's head can follow the page down while the table scrolls sideways; if not, the table is a box.
  function stickyHeads() {
    if (!document.querySelector(".jamforelse, .jamfor")) return;
    const probe = document.createElement("div");
    probe.className = "jamforelse";
    document.body.append(probe);
    if (getComputedStyle(probe).overflowY !== "clip") root.classList.add("rullar-i-ruta");
    probe.remove();
  }

  // Opened from a disk, a link to a folder would show a list of files: it gets the name of the page's file.
  function fromDisk() {
    if (location.protocol !== "file:") return;
    /** @param {string} address */
    function named(address) {
      return address.replace(/\/(?=$|[?#])/, "/index.html");
    }
    document.addEventListener("click", (event) => {
      /** @type {HTMLAnchorElement} */
      const link = /** @type {HTMLElement} */ (event.target).closest("a[href]");
      if (link && link.protocol === "file:") link.href = named(link.href);
    }, true);
    document.addEventListener("submit", (event) => {
      const form = /** @type {HTMLFormElement} */ (event.target);
      if (form.action) form.action = named(form.action);
    }, true);
  }

  // An address that leads nowhere still has words: they are offered as a search.
  function lostAddress() {
    const offer = document.querySelector("[data-sok-adressen]");
    let address = location.pathname;
    try {
      address = decodeURIComponent(address);
    } catch {
      // The letters as they stand.
    }
    const words = (address.replace(/\.html?$/, "").replace(/\/+$/, "").split("/").pop() || "").replace(/[-_]+/g, " ").trim();
    if (!offer || !words || words === "404") return;
    const link = offer.querySelector("a");
    link.href += "?q=" + encodeURIComponent(words.slice(0, 80));
    link.textContent = String(offer.dataset.text).replace("{ord}", words.slice(0, 80));
    offer.hidden = false;
  }

  // Ticks of a checklist stand in the end of the address, so that a link or a reload keeps them.
  function keptTicks() {
    /** @type {HTMLInputElement[]} */
    const boxes = all(".checklista input[type=checkbox]");
    if (!boxes.length) return;
    const kept = /^#klart=([\d,]*)$/.exec(location.hash);
    if (kept) {
      kept[1].split(",").forEach((number) => {
        const box = boxes[Number(number) - 1];
        if (box) box.checked = true;
      });
    }
    document.addEventListener("change", (event) => {
      if (!boxes.some((box) => box === event.target)) return;
      const done = boxes.map((box, nr) => (box.checked ? nr + 1 : 0)).filter(Boolean);
      try {
        history.replaceState(history.state, "", location.pathname + location.search + (done.length ? "#klart=" + done.join(",") : ""));
      } catch {
        // The ticks then last for this page.
      }
    });
  }

  newer();
  fromDisk();
  lostAddress();
  keptTicks();
  toggles();
  appearance();
  review();
  printing();
  scrollRegions();
  wholeFocus();
  stickyHeads();
})();
