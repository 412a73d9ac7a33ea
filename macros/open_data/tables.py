"""A collection as tables: one row a record, and one row a statement; each described by CSV on the Web (CSVW).

In the first table a fact stands as its value, or as *uppgift saknas* or *ej tillämpligt*. Its status, year, sources
and whether it is our own reading stand in columns of their own to the right, so that no value is without them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from pydantic import BaseModel, TypeAdapter

from macros.model import Kind
from macros.model.base import NOT_APPLICABLE, UNKNOWN, Adress, Datum, Fakta
from macros.model.json_schema import Node, resolved, schema_of
from macros.model.plain import Json
from macros.model.value_kinds import shown_as
from macros.open_data.statements import Statement, other_fields, statement_models, statements
from macros.open_data.table import Cell, Column, Table, make_table, text_of
from macros.ord import words

_DATATYPES = {"artal": "integer", "tal": "number"}
_DATE = TypeAdapter(Datum).json_schema()["pattern"]
_ADDRESS = TypeAdapter(Adress).json_schema()["allOf"]
_PLAIN = {"integer": "integer", "number": "number"}


def record_table(kind: Kind, records: Iterable[Json]) -> Table:
    """One row a record."""
    records = list(records)
    columns = list(_own_columns(kind, records))
    return make_table(f"{kind.folder}.csv", _title(kind, "tabell"), columns, ("id",), records)


def statement_table(kind: Kind, records: Iterable[Json]) -> Table | None:
    """One row a statement; None for a kind of record that holds none."""
    fields = tuple(statement_models(kind.model))
    if not fields:
        return None
    found = [(record["id"], said) for record in records for said in statements(record, fields)]
    key = ("post", "falt", "nyckel", "nr")
    file = f"{kind.folder}-uppgifter.csv"
    return make_table(file, _title(kind, "uppgifter"), _statement_columns(kind), key, found)


def _title(kind: Kind, which: str) -> str:
    texts = words()["oppna_data"]
    return f"{texts['samlingar'][kind.folder]['namn']}: {texts['tabeller'][which]}"


def _own_columns(kind: Kind, records: list[Json]) -> Iterator[Column]:
    """The columns of a record: what names it, its values, and to the right what is known about each value."""
    texts = words()["oppna_data"]["falt"]
    for name in ("id", "sida"):
        yield Column(name, name, texts[name], lambda record, name=name: text_of(record.get(name)))  # type: ignore[misc]
    about: list[Column] = []
    schema = schema_of(kind.model, published=True)
    held = statement_models(kind.model)
    for name, field in kind.model.model_fields.items():
        title, description = field.title or name, field.description or ""
        shown = shown_as(kind.model, name)
        if name in held and _is_fact(field.annotation):
            datatype = _DATATYPES.get(shown.kind if shown else "", "string")
            yield _value_column(name, "", title, description, datatype)
            about += _about(name, "", title)
        elif name in held and any(isinstance(record[name], dict) for record in records):
            keys = sorted({key for record in records for key in record[name]})
            for key in keys:
                yield _value_column(name, key, f"{title}: {key}", description, "string")
                about += _about(name, key, f"{title}: {key}")
        elif name not in held:
            yield from _plain_column(name, title, description, *_node(schema, schema["properties"][name]))
    yield from about


def _is_fact(annotation: object) -> bool:
    return getattr(annotation, "__origin__", None) is Fakta


def _of(name: str, key: str) -> Callable[[Json], list[Statement]]:
    """The statements of a record in a field, under one of its keys."""
    return lambda record: [said for said in statements(record, (name,)) if said.key == key]


def _column_name(*parts: str) -> str:
    """A name that CSVW allows."""
    return "_".join(part.replace("-", "_") for part in parts if part)


def _value_column(name: str, key: str, title: str, description: str, datatype: str) -> Column:
    found = _of(name, key)

    def read(record: Json) -> Cell:
        said = found(record)
        if not said or said[0].status != "kand":
            return WORD_OF_STATUS[said[0].status] if said else ""
        values: list[str] = []
        for each in said:
            values += [text_of(part) for part in (each.value if isinstance(each.value, list) else [each.value])]
        return values

    column = _column_name(name, key)
    return Column(column, title, description, read, datatype, listed=True, nulls=(UNKNOWN, NOT_APPLICABLE))


WORD_OF_STATUS: Mapping[str, str] = {"saknas": UNKNOWN, "ej": NOT_APPLICABLE}


def _about(name: str, key: str, title: str) -> Iterator[Column]:
    """The columns that tell about a value: its status, and for each fact its year, sources and own reading."""
    found, texts = _of(name, key), words()["oppna_data"]["om_uppgift"]

    def listed(pick: Callable[[Statement], str]) -> Callable[[Json], Cell]:
        return lambda record: [pick(said) for said in found(record) if said.status == "kand"]

    def status(record: Json) -> Cell:
        return next((said.status for said in found(record)), "")

    parts: Mapping[str, Callable[[Json], Cell]] = {
        "status": status,
        "avser": listed(lambda said: said.year),
        "kallor": listed(lambda said: " ".join(said.sources)),
        "egen_tolkning": listed(lambda said: "ja" if said.own_reading else "nej"),
    }
    for part, read in parts.items():
        column = _column_name(name, key, part)
        yield Column(column, f"{title}, {texts[part]['namn']}", texts[part]["om"], read, listed=part != "status")


def _node(schema: Node, node: Node) -> tuple[Node, bool]:
    """What a plain field holds, past references and the words for nothing, and whether it may have such a word."""
    node = resolved(node, schema.get("$defs", {}))
    options = [option for option in (*node.get("anyOf", ()), *node.get("oneOf", ())) if option.get("type") != "null"]
    own = [option for option in options if option.get("const") != UNKNOWN]
    if not own:
        return node, False
    found, may_lack = _node(schema, own[0])
    return found, may_lack or len(own) < len(options)


def _plain_column(name: str, title: str, description: str, node: Node, may_lack: bool) -> Iterator[Column]:  # noqa: FBT001
    """The column of a field without sources; none for stories and other parts with fields of their own."""
    listed = node.get("type") == "array"
    item = node["items"] if listed else node
    if "$ref" in item or item.get("type") == "object":
        return
    datatype = _PLAIN.get(item.get("type", ""), "string")
    datatype = "date" if item.get("pattern") == _DATE else datatype
    datatype = "anyURI" if item.get("allOf") == _ADDRESS else datatype

    def read(record: Json) -> Cell:
        value = record[name]
        return [text_of(part) for part in value] if isinstance(value, list) else text_of(value)

    nulls = ("", UNKNOWN) if may_lack else ()
    yield Column(name, title, description, read, datatype, listed, nulls)


def _statement_columns(kind: Kind) -> Iterator[Column]:
    """The columns of a statement; what is read is (record, statement)."""
    texts = words()["oppna_data"]["uppgift"]

    def column(
        name: str, pick: Callable[[Statement], object], datatype: str = "string", *, listed: bool = False
    ) -> Column:
        def read(row: tuple[str, Statement]) -> Cell:
            value = pick(row[1])
            if listed:
                return [text_of(part) for part in (value if isinstance(value, list | tuple) else [value])]
            return text_of(value)

        return Column(name, texts[name]["namn"], texts[name]["om"], read, datatype, listed)

    yield Column("post", texts["post"]["namn"], texts["post"]["om"], lambda row: text_of(row[0]))
    yield column("falt", lambda said: said.field)
    yield column("nyckel", lambda said: said.key)
    yield column("nr", lambda said: said.number, "integer")
    yield column("status", lambda said: said.status)
    yield column("varde", lambda said: [] if said.value is None else said.value, listed=True)
    yield column("avser", lambda said: said.year)
    yield column("kallor", lambda said: said.sources, listed=True)
    yield column("egen_tolkning", lambda said: "ja" if said.own_reading else "nej")
    yield column("kommentar", lambda said: said.comment)
    for name, holder in other_fields(kind.model).items():
        yield _other_column(name, holder)


def _other_column(name: str, holder: type[BaseModel]) -> Column:
    """A field that only some statements have."""
    field = holder.model_fields[name]
    schema = schema_of(holder, published=True)
    listed = _node(schema, schema["properties"][name])[0].get("type") == "array"

    def read(row: tuple[str, Statement]) -> Cell:
        value = row[1].rest.get(name)
        return [text_of(part) for part in value] if isinstance(value, list) else [] if listed else text_of(value)

    return Column(name, field.title or name, field.description or "", read, listed=listed)
