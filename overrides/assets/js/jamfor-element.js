// The elements that a comparison is drawn with, and what is fetched when a reader asks for it.
(function (kb) {
  "use strict";
  if (!kb) return;
  const rot = document.body.getAttribute("data-rot") || ".";

  /** @type {MakeElement} */
  function el(tag, attributes, ...children) {
    const element = document.createElement(tag);
    Object.keys(attributes || {}).forEach((name) => {
      const value = attributes[name];
      if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value === true ? "" : value);
    });
    element.append(.../** @type {(Node | string)[]} */ (children.flat(2).filter((child) => child !== null && child !== false && child !== "")));
    return element;
  }

  /**
   * @param {string} selector
   * @param {ParentNode} [inside]
   */
  const all = (selector, inside) => Array.from((inside || document).querySelectorAll(selector));
  // A page opened from a folder has no server that finds index.html.
  /** @param {string} address */
  const place = (address) => rot + address + (location.protocol === "file:" && address.endsWith('/') ? "index.html" : "");
  /**
   * @param {string} text
   * @param {() => unknown} press
   * @param {Attributes} [attributes]
   */
  const button = (text, press, attributes) => {
    const made = el("button", Object.assign({ type: "button", class: "knapp knapp-tyst" }, attributes), text);
    made.addEventListener("click", press);
    return made;
  };
  /**
   * @param {string} text
   * @param {boolean} checked
   * @param {((on: boolean) => void) | null} [change]
   * @param {Attributes} [attributes]
   */
  const box = (text, checked, change, attributes) => {
    const input = el("input", Object.assign({ type: "checkbox" }, attributes));
    input.checked = checked;
    if (change) input.addEventListener("change", () => change(input.checked));
    return el("label", { class: "jamfor-ruta" }, input, el("span", {}, text));
  };

  /**
   * @param {string} legend
   * @param {Attributes} attributes
   * @param {...Child} children
   */
  const fieldset = (legend, attributes, ...children) => el("fieldset", attributes, el("legend", {}, legend), ...children);

  // What this script fetches when it is needed, each file once: data, and what only some readers use.
  /** @type {{[file: string]: Promise<unknown>}} */
  const loading = {};
  /** @param {string} file */
  function fetched(file) {
    loading[file] =
      loading[file] ||
      new Promise((done, failed) => {
        const script = el("script", { src: rot + "/assets/jamfor/" + file });
        script.addEventListener("load", done);
        script.addEventListener("error", () => {
          delete loading[file];
          failed(new Error(file));
        });
        document.head.append(script);
      });
    return loading[file];
  }
  /** @param {string} name */
  const loadTool = (name) => fetched(kb.filer[name]);

  // The data of a kind, with what is told of some of its records: where they are many it lies in pieces.
  /**
   * @param {string} kind
   * @param {string[]} [ids]
   */
  function load(kind, ids = []) {
    return fetched(kb.filer[kind]).then(() => {
      const data = kb.data[kind];
      const pieces = data.bitar || [];
      const wanted = data.poster.filter((record) => record.bit !== undefined && ids.includes(record.id));
      return Promise.all(wanted.map((record) => fetched(pieces[Number(record.bit)]))).then(() => data);
    });
  }

  Object.assign(kb.delar, { el, all, place, button, box, fieldset, load, loadTool });
})(window.kbJamfor);
