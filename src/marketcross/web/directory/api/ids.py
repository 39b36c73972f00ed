"""Identifiers that stay: each is made from the key above it and from what the thing says."""

from uuid import UUID, uuid5

# The root of all our term identifiers, the same in every council: never change it.
OURS = UUID("5d4c6f0e-8a36-5e0b-9c8e-2f8b7d1a4c10")


def beneath(parent: UUID, kind: str, *said: object) -> UUID:
    """The identifier of a thing of a service or organisation, such as ``beneath(service, "schedule", 1, "09:00")``."""
    return uuid5(parent, "\x1f".join([kind, *map(str, said)]))


def taxonomy_id(code: str) -> UUID:
    """The identifier of one of our taxonomies."""
    return beneath(OURS, "taxonomy", code)


def term_id(taxonomy: str, code: str) -> UUID:
    """The identifier of a term of one of our taxonomies."""
    return beneath(OURS, "term", taxonomy, code)


def place_id(service: UUID, postcode: str, name: str, address: str) -> UUID:
    """The identifier of a service at a place (service_at_location)."""
    return beneath(service, "service_at_location", postcode, name, address or name)
