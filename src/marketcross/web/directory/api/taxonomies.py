"""Our five taxonomies and their terms, from the code lists of the directory: they stand in no table."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from django.utils.translation import override

from marketcross.web.directory.categories import kinds, with_those_below
from marketcross.web.directory.models import Organisation, Service
from marketcross.web.directory.vocabulary import GROUPS

from .ids import taxonomy_id, term_id
from .shapes import Attribute, Taxonomy, TaxonomyTerm

KINDS, AUDIENCES, PAYMENTS, ATTENDANCE = "kinds", "audiences", "payments", "attendance"
ORGANISATIONS = "organisations"
DIRECT_PAYMENTS = "direct-payments"
NAMES = {
    KINDS: ("Kinds of support", "What a person may look for, in plain words."),
    AUDIENCES: ("Who it is for", "Groups of people whom a service is meant for."),
    PAYMENTS: ("Ways to pay", "How a service may be paid for, beside money of one's own."),
    ATTENDANCE: ("Where it happens", "Whether people come to it, or it comes to them."),
    ORGANISATIONS: ("Kinds of organisation", "What sort of body offers a service."),
}
# What an attribute's ``link_type`` says of each taxonomy.
LINKS = {
    KINDS: "service_type",
    AUDIENCES: "intended_audience",
    PAYMENTS: "payment",
    ATTENDANCE: "attending_type",
    ORGANISATIONS: "organization_type",
}


@dataclass(frozen=True, slots=True)
class Term:
    """A term of ours: its taxonomy and code, and how the API shows it."""

    taxonomy: str
    code: str
    shape: TaxonomyTerm


@cache
def terms() -> dict[UUID, Term]:
    """All terms by identifier, in the order of their lists. The names are English whatever the reader's language."""
    with override("en-gb"):
        return {term.shape.id: term for term in _all()}


def _all() -> Iterator[Term]:
    for kind in kinds().values():
        yield _term(KINDS, kind.code, kind.title, ", ".join(kind.words), parent=kind.parent)
    for code, title in GROUPS.items():
        yield _term(AUDIENCES, code, str(title))
    yield _term(PAYMENTS, DIRECT_PAYMENTS, "Accepts direct payments")
    for code, title in Service.Happens.choices:
        yield _term(ATTENDANCE, code, str(title))
    for code, title in Organisation.Kind.choices:
        yield _term(ORGANISATIONS, code, str(title))


def _term(taxonomy: str, code: str, name: str, words: str = "", parent: str = "") -> Term:
    shape = TaxonomyTerm(
        id=term_id(taxonomy, code),
        name=name,
        description=words or name,
        parent_id=term_id(taxonomy, parent) if parent else None,
        taxonomy=NAMES[taxonomy][0],
        taxonomy_id=taxonomy_id(taxonomy),
        term=code,
    )
    return Term(taxonomy, code, shape)


@cache
def taxonomies() -> dict[UUID, Taxonomy]:
    """The taxonomies by identifier, without their terms."""
    return {taxonomy_id(code): Taxonomy(id=taxonomy_id(code), name=n, description=d) for code, (n, d) in NAMES.items()}


def code_of_taxonomy(identifier: UUID) -> str | None:
    """Which of our taxonomies an identifier names."""
    return next((code for code in NAMES if taxonomy_id(code) == identifier), None)


def with_terms(taxonomy: Taxonomy) -> Taxonomy:
    """A taxonomy with all its terms."""
    own = [term.shape for term in terms().values() if term.shape.taxonomy_id == taxonomy.id]
    return taxonomy.model_copy(update={"taxonomy_terms": own})


def kinds_beneath(code: str) -> frozenset[str]:
    """A kind of support and all beneath it."""
    return with_those_below(code)


def attribute(identifier: UUID, taxonomy: str, code: str) -> Attribute:
    """The attribute that says that a term of ours applies. A code that left its list shows as itself."""
    term = terms().get(term_id(taxonomy, code))
    shape = term.shape if term else _term(taxonomy, code, code).shape
    return Attribute(id=identifier, link_type=LINKS[taxonomy], taxonomy_term_id=shape.id, taxonomy_term=shape)
