"""Who may read advice: everybody."""

from marketcross.web.core.access.rules import Rule, public

from .urls import ADDRESSES

RULES: dict[str, Rule] = {f"directory:{address.name}": public() for address in ADDRESSES}
