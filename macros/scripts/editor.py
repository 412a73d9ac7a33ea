"""The form in the browser, described for the script that draws it: every kind of record as a tree of nodes.

Everything comes from the models, as the check, the templates and the reference do, so that a new field is in the
form by itself. The records' own text is written beside it, one script a kind, since the form edits the text.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.checks import links, raw_html
from macros.checks.search_words import MOST
from macros.facts.cells import labels
from macros.forms.template import STARTED, name_field, record_parts
from macros.kunskapsbank import Kunskapsbank
from macros.loading import load, yaml_source
from macros.loading.messages import KIND_NAMES, OTHER_PATTERN, PATTERN_HINTS, TEXTS, UNKNOWN_HINT
from macros.loading.text import NAMES
from macros.model import KINDS, Kind, text_rules
from macros.model.base import NOT_APPLICABLE, UNKNOWN
from macros.model.fields import Described, fields
from macros.model.json_schema import Definitions, Node, resolved, schema_of
from macros.ord import words, words_of
from macros.places import data_folder
from macros.site.fingerprint import hashed

FOLDER = Path("assets") / "redigera"
CHANGED = "andrad"
Shown = dict[str, object]
# The rules of a text by the part of the schema that tells editors of them, in the order in which they are tried.
_RULES = (("tecken", text_rules.ONLY_ALLOWED), ("rad", text_rules.ONE_LINE))


def form_data(bank: Kunskapsbank) -> Mapping[str, object]:
    """What the script needs to draw, fill in and check every form."""
    files = {kind: name for kind, (name, _) in record_texts(data_folder(), bank).items()}
    return {
        "slag": {kind.name: _kind(bank, kind) for kind in KINDS.values()},
        "namn": {kind.name: _names(bank, kind) for kind in KINDS.values()},
        "kriterier": {name: labels(criterion) for name, criterion in bank.kriterium.items() if criterion.varden},
        "texter": TEXTS,
        "tipsOkand": UNKNOWN_HINT,
        "tipsMonster": PATTERN_HINTS,
        "tipsAnnatMonster": OTHER_PATTERN,
        "teckennamn": {f"U+{ord(sign):04X}": name for sign, name in NAMES.items()},
        "ingen": KIND_NAMES,
        "monster": _patterns(),
        "filer": files,
        "okand": UNKNOWN,
        "ej": NOT_APPLICABLE,
        "hogstSokord": MOST,
        "kalladresser": {key: source.adress for key, source in bank.kalla.items()},
        "reserverat": load.RESERVED.pattern,
        "langstaNamn": load.MAX_STEM,
    }


def _patterns() -> Mapping[str, str]:
    return {
        "tecken": text_rules.FORBIDDEN_CHARACTERS.pattern,
        "hanvisning": text_rules.CITATION.pattern,
        "adress": text_rules.WEB_ADDRESS.pattern,
        "adresstecken": text_rules.ADDRESS_SIGNS.pattern,
        "tagg": raw_html.TAG.pattern,
        "skriptadress": raw_html.SCRIPT_ADDRESS.pattern,
        "teckenkod": raw_html.CHARACTER_CODE.pattern,
        "lankadress": links.TARGET.pattern.replace("?P<", "?<"),
        "utlank": links.EXTERNAL.pattern,
        "heltal": yaml_source.INTEGER.pattern,
        "decimaltal": yaml_source.DECIMAL.pattern,
        "datum": yaml_source.DATE.pattern,
    }


def _names(bank: Kunskapsbank, kind: Kind) -> Mapping[str, str]:
    """What each record is called, by its identifier."""
    field = name_field(kind)
    return {identifier: getattr(record, field) for identifier, record in bank.records(kind.name).items()}


def _kind(bank: Kunskapsbank, kind: Kind) -> Shown:
    opening, parts = record_parts(bank, kind) if kind.name in STARTED else ("", {})
    schema = schema_of(kind.model)
    return {
        "mapp": kind.folder,
        "sida": kind.page_folder,
        "namn": words_of(kind.name)["namn"],
        "namnfalt": name_field(kind),
        "inledning": opening,
        "delar": parts,
        "nod": _part(schema, schema.get("$defs", {})),
        "grupper": list(_sections(bank, kind)),
    }


def _sections(bank: Kunskapsbank, kind: Kind) -> Iterator[Shown]:
    """The fields as the page groups them: what it is, its facts by section, and each composed part by itself."""
    texts = words()
    section = {each.falt: each.avdelning for each in bank.kriterium.values() if kind.name in each.galler}
    described = {field.name: field for field in fields(kind.model)}
    alone = [name for name, field in described.items() if _stands_alone(field)]
    # The day of the change is set by the form itself.
    first = [name for name in described if name not in section and name not in alone and name != CHANGED]
    yield {"rubrik": texts["verktyg"]["redigera"]["om_posten"], "falt": first}
    for identifier, heading in texts["avdelningar"].items():
        found = [name for name in described if section.get(name) == identifier]
        if found:
            yield {"rubrik": heading, "falt": found}
    for name in alone:
        yield {"rubrik": described[name].title, "falt": [name]}


def _stands_alone(field: Described) -> bool:
    return field.shape in {"del", "karta"} or (field.shape == "text" and not field.is_fact)


def _part(node: Node, definitions: Definitions) -> Shown:
    """A composed value: its fields in order."""
    required = node.get("required", ())
    made = []
    for name, raw in node["properties"].items():
        told = {"namn": name, "titel": raw.get("title", name), "om": raw.get("description", "")}
        needed = {"krav": 1} if name in required else {}
        made.append({**told, "nod": _node(raw, definitions), **needed})
    return {"t": "del", "falt": made}


def _node(raw: Node, definitions: Definitions) -> Shown:
    node = resolved(raw, definitions)
    shapes = [resolved(shape, definitions) for shape in (*node.get("oneOf", ()), *node.get("anyOf", ()))]
    shapes = [shape for shape in shapes if shape.get("type") != "null"]
    words_of = [shape for shape in shapes if UNKNOWN in shape.get("enum", (shape.get("const"),))]
    rest = [shape for shape in shapes if shape not in words_of]
    if words_of and len(rest) > 1:
        return {"t": "fakta", "av": _part(rest[0], definitions)}
    if words_of:
        return {"t": "saknas", "av": _node(rest[0], definitions)}
    return _single(rest[0] if rest else node, definitions)


def _single(node: Node, definitions: Definitions) -> Shown:
    if node.get("type") == "array":
        limits = {"min": node.get("minItems"), "max": node.get("maxItems")}
        return _filled({"t": "lista", "av": _node(node["items"], definitions), **limits})
    if "properties" in node:
        return _part(node, definitions)
    values = next(iter(node.get("patternProperties", {}).values()), node.get("additionalProperties"))
    if isinstance(values, dict):
        key = node.get("propertyNames", {})
        return {"t": "karta", "nyckel": _single(key, definitions), "av": _node(values, definitions)}
    if node.get("type") in {"integer", "number"}:
        kind = "heltal" if node["type"] == "integer" else "tal"
        return _filled({"t": kind, "ge": node.get("minimum"), "le": node.get("maximum")})
    return _choice(node) or _text(node)


def _choice(node: Node) -> Shown | None:
    """A value among those that are listed somewhere, or nothing."""
    if "x-slag" in node:
        return {"t": "ref", "slag": node["x-slag"]}
    if "x-kriterium" in node:
        return {"t": "val", "krit": node["x-kriterium"]}
    if "enum" in node or "const" in node:
        return {"t": "val", "varden": list(node.get("enum", (node.get("const"),)))}
    return None


def _text(node: Node) -> Shown:
    """A text with its limits; `r` names the rules that no limit tells."""
    told = node.get("allOf", ())
    rules = [name for name, part in _RULES if part in told]
    pattern = node.get("pattern")
    if pattern == text_rules.REAL_DATE:
        pattern, rules = text_rules.DATE_SHAPE, ["datum"]
    if any("pattern" in part and part["pattern"] == text_rules.WEB_ADDRESS.pattern for part in told):
        rules = ["adress"]
    is_long = node.get("format") == "markdown"
    if is_long:
        rules.append("hanvisningar")
    if text_rules.A_CITATION in told:
        rules.append("kalla")
    limits = {"min": node.get("minLength"), "max": node.get("maxLength"), "re": pattern}
    return _filled({"t": "text" if is_long else "str", **limits, "r": rules or None})


def _filled(node: Shown) -> Shown:
    return {key: value for key, value in node.items() if value is not None}


def record_texts(data: Path, bank: Kunskapsbank) -> dict[str, tuple[str, bytes]]:
    """By kind a script with every record's own text: its name, which carries a hash, and its bytes.

    Scripts, since a page opened from a folder may not fetch anything.
    """
    made = {}
    for kind in KINDS.values():
        texts = {
            identifier: (data / kind.folder / f"{identifier}.yml").read_bytes().decode("utf-8")
            for identifier in bank.records(kind.name)
        }
        told = json.dumps(texts, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
        content = f"window.kbPoster.{kind.name} = {told};\n".encode()
        made[kind.name] = hashed(f"{kind.name}.js", content), content
    return made


def write_record_texts(site: Path, bank: Kunskapsbank) -> None:
    """Writes the scripts with the records' text into a built site."""
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in record_texts(data_folder(), bank).values():
        (folder / name).write_bytes(content)
