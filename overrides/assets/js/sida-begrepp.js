// Terms: pointing at or tabbing to a term shows its explanation, Escape hides it. A first touch shows
// the explanation and a second follows the link. Screen readers get it as the link's description.
(function () {
  "use strict";
  const CLOSE_DELAY = 250;
  if (!("popover" in HTMLElement.prototype)) return;
  /** @type {{link: HTMLElement, bubble: HTMLElement} | null} */
  let shown = null;
  let timer = 0;
  let touch = false;

  function hide() {
    clearTimeout(timer);
    if (shown) shown.bubble.hidePopover();
    shown = null;
  }

  function hideSoon() {
    clearTimeout(timer);
    timer = setTimeout(hide, CLOSE_DELAY);
  }

  /**
   * @param {HTMLElement} link
   * @param {HTMLElement} bubble
   */
  function show(link, bubble) {
    clearTimeout(timer);
    if (shown && shown.bubble === bubble) return;
    hide();
    bubble.showPopover({ source: link });
    shown = { link, bubble };
  }

  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll("a.begrepp[data-forklaring]");
  links.forEach((link, number) => {
    const bubble = document.createElement("span");
    bubble.className = "bubbla";
    bubble.id = "forklaring-" + number;
    bubble.lang = document.documentElement.lang;
    bubble.setAttribute("role", "tooltip");
    bubble.setAttribute("popover", "manual");
    bubble.textContent = link.dataset.forklaring || "";
    link.insertAdjacentElement("afterend", bubble);
    link.setAttribute("aria-describedby", bubble.id);
    function open() {
      show(link, bubble);
    }
    link.addEventListener("pointerdown", (event) => {
      touch = event.pointerType === "touch";
    });
    link.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "mouse") open();
    });
    link.addEventListener("pointerleave", (event) => {
      if (event.pointerType === "mouse" && document.activeElement !== link) hideSoon();
    });
    bubble.addEventListener("pointerenter", open);
    bubble.addEventListener("pointerleave", hideSoon);
    link.addEventListener("focus", () => {
      if (!touch) open();
    });
    // At once, so that the next stop is not covered; a pointer on the explanation keeps it.
    link.addEventListener("blur", () => {
      if (!bubble.matches(":hover")) hide();
    });
    link.addEventListener("click", (event) => {
      if (touch && !(shown && shown.link === link)) {
        event.preventDefault();
        open();
      }
      touch = false;
    });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shown) {
      event.preventDefault();
      hide();
    }
  }, true);
  document.addEventListener("pointerdown", (event) => {
    const target = /** @type {Node} */ (event.target);
    if (shown && !shown.link.contains(target) && !shown.bubble.contains(target)) hide();
  });
})();
