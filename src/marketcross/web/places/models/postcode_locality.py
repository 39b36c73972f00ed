"""That a postcode lies in a locality."""

from django.db import models

from marketcross.web.core.models.record import Record

from .locality import Locality
from .postcode import Postcode


class PostcodeLocality(Record):
    """One postcode in one locality. ``kind`` is its locality's, which a foreign key on both columns makes certain."""

    postcode = models.ForeignKey(Postcode, on_delete=models.CASCADE, related_name="links")
    locality = models.ForeignKey(Locality, on_delete=models.PROTECT, related_name="links")
    kind = models.CharField(max_length=20, choices=Locality.Kind)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["postcode", "kind"], name="postcode_in_one_locality_of_each_kind"),
        )

    def __str__(self) -> str:
        return self.kind
