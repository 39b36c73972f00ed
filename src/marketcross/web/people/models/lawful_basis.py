"""By what law a person's data is used for one purpose."""

from django.db import models

from .period import Dated, ends_after_start
from .person import Person


class LawfulBasis(Dated):
    """One purpose and its basis, by the codes of ``lawful_bases.yaml``."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="lawful_bases")
    purpose = models.SlugField(max_length=40)

    class Meta:
        constraints = (
            ends_after_start("basis_ends_after_it_starts"),
            models.UniqueConstraint(
                fields=["person", "purpose"], condition=models.Q(ends_on__isnull=True), name="basis_once_a_purpose"
            ),
        )

    def __str__(self) -> str:
        return self.purpose
