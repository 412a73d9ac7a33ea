"""The catalogue against the tests' own table of DCAT-AP-SE 3.0.1, read back by an RDF library from all three forms."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from rdflib import RDF, BNode, Graph, Literal, Namespace, URIRef

from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS
from macros.open_data.graph import PREFIXES, full
from macros.open_data.publication import Publication, from_settings
from macros.open_data.write import open_data_files
from tests.cases import PROJECT
from tests.open_data.conftest import ADDRESS, PUBLISHED

Files = Mapping[str, bytes]
DCAT = Namespace(PREFIXES["dcat"])
FORMS = {"rdf": "xml", "ttl": "turtle", "jsonld": "json-ld"}
# Read from the profile's bundle.json: what each class must have (min 1), and what it should have.
MANDATORY = {
    "dcat:Catalog": ["dcterms:title", "dcterms:description", "dcterms:publisher", "dcterms:license", "dcat:dataset"],
    "dcat:Dataset": ["dcterms:title", "dcterms:description", "dcterms:publisher"],
    "dcat:Distribution": ["dcat:accessURL"],
    "dcat:DataService": ["dcterms:title", "dcat:endpointURL"],
    "foaf:Agent": ["foaf:name", "dcterms:type"],
    "vcard:Organization": ["vcard:fn", "vcard:hasEmail"],
}
RECOMMENDED = {
    "dcat:Catalog": [
        "dcterms:issued",
        "dcterms:modified",
        "dcterms:language",
        "foaf:homepage",
        "dcterms:spatial",
        "dcat:themeTaxonomy",
    ],
    "dcat:Dataset": [
        "dcat:contactPoint",
        "dcat:keyword",
        "dcat:theme",
        "dcterms:issued",
        "dcterms:conformsTo",
        "dcterms:spatial",
        "dcterms:temporal",
        "dcterms:accessRights",
    ],
    "dcat:Distribution": ["dcterms:description", "dcterms:format", "dcatap:availability", "dcterms:license"],
    "dcat:DataService": [
        "dcat:endpointDescription",
        "dcat:contactPoint",
        "dcat:keyword",
        "dcterms:license",
        "dcterms:accessRights",
        "dcterms:format",
    ],
    "foaf:Agent": ["foaf:homepage"],
    "vcard:Organization": ["vcard:hasURL"],
}
ONCE = [
    ("dcat:Catalog", "dcterms:publisher"),
    ("dcat:Catalog", "dcterms:license"),
    ("dcat:Dataset", "dcterms:publisher"),
    ("dcat:Distribution", "dcat:accessURL"),
]
LICENCE = "http://creativecommons.org/publicdomain/zero/1.0/"
PAIRS = [(kind, name) for table in (MANDATORY, RECOMMENDED) for kind, names in table.items() for name in names]


@pytest.fixture(scope="session")
def graph(files: Files) -> Graph:
    return Graph().parse(data=files["/data/katalog.rdf"], format="xml")


def _missing(graph: Graph) -> Iterator[str]:
    """What the table asks for and the graph lacks or has too often."""
    for kind, name in PAIRS:
        subjects = set(graph.subjects(RDF.type, URIRef(full(kind))))
        if not subjects:
            yield kind
        for subject in subjects:
            values = list(graph.objects(subject, URIRef(full(name))))
            if not values or ((kind, name) in ONCE and len(values) > 1):
                yield f"{kind} {name}"


def test_the_catalogue_has_everything_that_the_profile_asks_for(graph: Graph) -> None:
    assert list(_missing(graph)) == []


@pytest.mark.parametrize(("kind", "name"), PAIRS, ids=str)
def test_a_missing_property_is_refused(files: Files, kind: str, name: str) -> None:
    changed = Graph().parse(data=files["/data/katalog.ttl"], format="turtle")
    subject = next(iter(changed.subjects(RDF.type, URIRef(full(kind)))))
    changed.remove((subject, URIRef(full(name)), None))
    assert f"{kind} {name}" in set(_missing(changed))


def test_the_three_forms_say_the_same(files: Files, graph: Graph) -> None:
    for ending, form in FORMS.items():
        assert set(Graph().parse(data=files[f"/data/katalog.{ending}"], format=form)) == set(graph), ending


def test_every_node_has_an_absolute_address(graph: Graph) -> None:
    for triple in graph:
        for node in triple:
            assert not isinstance(node, BNode)
            if isinstance(node, URIRef):
                assert urlsplit(str(node)).scheme in {"http", "https", "mailto"}, node


def test_each_collection_is_one_data_set_with_its_files(files: Files, graph: Graph) -> None:
    sets = set(graph.subjects(RDF.type, DCAT.Dataset))
    assert sets == {URIRef(f"{ADDRESS}data/katalog.rdf#{kind.folder}") for kind in KINDS.values()}
    held = {str(url) for url in graph.objects(None, DCAT.downloadURL)}
    tables = {name for name in files if name.endswith(".csv")}
    lists = {f"/data/v1/{kind.folder}.json" for kind in KINDS.values()}
    assert held == {ADDRESS + name.lstrip("/") for name in tables | lists}


def test_sizes_and_checksums_are_those_of_the_files(files: Files, graph: Graph) -> None:
    spdx = Namespace(PREFIXES["spdx"])
    for distribution in graph.subjects(RDF.type, DCAT.Distribution):
        address = str(graph.value(distribution, DCAT.downloadURL)).removeprefix(ADDRESS)
        content = files[f"/{address}"]
        assert int(str(graph.value(distribution, DCAT.byteSize))) == len(content)
        checksum = graph.value(distribution, spdx.checksum)
        assert str(graph.value(checksum, spdx.checksumValue)) == hashlib.sha256(content).hexdigest()


def test_the_addresses_of_the_site_exist(files: Files, graph: Graph) -> None:
    pages = {"", "om/oppna-data/", "om/kontakt/"}
    for node in {str(part) for triple in graph for part in triple if str(part).startswith(ADDRESS)}:
        address = node.removeprefix(ADDRESS).partition("#")[0]
        assert address in pages or f"/{address}" in files or address == "data/katalog.rdf", node


def test_the_licence_is_written_as_the_portal_lists_it(graph: Graph) -> None:
    licences = {str(value) for value in graph.objects(None, URIRef(full("dcterms:license")))}
    assert licences == {LICENCE}


def test_titles_and_descriptions_are_in_swedish_and_english(graph: Graph) -> None:
    for name in ("dcterms:title", "dcterms:description", "dcat:keyword"):
        for subject in set(graph.subjects(URIRef(full(name)), None)):
            texts = list(graph.objects(subject, URIRef(full(name))))
            assert {text.language for text in texts if isinstance(text, Literal)} == {"sv", "en"}, subject
    for title in graph.objects(None, URIRef(full("dcterms:title"))):
        assert len(str(title).split()) < 10


def test_without_a_public_address_there_is_no_catalogue(files_without_address: Files) -> None:
    assert [name for name in files_without_address if "katalog" in name] == []


def test_without_an_address_for_questions_no_contact_is_made_up(bank: Kunskapsbank) -> None:
    bare = Publication("Webbplatsen", "", ADDRESS)
    graph = Graph().parse(data=open_data_files(bank, bare)["/data/katalog.ttl"], format="turtle")
    assert list(graph.subjects(RDF.type, URIRef(full("vcard:Organization")))) == []
    assert list(graph.objects(None, DCAT.contactPoint)) == []


def test_the_environment_wins_over_the_settings() -> None:
    settings = {"site_url": "https://a.se", "extra": {"utgivare": {"namn": "A"}, "adresser": {"epost": "a@a.se"}}}
    site = from_settings(settings, {})
    assert (site.address, site.publisher) == ("https://a.se/", {"epost": "a@a.se", "namn": "A"})
    assert from_settings(settings, {"KUNSKAPSBANK_ADRESS": "https://b.se/x"}).address == "https://b.se/x/"
    assert from_settings({}, {}).address == ""


SCRIPT = """
import hashlib, sys
from pathlib import Path
from macros.loading.load import load
from macros.open_data.write import open_data_files
from tests.open_data.conftest import DUE, HISTORY, PUBLISHED
made = open_data_files(load(Path(sys.argv[1])).bank, PUBLISHED, HISTORY, DUE)
print(hashlib.sha256(repr(sorted(made.items())).encode()).hexdigest())
"""


@pytest.mark.long
def test_another_folder_time_zone_and_order_of_hashing_give_the_same_bytes(files: Files, tmp_path: Path) -> None:
    elsewhere = tmp_path / "en annan mapp"
    elsewhere.symlink_to(PROJECT / "data")
    environment = {**os.environ, "TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7", "PYTHONPATH": str(PROJECT)}
    command = [sys.executable, "-c", SCRIPT, str(elsewhere)]
    done = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest()
    assert PUBLISHED.address.endswith("/kunskap/")


def test_each_collection_says_when_its_own_records_changed(bank: Kunskapsbank) -> None:
    groups = {key: group.model_copy(update={"andrad": "2001-02-03"}) for key, group in bank.grupp.items()}
    older = bank.with_records(grupp=groups)
    made = Graph().parse(data=open_data_files(older, PUBLISHED)["/data/katalog.ttl"], format="turtle")
    modified = URIRef(full("dcterms:modified"))
    days = {
        str(each).partition("#")[2]: str(made.value(each, modified)) for each in made.subjects(RDF.type, DCAT.Dataset)
    }
    assert days.pop("grupper") == "2001-02-03"
    for name, kind in KINDS.items():
        told = [
            getattr(record, "andrad", "") or getattr(record, "hamtad", "") for record in bank.records(name).values()
        ]
        if kind.folder != "grupper" and any(told):
            assert days[kind.folder] == max(map(str, told))
