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

const MAKERS = { index: () => own("index.js"), index10: () => own("index10.js"), theme, pagefind };

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
