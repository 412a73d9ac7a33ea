// The form for records: what macros/scripts/editor.py describes, and what the parts verktyg-redigera-*.js hand each other.

declare namespace Redigera {
  /**
   * A value of a record's file: a text, a number, nothing, a list or fields by name. Which of them stands in the
   * description of the record (`Node`), that is in data, so the checker cannot know: this is its only `any`.
   */
  type Value = any;
  type Values = { [field: string]: Value };
  type Path = (string | number)[];

  interface Field {
    namn: string;
    titel: string;
    om: string;
    nod: Node;
    krav?: number;
  }
  /** A part with fields; facts and what may be unknown hold another node. */
  type Del = { t: "del"; falt: Field[] };
  type Fakta = { t: "fakta"; av: Del };
  type Saknas = { t: "saknas"; av: Node };
  interface Lista<Of = Node> {
    t: "lista";
    av: Of;
    min?: number;
    max?: number;
  }
  interface Karta<Key = Node> {
    t: "karta";
    nyckel: Key;
    av: Node;
  }
  type Limits = { ge?: number; le?: number };
  type Tal = ({ t: "heltal" } | { t: "tal" }) & Limits;
  type Ref = { t: "ref"; slag: string };
  /** One of the values of a criterion, or of those that are listed. */
  type Val = { t: "val"; krit?: string; varden?: string[] };
  /** A text with its limits; `r` names the rules that no limit tells. */
  type Text = { t: "text" | "str"; min?: number; max?: number; re?: string; r?: RuleName[] };
  type Node = Del | Fakta | Saknas | Lista | Karta | Tal | Ref | Val | Text;
  type RuleName = "tecken" | "rad" | "datum" | "adress" | "hanvisningar" | "kalla";

  interface Kind {
    mapp: string;
    sida: string;
    namn: string;
    namnfalt: string;
    inledning: string;
    delar: { [field: string]: [heading: string, example: string] };
    nod: Del;
    grupper: { rubrik: string; falt: string[] }[];
  }
  type Texts = { [type: string]: [message: string, hint: string] };

  interface Patterns {
    tecken: string;
    hanvisning: string;
    adress: string;
    adresstecken: string;
    tagg: string;
    skriptadress: string;
    teckenkod: string;
    lankadress: string;
    utlank: string;
    heltal: string;
    decimaltal: string;
    datum: string;
  }
  interface Data {
    slag: { [kind: string]: Kind };
    namn: { [kind: string]: Names };
    kriterier: { [criterion: string]: Names };
    texter: Texts;
    tipsOkand: string;
    tipsMonster: Words;
    tipsAnnatMonster: string;
    teckennamn: Words;
    ingen: { [kind: string]: [none: string, folder: string] };
    monster: Patterns;
    filer: { [kind: string]: string };
    okand: string;
    ej: string;
    hogstSokord: number;
    kalladresser: { [source: string]: string };
    reserverat: string;
    langstaNamn: number;
  }
  type Names = { [id: string]: string };
  type NamesOf = (kind: string) => Names;
  type Known = (kind: string) => Set<string>;

  // -- The draft --

  interface Fault {
    path: Path;
    type: string;
    values: { [name: string]: string | number | boolean };
  }
  /** One record that is edited: what it was, and the draft that the controls write in. */
  interface Entry {
    name: string;
    kind: Kind;
    /** Null for a new record. */
    id: string | null;
    text: string | null;
    before: Values;
    draft: Values;
    stem: string;
    /** Whether the reader has named the file. */
    own: boolean;
    /** Drawn when the page is; `from` is the field that a new source was made for. */
    view?: View;
    from?: HTMLElement;
  }
  interface File {
    path: string;
    text: string;
    isNew: boolean;
  }
  interface Session {
    main: Entry;
    sources: Entry[];
    listeners: (() => void)[];
    changed(): void;
    heard(): void;
    names: NamesOf;
    keyOf(key: string): string;
    known: Known;
    onNames(listener: () => void): void;
    entries(): Entry[];
    values(entry: Entry): Values;
    isChanged(entry: Entry): boolean;
    file(entry: Entry): File;
    faults(entry: Entry): Fault[];
    addSource?(from: HTMLElement): string;
  }

  // -- The controls --

