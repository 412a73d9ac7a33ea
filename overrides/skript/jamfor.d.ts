// The comparison: the data that macros/scripts/comparison.py writes, and what the parts jamfor-*.js hand each other.

declare namespace Jamfor {
  type Relation = "ej" | "okant" | "delvis-okant" | "gemensamt" | "egna-ord" | "delvis" | "skiljer";

  interface Point {
    id: string;
    namn: string;
    iText: string;
    forklaring: string;
    avdelning: string;
    vardeslag: string;
    baraKand?: 1;
  }

  /** A fact: its text and parts, year, sources, comment, whether we read it so ourselves, and ja or nej. */
  interface Entry {
    t: string;
    d?: string[];
    ar?: string;
    k?: string[];
    c?: string;
    o?: 1;
    j?: string;
  }
  type Known = { s: string | number; u: Entry[]; ej?: undefined };
  /** Nothing when it is unknown. */
  type Cell = Known | { ej: 1; u?: undefined; s?: undefined } | null;

  interface Option {
    id: string;
    namn: string;
    poster: string[];
  }
  interface Filter {
    id: string;
    namn: string;
    val: Option[];
  }
  interface Source {
    titel: string;
    text: string;
    adress?: string;
  }
  interface Post {
    id: string;
    namn: string;
    adress: string;
    /** The number of the piece that tells of it, where records are many. */
    bit?: number;
  }
  interface Question {
    namn: string;
    punkter: string[];
  }

  interface Dataset {
    slag: string;
    poster: Post[];
    punkter: Point[];
    celler: { [id: string]: Cell[] };
    filter: Filter[];
    fragor: Question[];
    kallor: { [key: string]: Source };
    tvetydiga: string[];
    /** The files of the pieces. */
    bitar?: string[];
  }

  interface Kind {
    rubrik: string;
    en: string;
    flera: string;
    tabeller: { adress: string; namn: string }[];
  }
  type Ord = Words<{
    relation: { [name in Relation]: string };
    sammandrag: Words;
    avdelningar: Words;
    rad: Words;
    legend: [kind: string, term: string, meaning: string][];
  }>;

  /** What `grund.js` holds; `data` and `delar` are filled in by the other scripts. */
  interface Base {
    ord: Ord;
    minst: number;
    hogst: number;
    rutor: number;
    namnda: number;
    slag: { [kind: string]: Kind };
    namn: { [kind: string]: { [id: string]: string } };
    andra: { [kind: string]: { varfor: string; adress: string; lank: string } };
    /** Fetched when an address names what no record is called. */
    andraNamn?: { [kind: string]: string[] };
    platser: { jamfor: string; kallor: string };
    data: { [kind: string]: Dataset };
    /** The file of each kind, and of what only some readers use. */
    filer: { [name: string]: string };
  }
  interface Kb extends Base {
    delar: Delar;
    combobox: Valruta.Make;
  }

  // -- What the reader has chosen --

  type Order = { efter: string; fallande: boolean };
  type Chosen = { [filter: string]: string[] };
  interface State {
    valda: string[];
    slag: string | null;
    bara: boolean;
    dolj: boolean;
    vand: boolean;
    punkter: string[];
    ordning: Order;
    filter: Chosen;
  }
  /** What an address asks for: what is shown, and what was left out. */
  interface Asked {
    kind: string | null;
    valda: string[];
    forManga: string[];
    grupper: { [kind: string]: string[] };
    upprepade: string[];
    andra: string[];
    okanda: string[];
  }

  // -- The table --

  interface Row {
    point: Point;
    cells: Cell[];
    relation: Relation;
    differs: boolean;
  }
  /** Rows that are drawn, by section, and those that one line tells. */
  interface Folded {
    sections: { section: string; rows: Row[] }[];
    rows: Row[];
    lika: Row[];
    okant: Row[];
    ej: Row[];
  }
  /** What a view is made of. */
  interface Wanted {
    data: Dataset;
    ids: string[];
    caption: string;
    level: "h2" | "h3";
    filters: boolean;
    section?: string;
    most?: number;
  }
  /** What lists and tables with filters have in common. */
  interface Filtered {
    data: Dataset;
    allIds: string[];
    status: HTMLElement;
    changed(quietly?: boolean): void;
    syncFilters?(): void;
  }
  interface View extends Wanted, Filtered {
    addresses: Map<string, string>;
    available: Row[];
    every: Row[];
    rows: Row[];
    down: boolean;
    more: boolean;
    numbers: Map<string, number>;
    text: HTMLElement;
    surface: HTMLElement;
    result: HTMLElement;
    remove?(id: string, name: string): HTMLElement;
    sync(): void;
    syncOrder(): void;
    syncPoints(): void;
    syncQuestions?(): void;
  }
  type Change = (ids: string[], message: string) => void;
  type Lines = string[][];
  type Ending = "xlsx" | "csv" | "json";
  type Finder = { sync(): void; element: HTMLElement };

