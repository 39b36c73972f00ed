"""Keep what somebody said about who they are."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from marketcross.web.core.actions import note
from marketcross.web.core.actor import Actor
from marketcross.web.people.acting import about_person
from marketcross.web.people.equalities import question_named
from marketcross.web.people.models import EqualityAnswer, Person


@about_person("people.equality_answered")
def answer_equality(
    *, by: Actor, at: datetime, person: Person, question: str, answer: str = "", declined: bool = False, on: date
) -> EqualityAnswer:
    """Keep the answer to one question; a later one takes its place, and history keeps both.

    :raises ValidationError: the question has no such answer.
    """
    codes = dict(question_named(question).answers)
    if not declined and answer not in codes:
        raise ValidationError({question: [_("Choose one of the answers")]})
    answer = "" if declined else answer
    held, _made = EqualityAnswer.objects.update_or_create(
        person=person, question=question, defaults={"answer": answer, "declined": declined, "answered_on": on}
    )
    note(held, question=question, answer=answer, declined=declined, answered_on=on)
    return held
