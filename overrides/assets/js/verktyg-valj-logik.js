// The decision guide as pure functions; macros/tools/decide.py says the same and judges this.
(function (kb) {
  "use strict";
  const UNKNOWN_ANSWER = "vet-inte";
  const MOST_WANTED = 3;
  /**
   * @param {Verktyg.Answers} object
   * @param {string} name
   */
  const own = (object, name) => (Object.prototype.hasOwnProperty.call(object, name) ? object[name] : undefined);

  /**
   * @param {Verktyg.Condition} condition
   * @param {Verktyg.Answers} answers
   */
  const holds = (condition, answers) => Object.keys(condition).every((name) => condition[name].some((one) => one === own(answers, name)));
  /**
   * @param {Verktyg.Question} question
   * @param {Verktyg.Answers} answers
   */
  const isAsked = (question, answers) =>
    !question.visas_om.length || question.visas_om.some((condition) => holds(condition, answers));

  /**
   * @param {Verktyg.Guide} guide
   * @param {Verktyg.Answers} answers
   */
  function kept(guide, answers) {
    /** @type {Verktyg.Answers} */
    const found = {};
    guide.fragor.forEach((question) => {
      const answer = own(answers, question.id);
      if (isAsked(question, found) && answer && question.svar.some((choice) => choice.id === answer)) found[question.id] = answer;
    });
    return found;
  }

  /**
   * @param {Verktyg.Guide} guide
   * @param {Verktyg.Answers} answers
   */
  function nextQuestion(guide, answers) {
    const known = kept(guide, answers);
    return guide.fragor.find((each) => isAsked(each, known) && !(each.id in known)) || null;
  }

  /**
   * @param {Verktyg.Guide} guide
   * @param {Verktyg.Answers} answers
   */
  const ruleFor = (guide, answers) => /** @type {Verktyg.Rule} */ (guide.regler.find((rule) => holds(rule.om, answers)));

  /**
   * @param {Verktyg.Guide} guide
   * @param {Verktyg.Answers} known
   * @param {string} outcome
   */
  function changes(guide, known, outcome) {
    /** @type {Verktyg.Leads[]} */
    const found = [];
    guide.fragor.forEach((question) => {
      if (!(question.id in known)) return;
      question.svar.forEach((choice) => {
        if (choice.id === known[question.id] || choice.id === UNKNOWN_ANSWER) return;
        const other = kept(guide, Object.assign({}, known, { [question.id]: choice.id }));
        if (nextQuestion(guide, other)) return;
        const leads = ruleFor(guide, other).utfall;
        if (leads !== outcome) found.push({ question: question.id, answer: choice.id, outcome: leads });
      });
    });
    return found;
  }

  /**
   * @param {Verktyg.Guide} guide
   * @param {Verktyg.Answers} answers
   */
  function decide(guide, answers) {
    const known = kept(guide, answers);
    const rule = ruleFor(guide, known);
    const outcome = /** @type {Verktyg.Outcome} */ (guide.utfall.find((each) => each.id === rule.utfall));
    /** @type {Verktyg.Exclusion[]} */
    const excluded = [];
    guide.uteslutningar.forEach((each) => {
      const told = excluded.some((other) => other.form === each.form);
      if (!told && !outcome.former.includes(each.form) && holds(each.om, known)) excluded.push(each);
    });
    const found = changes(guide, known, outcome.id);
    const decisive = new Set(found.map((change) => change.question));
    const unknown = Object.keys(known).filter((name) => known[name] === UNKNOWN_ANSWER);
    const wanted = unknown.filter((name) => decisive.has(name)).concat(unknown.filter((name) => !decisive.has(name)));
    return { rule, outcome, excluded, changes: found, wanted: wanted.slice(0, MOST_WANTED) };
  }

  Object.assign(kb.delar, { isAsked, kept, nextQuestion, decide });
})(window.kbVerktyg);
