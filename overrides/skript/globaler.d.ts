// What the scripts share, for the checker of types (tsconfig.json); nothing of this is published.

// Each group of scripts hands its parts over in one object of its own.
interface Window {
  kbJamfor: any;
  kbVerktyg: any;
  kbPoster: any;
  kbYaml: any;
}

declare var kbSok: any;

// What a template draws is there, and is the kind of element that the template says: a test in a browser holds it.
interface ParentNode {
  querySelector(selectors: string): any;
  querySelectorAll(selectors: string): NodeListOf<any>;
}

interface Document {
  getElementById(id: string): any;
}

interface Element {
  closest(selectors: string): any;
}

// Asked only for names that the address is known to hold.
interface URLSearchParams {
  get(name: string): any;
}
