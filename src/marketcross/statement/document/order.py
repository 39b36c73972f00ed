"""The order in which a provider would read, and the titles of sections whose author gives none."""

TITLES = {
    "message": "Our message",
    "audience": "Who this is for",
    "demand": "People and demand",
    "supply": "What there is now",
    "gap": "The gap",
    "quality": "Quality",
    "money": "Money",
    "workforce": "Workforce",
    "places": "By place",
    "opportunities": "Opportunities",
    "working-with-us": "How we buy and work with you",
    "method": "How this was made",
    "members": "For elected members",
    "contact": "Contact",
    "sources": "Sources",
    "glossary": "Words used",
    "changes": "What changed since the last edition",
    "reconciliation": "What does not agree",
    "evidence": "Evidence",
}
ONE_PAGE = ("message", "members")
# Sections that an author writes; the rest are made by the machine, or from both.
WRITTEN = (
    "message", "audience", "demand", "supply", "gap", "quality", "money", "workforce", "opportunities",
    "working-with-us", "method", "members", "contact", "glossary",
)  # fmt: skip


def position(slug: str) -> tuple[int, str]:
    """Where a section stands; one that nobody has thought of follows the method."""
    order = list(TITLES)
    return (order.index(slug), "") if slug in TITLES else (order.index("method"), slug)


def default_title(slug: str) -> str:
    return TITLES.get(slug, slug.replace("-", " ").capitalize())
