"""The catalogue of the open data by Sweden's profile DCAT-AP-SE 3.0.1, which data portals fetch.

Source: https://docs.dataportal.se/dcat/3.0.1/sv/ and the rules for harvesting beside it. Every node has an address,
made from the catalogue's own; texts are in Swedish and English. Without a public address there is no catalogue.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS, Kind
from macros.open_data import openapi
from macros.open_data.graph import TYPE, Iri, Literal, Triple, as_jsonld, as_turtle, as_xml, full
from macros.open_data.publication import Publication
from macros.open_data.published import FOLDER
from macros.open_data.statements import statement_models, statements
from macros.open_data.versions import versions
from macros.ord import words

ADDRESS = "/data/katalog"
# Written with http, as the portal lists licences.
LICENCE = Iri("http://creativecommons.org/publicdomain/zero/1.0/")
_EU = "http://publications.europa.eu/resource/authority"
THEMES = Iri(f"{_EU}/data-theme")
THEME = Iri(f"{_EU}/data-theme/GOVE")
SWEDISH = Iri(f"{_EU}/language/SWE")
SWEDEN = Iri(f"{_EU}/country/SWE")
PUBLIC = Iri(f"{_EU}/access-right/PUBLIC")
IRREGULAR = Iri(f"{_EU}/frequency/IRREG")
STABLE = Iri(f"{_EU}/planned-availability/STABLE")
OPENAPI = Iri("https://spec.openapis.org/oas/v3.1.0")
# The file types of the EU and of IANA, by the ending of the file.
FORMATS: Mapping[str, tuple[str, str]] = {
    "json": (f"{_EU}/file-type/JSON", "https://www.iana.org/assignments/media-types/application/json"),
    "csv": (f"{_EU}/file-type/CSV", "https://www.iana.org/assignments/media-types/text/csv"),
}
_PUBLISHER_TYPES = "http://purl.org/adms/publishertype/"
Files = Mapping[str, bytes]
Pairs = Iterator[tuple[str, Iri | Literal]]


@dataclass(frozen=True)
class File:
    """A file of a collection: its address, what kind of table it is (a key of the words), and what it conforms to."""

    address: str
    which: str
    described: str


def catalogue_files(bank: Kunskapsbank, site: Publication, files: Files) -> Mapping[str, str]:
    """The catalogue in three forms; nothing while the site has no public address."""
    if not site.address:
        return {}
    triples = list(catalogue(bank, site, files))
    return {
        f"{ADDRESS}.rdf": as_xml(triples),
        f"{ADDRESS}.ttl": as_turtle(triples),
        f"{ADDRESS}.jsonld": as_jsonld(triples),
    }


def catalogue(bank: Kunskapsbank, site: Publication, files: Files) -> Iterator[Triple]:
    """Every statement of the catalogue; `files` are the files that it describes."""
    made = _Catalogue(bank, site, files)
    yield from made.all()


def collection_files(kind: Kind) -> Iterator[File]:
    """The files of a collection that the catalogue describes."""
    top = f"{FOLDER}/{kind.folder}"
    yield File(f"{top}.json", "lista", f"{top}.schema.json")
    yield File(f"{top}.csv", "tabell", f"{top}.csv-metadata.json")
    if statement_models(kind.model):
        yield File(f"{top}-uppgifter.csv", "uppgifter", f"{top}-uppgifter.csv-metadata.json")


def last_change(records: Mapping[str, object]) -> str:
    """The newest day on which a record of a collection changed; empty when none tells."""
    days = (getattr(record, "andrad", None) or getattr(record, "hamtad", None) for record in records.values())
    return max((day for day in days if day), default="")


def _both(name: str, swedish: str, english: str) -> Pairs:
    yield name, Literal(swedish, "sv")
    yield name, Literal(english, "en")


def _day(text: str) -> Literal:
    return Literal(text, datatype="xsd:date")


class _Catalogue:
    """The parts of the catalogue, which name each other."""

    def __init__(self, bank: Kunskapsbank, site: Publication, files: Files) -> None:
        self.bank, self.site, self.files = bank, site, files
        self.words = words()["oppna_data"]
        self.texts = self.words["katalog"]
        self.base = site.absolute(f"{ADDRESS}.rdf")
        self.publisher = Iri(site.publisher.get("uri") or f"{self.base}#utgivare")
        self.contact = Iri(f"{self.base}#kontakt") if site.publisher.get("epost") else None
        self.service = Iri(f"{self.base}#api")
        changes = (last_change(bank.records(kind)) for kind in KINDS)
        self.changed = max((day for day in changes if day), default=versions()[0].day)

    def all(self) -> Iterator[Triple]:
        """Every statement."""
        yield from self._node(f"{self.base}#katalog", "dcat:Catalog", self._about_catalogue())
        yield from self._node(self.publisher.address, "foaf:Agent", self._about_publisher())
        if self.contact:
            yield from self._node(self.contact.address, "vcard:Organization", self._about_contact())
        yield from self._node(self.service.address, "dcat:DataService", self._about_service())
        for kind in KINDS.values():
            yield from self._node(self._dataset(kind).address, "dcat:Dataset", self._about_dataset(kind))
            yield from self._period(kind)
            for file in collection_files(kind):
                yield from self._node(self._distribution(file).address, "dcat:Distribution", self._about_file(file))
                yield from self._checksum(file)

    def _node(self, subject: str, kind: str, pairs: Pairs) -> Iterator[Triple]:
        yield subject, TYPE, Iri(full(kind))
        for name, value in pairs:
            yield subject, name, value

    def _dataset(self, kind: Kind) -> Iri:
        return Iri(f"{self.base}#{kind.folder}")

    def _distribution(self, file: File) -> Iri:
        return Iri(f"{self.base}#{file.address.rpartition('/')[2]}")

    def _absolute(self, path: str) -> Iri:
        return Iri(self.site.absolute(path))

    def _contact(self) -> Pairs:
        if self.contact:
            yield "dcat:contactPoint", self.contact

    def _about_catalogue(self) -> Pairs:
        yield from _both("dcterms:title", self.texts["titel"], self.texts["titel_en"])
        yield from _both("dcterms:description", self.texts["om"], self.texts["om_en"])
        yield "dcterms:publisher", self.publisher
        yield "dcterms:license", LICENCE
        yield "dcterms:issued", _day(versions()[-1].day)
        yield "dcterms:modified", _day(self.changed)
        yield "dcterms:language", SWEDISH
        yield "dcterms:spatial", SWEDEN
        yield "foaf:homepage", self._absolute("/")
        yield "dcat:themeTaxonomy", THEMES
        yield "dcat:service", self.service
        for kind in KINDS.values():
            yield "dcat:dataset", self._dataset(kind)

    def _about_publisher(self) -> Pairs:
        publisher = self.site.publisher
        yield "foaf:name", Literal(publisher.get("namn") or self.site.name, "sv")
        if publisher.get("namn_en"):
            yield "foaf:name", Literal(publisher["namn_en"], "en")
        yield "dcterms:type", Iri(_PUBLISHER_TYPES + publisher.get("slag", "NonProfitOrganisation"))
        yield "foaf:homepage", self._absolute("/")
        if publisher.get("organisationsnummer"):
            yield "dcterms:identifier", Literal(publisher["organisationsnummer"])

    def _about_contact(self) -> Pairs:
        publisher = self.site.publisher
        yield "vcard:fn", Literal(publisher.get("namn") or self.site.name)
        yield "vcard:hasEmail", Iri(f"mailto:{publisher['epost']}")
        yield "vcard:hasURL", self._absolute("/om/kontakt/")

    def _about_service(self) -> Pairs:
        yield from _both("dcterms:title", self.texts["api"], self.texts["api_en"])
        yield from _both("dcterms:description", self.words["openapi"]["om"], self.texts["api_om_en"])
        yield "dcterms:publisher", self.publisher
        yield "dcat:endpointURL", self._absolute(f"{FOLDER}/index.json")
        yield "dcat:endpointDescription", self._absolute(openapi.ADDRESS)
        yield "dcterms:license", LICENCE
        yield "dcterms:accessRights", PUBLIC
        yield "dcterms:format", Iri(FORMATS["json"][0])
        yield "dcterms:conformsTo", OPENAPI
        yield "dcat:theme", THEME
        yield "dcat:landingPage", self._absolute("/om/oppna-data/")
        yield from self._contact()
        yield from self._keywords()
        for kind in KINDS.values():
            yield "dcat:servesDataset", self._dataset(kind)

    def _keywords(self) -> Pairs:
        for swedish, english in self.texts["nyckelord"].items():
            yield from _both("dcat:keyword", swedish, english)

    def _about_dataset(self, kind: Kind) -> Pairs:
        shown, newest = self.words["samlingar"][kind.folder], versions()[0]
        yield from _both("dcterms:title", shown["namn"], shown["en"])
        yield from _both("dcterms:description", f"{shown['om']}.", f"{shown['om_en']}.")
        yield "dcterms:publisher", self.publisher
        yield "dcterms:license", LICENCE
        yield "dcterms:identifier", Literal(self._dataset(kind).address)
        yield "dcterms:issued", _day(versions()[-1].day)
        yield "dcterms:modified", _day(last_change(self.bank.records(kind.name)) or self.changed)
        yield "dcterms:conformsTo", self._absolute(f"{FOLDER}/{kind.folder}.schema.json")
        yield "dcterms:language", SWEDISH
        yield "dcterms:spatial", SWEDEN
        yield "dcterms:temporal", Iri(f"{self.base}#{kind.folder}-tid")
        yield "dcterms:accessRights", PUBLIC
        yield "dcterms:accrualPeriodicity", IRREGULAR
        yield "dcat:theme", THEME
        yield "dcat:version", Literal(newest.number)
        yield "adms:versionNotes", Literal(newest.text, "sv")
        yield "dcat:landingPage", self._absolute("/om/oppna-data/")
        yield from self._contact()
        yield from self._keywords()
        for file in collection_files(kind):
            yield "dcat:distribution", self._distribution(file)

    def _period(self, kind: Kind) -> Iterator[Triple]:
        """From the earliest year that a statement speaks of to the newest change."""
        fields = tuple(statement_models(kind.model))
        records = [record.model_dump(mode="json") for record in self.bank.records(kind.name).values()]
        found = (said for record in records for said in statements(record, fields))
        years = [said.year[:4] for said in found if said.year]
        end = last_change(self.bank.records(kind.name)) or self.changed
        about = {"dcat:startDate": _day(f"{min(years)}-01-01" if years else end), "dcat:endDate": _day(end)}
        yield from self._node(f"{self.base}#{kind.folder}-tid", "dcterms:PeriodOfTime", iter(about.items()))

    def _about_file(self, file: File) -> Pairs:
        ending = file.address.rpartition(".")[2]
        kind, media = FORMATS[ending]
        texts = self.texts["filer"][file.which]
        yield from _both("dcterms:title", texts["titel"], texts["titel_en"])
        yield from _both("dcterms:description", texts["om"], texts["om_en"])
        yield "dcat:accessURL", self._absolute(file.address)
        yield "dcat:downloadURL", self._absolute(file.address)
        yield "dcterms:format", Iri(kind)
        yield "dcat:mediaType", Iri(media)
        yield "dcterms:license", LICENCE
        yield "dcterms:language", SWEDISH
        yield "dcterms:conformsTo", self._absolute(file.described)
        yield "dcterms:modified", _day(self.changed)
        yield "dcatap:availability", STABLE
        yield "dcat:byteSize", Literal(str(len(self.files[file.address])), datatype="xsd:nonNegativeInteger")
        yield "spdx:checksum", Iri(f"{self._distribution(file).address}-sha256")
        yield "dcat:accessService", self.service

    def _checksum(self, file: File) -> Iterator[Triple]:
        subject = f"{self._distribution(file).address}-sha256"
        value = Literal(hashlib.sha256(self.files[file.address]).hexdigest(), datatype="xsd:hexBinary")
        algorithm = Iri(full("spdx:checksumAlgorithm_sha256"))
        about: dict[str, Iri | Literal] = {"spdx:algorithm": algorithm, "spdx:checksumValue": value}
        yield from self._node(subject, "spdx:Checksum", iter(about.items()))
