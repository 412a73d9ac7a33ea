// The engines that bench/search.py compares, each as a function that gives a function from a query to addresses.
"use strict";

const LIMIT = 30;
// Each hit of Pagefind is a file to fetch, and the figures look at the first ones.
const PAGEFIND_LIMIT = 10;
const ROUNDS = 5;

function loadScript(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.onload = resolve;
    script.onerror = reject;
    script.src = address;
    document.head.append(script);
  });
}

async function own(file) {
  await loadScript(file);
  const started = performance.now();
  const engine = kbSokMotor.createEngine(kbSokIndex);
  const setup = performance.now() - started;
  return {
    setup,
    search: (query) => {
      return engine.search(query).hits.map((hit) => hit.page.address);
    },
  };
}

/** The theme's worker, spoken to as its own search box does. */
async function theme() {
  const page = await (await fetch("tema/workers/")).text();
  const worker = new Worker(`tema/workers/${page.match(/search\.[0-9a-f]+\.min\.js/)[0]}`);
  const ask = (message) => new Promise((resolve) => {
    worker.onmessage = (event) => resolve(event.data.data);
    worker.postMessage(message);
  });
  const docs = await (await fetch("sections.json")).json();
  const fields = { title: { boost: 1000 }, text: { boost: 1 }, tags: { boost: 1000000 } };
  const config = { lang: ["sv"], separator: "[\\s\\-]+", pipeline: ["stopWordFilter"], fields };
  const started = performance.now();
  await ask({ type: 0, data: { config, docs, options: { suggest: false } } });
  return {
    setup: performance.now() - started,
    search: async (query) => (await ask({ type: 2, data: query })).items.map((group) => group[0].location),
  };
}

/** What an engine without stop words of its own is spared, from the list that Orama publishes. */
async function stopWords() {
  return (await import("/npm/node_modules/@orama/stopwords/dist/se.js")).stopwords;
}

const FIELDS = ["title", "summary", "words", "headings", "text"];
const BOOST = { title: 8, words: 8, summary: 4, headings: 3 };

/** Its Swedish stemmer comes from the pages' language, and it gives headings more weight by itself. */
async function pagefind() {
  const stops = new Set(await stopWords());
  const started = performance.now();
  const engine = await import("/site/pagefind/pagefind.js");
  const ranking = { termFrequency: 0.3, pageLength: 0.2 };
  await engine.options({ basePath: "/site/pagefind/", baseUrl: "/", ranking });
  await engine.init();
  return {
    setup: performance.now() - started,
    search: async (query) => {
      const words = query.split(/\s+/).filter((word) => !stops.has(word.toLowerCase()));
      const { results } = await engine.search(words.join(" ") || query);
      const pages = await Promise.all(results.slice(0, PAGEFIND_LIMIT).map((result) => result.data()));
      return pages.map((page) => page.url.replace(/^\/(site\/)?/, "").replace(/index\.html$/, ""));
    },
  };
}

/** This site's Swedish stemmer, folded letters, prefixes and typos. */
async function minisearch() {
  await loadScript("index.js");
  await loadScript("npm/node_modules/minisearch/dist/umd/index.js");
  const stops = new Set(await stopWords());
  const docs = await (await fetch("pages.json")).json();
  const started = performance.now();
  const engine = new MiniSearch({
    fields: FIELDS,
    idField: "location",
    processTerm: (term) => (stops.has(term.toLowerCase()) ? null : kbSokOrd.fold(kbSokOrd.stem(term.toLowerCase()))),
    searchOptions: { boost: BOOST, prefix: true, fuzzy: 0.4 },
  });
  engine.addAll(docs);
  return { setup: performance.now() - started, search: (query) => engine.search(query).map((hit) => hit.id) };
}

async function orama() {
  const { create, insertMultiple, search } = await import("/npm/node_modules/@orama/orama/dist/browser/index.js");
  const { stemmer } = await import("/npm/node_modules/@orama/stemmers/dist/se.js");
  const docs = await (await fetch("pages.json")).json();
  const stops = await stopWords();
  const started = performance.now();
  const db = create({
    schema: Object.fromEntries(["location", ...FIELDS].map((name) => [name, "string"])),
    components: { tokenizer: { language: "swedish", stemming: true, stemmer, stopWords: stops } },
  });
  await insertMultiple(db, docs);
  return {
    setup: performance.now() - started,
    search: async (term) => {
      const found = await search(db, { term, properties: FIELDS, boost: BOOST, tolerance: 1, limit: LIMIT });
      return found.hits.map((hit) => hit.document.location);
    },
  };
}

const MAKERS = { index: () => own("index.js"), index10: () => own("index10.js"), theme, pagefind, minisearch, orama };

async function run(name, queries) {
  const engine = await MAKERS[name]();
  const timed = async () => {
    const rows = [];
    for (const query of queries) {
      const started = performance.now();
      const addresses = await engine.search(query);
      rows.push({ addresses: addresses.slice(0, LIMIT), ms: performance.now() - started });
    }
    return rows;
  };
  const first = await timed();
  // The least of some rounds is what the query costs; what comes on top is what else the machine was doing.
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await timed());
  const least = (at) => Math.min(...rounds.map((rows) => rows[at].ms));
  const answers = first.map((row, at) => ({ addresses: row.addresses, first: row.ms, least: least(at) }));
  return { setup: engine.setup, answers };
}

/** What this site's search makes of questions made from the data: `[query, typing]` to first addresses and answer. */
async function generated(file, cases) {
  await loadScript(file);
  const engine = kbSokMotor.createEngine(kbSokIndex);
  return cases.map(([query, typing]) => {
    const { hits, answer } = engine.search(query, { typing });
    return { addresses: hits.slice(0, 6).map((hit) => hit.page.address), answer };
  });
}
