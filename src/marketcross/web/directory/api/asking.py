"""What may be asked of each list, and what is wrong with a question, all at once and by the parameter's name."""

from datetime import UTC, datetime, time
from typing import Annotated, Any, Literal, TypeVar
from uuid import UUID

from django.http import QueryDict
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import ErrorDetails, PydanticCustomError

from marketcross.web.places.queries import normal_postcode

from .mapping import DAYS
from .problems import BadQuestion

MOST_A_PAGE, USUAL_PAGE, MOST_MINIMAL = 500, 50, 50_000
_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_BY_NAME = dict(zip(_NAMES, DAYS, strict=True)) | {name[:3]: day for name, day in zip(_NAMES, DAYS, strict=True)}


def _day(value: object) -> object:
    return _BY_NAME.get(str(value).strip().casefold(), str(value).strip().upper())


def _postcode(value: str) -> str:
    if normal := normal_postcode(value):
        return normal
    raise PydanticCustomError("postcode", "write a full postcode, such as ZX1 0AA")


def _aware(value: datetime) -> datetime:
    """A moment without a zone is in UTC. One that no calendar holds once turned to UTC is refused."""
    try:
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
    except OverflowError:
        raise PydanticCustomError("moment", "write a moment after the year 1 and before the year 9999") from None


def _terms(value: object) -> object:
    return [part.strip() for part in value.split(",")] if isinstance(value, str) else value


Whole = Annotated[int, Field(strict=False)]
AgeAsked = Annotated[float, Field(ge=0, le=150, allow_inf_nan=False)]
Clock = Annotated[time, AfterValidator(lambda value: value.replace(tzinfo=None))]


class Question(BaseModel):
    """What may be asked. Of a single entry: nothing, so that every parameter is named as unknown."""

    model_config = ConfigDict(extra="forbid")


class Page(Question):
    """Which page of a list."""

    page: Annotated[Whole, Field(ge=1, le=10_000_000, description="The page's number, from 1.")] = 1
    per_page: Annotated[
        Whole | None,
        Field(ge=1, le=MOST_MINIMAL, description=f"Entries a page: {USUAL_PAGE} unless told, {MOST_A_PAGE} at most."),
    ] = None

    @property
    def size(self) -> int:
        return self.per_page or USUAL_PAGE

    @model_validator(mode="after")
    def _within_limits(self) -> "Page":
        most = MOST_MINIMAL if getattr(self, "minimal", False) else MOST_A_PAGE
        if (self.per_page or 0) > most:
            raise PydanticCustomError("per_page", "per_page: {most} at most", {"most": most})
        return self


class TermsAsked(Page):
    """Which terms."""

    taxonomy_id: Annotated[UUID | None, Field(description="Only terms of this taxonomy.")] = None


class ServicesAsked(Page):
    """Which services. All filters narrow."""

    search: Annotated[
        str | None, Field(max_length=200, description="Words that are all in the name, description or organisation.")
    ] = None
    taxonomy_term_id: Annotated[
        list[UUID] | None,
        BeforeValidator(_terms),
        Field(max_length=50, description="A term, or several with commas between: any of them, or a term beneath."),
    ] = None
    taxonomy_id: Annotated[UUID | None, Field(description="Any term of this taxonomy.")] = None
    organization_id: Annotated[UUID | None, Field(description="What this organisation offers.")] = None
    minimum_age: Annotated[AgeAsked | None, Field(description="The service's youngest age is this or higher.")] = None
    maximum_age: Annotated[AgeAsked | None, Field(description="The service's oldest age is this or lower.")] = None
    age: Annotated[AgeAsked | None, Field(description="A person of this age may come.")] = None
    day: Annotated[
        Literal["MO", "TU", "WE", "TH", "FR", "SA", "SU"] | None,
        BeforeValidator(_day),
        Field(description="It has hours on this day: MO to SU, or the day's English name."),
    ] = None
    start_time: Annotated[Clock | None, Field(description="It has hours that begin at this time (HH:MM) or later.")] = (
        None
    )
    end_time: Annotated[Clock | None, Field(description="It has hours that end by this time (HH:MM).")] = None
    free: Annotated[
        bool | None, Field(description="It costs nothing; false: it costs something, or one has to ask.")
    ] = None
    postcode: Annotated[
        str | None, AfterValidator(_postcode), Field(max_length=20, description="People at this postcode may use it.")
    ] = None
    proximity: Annotated[
        float | None,
        Field(
            ge=0, le=1_000_000, allow_inf_nan=False, description="With postcode: it has a place within so many metres."
        ),
    ] = None
    modified_after: Annotated[
        datetime | None,
        AfterValidator(_aware),
        Field(description="Changed at this moment or later; without a zone: UTC."),
    ] = None
    full: Annotated[bool, Field(description="Entries with everything that belongs to them.")] = False
    minimal: Annotated[bool, Field(description=f"Only id and last_modified, {MOST_MINIMAL} a page.")] = False

    @property
    def size(self) -> int:
        return self.per_page or (MOST_MINIMAL if self.minimal else USUAL_PAGE)

    @model_validator(mode="after")
    def _together(self) -> "ServicesAsked":
        if self.proximity is not None and self.postcode is None:
            raise PydanticCustomError("proximity", "proximity needs a postcode to measure from")
        if self.full and self.minimal:
            raise PydanticCustomError("minimal", "full and minimal exclude each other: choose one")
        return self


Asked = TypeVar("Asked", bound=Question)


def asked(model: type[Asked], query: QueryDict) -> Asked:
    """Read a question.

    :raises BadQuestion: parameters that we do not know, that stand twice, or that say what cannot be: all of them.
    """
    wrong = {name: "stands more than once: give it once" for name, values in query.lists() if len(values) > 1}
    try:
        question = model.model_validate({name: value for name, value in query.items() if value != ""})
    except ValidationError as error:
        wrong |= {_where(e): _words(model, e) for e in error.errors(include_url=False, include_context=True)}
        raise BadQuestion(wrong) from None
    if wrong:
        raise BadQuestion(wrong)
    return question


def _where(error: ErrorDetails) -> str:
    return str(error["loc"][0]) if error["loc"] else str(error["type"])


def _words(model: type[BaseModel], error: ErrorDetails) -> str:
    if error["type"] == "extra_forbidden":
        return f"is no parameter here. There are: {', '.join(model.model_fields) or 'none'}"
    said: Any = error["msg"]
    return f"{said[0].lower()}{said[1:]}"
