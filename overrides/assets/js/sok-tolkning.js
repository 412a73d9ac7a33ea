/* What a reader's words stand for: each word of a query becomes a list of the index's terms with weights.
 *
 * A word that the site uses stands for itself in all its forms (weight 1), for what means the same (concepts and
 * synonyms), for words of the same root and for compounds that it is part of. A word that the site does not use
 * stands for its synonyms, for words spelled alike unless it is a word of its own, for longer words that it begins,
 * and for its parts when it is a compound.
 */
(function (root) {
  "use strict";

  const { words, fold, stem, deepStem } = root.kbSokOrd;
  const { pairs, grouped, members } = root.kbSokTabeller;
  const { createCommonWords } = root.kbSokVanliga;
  const { createBeginnings } = root.kbSokBorjan;
  const { createParts } = root.kbSokDelar;
  const { createSpelling } = root.kbSokStavning;
  const { createConcepts, SURE } = root.kbSokBegrepp;

  const LONGEST_QUERY = 300;
  const MOST_WORDS = 20;
  const LONGEST_WORD = 40;
  const MOST_LONGER = 25;
  const MOST_LIKE = 3;
  const SHORTEST_PREFIX = 3;
  const SHORTEST_ROOT = 4;
  // The weight of each way in which a term can answer a word.
  const WEIGHT = {
    folded: 0.95, foldedBesideExact: 0.25, joined: 0.55, sameStem: 0.55, sameRoot: 0.85,
    synonym: 0.6, inCompound: 0.65, part: 0.55, unknownPart: 1, prefix: 0.45, typo: [1, 0.8, 0.55], otherTypo: 0.5, ownTypo: 0.3,
  };

  /**
   * Gives `{tokensOf, beginsLike, isStop, numberOf, formOf, isWord}` for an index.
   * @param {Sok.Index} data
   */
  function createInterpreter(data) {
    const terms = data.termer.split(" ");
    const forms = data.former.split(" ").map((form, at) => (form === "-" ? terms[at] : form));
    /** @type {Map<string, number>} */
    const numbers = new Map();
    terms.forEach((term, at) => numbers.set(term, at));
    const foldedTerms = terms.map(fold);
    const stemsOfForms = pairs(data.stammar);
    const baseOf = new Map(stemsOfForms);
    const formOfBase = new Map(pairs(data.bojningar));
    const { synonymsOf, isOwnWord } = createCommonWords(data);
    /** @type {[string, number][]} */
    const foldedBases = stemsOfForms.map(([other, term]) => [fold(other), term]);
    /** @type {[string, number][]} */
    const ownFolded = foldedTerms.map((term, at) => [term, at]);
    const byFolded = grouped(ownFolded.concat(data.vikningar, foldedBases));
    const sameStem = members(data.samma);
    const sameRoot = members(data.slakt);
    const compounds = grouped(data.delar.flatMap(([whole, ...parts]) => parts.map((part) => /** @type {[number, number]} */ ([part, whole]))));
    /** @type {Map<number, Sok.Phrase>} */
    const partsOf = new Map();
    data.delar.forEach(([whole, ...parts]) => partsOf.set(whole, parts));
    const stopWords = new Set(data.stoppord.split(" "));
    const foldedStopWords = new Set([...stopWords].map(fold));
    const listed = new Set(data.begrepp.flatMap(([, phrases]) => phrases.flatMap(([, ...own]) => own)));
    const addConcepts = createConcepts(data.begrepp, add);
    const begunBy = createBeginnings(foldedTerms, isWord);
    const unknownParts = createParts(new Set(data.korta.split(" ")), isKnown);
    const spelling = createSpelling(foldedTerms, forms.map(fold), isWord, (term) => data.poster[term].length);

    /** @param {number} term */
    function isWord(term) {
      return terms[term][0] !== "#";
    }

    /** @param {string} word */
    function isStop(word) {
      if (word.length === 1 && !/\p{N}/u.test(word)) return true;
      return stopWords.has(word) || (foldedStopWords.has(word) && !numbers.has(stem(word)));
    }

    /**
     * Adds a term to a word's list unless a better way to it is known. `how` is ord, betydelse, liknar or del;
     * `shown` is the term to show as the reason.
     * @param {Sok.FoundTerms} found
     * @param {number} term
     * @param {number} weight
     * @param {Sok.How} how
     * @param {number} [shown]
     */
    function add(found, term, weight, how, shown = term) {
      const known = found.get(term);
      if (!known || known.weight < weight) found.set(term, { term, weight, how, shown });
    }

    /**
     * The word in any inflected form, with or without å, ä and ö.
     * @param {Sok.FoundTerms} found
     * @param {string} word
     */
    function addSame(found, word) {
      const own = stem(word);
      const exact = numberOf(word);
      if (exact !== undefined) add(found, exact, 1, "ord");
      for (const term of byFolded.get(fold(own)) || []) {
        if (term === exact || !isWord(term)) continue;
        if (exact === undefined || isDotless(word, exact, term)) add(found, term, WEIGHT.folded, "ord");
        else add(found, term, WEIGHT.foldedBesideExact, "liknar");
      }
      for (const term of sameStem.get(exact) || []) add(found, term, WEIGHT.sameStem, "ord");
      return found;
    }

    /**
     * Whether a word is likelier to be another typed without dots: addresses and file names are on the site too.
     * A word that the lists hold is itself.
     * @param {string} word
     * @param {number} exact
     * @param {number} term
     */
    function isDotless(word, exact, term) {
      const own = data.poster[exact].length;
      return !own || (word === fold(word) && !listed.has(exact) && own < data.poster[term].length);
    }

    /**
     * Other words of the same root, such as the verb beside the noun.
     * @param {Sok.FoundTerms} found
     * @param {string} word
     */
    function addRelatives(found, word) {
      const own = [...found.values()].filter((one) => one.weight >= SURE).map((one) => one.term);
      if (!own.length) {
        const bare = stem(word);
        /** @param {string} ending */
        const fits = (ending) => bare.endsWith(ending) && bare.length - ending.length >= SHORTEST_ROOT;
        const ending = data.avledningar.find(fits);
        const base = ending ? numbers.get(bare.slice(0, -ending.length)) : undefined;
        if (base === undefined) return;
        add(found, base, WEIGHT.sameRoot, "ord");
        own.push(base);
      }
      for (const one of own) for (const term of sameRoot.get(one) || []) add(found, term, WEIGHT.sameRoot, "ord");
    }

    /**
     * What means the same in general as a word that the site does not use.
     * @param {Sok.Token} token
     */
    function addSynonyms(token) {
      if (token.stop || isSure(token)) return;
      for (const term of synonymsOf(token.word)) add(token.found, term, WEIGHT.synonym, "betydelse");
    }

    /**
     * @param {Sok.FoundTerms} found
     * @param {string} word
     * @param {number} likely
     */
    function addTypos(found, word, likely) {
      const close = spelling.alike(word);
      for (const { term, distance } of close) {
        const nearest = WEIGHT.typo[Math.min(Math.ceil(close[0].distance), 2)];
        const weight = likely * nearest * (distance === close[0].distance ? 1 : WEIGHT.otherTypo);
        add(found, term, weight, "liknar");
        // The word that is meant has the same relatives as when it is spelled right.
        for (const one of sameStem.get(term) || []) add(found, one, weight * WEIGHT.sameStem, "liknar", term);
        for (const one of sameRoot.get(term) || []) add(found, one, weight * WEIGHT.sameRoot, "liknar", term);
      }
    }

    /**
     * Longer words that begin with a text, the shortest first.
     * @param {Sok.FoundTerms} found
     * @param {string} text
     */
    function addLonger(found, text) {
      if (text.length < SHORTEST_PREFIX || /^\p{N}/u.test(text)) return;
      for (const term of begunBy(text).slice(0, MOST_LONGER)) {
        add(found, term, WEIGHT.prefix * (0.5 + (0.5 * text.length) / foldedTerms[term].length), "del");
      }
    }

    /**
     * Words that begin with a text but for one error, while it is being typed.
     * @param {Sok.FoundTerms} found
     * @param {string} text
     */
    function addBegun(found, text) {
      for (const term of spelling.begun(text)) {
        add(found, term, WEIGHT.prefix * (0.5 + (0.5 * text.length) / foldedTerms[term].length), "liknar");
      }
    }

    /**
     * Compounds that the word is part of, and the parts of the word when it is one itself.
     * @param {Sok.Token} token
     */
    function addCompounds(token) {
      for (const { term, weight, how } of Array.from(token.found.values())) {
        if (weight < SURE || how === "betydelse") continue;
        for (const whole of compounds.get(term) || []) add(token.found, whole, weight * WEIGHT.inCompound, "del");
        const own = partsOf.get(term);
        if (!own) continue;
        token.parts.push(own);
        for (const part of own) add(token.found, part, WEIGHT.part, "del");
      }
    }

    /**
     * Whether the site uses a text as a word, and not only as one of those that say nothing.
     * @param {string} text
     */
    function isKnown(text) {
      return !foldedStopWords.has(fold(text)) && (byFolded.get(fold(stem(text))) || []).some(isWord);
    }

    /**
     * A word of the query: `found` are its terms, `parts` the parts that may answer it together.
     * @param {string} word
     * @param {boolean} stop
     * @param {boolean} typing
     * @returns {Sok.Token}
     */
    function tokenOf(word, stop, typing) {
      /** @type {Sok.Token} */
      const token = { word, stop, found: new Map(), parts: [], unknown: false, own: false, isPart: false, rarity: 0 };
      if (stop) {
        const own = numberOf(word);
        if (own !== undefined) add(token.found, own, 1, "ord");
        return token;
      }
      addSame(token.found, word);
      addRelatives(token.found, word);
      addSynonyms(token);
      if (typing) addLonger(token.found, fold(word));
      if (typing && !token.found.size) addBegun(token.found, fold(word));
      return token;
    }

    /**
     * What a word may mean that the site does not use, or that only its lists of words hold. A common word may be a
     * slip for another beside other words, but hardly is.
     * @param {Sok.Token} token
     * @param {boolean} alone
     */
    function addGuesses(token, alone) {
      token.unknown = !token.stop && !isSure(token);
      if (!token.unknown) return;
      const isUnknown = numberOf(token.word) === undefined;
      token.own = isUnknown && isOwnWord(token.word);
      if (isUnknown && !(token.own && alone)) addTypos(token.found, token.word, token.own ? WEIGHT.ownTypo : 1);
      addLonger(token.found, fold(token.word));
    }

    /** @param {Sok.Token} token */
    function isSure(token) {
      return [...token.found.values()].some((one) => one.weight >= SURE && data.poster[one.term].length > 0);
    }

    /**
     * The term of a word: of its stem, of the base form that it is a form of, or of its stem stemmed again.
     * @param {string} word
     * @returns {number | undefined}
     */
    function numberOf(word) {
      if (formOfBase.has(word)) return formOfBase.get(word);
      const own = stem(word);
      const found = numbers.get(own);
      if (found !== undefined) return found;
      if (baseOf.has(own)) return baseOf.get(own);
      const again = numbers.get(deepStem(own));
      if (again !== undefined) return again;
      // The genitive's s, which the stemmer leaves after a vowel: ”besmås”.
      return word.length > SHORTEST_ROOT && word.endsWith("s") ? numberOf(word.slice(0, -1)) : undefined;
    }

    /**
     * The parts of an unknown compound, looked for as words of their own but only as near matches.
     * @param {Sok.Token} token
     */
    function partTokens(token) {
      // Parts are a better guess than a word with two errors.
      const guess = Math.max(0, ...[...token.found.values()].map((one) => one.weight));
      if (!token.unknown || guess > WEIGHT.typo[2]) return [];
      return unknownParts(token.word).map((word) => {
        const part = tokenOf(word, false, false);
        addConcepts([part]);
        addCompounds(part);
        for (const one of part.found.values()) Object.assign(one, { weight: one.weight * WEIGHT.unknownPart, how: "del" });
        return { ...part, isPart: true };
      });
    }

    /**
     * Two words that the site writes as one: ”beställar grupp”.
     * @param {Sok.Token[]} tokens
     */
    function addJoined(tokens) {
      for (let at = 0; at + 1 < tokens.length; at += 1) {
        for (const link of ["", "s"]) {
          const whole = addSame(new Map(), tokens[at].word + link + tokens[at + 1].word);
          for (const { term, weight } of whole.values()) {
            for (const token of [tokens[at], tokens[at + 1]]) add(token.found, term, weight * WEIGHT.joined, "ord");
          }
        }
      }
    }

    /**
     * The words of a query, then the parts of those that are unknown compounds. `typing`: the last is unfinished.
     * @param {string} query
     * @param {boolean} typing
     */
    function tokensOf(query, typing) {
      const found = words(query.slice(0, LONGEST_QUERY)).slice(0, MOST_WORDS).map((word) => word.slice(0, LONGEST_WORD));
      const tokens = found.map((word, at) => tokenOf(word, isStop(word), typing && at === found.length - 1));
      addJoined(tokens.filter((token) => !token.stop));
      addConcepts(tokens);
      const alone = tokens.filter((token) => !token.stop).length === 1;
      for (const token of tokens) addGuesses(token, alone);
      if (tokens.some((token) => token.unknown)) addConcepts(tokens);
      for (const token of tokens) if (!token.stop) addCompounds(token);
      return tokens.concat(tokens.flatMap(partTokens));
    }

    /**
     * Up to three words of the site that begin as a word does, as far as any does. A common word is no beginning of others.
     * @param {string} word
     */
    function beginsLike(word) {
      if (isOwnWord(word)) return [];
      const text = fold(word);
      for (let length = text.length - 1; length >= SHORTEST_PREFIX; length -= 1) {
        const longer = new Map();
        addLonger(longer, text.slice(0, length));
        const shown = [...longer.keys()].filter((term) => data.poster[term].length).slice(0, MOST_LIKE);
        if (shown.length) return shown.map((term) => forms[term]);
      }
      return [];
    }

    const stopTerms = new Set([...stopWords].map(numberOf));
    return { tokensOf, beginsLike, isStop, isWord, stopTerms, numberOf, formOf: (/** @type {number} */ term) => forms[term] };
  }

  root.kbSokTolkning = { createInterpreter, SURE };
})(globalThis);
