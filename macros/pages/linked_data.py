"""Structured data (schema.org, JSON-LD) of a record, built from the record and nothing else."""

from typing import Any

from macros.language.speaking import spoken
from macros.model.base import facts

_TYPES = {
    "grupp": "Organization",
    "norm": "CreativeWork",
    "projekt": "Article",
    "samverkansform": "DefinedTerm",
    "framgangsfaktor": "Article",
}


def linked_data(kind: str, record: Any, address: str) -> dict[str, Any]:
    """The properties of a record's page; `address` is root-relative and made absolute by the template."""
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": _TYPES[kind],
        "name": record.namn,
        "description": record.sammanfattning,
        "inLanguage": spoken(),
        "identifier": address,
    }
    if _TYPES[kind] in {"Article", "CreativeWork"}:
        found["headline" if kind == "projekt" else "alternativeHeadline"] = record.namn
        found["dateModified"] = record.andrad
    if kind == "grupp":
        founded = facts(record.bildad)
        found |= {"foundingDate": str(founded[0].varde)} if founded else {}
        found |= {"alternateName": record.fullt_namn} if record.fullt_namn else {}
    if getattr(record, "webb", None):
        found["sameAs" if kind == "grupp" else "url"] = record.webb
    return found
