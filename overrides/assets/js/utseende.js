// Runs before the page is drawn: tells the styles that there is a script, and sets the reader's own
// choice of light or dark. Nothing else is stored here.
(function () {
  "use strict";
  const root = document.documentElement;
  root.classList.add("med-skript");
  try {
    const choice = localStorage.getItem("kb-utseende");
    if (choice === "ljust" || choice === "morkt") {
      root.setAttribute("data-utseende", choice);
    }
  } catch {
    // Storage can be turned off; the system's setting then decides.
  }
})();
