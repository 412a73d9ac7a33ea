// Filters a long list on its own page while one types: sources, terms, the index, cards. Nothing is stored or sent.
// Without it the whole list is there.
(function () {
  "use strict";
  /** @type {HTMLInputElement} */
  const field = document.querySelector("[data-filtrera]");
  if (!field) return;
  const status = document.querySelector("[data-filtrera-antal]");
  const text = document.querySelector(".text");

  // Words without marks on letters and in lower case, so that a reader need not type å, ä and ö.
  /** @param {string} words */
  const folded = (words) =>
    words
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .toLowerCase();

  // A term of the glossary is a heading and what follows it; anything else is a point of a list.
  /** @param {HTMLElement} heading */
  function termParts(heading) {
    const parts = [heading];
    for (let next = heading.nextElementSibling; next && !/^(H2|H3|SECTION)$/.test(next.tagName); next = next.nextElementSibling) {
      parts.push(/** @type {HTMLElement} */ (next));
    }
    return parts;
  }
  const terms = [...text.querySelectorAll("h3.begrepp")].map(termParts);
  const points = [...text.querySelectorAll(".kallregister > li, .register > li, .kort > li")].map((point) => [point]);
  const items = [...terms, ...points].map((parts) => ({ parts, words: folded(parts.map((part) => part.textContent).join(" ")) }));

  // The heading of a section stands only while something under it does.
  function headings() {
    text.querySelectorAll(":scope > h2").forEach((heading) => {
      /** @type {HTMLElement[]} */
      const inside = [];
      for (let next = heading.nextElementSibling; next && !/^(H2|SECTION)$/.test(next.tagName); next = next.nextElementSibling) {
        inside.push(/** @type {HTMLElement} */ (next));
      }
      const listed = inside.filter((part) => part.matches("ul, h3.begrepp"));
      /** @param {HTMLElement} part */
      const empty = (part) => part.hidden || (part.tagName === "UL" && [...part.querySelectorAll(":scope > *")].every((point) => point.hidden));
      heading.hidden = listed.length > 0 && listed.every(empty);
    });
  }

  function filter() {
    const wanted = folded(field.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    items.forEach((item) => {
      const fits = wanted.every((word) => item.words.includes(word));
      item.parts.forEach((part) => (part.hidden = !fits));
      shown += fits ? 1 : 0;
    });
    headings();
    const count = String(status.dataset.filtreraAntal).replace("{antal}", String(shown)).replace("{alla}", String(items.length));
    status.textContent = wanted.length ? count : "";
  }
  field.addEventListener("input", filter);
  // A browser that goes back may fill the field in again.
  if (field.value) filter();
})();
