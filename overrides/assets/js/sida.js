// Small helps on every page: menu button, light or dark, review date, print button, glossary explanations.
// Everything works without it; it only shows what needs a script.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("med-skript");

  function all(selector) {
    return Array.prototype.slice.call(document.querySelectorAll(selector));
  }

  function menu() {
    var button = document.querySelector("[data-meny]");
    var panel = button && document.getElementById(button.getAttribute("aria-controls"));
    if (!panel) return;
    button.hidden = false;
    function set(open) {
      button.setAttribute("aria-expanded", String(open));
      panel.classList.toggle("oppen", open);
    }
    button.addEventListener("click", function () {
      set(button.getAttribute("aria-expanded") !== "true");
    });
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && button.getAttribute("aria-expanded") === "true") {
        set(false);
        button.focus();
      }
    });
    set(false);
  }

  function isDark() {
    var choice = root.getAttribute("data-utseende");
    return choice ? choice === "morkt" : matchMedia("(prefers-color-scheme: dark)").matches;
  }

  function appearance() {
    var button = document.querySelector("[data-utseende]:not(html)");
    if (!button) return;
    function label() {
      button.textContent = isDark() ? button.dataset.ljust : button.dataset.morkt;
    }
    button.hidden = false;
    label();
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

  function printing() {
    all("[data-skriv-ut]").forEach(function (button) {
      button.hidden = false;
      button.addEventListener("click", function () {
        window.print();
      });
    });
    window.addEventListener("beforeprint", function () {
      all("details:not([open])").forEach(function (details) {
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

  function sectionMenu() {
    var details = document.querySelector("[data-avsnittsmeny]");
    if (details && matchMedia("(max-width: 62rem)").matches) details.open = false;
  }

  menu();
  appearance();
  review();
  printing();
  sectionMenu();
})();
