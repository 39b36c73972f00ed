"""Where somebody lives, stays, or gets letters."""

from django.db import models
from django.db.models import Q

from marketcross.web.people.vocabulary import AddressKind

from .period import Dated, ends_after_start, one_at_a_time
from .person import Person


class Address(Dated):
    """One address. ``postcode`` as ``places`` writes it ("ZX1 0AA"), known there or not; it may be empty.

    Its localities are looked up in ``places`` when they are asked for, so that a new directory of postcodes needs no
    rewriting here. Somebody without a fixed address may say in ``lines`` where they are usually found.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="addresses", db_index=False)
    kind = models.CharField(max_length=16, choices=AddressKind)
    lines = models.CharField(max_length=400, blank=True, help_text="House, street and town, with commas or line ends.")
    postcode = models.CharField(max_length=8, blank=True)

    class Meta:
        constraints = (
            ends_after_start("address_ends_after_it_starts"),
            models.CheckConstraint(condition=Q(kind__in=AddressKind.values), name="address_kind_is_known"),
            models.CheckConstraint(
                condition=Q(kind="no_fixed_address") | ~Q(lines="") | ~Q(postcode=""), name="address_says_where"
            ),
            models.CheckConstraint(
                condition=Q(postcode="") | Q(postcode__regex=r"^([A-Z]{1,2}[0-9][A-Z0-9]?|GIR|NPT) [0-9][A-Z]{2}$"),
                name="address_postcode_is_well_formed",
            ),
            one_at_a_time("address_one_home_at_a_time", where=Q(kind__in=["home", "no_fixed_address"])),
        )
        indexes = (
            models.Index(fields=["person", "kind"], name="address_by_person"),
            models.Index(fields=["postcode"], condition=~Q(postcode=""), name="address_by_postcode"),
        )

    def __str__(self) -> str:
        return self.kind
