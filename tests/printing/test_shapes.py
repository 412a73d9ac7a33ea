"""What the conversion of every page makes has exactly the shapes that are described, and print draws each of them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest

from macros.places import package_folder
from macros.printing.convert import blocks
from macros.printing.inline import Place
from macros.printing.layout import prepared
from macros.printing.shapes import BLOCKS, MARKS
from macros.printing.site_pages import PrintedPages
from macros.site.html_tree import parse
from macros.site.pages import BuiltSite


def wrong(value: Any, shape: Any, where: str) -> Iterator[str]:
    """What is wrong with a value beside its shape; a shape is a TypedDict, a list, a choice or a plain type."""
    if hasattr(shape, "__required_keys__"):
        lacking, extra = shape.__required_keys__ - value.keys(), value.keys() - shape.__annotations__.keys()
        yield from (f"{where}: {name}" for name in sorted(lacking | extra))
        for name in value.keys() & shape.__annotations__.keys():
            inner = shape.__annotations__[name]
            # A field that may be left out is wrapped.
            inner = get_args(inner)[0] if name in shape.__optional_keys__ else inner
            yield from wrong(value[name], inner, f"{where}.{name}")
    elif get_origin(shape) is Literal:
        yield from () if value in get_args(shape) else (f"{where}: {value!r}",)
    elif get_origin(shape) is list:
        for part in value:
            yield from wrong(part, get_args(shape)[0], where)
    elif shape is Any:
        if not isinstance(value, str):
            yield from wrong(value, {**BLOCKS, **MARKS}[value["k"]], where)
    elif not isinstance(value, shape) and not (shape is float and isinstance(value, int)):
        yield f"{where}: {value!r} is no {shape}"


def faults(content: list[Any]) -> list[str]:
    return [fault for block in content for fault in wrong(block, BLOCKS[block["k"]], block["k"])]


@pytest.mark.parametrize(
    "block",
    [
        {"k": "p"},
        {"k": "p", "i": [], "extra": 1},
        {"k": "p", "i": [{"k": "strong", "i": [{"k": "a", "to": "/", "i": []}]}]},
        {"k": "h", "n": "2", "id": "", "i": [], "term": False},
        {"k": "box", "kind": "annat", "t": [], "b": []},
        {"k": "dl", "items": [{"t": []}]},
    ],
)
def test_a_field_that_is_lacking_or_unknown_or_of_another_kind_is_told(block: dict[str, Any]) -> None:
    assert faults([block])


def test_every_block_of_every_page_has_its_shape(site: Path) -> None:
    built = BuiltSite(site)
    pages = PrintedPages(built)
    met = set()
    for part in pages.parts():
        for address in part.addresses:
            content = list(pages.chapter(address).blocks)
            assert not faults(content), address
            assert not faults(prepared(content, {address}, address, "https://example.org")), address
            met |= {block["k"] for block in content}
    assert met >= {"p", "h", "ul", "ol", "check", "dl", "table", "box", "cards", "figure"}


def test_what_few_pages_hold_has_its_shape_too() -> None:
    html = "<blockquote><p>Citat</p></blockquote><hr><pre>a</pre><p>H<sub>2</sub>O<br><code>x</code></p>"
    made = blocks(parse(html), Place("/om/", "om/index.html"))
    assert [block["k"] for block in made] == ["quote", "line", "pre", "p"]
    assert not faults(made)


def test_the_typesetter_draws_every_shape_and_no_other() -> None:
    template = (package_folder().parent / "overrides" / "typst" / "block.typ").read_text("utf-8")
    for name in {**BLOCKS, **MARKS}:
        # A note is drawn with the others beside it, and the sources of a page by the product.
        assert f'"{name}"' in template or name in {"note", "notes"}, name
