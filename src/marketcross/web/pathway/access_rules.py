"""Who may use the pathway's addresses: saying what matters needs no account."""

from marketcross.web.core.access.rules import public

RULES = {
    "pathway:what_matters": public(),
    "pathway:question": public(posts=600),  # a library full of people shares one address
    "pathway:answers": public(),
    "pathway:answers_letter": public(),
    "pathway:answers_pdf": public(),
    "pathway:leaflet": public(),
    "pathway:leaflet_pdf": public(),
}
