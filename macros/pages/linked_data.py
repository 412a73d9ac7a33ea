"""Structured data (schema.org, JSON-LD) of a record, built from the record and nothing else."""

from typing import Any

from macros.language.speaking import spoken
from macros.model import Kind
from macros.model.base import facts


def linked_data(kind: Kind, record: Any, address: str) -> dict[str, Any]:
    """The properties of a record's page; `address` is root-relative and made absolute by the template."""
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": kind.schema_type,
        "name": record.namn,
        "description": record.sammanfattning,
        "inLanguage": spoken(),
        "identifier": address,
    }
    if kind.schema_type in {"Article", "CreativeWork"}:
        found["headline" if kind.schema_type == "Article" else "alternativeHeadline"] = record.namn
        found["dateModified"] = record.andrad
    is_organization = kind.schema_type == "Organization"
    if is_organization:
        founded = facts(getattr(record, "bildad", None))
        found |= {"foundingDate": str(founded[0].varde)} if founded else {}
        full = getattr(record, "fullt_namn", None)
        found |= {"alternateName": full} if full else {}
    if getattr(record, "webb", None):
        found["sameAs" if is_organization else "url"] = record.webb
    return found
