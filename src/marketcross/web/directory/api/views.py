"""The API's addresses: each asks once and answers with a shape."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from pydantic import BaseModel

from . import lists
from .answering import LASTING, answers, identifier
from .asking import Page, Question, ServicesAsked, TermsAsked, asked
from .openapi import document
from .paging import page_of
from .problems import BadQuestion, no_such_address, not_there
from .shapes import About
from .taxonomies import code_of_taxonomy, taxonomies, terms, with_terms

VERSION = "HSDS-UK-3.0"
PROFILE = "https://docs.openreferraluk.org/en/latest/"


@answers(seconds=LASTING)
def about(request: HttpRequest) -> BaseModel:
    """What this is."""
    where = request.build_absolute_uri(reverse("directory:api_openapi"))
    return About(version=VERSION, profile=PROFILE, openapi_url=where)


@answers(seconds=LASTING)
def openapi(request: HttpRequest) -> HttpResponse:
    """The description that programs read."""
    return JsonResponse(document(request.build_absolute_uri(reverse("directory:api")).rstrip("/")))


@answers()
def services(request: HttpRequest) -> BaseModel:
    return lists.services(asked(ServicesAsked, request.GET))


@answers()
def service(request: HttpRequest, key: str) -> BaseModel:
    asked(Question, request.GET)
    return lists.service(identifier(key)) or _missing("service")


@answers()
def service_at_locations(request: HttpRequest) -> BaseModel:
    return lists.service_at_locations(asked(ServicesAsked, request.GET))


@answers()
def service_at_location(request: HttpRequest, key: str) -> BaseModel:
    asked(Question, request.GET)
    return lists.service_at_location(identifier(key)) or _missing("service at a location")


@answers(seconds=LASTING)
def taxonomy_list(request: HttpRequest) -> BaseModel:
    return page_of(list(taxonomies().values()), asked(Page, request.GET), lambda taxonomy: taxonomy)


@answers(seconds=LASTING)
def taxonomy(request: HttpRequest, key: str) -> BaseModel:
    asked(Question, request.GET)
    found = taxonomies().get(identifier(key))
    return with_terms(found) if found else _missing("taxonomy")


@answers(seconds=LASTING)
def term_list(request: HttpRequest) -> BaseModel:
    question = asked(TermsAsked, request.GET)
    if question.taxonomy_id and code_of_taxonomy(question.taxonomy_id) is None:
        raise BadQuestion({"taxonomy_id": "there is no such taxonomy: take one from taxonomies"})
    every = [term.shape for term in terms().values()]
    wanted = [term for term in every if question.taxonomy_id in (None, term.taxonomy_id)]
    return page_of(wanted, question, lambda term: term)


@answers(seconds=LASTING)
def term(request: HttpRequest, key: str) -> BaseModel:
    asked(Question, request.GET)
    found = terms().get(identifier(key))
    return found.shape if found else _missing("taxonomy term")


@answers()
def nowhere(request: HttpRequest, rest: str) -> BaseModel:
    """An address under /api/v3/ that leads nowhere."""
    from .urls import ADDRESSES

    raise no_such_address(ADDRESSES)


def _missing(what: str) -> BaseModel:
    raise not_there(what)
