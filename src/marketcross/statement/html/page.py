"""From the document model to HTML. Jinja escapes every text; nothing from a pack is ever marked as safe."""

import base64
import hashlib
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from marketcross.statement.document.blocks import Chart, Document
from marketcross.statement.styles import style_sheet


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("marketcross.statement.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["kind"] = lambda thing: type(thing).__name__
    environment.filters["drawing"] = drawing
    return environment


def render(document: Document) -> str:
    """The whole page. Its policy lets the browser load nothing and run nothing but its one style sheet."""
    return page("page.html", document=document)


def page(template: str, **things: object) -> str:
    """A template filled in, with the style sheet that we built and the policy that allows it."""
    style = style_sheet()
    return _environment().get_template(template).render(style=Markup(style), policy=policy(style), **things)  # noqa: S704


def policy(style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def drawing(chart: Chart) -> Markup:
    """Our own SVG, as one picture with one name."""
    named = Markup('<svg role="img" focusable="false" aria-label="{}" ').format(chart.alternative)
    return Markup(chart.svg.replace("<svg ", str(named), 1))  # noqa: S704
