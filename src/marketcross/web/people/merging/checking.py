"""Why two records cannot be merged as they stand: every reason at once."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from marketcross.web.core.models import User
from marketcross.web.people.models import Identifier, Person, PersonAccount
from marketcross.web.people.models.identifier import NHS
from marketcross.web.people.queries.standing import visible

from .kinds import open_work_of


def why_not(kept: Person, gone: Person, *, by: UUID | None, on: date, work_decided: bool) -> list[str]:
    """Sentences that say what stands in the way and what to do; none where nothing does."""
    return list(_reasons(kept, gone, by, on, work_decided))


def _reasons(kept: Person, gone: Person, by: UUID | None, on: date, work_decided: bool) -> Iterator[str]:
    if kept.pk == gone.pk:
        yield _("These are one record already. Choose another one.")
        return
    if kept.merged_into_id or gone.merged_into_id:
        yield _("One of the two was merged before. Merge the record that it leads to.")
    if (kept.restricted or gone.restricted) and not _sees_both(by, kept, gone, on):
        yield _("You may not merge these two. Ask somebody who may see both records.")
        return
    if _has_nhs_number(kept) and _has_nhs_number(gone):
        yield _("They have two different NHS numbers. Find out which is right and end the other one first.")
    if kept.died_on and gone.died_on and kept.died_on != gone.died_on:
        yield _("They died on different days. Put the wrong day right first.")
    if all(_has_account(person) for person in (kept, gone)):
        yield _("Both have an account to sign in with. Close one account first.")
    if not work_decided and open_work_of(kept.pk) and open_work_of(gone.pk):
        yield _("Work is open on both records. Say that all of it goes on under the record that is kept, or end one.")


def _sees_both(by: UUID | None, kept: Person, gone: Person, on: date) -> bool:
    user = User.objects.filter(pk=by).first()
    return user is not None and visible(user, on).filter(pk__in=[kept.pk, gone.pk]).count() == len((kept, gone))


def _has_nhs_number(person: Person) -> bool:
    """Two records cannot hold one number, so that two that hold any hold different ones."""
    return Identifier.objects.filter(person=person, system=NHS, set_aside=False, ends_on__isnull=True).exists()


def _has_account(person: Person) -> bool:
    return PersonAccount.objects.filter(person=person, ends_on__isnull=True).exists()
