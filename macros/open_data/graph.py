"""A small graph of statements (RDF) and three ways to write it, each in a fixed order: RDF/XML, Turtle and JSON-LD.

Nodes are addresses; there are none without a name. Libraries for RDF write in an order that differs from run to run.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

PREFIXES: Mapping[str, str] = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
TYPE = "rdf:type"
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, order=True)
class Iri:
    """An address as the value of a property."""

    address: str


@dataclass(frozen=True, order=True)
class Literal:
    """A text in a language, or a value of a type (such as `xsd:date`)."""

    text: str
    language: str = ""
    datatype: str = ""


Value = Iri | Literal
# Subject, property with its prefix, value.
Triple = tuple[str, str, Value]
Node = Mapping[str, list[Value]]


def full(name: str) -> str:
    """A prefixed name written out."""
    prefix, _, rest = name.partition(":")
    return PREFIXES[prefix] + rest


def nodes(triples: Iterable[Triple]) -> Mapping[str, Node]:
    """The properties of each subject, everything sorted."""
    found: dict[str, dict[str, set[Value]]] = defaultdict(lambda: defaultdict(set))
    for subject, name, value in triples:
        found[subject][name].add(value)
    return {
        subject: {name: sorted(values, key=_order) for name, values in sorted(properties.items())}
        for subject, properties in sorted(found.items())
    }


def _order(value: Value) -> tuple[str, str, str]:
    return ("", value.address, "") if isinstance(value, Iri) else (value.language, value.text, value.datatype)


def as_xml(triples: Iterable[Triple]) -> str:
    """The graph as RDF/XML, which is what Sweden's data portal reads."""
    for prefix, address in PREFIXES.items():
        ET.register_namespace(prefix, address)
    top = ET.Element(_xml_name("rdf:RDF"))
    for subject, properties in nodes(triples).items():
        node = ET.SubElement(top, _xml_name("rdf:Description"), {_xml_name("rdf:about"): subject})
        for name, values in properties.items():
            for value in values:
                _xml_value(ET.SubElement(node, _xml_name(name)), value)
    ET.indent(top)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(top, encoding="unicode") + "\n"


def _xml_name(name: str) -> str:
    prefix, _, rest = name.partition(":")
    return f"{{{PREFIXES[prefix]}}}{rest}"


def _xml_value(element: ET.Element, value: Value) -> None:
    if isinstance(value, Iri):
        element.set(_xml_name("rdf:resource"), value.address)
        return
    element.text = value.text
    if value.language:
        element.set(_XML_LANGUAGE, value.language)
    if value.datatype:
        element.set(_xml_name("rdf:datatype"), full(value.datatype))


def as_turtle(triples: Iterable[Triple]) -> str:
    """The graph as Turtle, for people."""
    head = "".join(f"@prefix {prefix}: <{address}> .\n" for prefix, address in PREFIXES.items())
    return head + "".join(_turtle_node(subject, properties) for subject, properties in nodes(triples).items())


def _turtle_node(subject: str, properties: Node) -> str:
    lines = [f"    {name} {', '.join(_turtle_value(value) for value in values)}" for name, values in properties.items()]
    return f"\n<{subject}>\n" + " ;\n".join(lines) + " .\n"


def _turtle_value(value: Value) -> str:
    if isinstance(value, Iri):
        return f"<{value.address}>"
    # A JSON string is a Turtle string: the same escapes.
    text = json.dumps(value.text, ensure_ascii=False)
    return text + (f"@{value.language}" if value.language else f"^^{value.datatype}" if value.datatype else "")


def as_jsonld(triples: Iterable[Triple]) -> str:
    """The graph as JSON-LD."""
    graph = [{"@id": subject, **_json_node(properties)} for subject, properties in nodes(triples).items()]
    return json.dumps({"@context": PREFIXES, "@graph": graph}, ensure_ascii=False, indent=1) + "\n"


def _json_node(properties: Node) -> dict[str, object]:
    return {
        ("@type" if name == TYPE else name): [_json_value(name, value) for value in values]
        for name, values in properties.items()
    }


def _json_value(name: str, value: Value) -> str | dict[str, str]:
    if isinstance(value, Iri):
        return value.address if name == TYPE else {"@id": value.address}
    if value.language:
        return {"@value": value.text, "@language": value.language}
    return {"@value": value.text, "@type": value.datatype} if value.datatype else {"@value": value.text}
