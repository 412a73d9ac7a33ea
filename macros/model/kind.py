"""What a kind of record says of itself: where its records lie, and how they are met, listed, compared and printed.

Each kind is one module of this package that holds the model and, last, its `KIND`. `macros.model` collects them, and
everything else reads them there: no other module has a table of kinds.
"""

from collections.abc import Callable
from dataclasses import dataclass

from macros.model.base import Bas, Post


def _every(_record: Post) -> bool:
    return True


@dataclass(frozen=True)
class Listing:
    """Some or all records of a kind: their index page, and the table of all of them under `/jamfor/`.

    `name` is the last part of the table's address and the key of the words in `ord.yml` (`sidor` and `jamfor.slag`),
    `columns` the facts in the short table of the index page, which stands at `path` below the kind's pages.
    """

    name: str
    columns: tuple[str, ...] = ()
    include: Callable[[Post], bool] = _every
    path: str = ""


@dataclass(frozen=True)
class Relation:
    """Links at the foot of a record's page, under a heading that is a key of `relationer` in `ord.yml`.

    They lead to the records of `kind` that the own `field` names; with `back` to those whose field names the record.
    """

    heading: str
    kind: str
    field: str
    back: bool = False


@dataclass(frozen=True)
class Sheet:
    """A one-page sheet for print: the beginning of its file's name, and the facts that it shows.

    `answers` are texts that are shown whole, in place of the first parts of the story, and `box` one in a box.
    """

    name: str
    facts: tuple[str, ...]
    answers: tuple[str, ...] = ()
    box: str = ""


@dataclass(frozen=True)
class Kind:
    """A kind of record: its name in code, its folder under `data/`, its model, and all that is told of it elsewhere.

    Kinds are met in the order of `place`. Without `template` a record's page is drawn by `sidor/post.md`.
    """

    name: str
    folder: str
    model: type[Bas]
    place: int
    # The folder of its pages, or the one page where its records stand together, each at an anchor.
    page_folder: str | None = None
    common_page: str = ""
    template: str = "post"
    schema_type: str = "Article"
    lists: tuple[Listing, ...] = ()
    relations: tuple[Relation, ...] = ()
    # The facts that a reader needs first; the others can be opened. All when none are named.
    key_facts: tuple[str, ...] = ()
    # The field of a group that judges these records at the group, with evidence; also the name of their table.
    judged_in: str = ""
    sheet: Sheet | None = None
    # The page that lists its easy-to-read texts, below the easy pages' start.
    easy_list: str = ""
    # How contributors begin a record: in a form of the code host and of e-mail, or as a file.
    has_form: bool = False
    is_started: bool = False
    # Names that the program knows too cannot be moved.
    is_movable: bool = True
    # No two records may be alike in all of these fields.
    told_apart_by: tuple[str, ...] = ("namn",)
    # Fields that keep their words in every language, and whether names may be the same in all.
    untranslated: tuple[str, ...] = ()
    named_alike: bool = False
    # Sources of its pages stand at the foot of the paper page in books, not in a list.
    has_footnotes: bool = False

    @property
    def is_comparable(self) -> bool:
        """Whether readers can choose records of the kind to compare."""
        return bool(self.lists)

    @property
    def is_easy(self) -> bool:
        """Whether a record may have a text in lättläst."""
        return "lattlast" in self.model.model_fields

    def page_of(self, identifier: str) -> str:
        """The address of a record's page, or of its anchor on a common page; empty when it has no place of its own."""
        if self.page_folder:
            return f"/{self.page_folder}/{identifier}/"
        return f"/{self.common_page}/#{identifier}" if self.common_page else ""

    def file_of(self, identifier: str) -> str:
        """The file of a record, from the project's top."""
        return f"data/{self.folder}/{identifier}.yml"

    def index_of(self, listing: Listing) -> str:
        """The place of a listing's index page among the Markdown files."""
        return "/".join(part for part in (self.page_folder, listing.path, "index.md") if part)
