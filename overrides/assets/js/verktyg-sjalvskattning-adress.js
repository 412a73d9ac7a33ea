// The self-assessment's answers, as they stand in the address: one's own by statement, those of others packed.
(function (kb) {
  "use strict";
  const { ord, query } = kb.delar;
  const { delar, utgava } = kb.data;
  const CHECK = "kontrollera";
  const UNKNOWN = "vet-inte";
  const MOST_PEOPLE = 12;
  const statements = delar.flatMap((part) => part.pastaenden);
  const ids = statements.map((each) => each.id);
  /** @param {string} id */
  const partOf = (id) => delar.find((part) => part.id === id);
  /** @param {string} value */
  const isAnswer = (value) => value === UNKNOWN || /^[1-4]$/.test(value);
  /** @param {string | undefined} answer */
  const asLevel = (answer) => (answer === undefined || answer === UNKNOWN ? null : Number(answer));
  /**
   * @param {Verktyg.Statement} statement
   * @param {string | undefined} answer
   */
  const answerText = (statement, answer) =>
    answer === undefined ? "–" : answer === UNKNOWN ? ord.vet_inte : answer + ". " + statement.nivaer[Number(answer) - 1];

  /** @param {string} search */
  function read(search) {
    const asked = new URLSearchParams(search);
    /** @type {Verktyg.AssessmentState} */
    const state = { answers: {}, utgava, people: [], steg: "" };
    const vain = [];
    for (const name of new Set(asked.keys())) {
      const value = asked.get(name);
      if (ids.includes(name) && isAnswer(value)) state.answers[name] = value;
      else if (name === "utgava" && /^\d{1,2}$/.test(value)) state.utgava = Math.min(Number(value), utgava);
      else if (name === "steg" && (value === CHECK || partOf(value))) state.steg = value;
      else if (name !== "andra") vain.push(name);
    }
    asked.getAll("andra").slice(0, MOST_PEOPLE).forEach((text) => {
      const found = /^([^;]{0,40});([0-4-]+)$/.exec(text);
      if (found && found[2].length === ids.length) state.people.push({ name: found[1], answers: unpacked(found[2]) });
      else vain.push("andra");
    });
    return { state: settled(state), vain };
  }

  // One sign a statement, in their order: a level, 0 for not knowing, - for no answer.
  /** @param {Verktyg.Answers} answers */
  const packed = (answers) => ids.map((id) => (answers[id] === undefined ? "-" : answers[id] === UNKNOWN ? "0" : answers[id])).join("");
  /** @param {string} text */
  function unpacked(text) {
    /** @type {Verktyg.Answers} */
    const answers = {};
    ids.forEach((id, place) => text[place] !== "-" && (answers[id] = text[place] === "0" ? UNKNOWN : text[place]));
    return answers;
  }

  /**
   * @param {Verktyg.Statement} statement
   * @param {Verktyg.AssessmentState} state
   */
  const isNew = (statement, state) => statement.sedan > state.utgava && state.answers[statement.id] === undefined;
  // An older address shows its profile with what is new told; a new one asks for every part.
  /** @param {Verktyg.AssessmentState} state */
  const nextPart = (state) =>
    delar.find((part) => part.pastaenden.some((each) => state.answers[each.id] === undefined && !isNew(each, state))) || null;

  /** @param {Verktyg.AssessmentState} state */
  function settled(state) {
    const next = nextPart(state);
    if (state.steg === (next ? next.id : "") || (state.steg === CHECK && next)) state.steg = "";
    return state;
  }

  /** @param {Verktyg.AssessmentState} state */
  function address(state) {
    const answered = ids.filter((id) => state.answers[id] !== undefined).map((id) => /** @type {Verktyg.Pair} */ ([id, state.answers[id]]));
    const people = state.people.map((each) => /** @type {Verktyg.Pair} */ (["andra", each.name + ";" + packed(each.answers)]));
    return query([...answered, ["utgava", answered.length ? String(state.utgava) : ""], ...people, ["steg", state.steg]]);
  }

  kb.delar.sjalvskattning = {
    CHECK, UNKNOWN, MOST_PEOPLE, statements, ids, partOf, asLevel, answerText, isNew, nextPart, read, settled, address,
  };
})(window.kbVerktyg);
