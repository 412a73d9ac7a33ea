// The engines that bench/search.py compares, each as a function that gives a function from a query to addresses.
"use strict";

const LIMIT = 30;
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
  const docs = await (await fetch("tema/docs.json")).json();
  const fields = { title: { boost: 1000 }, text: { boost: 1 }, tags: { boost: 1000000 } };
  const config = { lang: ["sv"], separator: "[\\s\\-]+", pipeline: ["stopWordFilter"], fields };
  const started = performance.now();
  await ask({ type: 0, data: { config, docs, options: { suggest: false } } });
  return {
    setup: performance.now() - started,
    search: async (query) => (await ask({ type: 2, data: query })).items.map((group) => group[0].location),
  };
}

async function pagefind() {
  const started = performance.now();
  const engine = await import("/site/pagefind/pagefind.js");
  await engine.options({ basePath: "/site/pagefind/", baseUrl: "/" });
  await engine.init();
  return {
    setup: performance.now() - started,
    search: async (query) => {
      const { results } = await engine.search(query);
      const pages = await Promise.all(results.slice(0, LIMIT).map((result) => result.data()));
      return pages.map((page) => page.url.replace(/^\/(site\/)?/, "").replace(/index\.html$/, ""));
    },
  };
}

/** MiniSearch as its guide sets it up for Swedish: this site's stemmer, folded letters, prefixes and typos. */
async function minisearch() {
  await loadScript("index.js");
  await loadScript("npm/node_modules/minisearch/dist/umd/index.js");
  const docs = await (await fetch("tema/docs.json")).json();
  const started = performance.now();
  const engine = new MiniSearch({
    fields: ["title", "text"],
    idField: "location",
    processTerm: (term) => kbSokOrd.fold(kbSokOrd.stem(term.toLowerCase())),
    searchOptions: { boost: { title: 3 }, prefix: true, fuzzy: 0.2 },
  });
  engine.addAll(docs);
  return { setup: performance.now() - started, search: (query) => engine.search(query).map((hit) => hit.id) };
}

async function orama() {
  const { create, insertMultiple, search } = await import("/npm/node_modules/@orama/orama/dist/browser/index.js");
  const { stemmer } = await import("/npm/node_modules/@orama/stemmers/dist/se.js");
  const docs = await (await fetch("tema/docs.json")).json();
  const started = performance.now();
  const db = create({
    schema: { location: "string", title: "string", text: "string" },
    components: { tokenizer: { language: "swedish", stemming: true, stemmer } },
  });
  await insertMultiple(db, docs);
  return {
    setup: performance.now() - started,
    search: async (term) => {
      const found = await search(db, { term, properties: ["title", "text"], boost: { title: 3 }, tolerance: 1, limit: LIMIT });
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
