"""Who may use the core's own addresses."""

from .access.rules import public

RULES = {
    "core:health": public(),
    "core:ready": public(),
    "core:home": public(),
}
