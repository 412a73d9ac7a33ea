// The tools that answer: the data that macros/scripts/tools.py writes, and what the parts verktyg-*.js hand each other.

declare namespace Verktyg {
  /** Own words of each tool together with those that all share; only those that are more than a text are told here. */
  type Ord = Words<{
    enheter: Words;
    fall_rader: string[][];
    matten: Words;
    modeller: Words;
    matt_en: Words;
    satt: Words;
    exempel_namn: string[];
    exempel_medlemmar: string[];
    nya: Words;
    steg_ifylld: string[];
    steg_ny: string[];
    steg_andra: string[];
    hjalp: Words;
    tips: Words;
    egna: { [type: string]: [message: string, hint: string] };
  }>;

  /** `data` is that of the one tool that the page has. */
  interface Kb extends Redigera.Parts {
    ord: Ord;
    gemensamt: Words;
    data: Guide & Assessment & Cases & Redigera.Data;
    platser: { jamfor: string };
    delar: Delar;
    combobox: Valruta.Make;
  }
  interface Cases {
    fall: string[][];
  }

  // -- The decision guide --

  type Answers = { [question: string]: string };
  type Condition = { [question: string]: string[] };
  interface Question {
    id: string;
    fraga: string;
    hjalp: string | null;
    svar: { id: string; text: string }[];
    visas_om: Condition[];
  }
  interface Rule {
    id: string;
    om: Condition;
    utfall: string;
    motivering: string;
  }
  interface Exclusion {
    om: Condition;
    form: string;
    darfor: string;
  }
  interface Outcome {
    id: string;
    namn: string;
    former: string[];
    andra: string[];
  }
  interface Group {
    namn: string;
    adress: string;
    omraden: string[];
    utomlands: boolean;
  }
  interface Guide {
    fragor: Question[];
    regler: Rule[];
    uteslutningar: Exclusion[];
    utfall: Outcome[];
    former: { [form: string]: string };
    omraden: { [area: string]: string };
    grupper: Group[];
  }
  type Leads = { question: string; answer: string; outcome: string };
  interface Decided {
    rule: Rule;
    outcome: Outcome;
    excluded: Exclusion[];
    changes: Leads[];
    wanted: string[];
  }
  type GuideState = { answers: Answers; steg: string; omrade: string };

  // -- The self-assessment --

  interface Statement {
    id: string;
    text: string;
    sedan: number;
    nivaer: string[];
  }
  interface Part {
    id: string;
    namn: string;
    fraga: string;
    pastaenden: Statement[];
  }
  interface Assessment {
    utgava: number;
    delar: Part[];
  }
  type Person = { name: string; answers: Answers };
  type AssessmentState = { answers: Answers; steg: string; utgava: number; people: Person[] };
  /** A level of 1 to 4, or null when it is not known. */
  type Level = number | null;
  type Named = [name: string, level: Level];
  interface OfAssessment {
    CHECK: string;
    UNKNOWN: string;
    MOST_PEOPLE: number;
    statements: Statement[];
    ids: string[];
    partOf(id: string): Part | undefined;
    asLevel(answer: string | undefined): Level;
    answerText(statement: Statement, answer: string | undefined): string;
    isNew(statement: Statement, state: AssessmentState): boolean;
    nextPart(state: AssessmentState): Part | null;
    read(search: string): Read<AssessmentState>;
    settled(state: AssessmentState): AssessmentState;
    address(state: AssessmentState): string;
  }

  // -- Sums --

  type Settings = { [name: string]: string };
  type Rows = string[][];
  interface Measure {
    name: string;
    investment: number;
    saving: number;
    life: number;
  }
  interface Step {
    measure: Measure;
    own: number;
    investment: number;
    saving: number;
    rate: number;
    value: number;
    within: boolean;
  }
  type Returns = { errors: Fault[]; measures: Measure[]; requirement: number; growth: number };
  type Sharing = { model: string; floor: number; cap: number; fixed: number };
  type Payer = { name: string; size: number };
  interface Shared {
    errors: Fault[];
    budget: { name: string; sum: number }[];
    payers: Payer[];
    total: number;
    rule: Sharing;
    paid: number[];
    after: Payer[];
    /** What each pays after a change, when one was asked for. */
    later: number[] | null;
  }
  type Column = { id: string; label: string; kind: "text" | "number" | Words };
  type Identify = (row: number, column: string) => string;
  interface Table {
    element: HTMLElement;
    set(rows: Rows): void;
    rows(): Rows;
    identifier: Identify;
  }
  type Field<Input = HTMLInputElement> = { input: Input; element: HTMLElement };

  // -- What tools give those that draw them --

