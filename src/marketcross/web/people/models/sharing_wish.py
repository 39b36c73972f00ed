"""What somebody wants about sharing their information."""

from django.db import models
from django.db.models import Q

from marketcross.web.people.vocabulary import Sharer, Wish

from .period import Dated, ends_after_start
from .person import Person


class SharingWish(Dated):
    """A wish about one kind of reader. The law may still ask us to share; then we say so."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="sharing_wishes")
    about = models.CharField(max_length=12, choices=Sharer)
    wish = models.CharField(max_length=12, choices=Wish)
    words = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = (
            ends_after_start("wish_ends_after_it_starts"),
            models.CheckConstraint(condition=Q(about__in=Sharer.values, wish__in=Wish.values), name="wish_is_known"),
            models.UniqueConstraint(
                fields=["person", "about"], condition=Q(ends_on__isnull=True), name="wish_one_about_each"
            ),
        )

    def __str__(self) -> str:
        return self.about
