"""Who may use the core's own addresses."""

from .access.rules import public, signed_in

RULES = {
    "core:home": public(),
    "core:health": public(),
    "core:ready": public(),
    "core:council_css": public(),
    "core:council_logo": public(),
    "core:sign_in": public(),
    "core:ask_for_link": public(),
    "core:sign_in_by_link": public(),
    "core:second_step": public(),
    "core:second_factor": public(),
    "core:sign_out": public(),
    "core:account": signed_in(),
}
