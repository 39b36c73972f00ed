"""From a description to SVG. The engine starts once in a process, and a chart drawn before is not drawn again."""

import json
import re
from functools import cache, lru_cache
from typing import Any
from xml.etree import ElementTree  # reads only what our own engine drew

import vl_convert

from marketcross.statement.styles import FONTS, built

VEGA_LITE = "6.4"
SVG = "http://www.w3.org/2000/svg"
ElementTree.register_namespace("", SVG)


def svg(spec: dict[str, Any], prefix: str) -> str:
    """SVG for a page that holds many: its ids start with ``prefix``, and nothing inside it has a role of its own."""
    root = ElementTree.fromstring(_drawn(json.dumps(spec, sort_keys=True)))  # noqa: S314
    for element in root.iter():
        for name, value in list(element.attrib.items()):
            if name == "role" or name.startswith("aria-") or name == "class":
                del element.attrib[name]
            elif name == "id":
                element.set(name, f"{prefix}-{value}")
            else:
                element.set(name, re.sub(r"url\(#([^)]+)\)", rf"url(#{prefix}-\1)", value))
    return ElementTree.tostring(root, encoding="unicode")


@lru_cache(maxsize=256)
def _drawn(spec: str) -> str:
    _register_fonts()
    return vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE, allowed_base_urls=[])


@cache
def _register_fonts() -> None:
    """The same letters measured on every machine."""
    vl_convert.register_font_directory(str(built(FONTS)))
