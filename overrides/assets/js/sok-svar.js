/* Answers above the hits: facts, words, lists, comparisons and sections of laws (macros/search/answers.py).
 *
 * A question is answered when every word of it is accounted for: as a name, as a way to ask, or as a small word.
 * Whatever is left over means that more was asked than can be answered, and then there is no answer.
 */
(function (root) {
  "use strict";

  const { words } = root.kbSokOrd;

  const MOST_WORDS = 20;
  const MOST_COMPARED = 6;
  const MOST_PLACES = 5;
  // So many small words together say what is asked for: ”vilka är med”.
  const TELLING = 3;
  const UNKNOWN = 0;
  const YEAR = /^(1[89]|20)\d\d$/;
  const SECTION = /^(?:(\d+[a-z]?)k)?(\d+[a-z]?)§$/;

  /**
   * Gives a function from a query to an answer or null. An answer is `{title, lines: [{text, notes}], links:
   * [{address, text}], sources: [{address, text}], pages: [number]}`; `pages` are those that the hits begin with.
   * @param {Sok.Index} data
   * @param {Pick<Sok.Interpreter, "numberOf" | "isStop">} given
   */
  function createAnswers(data, { numberOf, isStop }) {
    const own = data.svar;
    const texts = data.ord.svar;
    const kinds = Object.entries(own.slag);
    const small = new Set(own.smaord.flat());
    const comparing = new Set(own.jamfora.flat());
    const records = kinds.flatMap(([kind, { poster }]) => (
      poster.map(([page, phrases, cells], at) => ({ kind, at, page, phrases, cells }))));
    const recordNames = namesOf(records);
    const wordNames = namesOf(own.ord.map(([page, phrases]) => ({ page, phrases })));
    const kindWords = new Set(kinds.flatMap(([, { kallas }]) => kallas.flat()));

    /** @param {number} page */
    const titleOf = (page) => data.sidor[page][1];
    /** @param {number} page */
    const addressOf = (page) => data.sidor[page][0];
    /** @type {Fill} */
    const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

    /** @param {string} query */
    function readWords(query) {
      return words(query).slice(0, MOST_WORDS).map((word) => ({ word, term: numberOf(word), stop: isStop(word) }));
    }

    /**
     * The things named in a question, the longest names first, and the words that are left.
     * @template T
     * @param {Sok.Asked[]} list
     * @param {Sok.Names<T>} names
     */
    function named(list, names) {
      /** @type {T[][]} */
      const found = [];
      const rest = [];
      for (let at = 0; at < list.length; at += 1) {
        let length = Math.min(names.longest, list.length - at);
        while (length && !names.byPhrase.has(keyOf(list.slice(at, at + length)))) length -= 1;
        if (length) found.push(/** @type {T[]} */ (names.byPhrase.get(keyOf(list.slice(at, at + length)))));
        else rest.push(list[at]);
        at += Math.max(length - 1, 0);
      }
      return { found, rest };
    }

    /**
     * Whether all the words are small ones, or among the terms that are accounted for.
     * @param {Sok.Asked[]} list
     * @param {Set<number>} terms
     */
    function accounted(list, terms) {
      return list.every(({ term, stop }) => stop || (term !== undefined && (small.has(term) || terms.has(term))));
    }

    // --- Facts ---------------------------------------------------------------------------------------------

    /**
     * The field that is asked for: by the way to ask that most of the words belong to, unless two fields tie.
     * @param {Sok.Asked[]} list
     * @param {Sok.Field[]} fields
     */
    function fieldAsked(list, fields) {
      const asked = new Map(list.map(({ term, stop }) => /** @type {[number, boolean]} */ ([term, stop])));
      /** @type {{field: number, worth: number, tied: boolean} | null} */
      let best = null;
      for (const [field, [, ways]] of fields.entries()) {
        for (const way of ways) {
          const telling = way.length >= TELLING || way.some((term) => !asked.get(term));
          if (!telling || !way.every((term) => asked.has(term))) continue;
          const worth = way.reduce((sum, term) => sum + (asked.get(term) ? 1 : 10), 0);
          if (!best || worth > best.worth) best = { field, worth, tied: false };
          else if (worth === best.worth && field !== best.field) best.tied = true;
        }
      }
      return best && !best.tied ? best : null;
    }

    /** @param {Sok.Asked[]} list */
    function factAnswer(list) {
      const { found, rest } = named(list, recordNames);
      if (found.length !== 1) return null;
      const answers = found[0].map((record) => factOf(record, rest)).filter(Boolean);
      return answers.length === 1 ? answers[0] : null;
    }

    /**
     * @param {Sok.Named} record
     * @param {Sok.Asked[]} rest
     */
    function factOf(record, rest) {
      const fields = own.slag[record.kind].falt;
      const years = rest.filter(({ word }) => YEAR.test(word)).map(({ word }) => word);
      const asked = rest.filter(({ word }) => !YEAR.test(word));
      const best = fieldAsked(asked, fields);
      if (!best || !accounted(asked, new Set([...fields[best.field][1].flat(), ...kindWords]))) return null;
      const cell = record.cells[best.field];
      const entries = Array.isArray(cell) ? cell.filter(([, , year]) => years.every((one) => String(year || "").includes(one))) : [];
      if (Array.isArray(cell) && !entries.length) return null;
      return {
        title: fill(texts.fakta, { namn: titleOf(record.page), falt: fields[best.field][0] }),
        lines: Array.isArray(cell) ? entries.map(line) : [{ text: cell === UNKNOWN ? texts.saknas : texts.ej, notes: [] }],
        links: [{ address: addressOf(record.page), text: fill(texts.till, { namn: titleOf(record.page) }) }],
        sources: sourcesOf(entries),
        pages: [record.page],
      };
    }

    /**
     * @param {Sok.Fact} given
     * @returns {Sok.Line}
     */
    function line([text, , year, ownReading]) {
      return { text, notes: [year ? fill(texts.ar, { ar: year }) : "", ownReading ? texts.tolkning : ""].filter(Boolean) };
    }

    /** @param {Sok.Fact[]} entries */
    function sourcesOf(entries) {
      const numbers = [...new Set(entries.flatMap(([, sources]) => sources || []))];
      return numbers.map((number) => own.kallor[number]).map(([key, title]) => ({ address: `kallor/#${key}`, text: title }));
    }

    // --- What something is -----------------------------------------------------------------------------------

    /** @param {Sok.Asked[]} list */
    function wordAnswer(list) {
      const asks = own.vad_ar.filter((way) => way.every((term) => list.some((one) => one.term === term)));
      if (!asks.length) return null;
      const { found, rest } = named(list, wordNames);
      const thing = found.length ? { found, rest } : named(list, recordNames);
      if (thing.found.length !== 1 || thing.found[0].length !== 1) return null;
      if (!accounted(thing.rest, new Set(asks.flat()))) return null;
      const [{ page }] = thing.found[0];
      const title = titleOf(page).toLowerCase();
      // A page about the thing tells more than its entry in the glossary.
      const hasPage = data.sidor.some((other, number) => number !== page && other[1].toLowerCase() === title);
      return {
        title: titleOf(page),
        lines: [{ text: data.sidor[page][3], notes: [] }],
        links: [{ address: addressOf(page), text: fill(texts.till, { namn: titleOf(page) }) }],
        sources: [],
        pages: hasPage ? [] : [page],
      };
    }

    // --- Comparisons -----------------------------------------------------------------------------------------

    /** @param {Sok.Asked[]} list */
    function comparisonAnswer(list) {
      const { found, rest } = named(list, recordNames);
      if (found.length < 2 || !accounted(rest, comparing)) return null;
      for (const [kind, { jamfors }] of kinds) {
        const chosen = found.map((same) => same.find((record) => record.kind === kind));
        const pages = [...new Set(chosen.flatMap((record) => (record ? record.page : [])))];
        if (pages.length < 2 || pages.length > MOST_COMPARED || !chosen.every(Boolean)) continue;
        return comparison(pages, jamfors);
      }
      return null;
    }

    /**
     * @param {number[]} pages
     * @param {number[]} jamfors
     */
    function comparison(pages, jamfors) {
      const ids = pages.map((page) => addressOf(page).split("/")[1]);
      const pair = `jamfor/par/${[...ids].sort().join("-och-")}/`;
      const drawn = data.sidor.findIndex(([address]) => address === pair);
      const whole = jamfors.filter((page) => page !== drawn).slice(0, 1);
      const names = pages.map(titleOf);
      return {
        title: fill(texts.jamfor, { namn: `${names.slice(0, -1).join(", ")} ${texts.och} ${names[names.length - 1]}` }),
        lines: drawn < 0 ? [] : [{ text: data.sidor[drawn][3], notes: [] }],
        links: [
          { address: drawn < 0 ? `jamfor/?valda=${ids.join(",")}` : pair, text: texts.jamfor_lank },
          ...whole.map((page) => ({ address: addressOf(page), text: titleOf(page) })),
        ],
        sources: [],
        pages: drawn < 0 ? whole : [drawn],
      };
    }

    // --- Lists -----------------------------------------------------------------------------------------------

    /** @param {Sok.Asked[]} list */
    function listAnswer(list) {
      const asksForAll = own.lista.some((way) => way.every((term) => list.some((one) => one.term === term)));
      const found = kinds.flatMap(([kind, { kallas, listor, poster }]) => {
        const called = new Set(list.filter(({ term }) => kallas.some((way) => way.length === 1 && way[0] === term)));
        const rest = list.filter((one) => !called.has(one));
        return listor.filter(([, ways, , areCalledSo]) => (
          (called.size > 0 && isAsked(ways, rest)) || (areCalledSo && asksForAll && isAsked(ways, list))
        )).map((row) => ({ kind, poster, row }));
      });
      if (found.length !== 1) return null;
      const [{ kind, poster, row: [value, , having] }] = found;
      const pages = having.map((at) => poster[at][0]);
      return {
        title: fill(texts.lista, { slag: texts.slag[kind], varde: value }),
        lines: [{ text: fill(texts.lista_antal, { antal: pages.length }), notes: [] }],
        links: pages.map((page) => ({ address: addressOf(page), text: titleOf(page) })),
        sources: [],
        pages: [],
      };
    }

    /**
     * Whether a value is named in one of its ways by words that are all accounted for, one of them no small word.
     * @param {Sok.Phrase[]} ways
     * @param {Sok.Asked[]} list
     */
    function isAsked(ways, list) {
      return ways.some((way) => (
        way.every((term) => list.some((one) => one.term === term)) && accounted(list, new Set([...way, ...own.lista.flat()])) &&
        list.some(({ stop, term }) => !stop && term !== undefined && way.includes(term))));
    }

    // --- Sections of laws ------------------------------------------------------------------------------------

    /** @param {Sok.Asked[]} list */
    function lawAnswer(list) {
      const sections = list.filter(({ word }) => SECTION.test(word));
      if (sections.length !== 1) return null;
      const rest = list.filter((one) => one !== sections[0]);
      const named = lawNamed(rest);
      if (!named || !accounted(named.rest, new Set())) return null;
      const { word } = sections[0];
      const places = placesOf(word, named.law);
      const shown = sectionShown(word);
      const law = named.law < 0 ? "" : own.lagar.namn[named.law][1];
      const register = named.law < 0 ? [] : [{
        address: `kallor/#${own.lagar.namn[named.law][0]}`, text: fill(texts.lag_till, { lag: law }),
      }];
      return {
        title: law ? fill(texts.lag, { paragraf: shown, lag: law }) : shown,
        lines: [{ text: places.length ? texts.lag_finns : texts.lag_saknas, notes: [] }],
        links: places.slice(0, MOST_PLACES).map(([page, anchor, heading]) => ({
          address: addressOf(page) + (anchor ? `#${anchor}` : ""),
          text: heading ? `${titleOf(page)}: ${heading}` : titleOf(page),
        })).concat(register),
        sources: [],
        pages: [...new Set(places.map(([page]) => page))].slice(0, MOST_PLACES),
        missing: !places.length,
      };
    }

    /**
     * The law that a question names, -1 for none, with the words that are left.
     * @param {Sok.Asked[]} list
     */
    function lawNamed(list) {
      let best = { law: -1, length: 0, rest: list };
      own.lagar.namn.forEach(([, , ways], law) => {
        for (const way of ways) {
          for (let at = 0; at + way.length <= list.length; at += 1) {
            if (way.length <= best.length || !way.every((term, nth) => list[at + nth].term === term)) continue;
            best = { law, length: way.length, rest: list.filter((_, nth) => nth < at || nth >= at + way.length) };
          }
        }
      });
      return best;
    }

    /**
     * Where a section is cited: of the law, or of any when none is named; weighty pages first.
     * @param {string} word
     * @param {number} law
     */
    function placesOf(word, law) {
      /** @param {string} cited */
      const known = (cited) => cited.split(" ").some((one) => (
        law < 0 ? one.startsWith(word) : one === word + law));
      return own.lagar.rum.filter(([, , , cited]) => known(cited)).sort((a, b) => data.sidor[b[0]][4] - data.sidor[a[0]][4]);
    }

    /** @param {string} word */
    function sectionShown(word) {
      const [, kap, nummer] = Array.from(SECTION.exec(word) || [], (part) => part && part.replace(/(\d)([a-z])/, "$1 $2"));
      return fill(kap ? texts.paragraf_kap : texts.paragraf, { kap, nummer });
    }

    return (/** @type {string} */ query) => {
      const list = readWords(query);
      for (const answer of [lawAnswer, comparisonAnswer, factAnswer, listAnswer, wordAnswer]) {
        const found = answer(list);
        if (found) return found;
      }
      return null;
    };
  }

  /** @param {Sok.Asked[]} list */
  function keyOf(list) {
    return list.map(({ term }) => term).join(" ");
  }

  /**
   * Things by each phrase that names them, and how many words the longest phrase has.
   * @template {{phrases: Sok.Phrase[]}} T
   * @param {T[]} things
   */
  function namesOf(things) {
    /** @type {Map<string, T[]>} */
    const byPhrase = new Map();
    let longest = 0;
    for (const thing of things) {
      for (const phrase of thing.phrases) {
        const key = phrase.join(" ");
        const same = byPhrase.get(key) || [];
        if (!same.includes(thing)) byPhrase.set(key, same.concat(thing));
        longest = Math.max(longest, phrase.length);
      }
    }
    return { byPhrase, longest };
  }

  root.kbSokSvar = { createAnswers };
})(globalThis);