  /** A place of the draft. */
  type At = { get(): Value; set(value: Value): void };
  type Holder = () => Values;
  type Draw<N = Node> = (field: Field, node: N, path: Path, at: At) => HTMLElement;
  interface Fields {
    grouped(field: Field, path: Path, ...inside: Child[]): HTMLElement;
    line: Draw<Text>;
    longLine: Draw<Text>;
    markdown: Draw<Text>;
    number: Draw<Tal>;
    choice: Draw<Val>;
    reference: Draw<Ref>;
    references: Draw<Lista<Ref>>;
    ticks: Draw<Lista<Val>>;
    words: Draw<Lista>;
  }
  type Control = (field: Field, path: Path, holder: Holder) => HTMLElement;
  /** A part that is drawn when it is opened. */
  type Folded = HTMLDetailsElement & { rita(): void };
  interface View {
    element: HTMLElement;
    refresh(): void;
    remark(only: Set<string> | null): void;
    errors(): { id: string; text: string }[];
    open(name: string): boolean;
  }
  /** A field on the page, or the name of a new file. */
  interface Row {
    details: { open: boolean };
    draw(): void;
    now?: HTMLElement;
    mark?: HTMLElement;
    field?: Field;
    input?: HTMLInputElement;
  }
  type Settings = { redigera: string; epost: string };
  /** Where files are changed and made; `fills` tells whether a new file's text can be in the address. */
  type Host = {
    edit(path: string): string;
    make: ((path: string, text: string) => string) | null;
    fills: boolean;
  };
  type Proposal = { title: string; lines: string[]; files: File[]; settings: Settings };

  // -- What each part hands over --

  interface Parts {
    text: {
      same(one: Value, other: Value): boolean;
      isList(value: Value): value is Value[];
      isPart(value: Value): value is Values;
      documentOf(text: string): { contents: Yaml.Node };
      valueOf(node: Yaml.Node | null | undefined): Value;
      read(text: string): Value;
      quoted(text: string): string;
      scalar(value: Value, inList?: boolean): string;
      isBlock(text: string): boolean;
      isSimple(value: Value): boolean;
      indented(lines: string[], by: number): string[];
      entry(key: string, value: Value): string[];
      fieldLines(values: Values): string[];
      itemLines(value: Value): string[];
      compose(kind: Kind, values: Values): string;
      rewrite(text: string, after: Values, shape: Del): string;
    };
    regler: {
      faults(shape: Node, value: Value, known: Known): Fault[];
      ofRecord(entry: Entry): Fault[];
      inWords(fault: Fault): string;
      citations(text: string): string[];
    };
    ordalag: {
      inWords(node: Node, value: Value, names: NamesOf): string;
      onePart(node: Del, value: Values, names: NamesOf): string;
      short(text: string): string;
    };
    falt: { fields(form: Session): Fields; identifier(path: Path): string };
    controls(form: Session): Control;
    slut: {
      changes(kind: Kind, before: Values, after: Values, names: NamesOf): string[];
      lastStep(proposal: Proposal): HTMLElement;
      host(settings: Settings): Host | null;
    };
    utkast: {
      stem(name: string): string;
      entryOf(name: string, id: string | null, text: string | null): Entry;
      session(main: Entry): Session;
    };
    post: {
      recordView(form: Session, entry: Entry, prefix: string): View;
      sourceBlock(form: Session, entry: Entry, remark: () => void): HTMLElement;
    };
    /** What is edited now, for the tests. */
    redigerar: Session;
  }
}

/** What the library that reads YAML gives (verktyg-yaml.js), as far as it is used. */
declare namespace Yaml {
  type Range = [start: number, valueEnd: number, nodeEnd: number];
  type Scalar = { range: Range; type: string; value: string };
  type Pair = { key: Scalar; value: Node | null };
  type Map = { range: Range; flow?: boolean; items: Pair[] };
  type Seq = { range: Range; flow?: boolean; items: Node[] };
  type Node = Scalar | Map | Seq;
}

interface Window {
  /** The text of every record by kind, loaded when one of it is opened. */
  kbPoster: { [kind: string]: { [id: string]: string } };
  kbYaml: {
    parseDocument(text: string, options: { schema: string; keepSourceTokens: boolean }): { contents: Yaml.Node };
    isMap(node: Yaml.Node): node is Yaml.Map;
    isSeq(node: Yaml.Node): node is Yaml.Seq;
    isScalar(node: Yaml.Node): node is Yaml.Scalar;
  };
}
