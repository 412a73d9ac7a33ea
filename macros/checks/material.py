"""Everything that the rules look at, read once: records, their files, pages of guidance, addresses."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from macros.guidance.guides import Guide
from macros.guidance.passages import Passage, guide_passage, record_passages
from macros.guidance.prose import Prose, read_prose
from macros.kunskapsbank import Kunskapsbank
from macros.loading.load import Loaded
from macros.loading.validate import SourceFile
from macros.model import KINDS
from macros.problems.problem import Problem

# Pages that the build makes beside one page for each record.
GENERATED_PAGES = frozenset(
    {
        *(kind.index_of(listing) for kind in KINDS.values() for listing in kind.lists),
        *(f"jamfor/{listing.name}.md" for kind in KINDS.values() for listing in kind.lists),
        *(f"jamfor/{kind.judged_in}.md" for kind in KINDS.values() if kind.judged_in),
        "behov.md",
        "jamfor/index.md",
        "ordlista.md",
        "kallor.md",
        "a-o.md",
        "andringar.md",
        "bidra/regler.md",
        "om/tillganglighet.md",
        "om/formsprak.md",
    }
)
FIELD_REFERENCE = "bidra/falt"
MAIL_FORMS = "bidra/e-post"


@dataclass(frozen=True)
class Material:
    """What a rule may look at. `today` is given, so that the same files give the same problems."""

    root: Path
    data: Path
    today: date
    loaded: Loaded
    guides: tuple[Guide, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
    # Pages of guidance that are no more: where they went, or why they were taken back.
    left: tuple[Guide, ...] = ()
    # All of it, when this is a part for rules that look at one file at a time.
    whole: "Material | None" = None

    def without(self, shown: Container[str]) -> "Material":
        """The part that the other files make. Names of records and pages are those of the whole."""
        files = {key: file for key, file in self.loaded.files.items() if file.shown not in shown}
        guides = tuple(guide for guide in self.guides if guide.shown not in shown)
        return replace(self, loaded=replace(self.loaded, files=files), guides=guides, whole=self)

    @property
    def all_guides(self) -> tuple[Guide, ...]:
        """The pages of guidance that text may link to."""
        return self.whole.guides if self.whole else self.guides

    @property
    def bank(self) -> Kunskapsbank | None:
        """All records, or None when any of them is faulty."""
        return self.loaded.bank

    def files(self, kind: str) -> Iterator[SourceFile]:
        """The files of a kind of record, faulty and moved ones too."""
        return (file for (name, _), file in self.loaded.files.items() if name == kind)

    @cached_property
    def identifiers(self) -> Mapping[str, frozenset[str]]:
        """The identifiers of each kind, known from file names; not of records that were taken back."""
        if self.whole:
            return self.whole.identifiers
        gone = self.loaded.names.withdrawn
        return {
            kind: frozenset(file.identifier for file in self.files(kind)) - gone.get(kind, frozenset())
            for kind in KINDS
        }

    @cached_property
    def pages(self) -> frozenset[str]:
        """Every page of the site as an address under `docs/`: guidance, records and fixed pages."""
        if self.whole:
            return self.whole.pages
        records = {
            f"{kind.page_folder}/{identifier}.md"
            for kind in KINDS.values()
            if kind.page_folder
            for identifier in self.identifiers[kind.name]
        }
        # Every record may have an easy page; a link to one that has no text fails in the build.
        easy = {
            f"lattlast/{kind.page_folder}/{name}.md"
            for kind in KINDS.values()
            if kind.is_easy
            for name in self.identifiers[kind.name]
        }
        reference = {f"{FIELD_REFERENCE}/{kind}.md" for kind in (*KINDS, "sida", "index")}
        forms = (*(kind.name for kind in KINDS.values() if kind.has_form), "rattelse")
        reference |= {f"{MAIL_FORMS}/{form}.md" for form in forms}
        return GENERATED_PAGES | records | easy | reference | {guide.src for guide in self.guides}

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Running text wherever it stands: in pages of guidance and in records, faulty ones too."""
        guides = (guide_passage(guide) for guide in self.guides)
        records = (passage for file in self.loaded.files.values() for passage in record_passages(file))
        return (*guides, *records)

    @cached_property
    def prose(self) -> tuple[Prose, ...]:
        """The texts in Swedish that the rules about language read."""
        return tuple(read_prose(self.guides, self.passages))

    @cached_property
    def sources(self) -> Mapping[str, tuple[str, ...]]:
        """The lines of every file that was read, by the path that problems show."""
        records = {file.shown: file.parsed.lines for file in self.loaded.files.values()}
        return records | {guide.shown: guide.lines for guide in (*self.guides, *self.left)}
