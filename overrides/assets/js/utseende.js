// Sets the reader's own choice of light or dark before the page is drawn. Nothing else is stored here.
(function () {
  "use strict";
  try {
    var choice = localStorage.getItem("kb-utseende");
    if (choice === "ljust" || choice === "morkt") {
      document.documentElement.setAttribute("data-utseende", choice);
    }
  } catch (blocked) {
    // Storage can be turned off; the system's setting then decides.
  }
})();
