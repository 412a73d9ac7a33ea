// Small helps on every page: menus, light or dark, review date, print button, explanations of terms.
// Everything works without it. It sets attributes and classes, never styles.
(function () {
  "use strict";
  var root = document.documentElement;
  var CLOSE_DELAY = 250;

  function all(selector) {
    return Array.prototype.slice.call(document.querySelectorAll(selector));
  }

  // A button with data-vaxla shows and hides the element that it controls.
  function toggles() {
    all("[data-vaxla]").forEach(function (button) {
      var panel = document.getElementById(button.getAttribute("aria-controls"));
      if (!panel) return;
      function set(open) {
        button.setAttribute("aria-expanded", String(open));
        panel.classList.toggle("oppen", open);
      }
      function isOpen() {
        return button.getAttribute("aria-expanded") === "true";
      }
      function onEscape(event) {
        if (event.key !== "Escape" || !isOpen() || event.defaultPrevented) return;
        set(false);
        button.focus();
      }
      button.addEventListener("click", function () {
        set(!isOpen());
      });
      button.addEventListener("keydown", onEscape);
      panel.addEventListener("keydown", onEscape);
    });
  }

  function isDark() {
    var choice = root.getAttribute("data-utseende");
    return choice ? choice === "morkt" : matchMedia("(prefers-color-scheme: dark)").matches;
  }

  function appearance() {
    var button = document.querySelector("button[data-utseende]");
    if (!button) return;
    var text = button.querySelector("span");
    function label() {
      text.textContent = isDark() ? button.dataset.ljust : button.dataset.morkt;
    }
    label();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", label);
    button.addEventListener("click", function () {
      var next = isDark() ? "ljust" : "morkt";
      root.setAttribute("data-utseende", next);
      try {
        localStorage.setItem("kb-utseende", next);
      } catch (blocked) {
        // The choice then lasts for this page.
      }
      label();
    });
  }

  function review() {
    var due = document.querySelector("[data-granskas]");
    var notice = document.querySelector("[data-forfallen]");
    if (due && notice && new Date(due.dateTime) < new Date()) notice.hidden = false;
  }

  // What is folded is opened on paper, and folded again afterwards.
  function printing() {
    all("[data-skriv-ut]").forEach(function (button) {
      button.addEventListener("click", function () {
        window.print();
      });
    });
    window.addEventListener("beforeprint", function () {
      // An address is of use on paper only when it is whole, and not when it is a path on this computer.
      all(".text a[href]:not(.begrepp):not([href^='#'])").forEach(function (link) {
        if (/^https?:/.test(link.href)) link.dataset.adress = link.href;
      });
      all("[data-utskriftsrad]").forEach(function (line) {
        var day = new Date().toLocaleDateString(document.documentElement.lang === "en" ? "en-GB" : "sv-SE", { day: "numeric", month: "long", year: "numeric" });
        var address = /^https?:/.test(location.href) ? location.href : document.title;
        var text = line.dataset.utskriftsrad.replace("{datum}", day).replace("{adress}", address);
        line.querySelector("span").textContent = text;
      });
      // Tools stay closed: they are not printed, and opening them would draw the table anew.
      all("details:not([open], .jamfor-verktyg, .jamfor-valj)").forEach(function (details) {
        details.open = true;
        details.dataset.stangdes = "ja";
      });
    });
    window.addEventListener("afterprint", function () {
      all("details[data-stangdes]").forEach(function (details) {
        details.open = false;
        delete details.dataset.stangdes;
      });
    });
  }

  // A region is a stop for the Tab key only while it has something to scroll.
  function scrollRegions() {
    var regions = all(".tabellyta[tabindex], .figuryta[tabindex]");
    if (!regions.length || !window.ResizeObserver) return;
    function fit(region) {
      var scrolls = region.scrollWidth > region.clientWidth + 1 || region.scrollHeight > region.clientHeight + 1;
      if (scrolls) region.setAttribute("tabindex", "0");
      else region.removeAttribute("tabindex");
    }
    var observer = new ResizeObserver(function (entries) {
      entries.forEach(function (entry) {
        fit(entry.target);
      });
    });
    regions.forEach(function (region) {
      fit(region);
      observer.observe(region);
    });
  }

  // What is reached by keyboard in something that scrolls sideways is wholly in view, not half over its edge.
  function wholeFocus() {
    document.addEventListener("focusin", function (event) {
      var region = event.target.closest(".tabellyta, .figuryta");
      if (region && region !== event.target && event.target.matches(":focus-visible")) {
        event.target.scrollIntoView({ block: "nearest", inline: "nearest" });
      }
    });
  }

  // Whether a table's head can follow the page down while the table scrolls sideways; if not, the table is a box.
  function stickyHeads() {
    if (!document.querySelector(".jamforelse, .jamfor")) return;
    var probe = document.createElement("div");
    probe.className = "jamforelse";
    document.body.append(probe);
    if (getComputedStyle(probe).overflowY !== "clip") root.classList.add("rullar-i-ruta");
    probe.remove();
  }

  // Terms: pointing at or tabbing to a term shows its explanation, Escape hides it. A first touch shows
  // the explanation and a second follows the link. Screen readers get it as the link's description.
  function terms() {
    if (!("popover" in HTMLElement.prototype)) return;
    var shown = null;
    var timer = 0;
    var touch = false;

    function hide() {
      clearTimeout(timer);
      if (shown) shown.bubble.hidePopover();
      shown = null;
    }

    function hideSoon() {
      clearTimeout(timer);
      timer = setTimeout(hide, CLOSE_DELAY);
    }

    function show(link, bubble) {
      clearTimeout(timer);
      if (shown && shown.bubble === bubble) return;
      hide();
      bubble.showPopover({ source: link });
      shown = { link: link, bubble: bubble };
    }

    all("a.begrepp[data-forklaring]").forEach(function (link, number) {
      var bubble = document.createElement("span");
      bubble.className = "bubbla";
      bubble.id = "forklaring-" + number;
      bubble.lang = document.documentElement.lang;
      bubble.setAttribute("role", "tooltip");
      bubble.setAttribute("popover", "manual");
      bubble.textContent = link.dataset.forklaring;
      link.insertAdjacentElement("afterend", bubble);
      link.setAttribute("aria-describedby", bubble.id);
      function open() {
        show(link, bubble);
      }
      link.addEventListener("pointerdown", function (event) {
        touch = event.pointerType === "touch";
      });
      link.addEventListener("pointerenter", function (event) {
        if (event.pointerType === "mouse") open();
      });
      link.addEventListener("pointerleave", function (event) {
        if (event.pointerType === "mouse" && document.activeElement !== link) hideSoon();
      });
      bubble.addEventListener("pointerenter", open);
      bubble.addEventListener("pointerleave", hideSoon);
      link.addEventListener("focus", function () {
        if (!touch) open();
      });
      // At once, so that the next stop is not covered; a pointer on the explanation keeps it.
      link.addEventListener("blur", function () {
        if (!bubble.matches(":hover")) hide();
      });
      link.addEventListener("click", function (event) {
        if (touch && !(shown && shown.link === link)) {
          event.preventDefault();
          open();
        }
        touch = false;
      });
    });
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && shown) {
        event.preventDefault();
        hide();
      }
    }, true);
    document.addEventListener("pointerdown", function (event) {
      if (shown && !shown.link.contains(event.target) && !shown.bubble.contains(event.target)) hide();
    });
  }

  // Opened from a disk, a link to a folder would show a list of files: it gets the name of the page's file.
  function fromDisk() {
    if (location.protocol !== "file:") return;
    function named(address) {
      return address.replace(/\/(?=$|[?#])/, "/index.html");
    }
    document.addEventListener("click", function (event) {
      var link = event.target.closest("a[href]");
      if (link && link.protocol === "file:") link.href = named(link.href);
    }, true);
    document.addEventListener("submit", function (event) {
      if (event.target.action) event.target.action = named(event.target.action);
    }, true);
  }

  // An address that leads nowhere still has words: they are offered as a search.
  function lostAddress() {
    var offer = document.querySelector("[data-sok-adressen]");
    var address = location.pathname;
    try {
      address = decodeURIComponent(address);
    } catch (broken) {
      // The letters as they stand.
    }
    var words = (address.replace(/\.html?$/, "").split("/").filter(Boolean).pop() || "").replace(/[-_]+/g, " ").trim();
    if (!offer || !words || words === "404") return;
    var link = offer.querySelector("a");
    link.href += "?q=" + encodeURIComponent(words.slice(0, 80));
    link.textContent = offer.dataset.text.replace("{ord}", words.slice(0, 80));
    offer.hidden = false;
  }

  // Ticks of a checklist stand in the end of the address, so that a link or a reload keeps them.
  function keptTicks() {
    var boxes = all(".checklista input[type=checkbox]");
    if (!boxes.length) return;
    var kept = /^#klart=([\d,]*)$/.exec(location.hash);
    if (kept) {
      kept[1].split(",").forEach(function (number) {
        if (boxes[number - 1]) boxes[number - 1].checked = true;
      });
    }
    document.addEventListener("change", function (event) {
      if (boxes.indexOf(event.target) < 0) return;
      var done = boxes.map(function (box, nr) { return box.checked ? nr + 1 : 0; }).filter(Boolean);
      try {
        history.replaceState(history.state, "", location.pathname + location.search + (done.length ? "#klart=" + done.join(",") : ""));
      } catch (refused) {
        // The ticks then last for this page.
      }
    });
  }

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
  terms();
})();