  // -- What each part hands over --

  interface Delar {
    ord?: undefined;
    has(object: object, key: string): boolean;
    fill: Fill;
    unique<T>(list: T[]): T[];
    isKnown(cell: Cell): cell is Known;
    listing(names: string[]): string;
    relation(kindOfValue: string, cells: Cell[]): Relation;
    differs(cells: Cell[]): boolean;
    rowsOf(data: Dataset, ids: string[], section?: string): Row[];
    sentences(rows: Row[]): string[];
    folded(rows: Row[]): Folded;
    sharedCell(row: Row): { u: Entry[] };
    knownIn(rows: Row[], place: number): { kanda: number; alla: number };
    sorted(data: Dataset, ids: string[], order: Order): string[];
    passing(data: Dataset, ids: string[], chosen: Chosen, without?: string): string[];
    kindsOf(id: string): string[];
    otherKindOf(id: string): string | undefined;
    nameOf(kind: string, id: string): string;
    compareText(a: string, b: string): number;

    plain(text: string): string;
    namesIn(values: string[]): string[];
    withoutEnd(search: string): string;
    nearNames(text: string, kind: string | null): string[];

    readAddress(search: string): State;
    resolve(asked: string[], kindAsked: string | null): Asked;
    writeAddress(state: State, search: string): string;
    state: State;
    saveAddress(push: boolean, chooses?: boolean): void;
    addressMoved(): boolean;
    choosing(): boolean;

    cellText(cell: Cell): string;
    linesOf(view: View, heads: (name: string) => string[], cellsOf: (cell: Cell) => string[]): Lines;
    tableLines(view: View): Lines;

    // Fetched when a reader saves a file.
    csvText(lines: Lines): string;
    fileOf(view: View, ending: Ending, day: string): Blob;
    workbook(sheets: [name: string, rows: Lines][]): Blob;

    el: MakeElement;
    all<Drawn extends Element = HTMLElement>(selector: string, inside?: ParentNode): Drawn[];
    place(address: string): string;
    button: MakeButton;
    box(text: string, checked: boolean, change?: ((on: boolean) => void) | null, attributes?: Attributes): HTMLLabelElement;
    fieldset(legend: string, attributes: Attributes, ...children: Child[]): HTMLFieldSetElement;
    load(kind: string, ids?: string[]): Promise<Dataset>;
    loadTool(name: string): Promise<unknown>;
    drawTable(view: View): Element[];
    drawSources(view: View): HTMLElement;
    drawLegend(): HTMLElement;

    chosenPoints(data: Dataset): string[];
    points(view: View): HTMLElement;
    questions(view: View): HTMLElement | null;

    actions(view: View): HTMLElement[];
    removeButton(change: Change): (id: string, name: string) => HTMLElement;
    addForm(data: Dataset, change: Change): HTMLElement | null;

    makeView(wanted: Wanted): View;
    sortBy(id: string, view: View): void;
    chosenOptions(filter: Filter): Option[];
    refresh(view: View, quietly?: boolean): void;
    emptyByFilters(view: Filtered): HTMLElement;
    filterPanel(view: Filtered): HTMLElement | null;
    tools(view: View): HTMLElement[];
    wholeTable(area: HTMLElement, say: (text: string) => void): void;
    markForPrint(result: HTMLElement): void;
    printLine(): HTMLElement;

    finder(kind: string, found: () => Valruta.Choice[], pick: (id: string, on: boolean) => void): Finder;
    listOf(kind: string, ids: string[]): string;
    leftOut(found: Asked, data: Dataset | null): HTMLElement | null;
    mixed(found: Asked): HTMLElement;
    withOthers(found: Asked, again: (asked: State) => unknown): Promise<unknown> | null;
    notice(lines: Child[]): HTMLElement | null;
    unknownOptions(data: Dataset): Child[][];
  }
}

interface Window {
  kbJamfor: Jamfor.Kb;
}
