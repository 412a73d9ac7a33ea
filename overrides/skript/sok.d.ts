// The search: the index that macros/search/index.py makes, and what the parts sok-*.js hand each other.

declare namespace Sok {
  /** Numbers of terms: the words of a phrase, or the parts of a word. */
  type Phrase = number[];
  type Page = [address: string, title: string, kind: number, summary: string, weight: number, keyWeight: number];
  /** A weight and the terms of a phrase. */
  type Weighed = number[];
  type Concept = [term: number, phrases: Weighed[]];
  type Fact = [text: string, sources?: number[], year?: number, ownReading?: number];
  /** Facts, or the number of what is told instead. */
  type Cell = Fact[] | number;
  type Field = [name: string, ways: Phrase[]];

  interface Kind {
    kallas: Phrase[];
    jamfors: number[];
    falt: Field[];
    poster: [page: number, names: Phrase[], cells: Cell[]][];
    /** The last is given when the value is what the records are called. */
    listor: [value: string, ways: Phrase[], having: number[], called?: number][];
  }

  /** A place that cites sections of laws, and which, in one string. */
  type Place = [page: number, anchor: string, heading: string, cited: string];

  interface Answerable {
    slag: { [kind: string]: Kind };
    ord: [page: number, names: Phrase[]][];
    vad_ar: Phrase[];
    jamfora: Phrase[];
    lista: Phrase[];
    helst: { [kind: string]: Phrase[] };
    smaord: Phrase[];
    lagar: { namn: [key: string, title: string, names: Phrase[]][]; rum: Place[] };
    kallor: [key: string, title: string][];
  }

  type AnswerWords = Words<{ slag: Words; falt: Words }>;
  type IndexWords = Words<{ grupper: Words; skal: Words; svar: AnswerWords; slag: Words }>;

  interface Index {
    format: number;
    ord: IndexWords;
    skala: number;
    slag: string[];
    sidor: Page[];
    nycklar: Phrase[][][];
    termer: string;
    former: string;
    enheter: number[];
    poster: number[][];
    delar: number[][];
    samma: number[][];
    stammar: [term: number, words: string][];
    bojningar: [term: number, words: string][];
    synonymer: [term: number, words: string][];
    /** Marks of common words that no page has. */
    kanda: number[];
    slakt: number[][];
    avledningar: string[];
    stamlista: string;
    vikningar: [typed: string, term: number][];
    svar: Answerable;
    begrepp: Concept[];
    ingar: number[][];
    stoppord: string;
    svaga: number[];
    korta: string;
  }

  /** What macros/search/packing.py makes of the parts that are packed; the rest is as in the index. */
  interface PackedParts {
    termer: string;
    former: string;
    poster: [counts: string, steps: string, frequencies: string];
    enheter: string;
    begrepp: PackedConcepts;
    ingar: [sizes: string, words: string];
    nycklar: [groups: string, lengths: string, places: string, others: string];
    delar: [wholes: string, lengths: string, parts: string];
    vikningar: [terms: string, typed: string];
    stammar: [terms: string, words: string];
    bojningar: [terms: string, words: string];
    synonymer: [terms: string, words: string];
    kanda: string;
  }
  type PackedConcepts = [
    weights: number[], terms: string, counts: string, ofPhrases: string, lengths: string, steps: string, rest: string,
  ];
  type Packed = Omit<Index, keyof PackedParts> & PackedParts;
  /** A term on a page, and where in the term's postings its frequency there stands. */
  type Standing = { term: number; rows: number[]; at: number };

  // -- What is looked for --

  type How = "ord" | "betydelse" | "liknar" | "del";
  type Found = { term: number; weight: number; how: How; shown: number };
  type FoundTerms = Map<number, Found>;
  type Add = (found: FoundTerms, term: number, weight: number, how: How, shown?: number) => void;
  interface Token {
    word: string;
    stop: boolean;
    found: FoundTerms;
    parts: Phrase[];
    unknown: boolean;
    /** A common word, though none of the site. */
    own: boolean;
    isPart: boolean;
    rarity: number;
  }
  /** A run of words that may be a concept: the terms so far as one string. */
  type Run = { key: string; weight: number; how: How; shown?: number };
  type Spelled = { word: string; term: number; mask: number };
  type Alike = { term: number; errors: number; distance: number };

  // -- What is found --

