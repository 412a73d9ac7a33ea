// What the scripts share, for the checker of types (tsconfig.json); nothing of this is published.
// One file a domain: sok.d.ts, jamfor.d.ts, verktyg.d.ts, redigera.d.ts. tests/scripts/ compares their keys with the data.

/** Words of the interface by their keys in macros/ord.yml: all are texts but those that `Other` names. */
type Words<Other = unknown> = Other & { [key: string]: string };

/** What `el` takes as attributes: true stands without value, false and nothing are left out. */
type Attributes = { [name: string]: string | number | boolean | null | undefined };
type Child = Node | string | false | null | undefined | 0 | Child[];

interface MakeElement {
  <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes: Attributes, ...children: Child[]): HTMLElementTagNameMap[Tag];
}

/** Fills in the names within braces; what has no value stands as it is. */
type Fill = (text: string, values: { [name: string]: string | number | boolean | undefined }) => string;
type MakeButton = (text: string, press: () => unknown, attributes?: Attributes) => HTMLButtonElement;

// What a template draws is there, and is the kind of element that the script says: tests in a browser hold it.
interface ParentNode {
  querySelector<Tag extends keyof HTMLElementTagNameMap>(selectors: Tag): HTMLElementTagNameMap[Tag];
  querySelector<Drawn extends Element = HTMLElement>(selectors: string): Drawn;
  querySelectorAll<Tag extends keyof HTMLElementTagNameMap>(selectors: Tag): NodeListOf<HTMLElementTagNameMap[Tag]>;
  querySelectorAll<Drawn extends Element = HTMLElement>(selectors: string): NodeListOf<Drawn>;
}

interface Document {
  getElementById<Drawn extends HTMLElement = HTMLElement>(id: string): Drawn;
}

interface Element {
  // A browser writes numbers out itself.
  setAttribute(name: string, value: string | number): void;
  cloneNode(deep?: boolean): this;
  closest<Tag extends keyof HTMLElementTagNameMap>(selectors: Tag): HTMLElementTagNameMap[Tag];
  closest<Drawn extends Element = HTMLElement>(selectors: string): Drawn;
}

// Asked only for names that the address is known to hold.
interface URLSearchParams {
  get(name: string): string;
}

// Newer than the checker's own list of what browsers have; scripts ask whether it is there.
interface HTMLElement {
  showPopover(options: { source: HTMLElement }): void;
  hidePopover(): void;
}

/** Choosing by typing (verktyg-valruta.js), for the tools and the comparison. */
declare namespace Valruta {
  type Choice = { id: string; namn: string };
  interface Asked<T extends Choice> {
    id: string;
    label: string;
    choices: () => T[];
    chosen: (choice: T, input: HTMLInputElement) => void;
    describedby?: string;
    /** Hides the identifiers. */
    named?: boolean;
  }
  type Made = { input: HTMLInputElement; element: HTMLElement };
  type Make = <T extends Choice>(asked: Asked<T>) => Made;
}

// What is left when nothing, false and empty texts are taken away.
interface Array<T> {
  filter(predicate: BooleanConstructor): Exclude<T, null | undefined | false | "" | 0>[];
}
