"""The OpenAPI 3.1 description, made from the very types that read questions and write answers: so it is true."""

from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from . import shapes
from .asking import Page, Question, ServicesAsked, TermsAsked
from .paging import Envelope

_REF = "#/components/schemas/{model}"
_PAGES = {
    "/services": ("services", ServicesAsked, (shapes.ServiceInShort, shapes.Service, shapes.Minimal)),
    "/service_at_locations": (
        "services at locations",
        ServicesAsked,
        (shapes.ServiceAtLocationInShort, shapes.ServiceAtLocation, shapes.Minimal),
    ),
    "/taxonomies": ("taxonomies", Page, (shapes.Taxonomy,)),
    "/taxonomy_terms": ("taxonomy terms", TermsAsked, (shapes.TaxonomyTerm,)),
}
_ONE = {
    "/services/{id}": ("service", shapes.Service),
    "/service_at_locations/{id}": ("service at a location", shapes.ServiceAtLocation),
    "/taxonomies/{id}": ("taxonomy", shapes.Taxonomy),
    "/taxonomy_terms/{id}": ("taxonomy term", shapes.TaxonomyTerm),
}
_ID = {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "format": "uuid"}}
_JSON, _PROBLEM = "application/json", "application/problem+json"


class Trouble(BaseModel):
    """A problem (RFC 9457). ``detail`` says what to do."""

    type: str
    title: str
    status: int
    detail: str


def document(server: str) -> dict[str, Any]:
    """The description with the address at which it is served."""
    return {**_document(), "servers": [{"url": server}]}


@cache
def _document() -> dict[str, Any]:
    paths = {
        "/": _get("What this API is", _ref(shapes.About)),
        "/openapi.json": _get("This description", {"type": "object"}),
    }
    for path, (what, question, items) in _PAGES.items():
        entry = {"anyOf": [_ref(item) for item in items]} if len(items) > 1 else _ref(items[0])
        paths[path] = _get(f"A page of {what}", _page(entry), _parameters(question), (400, 404))
    for path, (what, shape) in _ONE.items():
        paths[path] = _get(f"One {what}", _ref(shape), [_ID], (400, 404))
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Directory of support (Open Referral UK)",
            "version": "3.0",
            "description": "Listed services by HSDS-UK-3.0. Open to all, without a key; for reading only.",
        },
        "paths": paths,
        "components": {"schemas": _schemas()},
    }


def _get(
    summary: str,
    schema: dict[str, Any],
    parameters: list[dict[str, Any]] | None = None,
    problems: tuple[int, ...] = (400,),
) -> dict[str, Any]:
    answers = {
        "200": _said("As asked", schema, _JSON),
        "304": {"description": "What you have (If-None-Match) is current"},
    }
    answers |= {str(status): _said("What to do instead", _ref(Trouble), _PROBLEM) for status in problems}
    name = "".join(word.capitalize() for word in summary.split())
    return {"get": {"operationId": name, "summary": summary, "parameters": parameters or [], "responses": answers}}


def _said(description: str, schema: dict[str, Any], media: str) -> dict[str, Any]:
    headers = {"Access-Control-Allow-Origin": {"schema": {"const": "*"}, "description": "Any page may read this"}}
    return {"description": description, "headers": headers, "content": {media: {"schema": schema}}}


def _ref(shape: type[BaseModel]) -> dict[str, Any]:
    return {"$ref": _REF.format(model=shape.__name__)}


def _page(entry: dict[str, Any]) -> dict[str, Any]:
    numbers = Envelope[shapes.Minimal].model_json_schema(mode="serialization")["properties"]
    contents = {"type": "array", "items": entry}
    return {"type": "object", "properties": {**numbers, "contents": contents}, "required": list(numbers)}


def _parameters(question: type[Question]) -> list[dict[str, Any]]:
    fields = question.model_json_schema()["properties"]
    return [_parameter(name, schema) for name, schema in fields.items()]


def _parameter(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    """A query parameter: absent is absent, never null; lists are written with commas."""
    choices = [choice for choice in schema.pop("anyOf", [schema]) if choice.get("type") != "null"]
    description = schema.pop("description", "")
    said = {key: value for key, value in choices[0].items() if key not in ("title", "default", "description")}
    style = {"style": "form", "explode": False} if said.get("type") == "array" else {}
    return {"name": name, "in": "query", "required": False, "description": description, "schema": said, **style}


def _schemas() -> dict[str, Any]:
    every = [value for value in vars(shapes).values() if isinstance(value, type) and issubclass(value, shapes.Shape)]
    modes = [(shape, "serialization") for shape in [*every, Trouble] if shape is not shapes.Shape]
    _, found = models_json_schema(modes, ref_template=_REF)  # type: ignore[arg-type]
    return {name: _without_null(_always_there(schema)) for name, schema in found["$defs"].items()}


def _always_there(schema: dict[str, Any]) -> dict[str, Any]:
    """A field that has a value where none is given is in every answer."""
    filled = [name for name, field in schema["properties"].items() if field.get("default") is not None]
    return {**schema, "required": [*schema.get("required", []), *filled]}


def _without_null(node: Any) -> Any:
    """What is None is left out of an answer, so no field is ever null."""
    if isinstance(node, list):
        return [_without_null(part) for part in node]
    if not isinstance(node, dict):
        return node
    rest = {key: _without_null(value) for key, value in node.items() if not (key == "default" and value is None)}
    choices = rest.get("anyOf")
    if not choices:
        return rest
    kept = [choice for choice in choices if choice != {"type": "null"}]
    del rest["anyOf"]
    return {**rest, **kept[0]} if len(kept) == 1 else {**rest, "anyOf": kept}