  type Hit = { page: number; score: number; near: boolean };
  type ShownPage = { number: number; address: string; title: string; kind: string; summary: string };
  type Reason = { how: string; word: string };
  type ShownHit = { page: ShownPage; score: number; reason: Reason | null };
  type Link = { address: string; text: string };
  type Line = { text: string; notes: string[] };
  interface Answer {
    title: string;
    lines: Line[];
    links: Link[];
    sources: Link[];
    pages: number[];
    missing?: boolean;
  }
  type Unknown = { word: string; like: string[] };
  interface Matches {
    (word: string): number;
    worth(word: string): number;
  }
  interface Result {
    hits: ShownHit[];
    answer: Answer | null;
    corrected: string | null;
    unknown: Unknown[];
    matches: Matches;
  }
  interface Engine {
    search(query: string, options?: { typing?: boolean }): Result;
    texts: IndexWords;
  }
  type Section = [anchor: string, heading: string, text: string];
  type Excerpt = { text: string; sections: { anchor: string; heading: string }[] };
  type WordAt = { word: string; from: number; to: number };

  /** A word of a question, and what a question may name. */
  type Asked = { word: string; term: number | undefined; stop: boolean };
  type Named = { kind: string; at: number; page: number; phrases: Phrase[]; cells: Cell[] };
  type Names<T> = { byPhrase: Map<string, T[]>; longest: number };

  // -- What each part hands over --

  interface Interpreter {
    tokensOf(query: string, typing: boolean): Token[];
    beginsLike(word: string): string[];
    isStop(word: string): boolean;
    isWord(term: number): boolean;
    stopTerms: Set<number | undefined>;
    numberOf(word: string): number | undefined;
    formOf(term: number): string;
  }
  interface Spelling {
    alike(word: string): Alike[];
    begun(text: string): Set<number>;
  }
  type IsWord = (term: number) => boolean;
  interface OfPage {
    engine(): Promise<Engine>;
    loadFile(what: "index" | "texter"): Promise<unknown>;
    nextTask(): Promise<unknown>;
    addressOf(page: string): string;
    searchAddress(query: string, kind?: string): string;
    fill: Fill;
    spoken(answer: Answer, texts: AnswerWords): string;
    shortcutsOn(): boolean;
    setShortcuts(on: boolean): void;
  }
}

declare var kbSokOrd: {
  words(text: string): string[];
  wordsWithPlaces(text: string): Sok.WordAt[];
  fold(word: string): string;
  stem(word: string): string;
  deepStem(term: string): string;
};
declare var kbSokPackning: { unpack(data: Sok.Packed): Sok.Index };
declare var kbSokTabeller: {
  pairs(rows: [term: number, words: string][]): [word: string, term: number][];
  grouped<K, V>(rows: [K, V][]): Map<K, V[]>;
  members(groups: number[][]): Map<number | undefined, number[]>;
};
declare var kbSokVanliga: {
  createCommonWords(data: Sok.Index): { synonymsOf(word: string): number[]; isOwnWord(word: string): boolean };
};
declare var kbSokBorjan: { createBeginnings(words: string[], isWord: Sok.IsWord): (text: string) => number[] };
declare var kbSokDelar: {
  createParts(shortParts: Set<string>, isKnown: (text: string) => boolean): (word: string) => string[];
};
declare var kbSokStavning: {
  createSpelling(terms: string[], forms: string[], isWord: Sok.IsWord, count: (term: number) => number): Sok.Spelling;
};
declare var kbSokBegrepp: { createConcepts(rows: Sok.Concept[], add: Sok.Add): (tokens: Sok.Token[]) => void; SURE: number };
declare var kbSokTolkning: { createInterpreter(data: Sok.Index): Sok.Interpreter; SURE: number };
declare var kbSokRang: {
  createRanker(data: Sok.Index, stopTerms: Set<number | undefined>): { rank(tokens: Sok.Token[]): Sok.Hit[]; pagesOf(term: number): Float64Array };
  SURE_WAYS: Set<string>;
};
declare var kbSokSvar: {
  createAnswers(data: Sok.Index, words: Pick<Sok.Interpreter, "numberOf" | "isStop">): (query: string) => Sok.Answer | null;
};
declare var kbSokMotor: { createEngine(data: Sok.Index): Sok.Engine };
declare var kbSokUtdrag: {
  excerpt(summary: string, sections: Sok.Section[], matches: Sok.Matches): Sok.Excerpt;
  marked(text: string, matches: Sok.Matches): { text: string; marked: boolean }[];
};
declare var kbSokIndex: Sok.Index;
declare var kbSokTexter: Sok.Section[][];
declare var kbSokFiler: { [what: string]: string };
declare var kbSok: Sok.OfPage;
