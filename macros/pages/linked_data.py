"""Structured data (schema.org, JSON-LD) of a record, built from the record and nothing else."""

from macros.language.speaking import spoken
from macros.model import Kind
from macros.model.base import Post, facts


def linked_data(kind: Kind, record: Post, address: str) -> dict[str, object]:
    """The properties of a record's page; `address` is root-relative and made absolute by the template."""
    found: dict[str, object] = {
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
    website = getattr(record, "webb", None)
    if website:
        found["sameAs" if is_organization else "url"] = website
    return found
