"""The list of printed products: which files there are, in which groups, and which pages each one holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from macros.model import KINDS
from macros.model.kind import Sheet
from macros.ord import words
from macros.pages.print_plan import Plan, is_in_english, is_in_short
from macros.translation.addresses import ENGLISH_HOME, is_english

FOLDER = "utskrift"
SHORT, WHOLE, THE_GUIDE = "vagledning.pdf", "hela-kunskapsbanken.pdf", "the-guide.pdf"
# Pages that are made for the screen: paper has an index with page numbers instead of A–Ö, the list of files leads to
# files, the search is a form, the changes are news, and the page on the looks shows how parts behave.
ONLY_ON_SCREEN = frozenset({"/a-o/", "/andringar/", "/skriv-ut/", "/sok/", "/om/formsprak/"})
# Pages for those who write the knowledge base have a guide of their own.
CONTRIBUTING = "/bidra/"
PAIRS = "/jamfor/par/"
# Comparisons are wider than a book: each has sheets of its own, lying down, and pairs repeat them.
COMPARISONS = "/jamfor/"
NOT_IN_WHOLE = (CONTRIBUTING, COMPARISONS, "/lattlast/")
# A page of this kind is a template: its Word file is what readers fill in.
TEMPLATE = "mall-"
TOOLBOX, TEMPLATES = "/bilda-en-grupp/verktygslada/", "/bilda-en-grupp/mall-"
ONE_PAGE = "/om-bestallargrupper/pa-en-sida/"
MEETINGS, AGENDA = "/bilda-en-grupp/moten-och-arbetsformer/", "ett-mote-som-leder-till-beslut"
# The easy-to-read pages are one product of their own, in large print, and stand in no other.
PLAIN, ENGLISH = "/lattlast/", "/om/in-english/"
ASSESSMENT = "/sjalvskattning/"
# The tools as blank forms to fill in by hand: the file's name without ending, by address.
FORMS = {
    "/valj-form/": "valj-form",
    ASSESSMENT: "sjalvskattning",
    "/rakna/totalmetoden/": "totalmetoden",
    "/rakna/kostnader/": "kostnader",
}
# The sheet of each kind that has one.
SHEETS: Mapping[str, Sheet] = {kind.name: kind.sheet for kind in KINDS.values() if kind.sheet}


@dataclass(frozen=True)
class Product:
    """A printed product: file name, name for readers, group on `/skriv-ut/`, and the page it belongs to."""

    file: str
    title: str
    group: str
    address: str = ""


def is_printed(address: str) -> bool:
    """Whether a page is part of a printed product."""
    return address not in ONLY_ON_SCREEN and not address.startswith(PAIRS)


def is_in_guide(address: str) -> bool:
    """Whether a page is a chapter of the guide to its section."""
    return is_printed(address) and not address.startswith((COMPARISONS, PLAIN))


def is_in_whole(address: str) -> bool:
    """Whether a page is part of the whole guide."""
    return is_printed(address) and not address.startswith(NOT_IN_WHOLE)


def section_file(address: str) -> str:
    """The file of the guide for the main section at an address."""
    return f"vagledning-{address.strip('/').replace('/', '-')}.pdf"


def volume_file(volume: tuple[str, int]) -> str:
    """The file of a volume of records: the folder of their pages and the volume's number."""
    folder, number = volume
    return f"vagledning-{folder.replace('/', '-')}-{number}.pdf"


def page_products(address: str, section: str, titles: Mapping[str, str], plan: Plan) -> tuple[Product, ...]:
    """The products that hold a page, the closest first.

    `section` is the address of the page's main section (empty for none); `titles` has the page's title
    and the section's by address; `plan` says which books there are.
    """
    if is_english(address):
        return (the_guide(),) if plan.english and is_in_english(address) else ()
    if not is_printed(address):
        return ()
    texts = words()["utskrift"]
    if address.startswith(PLAIN):
        return (Product("lattlast.pdf", texts["namn"]["lattlast"], "hela", PLAIN),)
    made = [*_own(address, titles.get(address, ""), texts["namn"])]
    if address.startswith(CONTRIBUTING):
        section, titles = CONTRIBUTING, {CONTRIBUTING: texts["bidra"]}
    if section and section != "/" and is_in_guide(address):
        name = texts["namn"]["avsnitt"].format(namn=titles.get(section, ""))
        if volume := plan.volumes.get(address):
            name = texts["namn"]["del"].format(namn=name, nummer=volume[1])
            made.append(Product(volume_file(volume), name, "avsnitt", section))
        else:
            made.append(Product(section_file(section), name, "avsnitt", section))
    if is_in_short(address):
        made.append(Product(SHORT, texts["namn"]["kort"], "hela", "/"))
    if plan.whole and is_in_whole(address):
        made.append(Product(WHOLE, texts["namn"]["hela"], "hela", "/"))
    return tuple(made)


def the_guide() -> Product:
    """The guide in English, which is the one book in that language."""
    return Product(THE_GUIDE, words()["utskrift"]["namn"]["the-guide"], "hela", ENGLISH_HOME)


def _own(address: str, title: str, names: Mapping[str, str]) -> Sequence[Product]:
    """Products that a page has to itself."""
    *folders, stem = address.strip("/").split("/")
    folder = "/".join(folders)
    for kind, sheet in SHEETS.items():
        below = KINDS[kind]
        if folder == below.page_folder and stem not in {each.path for each in below.lists}:
            return (Product(f"{sheet.name}-{stem}.pdf", names[sheet.name].format(namn=title), sheet.name, address),)
    if address.startswith(COMPARISONS) and stem != "jamfor":
        table = address.removeprefix(COMPARISONS).strip("/").replace("/", "-")
        return tuple(
            Product(
                f"jamforelse-{table}-{size}.pdf",
                names["jamforelse"].format(namn=title, format=size.upper()),
                "jamforelse",
                address,
            )
            for size in ("a4", "a3")
        )
    return _of_page(address, stem, title, names)


def _of_page(address: str, stem: str, title: str, names: Mapping[str, str]) -> Sequence[Product]:
    """Products of a single page of guidance."""
    if stem.startswith("checklista-"):
        return (Product(f"{stem}.pdf", names["checklista"].format(namn=title), "checklista", address),)
    if stem.startswith(TEMPLATE):
        return (Product(f"{stem}.docx", names["mall"].format(namn=title), "dokument", address),)
    if address == ONE_PAGE:
        return (
            Product(f"{stem}.pdf", names["en_sida"], "hela", address),
            Product(f"{stem}.docx", names["en_sida_word"], "dokument", address),
        )
    if address in FORMS:
        endings = ("pdf", "docx") if address == ASSESSMENT else ("pdf",)
        name = names["blankett"].format(namn=title)
        return tuple(Product(f"{FORMS[address]}.{ending}", name, "blanketter", address) for ending in endings)
    fixed = {
        MEETINGS: ("dagordning.docx", "dagordning", "dokument"),
        ENGLISH: ("in-english.pdf", "in-english", "hela"),
    }.get(address)
    return (Product(fixed[0], names[fixed[1]].format(namn=title), fixed[2], address),) if fixed else ()
