// Runs before the page is drawn: tells the styles that there is a script, and sets the reader's own
// choice of light or dark. Nothing else is stored here.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("med-skript");
  try {
    var choice = localStorage.getItem("kb-utseende");
    if (choice === "ljust" || choice === "morkt") {
      root.setAttribute("data-utseende", choice);
    }
  } catch (blocked) {
    // Storage can be turned off; the system's setting then decides.
  }
})();
