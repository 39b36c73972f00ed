"""The languages that advice may be written in, and the few fixed words of an article in each."""

from dataclasses import dataclass
from datetime import date

from django.utils import translation
from django.utils.formats import date_format

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Words:
    """What the page itself says around what an editor wrote, in the article's own language."""

    name: str
    a_week: str
    weeks: str
    unchecked: str
    unknown: str
    reviewed: str
    due: str
    law: str
    unchecked_note: str
    by_law: str
    source: str
    easy_read: str
    this_page_in: str
    see_directory: str
    answer: str
    page: str


LANGUAGES: dict[str, Words] = {
    ENGLISH: Words(
        name="English",
        a_week="{} a week",
        weeks="{} weeks",
        unchecked="(not yet checked)",
        unknown="(ask us for this year's amount)",
        reviewed="Last reviewed on {}.",
        due="It was due to be looked at again on {}. Ask us before you rely on it.",
        law="The law behind this page",
        unchecked_note="Some of this was not yet compared with the law. Ask us before you rely on it.",
        by_law="Set by: {}.",
        source="Where we read it: {}.",
        easy_read="Easy read",
        this_page_in="This page in other languages",
        see_directory="{}: ask us, or look in our directory.",
        answer="Talk to us:",
        page="Page",
    ),
    "pl": Words(
        name="Polski",
        a_week="{} tygodniowo",
        weeks="{} tygodni",
        unchecked="(jeszcze niesprawdzone)",
        unknown="(zapytaj nas o tegoroczną kwotę)",
        reviewed="Ostatnio sprawdzono: {}.",
        due="Tę stronę trzeba było sprawdzić ponownie do {}. Zapytaj nas, zanim na niej polegasz.",
        law="Prawo, na którym opiera się ta strona",
        unchecked_note="Części tych informacji nikt jeszcze nie porównał z ustawą. Najpierw zapytaj nas.",
        by_law="Podstawa: {}.",
        source="Źródło: {}.",
        easy_read="Tekst łatwy do czytania",
        this_page_in="Ta strona w innych językach",
        see_directory="{}: zapytaj nas albo zajrzyj do naszego katalogu.",
        answer="Porozmawiaj z nami:",
        page="Strona",
    ),
}  # fmt: skip
CHOICES = [(code, words.name) for code, words in LANGUAGES.items()]


def day_in(language: str, day: date) -> str:
    """The day as people write it in that language."""
    with translation.override(language):
        return str(date_format(day, "j E Y"))
