"""Numbers that are no claims about the world, each with its pattern (packs/README.md says which they are)."""

import re

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
YEAR = r"(?:19|20)\d\d"
AGE = r"\d{1,3}"
COUNTED = (
    r"(?:people|persons?|adults?|residents?|carers?|homes?|beds?|units?|places?|jobs?|services?|providers?|hours?|"
    r"visits?|weeks?|staff|workers?|households?|clients?|pounds|per\s?cent|of\s+(?:the|all|our|every|people))"
)
PART = (
    r"(?:sections?|tables?|chapters?|pages?|paragraphs?|para|parts?|figures?|appendix|annex|notes?|steps?|schedule|"
    r"regulations?|articles?|clauses?|phases?|lots?|stages?|tiers?|levels?|bands?|grades?|options?|questions?|pillars?|"
    r"priority|priorities|objectives?|standards?|outcomes?|volume|version|edition|issue)"
)
SUFFIX = r"(?:st|nd|rd|th)"
PART_NUMBER = r"\d+(?:\.\d+)*[a-z]?\b"
NOT_COUNTED = rf"(?!\s+{COUNTED})"

# Taken out of a line one after another, before numbers are looked for.
PATTERNS = {
    "addresses and code": r"https?://\S+|\]\([^)]*\)|\S+@\S+|`[^`]*`",
    "the number of a list's entry": r"^\s*\d+[.)]\s",
    "31 March 2021": rf"\b\d{{1,2}}{SUFFIX}?(?:\s+of)?\s+{MONTH}\b(?:\s+{YEAR})?",
    "March 31, 2021": rf"\b{MONTH}\s+\d{{1,2}}{SUFFIX}?\b(?!,?\d)(?:,?\s+{YEAR})?",
    "2019-20": rf"\b{YEAR}\s*[-–/]\s*(?:{YEAR}|\d\d)\b",
    "2020-03-31 and 31/03/2020": r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b",
    "2036": rf"(?<![£\d,.]){YEAR}s?\b(?![,.]\d|%){NOT_COUNTED}",
    "in 2036, people": rf"\b(?:in|by|since|from|to|until|before|after|during|between|and|of|for)\s+{YEAR}\b",
    "9am, 10:30, 24/7": r"\b\d{1,2}(?:[:.]\d\d)?\s*(?:am|pm)\b|\b\d{1,2}:\d\d\b|\b24/7\b",
    "table 1b, sections 4 and 5": rf"\b{PART}\s+{PART_NUMBER}(?:\s*(?:,|and|to|or|–|-)\s*{PART_NUMBER})*",
    "150th": rf"\b\d+{SUFFIX}\b",
    "aged 18 to 64": (
        rf"\b(?:aged?|ages)\s+(?:(?:between|over|under|from|of)\s+)?{AGE}"
        rf"(?:\s*(?:to|and|-|–|or)\s*(?:{AGE}|over|under|older|above))?\b"
    ),
    "65 and over, 85+": (
        rf"\b{AGE}\s+(?:and|or)\s+(?:over|older|above|under|younger|below)\b|\b{AGE}\+|\b{AGE}\s*plus\b"
    ),
    "18-year-olds": rf"\b{AGE}(?:\s*(?:to|-|–)\s*{AGE})?[- ]year[- ]olds?\b|\b{AGE}\s+years\s+old\b",
    "over-65s": r"\b(?:over|under)[- ]\d\ds\b",
    "under 65": rf"\b(?:over|under)\s+\d\d\b(?!\s*[%,.]?\d)(?!\s*%)(?!\s+[a-z]*\s*{COUNTED})",
    "18 to 64 alone in a cell": r"(?<![\d,.])\b[1-9]\d?\s*(?:to|-|–)\s*(?:1[01]|[1-9])\d\b(?=\s*(?:\||$|[:;.,)]))",
    "telephone numbers": r"\b0\d{2,4}[ -]?\d{3}[ -]?\d{3,4}\b",
}
COMPILED = [re.compile(pattern, re.IGNORECASE) for pattern in PATTERNS.values()]
# A capitalised word before it, not at the start of a sentence: Network 3, Housing 21, PCN 4.
IN_A_NAME = re.compile(
    rf"(?:(?<=[a-z] )|(?<=\()|(?<=\| ))[A-Z][\w'’-]*\s+\d{{1,3}}\b{NOT_COUNTED}|(?<!\w)[A-Z]{{2,}}\s+\d{{1,3}}\b"
)
HERE = " \N{BULLET} "


def without_them(line: str) -> str:
    """The line with something in their place that is no number."""
    for pattern in COMPILED:
        line = pattern.sub(HERE, line)
    return IN_A_NAME.sub(HERE, line)
