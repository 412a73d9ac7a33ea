"""How text is written in a record: what its signs, lines, dates, addresses and citations may be.

Each rule is a check for pydantic, and the same rule as a pattern for editors.
"""

import re
from datetime import date

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from macros.model.names import check_name

# A place in the source may follow the key, as Pandoc and Zotero write it: ”[@key, s. 12; @other, 4 kap. 8 §]”.
_ONE_CITED = r"@[a-z0-9-]+(?:, [^\s\[\];@](?:[^\[\];@\n]{0,78}[^\s\[\];@])?)?"
CITATION = re.compile(rf"\[({_ONE_CITED}(?:; ?{_ONE_CITED})*)\]")
# A host in plain letters (xn-- for others), so that nothing looks like another site, and no user name before it.
WEB_ADDRESS = re.compile(r"^https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+\.?(:\d{1,4})?(?=[/?#]|$)")
ADDRESS_SIGNS = re.compile(r"""[\s<>"'`\\{}|]""")
# Characters that change how the text around them is shown, and control characters.
FORBIDDEN_CHARACTERS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
# The same rules as the validators below, for editors: end of text is written so that both Python and
# JavaScript read it alike.
_END = r"(?![\s\S])"
ONLY_ALLOWED = {"pattern": f"^[^{FORBIDDEN_CHARACTERS.pattern[1:-1]}]*{_END}"}
ONE_LINE = {"pattern": rf"^(?!\s)[^\n]*(?<!\s){_END}"}
A_CITATION = {"pattern": CITATION.pattern}
DATE_SHAPE = r"^\d{4}-\d{2}-\d{2}$"
REAL_DATE = (
    r"^(?!0000)(\d{4}-((0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|1\d|2[0-8]))"
    rf"|(\d\d(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29){_END}"
)


def check_characters(value: str) -> str:
    """The value, if it has no forbidden character; raises PydanticCustomError otherwise."""
    bad = FORBIDDEN_CHARACTERS.search(value)
    if bad:
        raise PydanticCustomError("otillatet_tecken", "otillåtet tecken", {"tecken": f"U+{ord(bad[0]):04X}"})
    return value


def check_single_line(value: str) -> str:
    """The value, if it stands on one line without spaces around it; raises PydanticCustomError otherwise."""
    if value != value.strip() or "\n" in value:
        raise PydanticCustomError("flera_rader", "mer än en rad")
    return value


def cited(inside: str) -> tuple[tuple[str, str], ...]:
    """The (key, place) pairs of what stands between a citation's brackets; the place is empty when none is given."""
    parts = (part.strip().lstrip("@").partition(", ") for part in inside.split(";"))
    return tuple((key, place) for key, _, place in parts)


def citations(text: str) -> tuple[str, ...]:
    """Source keys cited in a text as `[@key]`, `[@key, s. 12]` or `[@key; @other]`, in order, repeated ones kept."""
    return tuple(key for found in CITATION.finditer(text) for key, _ in cited(found[1]))


def check_citations(value: str, info: ValidationInfo) -> str:
    """The value, if each key that it cites is a source; raises PydanticCustomError otherwise."""
    for key in citations(value):
        check_name("kalla", key, info)
    return value


def require_citation(value: str) -> str:
    """The value, if it cites anything; raises PydanticCustomError otherwise."""
    if not citations(value):
        raise PydanticCustomError("kalla_saknas", "källa saknas")
    return value


def check_date(value: str) -> str:
    """The value, if it is a day of the calendar; raises PydanticCustomError otherwise."""
    try:
        date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("datum", "inget datum") from None
    return value


def check_address(value: str) -> str:
    """The value, if it is a whole web address; raises PydanticCustomError otherwise."""
    if not WEB_ADDRESS.match(value) or ADDRESS_SIGNS.search(value) or FORBIDDEN_CHARACTERS.search(value):
        raise PydanticCustomError("adress", "ingen webbadress")
    return value
