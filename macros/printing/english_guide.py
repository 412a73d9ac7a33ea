"""The guide in English: the same book as the short guide in Swedish, made of the English pages."""

from collections.abc import Mapping, Sequence
from functools import partial

from macros.kept import digest
from macros.kunskapsbank import Kunskapsbank
from macros.language.speaking import ENGLISH, speaking
from macros.pages.print_plan import Plan, is_in_english
from macros.pages.print_products import ENGLISH as IN_SHORT
from macros.pages.print_products import page_products, the_guide
from macros.printing.book import Section, short_guide
from macros.printing.edition import Edition, edition
from macros.printing.inline import Source
from macros.printing.jobs import Planned, book
from macros.printing.listing import Printed, write_list
from macros.printing.shapes import Values
from macros.printing.site_pages import PrintedPages
from macros.site.pages import BuiltSite
from macros.translation.addresses import ENGLISH_HOME
from macros.translation.bank import in_english

_TOOLBOX, _TEMPLATES = "/en/form-a-group/toolbox/", "/en/form-a-group/template-"


def english_guide(built: BuiltSite, sources: Mapping[str, Source], bank: Kunskapsbank) -> Planned:
    """The guide of a built site with guidance in English. Raises UnknownElementError."""
    site = PrintedPages(built, sources, {_TOOLBOX: _TEMPLATES})
    with speaking(ENGLISH):
        sections = [
            Section(part.title, part.address, [site.chapter(each) for each in part.addresses if is_in_english(each)])
            for part in site.parts(ENGLISH_HOME)
        ]
        product = the_guide()
    sections = [section for section in sections if section.chapters]
    changed = [chapter.changed for section in sections for chapter in section.chapters if chapter.changed]
    made = edition(changed, site.public_address())
    return book(product.file, sections, made, partial(_values, bank), digest(repr(bank.begrepp), repr(bank.engelska)))


def _values(bank: Kunskapsbank, sections: Sequence[Section], edition: Edition) -> Values:
    with speaking(ENGLISH):
        return short_guide(sections, edition, in_english(bank))


def write_english_list(site: BuiltSite, printed: Mapping[str, Printed]) -> None:
    """Lists what there is to print in English on the English page about print."""
    with speaking(ENGLISH):
        products = (the_guide(), *page_products(IN_SHORT, "", {}, Plan()))
        write_list(site, {product: printed[product.file] for product in products if product.file in printed})
