"""Which account is whose: a person who signs in sees their own record."""

from django.db import models

from marketcross.web.core.models import User

from .period import Dated, ends_after_start
from .person import Person


class PersonAccount(Dated):
    """One user is one person, for a period."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="accounts")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="own_records")

    class Meta:
        constraints = (
            ends_after_start("account_ends_after_it_starts"),
            models.UniqueConstraint(
                fields=["user"], condition=models.Q(ends_on__isnull=True), name="account_is_one_person"
            ),
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(ends_on__isnull=True), name="account_one_of_a_person"
            ),
        )

    def __str__(self) -> str:
        return "account"
