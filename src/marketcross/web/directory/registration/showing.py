"""What the register says of a place, in words."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from marketcross.opendata.cqc import KeyQuestion, Rated, Rating
from marketcross.web.directory.models import Registration, RegistrationMatch

from .kept import location_of, ratings_of

RATINGS = {
    Rating.OUTSTANDING: lazy("Outstanding"),
    Rating.GOOD: lazy("Good"),
    Rating.REQUIRES_IMPROVEMENT: lazy("Requires improvement"),
    Rating.INADEQUATE: lazy("Inadequate"),
}
QUESTIONS = {
    KeyQuestion.SAFE: lazy("Is it safe?"),
    KeyQuestion.EFFECTIVE: lazy("Does it work well for people?"),
    KeyQuestion.CARING: lazy("Is it caring?"),
    KeyQuestion.RESPONSIVE: lazy("Does it meet people's needs?"),
    KeyQuestion.WELL_LED: lazy("Is it well led?"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A place of the register as a page shows it; ``confirmed``: staff saw that it is the service's own."""

    registration: Registration
    confirmed: bool

    @property
    def report_page(self) -> str:
        return location_of(self.registration).report_page

    @property
    def left_on(self) -> str:
        """The day on which it left the register; empty while it is there."""
        return _day(self.registration.deregistered_on)

    @property
    def read_on(self) -> str:
        return _day(self.registration.read_on)

    @property
    def inherited(self) -> bool:
        return bool(self.registration.inherited and self.registration.rating)

    @property
    def rows(self) -> list[dict[str, str]]:
        """What the register says, in the order in which people ask it."""
        kept, ratings = self.registration, ratings_of(self.registration)
        said = [
            (_("On the register as"), ", ".join(filter(None, (kept.name, kept.postcode)))),
            (_("Run by"), kept.provider_name),
            (_("Since"), _day(kept.registered_on)),
            (_("It may give"), "; ".join(kept.activities or ())),
            (_("Beds"), str(kept.beds or "")),
            (_("CQC rating"), _rated(ratings.overall) or _("No rating that we know of")),
            *((str(QUESTIONS[question]), _rated(rated)) for question, rated in ratings.questions.items()),
        ]
        return [{"key": key, "value": value} for key, value in said if value]


def shown(service: UUID, *, confirmed_only: bool = True) -> Shown | None:
    """What the register says of a service's place; None where it has none, or none that staff confirmed."""
    match = RegistrationMatch.objects.filter(service=service).select_related("registration").first()
    if match is None or (confirmed_only and match.confirmed_on is None):
        return None
    return Shown(match.registration, match.confirmed_on is not None)


def _rated(rated: Rated | None) -> str:
    if rated is None:
        return ""
    words = str(RATINGS[rated.rating])
    return _("%(rating)s, on %(day)s") % {"rating": words, "day": _day(rated.on)} if rated.on else words


def _day(day: object) -> str:
    return date_format(day, "j F Y") if day else ""  # type: ignore[arg-type]