  type Fault = { id: string; text: string };
  type Read<State> = { state: State; vain: string[] };
  type Drawn = { parts: HTMLElement[]; isResult: boolean };
  interface Stepwise<State> {
    read(search: string): Read<State>;
    settled(state: State): State;
    address(state: State): string;
    draw(state: State): Drawn;
  }
  interface Steps<State> {
    go(next: State): void;
    link(text: string, next: State, attributes?: Attributes): HTMLAnchorElement;
    changeLink(text: string, about: string, step: string): HTMLAnchorElement;
    stateWith(changes: Partial<State>): State;
    answerTable(caption: string, rows: Child[][]): HTMLElement;
    checkPage(ord: Ord, answers: HTMLElement): HTMLElement[];
    stepForm(place: string, onward: string, back: Child, press: (form: HTMLFormElement) => void, ...asked: Child[]): HTMLElement[];
    refuse(errors: Fault[], title: string): void;
    begin(): void;
  }
  interface Counted<Made extends { errors: Fault[] }> {
    /** Takes what is filled in. */
    take(): void;
    interpret(): Made;
    section(made: Made): HTMLElement;
    address(): string;
    isFilled(): boolean;
    fillIn(withExample: boolean): void;
    /** Fills in what an address holds; gives what it holds in vain. */
    restore(search: string): string[];
  }
  type Pair = [name: string, value: string | undefined];

  // -- What each part hands over --

  interface Delar {
    ord: Ord;
    el: MakeElement;
    fill: Fill;
    place(address: string): string;
    button: MakeButton;
    saveAddress(query: string, push: boolean): void;
    query(pairs: Pair[]): string;
    setTitle(text: string): void;
    parseNumber(text: string): number;
    formatNumber(value: number, decimals?: number): string;
    csvText(lines: Rows): string;
    parseTable(text: string): Rows;
    locale: string;
    download(name: string, type: string, text: string): void;
    start(name: string, begin: (area: HTMLElement) => void): void;

    dropped(names: string[]): HTMLElement | null;
    errorSummary(errors: Fault[]): HTMLElement;
    complain(area: HTMLElement, errors: Fault[]): void;
    copy(text: string, status: HTMLElement, done: string, refused: string): void;
    copyButton(status: HTMLElement): HTMLButtonElement;
    printButton(): HTMLButtonElement;
    printLine(): HTMLElement;
    resultSection(title: string, ...children: Child[]): HTMLElement;
    resultTable(caption: string, heads: string[], rows: Rows): HTMLElement;
    drawn(tag: string, attributes: { [name: string]: string | number }, ...children: (Node | string)[]): SVGElement;
    figure(svg: SVGElement, label: string, caption: string): HTMLElement;

    stepwise<State extends { answers: Answers; steg: string }>(area: HTMLElement, tool: Stepwise<State>): Steps<State>;
    radio(name: string, value: string, id: string, text: string, checked: boolean): HTMLElement;
    copied(selector: string, without?: string): HTMLElement;

    field(id: string, label: string, help: string, value: string, changed: () => void): Field;
    select(id: string, label: string, choices: Words, value: string, changed: () => void): Field<HTMLSelectElement>;
    readSums(
      search: string, defaults: Settings, rowNames: string[], allowed: (name: string, value: string) => boolean,
    ): { settings: Settings; rows: Rows[]; vain: string[] };
    packedRows(name: string, rows: Rows): Pair[];
    counting<Made extends { errors: Fault[] }>(
      area: HTMLElement, tool: Counted<Made>,
    ): { begin(...parts: Child[]): void; changed(): void };
    editor(name: string, caption: string, fields: Column[], most: number, changed: () => void): Table;

    isAsked(question: Question, answers: Answers): boolean;
    kept(guide: Guide, answers: Answers): Answers;
    nextQuestion(guide: Guide, answers: Answers): Question | null;
    decide(guide: Guide, answers: Answers): Decided;

    level(answers: Level[]): Level;
    weakest(levels: Named[]): string[];
    spread(answers: Level[]): number;
    sjalvskattning: OfAssessment;

    factor(rate: number, growth: number, years: number): number;
    netPresentValue(measures: Measure[], rate: number, growth: number): number;
    internalRate(measures: Measure[], growth: number): number | null;
    steps(measures: Measure[], requirement: number, growth: number): Step[] | null;
    percent(rate: number): string;
    kronor(value: number): string;
    stair(made: Step[], requirement: number, growth: number): HTMLElement[];

    shares(total: number, sizes: number[], rule: Sharing): number[] | null;
    add(numbers: number[]): number;
  }
}

interface Window {
  kbVerktyg: Verktyg.Kb;
}
