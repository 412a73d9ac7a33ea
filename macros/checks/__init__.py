"""The rules for what contributors write: each module beside this one is one rule.

A rule is a function `check(material) -> Iterable[Problem]` that only reads.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from macros.checks import (
    addresses,
    chopped_text,
    citations,
    criteria,
    decisions,
    duplicates,
    easy_text,
    evidence,
    file_names,
    folded_text,
    formulas,
    front_matter,
    glossary,
    headings,
    left_behind,
    links,
    long_lines,
    long_sentences,
    macro_calls,
    markdown_forms,
    menu,
    old_sources,
    page_sources,
    passive_forms,
    personal_data,
    pictures,
    plain_words,
    raw_html,
    readability,
    review_due,
    search_words,
    settings,
    signs,
    spelling,
    structure,
    symbolic_links,
    translations,
    unknown_values,
    unread,
    unused_sources,
)
from macros.checks.gone import merged
from macros.checks.material import Material
from macros.checks.right_files import RightFiles
from macros.guidance.guides import read_guides
from macros.kept import Kept
from macros.loading.load import load
from macros.problems.problem import Problem

Rule = Callable[[Material], Iterable[Problem]]
RULES: tuple[Rule, ...] = (
    front_matter.check,
    citations.check,
    links.check,
    left_behind.check,
    macro_calls.check,
    raw_html.check,
    long_lines.check,
    headings.check,
    markdown_forms.check,
    structure.check,
    glossary.check,
    evidence.check,
    criteria.check,
    decisions.check,
    addresses.check,
    file_names.check,
    symbolic_links.check,
    formulas.check,
    old_sources.check,
    page_sources.check,
    review_due.check,
    unused_sources.check,
    search_words.check,
    search_words.check_spare,
    settings.check,
    unknown_values.check,
    plain_words.check,
    readability.check,
    long_sentences.check,
    chopped_text.check,
    easy_text.check,
    easy_text.check_written,
    passive_forms.check,
    signs.check,
    pictures.check,
    menu.check,
    duplicates.check,
    folded_text.check,
    unread.check,
    personal_data.check,
    translations.check,
    spelling.check,
)
# Rules on how a text reads never give an error, so nothing that only asks for errors runs them.
ADVICE: frozenset[Rule] = frozenset(
    {
        plain_words.check,
        readability.check,
        long_sentences.check,
        chopped_text.check,
        passive_forms.check,
        search_words.check_spare,
        spelling.check,
    }
)
# Rules that look at one file at a time. What they say of it is decided by the file and by which names there are.
OF_ONE_FILE: frozenset[Rule] = frozenset(
    {
        citations.check,
        links.check,
        raw_html.check,
        long_lines.check,
        headings.check,
        markdown_forms.check,
        structure.check,
        formulas.check,
        search_words.check_spare,
        plain_words.check,
        readability.check,
        long_sentences.check,
        chopped_text.check,
        easy_text.check_written,
        passive_forms.check,
        signs.check,
        personal_data.check,
        spelling.check,
    }
)


def gather(root: Path, data: Path, today: date | None = None) -> Material:
    """Reads all records under `data` and all guidance under `root/docs`."""
    loaded = load(data)
    pages, unreadable = read_guides(root / "docs")
    guides = tuple(page for page in pages if not page.is_gone)
    left = tuple(page for page in pages if page.is_gone)
    problems = (*loaded.problems, *unreadable, *(problem for page in left for problem in page.problems))
    return Material(root, data, today or datetime.now(tz=UTC).date(), loaded, guides, problems, left)


def check_material(material: Material, kept: Kept | None = None) -> list[Problem]:
    """Every problem in what was read, sorted by file and line; the same place and message once.

    `kept` remembers the files that were right, for the next time.
    """
    if not material.data.is_dir():
        # Everything refers to records, so that nothing else is worth telling.
        return list(material.problems)
    return sorted(merged((*material.problems, *_found(material, RULES, kept))))


def errors_of(material: Material, kept: Kept | None = None) -> list[Problem]:
    """Every error in what was read, sorted by file and line."""
    found = _found(material, [rule for rule in RULES if rule not in ADVICE], kept)
    return sorted(merged(problem for problem in (*material.problems, *found) if problem.level == "fel"))


def _found(material: Material, rules: Iterable[Rule], kept: Kept | None) -> list[Problem]:
    """What the rules find. Files that were right before are not read again by rules that look at one at a time."""
    right = RightFiles(material, kept) if kept else None
    part = material.without(right.known) if right else material
    of_one = [problem for rule in rules if rule in OF_ONE_FILE for problem in rule(part)]
    if right:
        right.save({problem.path for problem in of_one})
    return of_one + [problem for rule in rules if rule not in OF_ONE_FILE for problem in rule(material)]
