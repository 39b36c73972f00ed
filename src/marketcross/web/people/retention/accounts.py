"""The account of somebody who is erased: it names nobody and opens nothing any more."""

from uuid import UUID

from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from marketcross.web.core.models import History, Upload, User
from marketcross.web.core.models.role import OUTSIDE
from marketcross.web.people.models import PersonAccount


def close_accounts(people: list[UUID]) -> None:
    """Empty the accounts that are theirs alone. A member of staff keeps theirs: it is the council's."""
    owned = PersonAccount.objects.filter(person__in=people).values_list("user", flat=True)
    for user in User.objects.filter(pk__in=list(owned)):
        if set(user.role_assignments.values_list("role", flat=True)) <= OUTSIDE:
            _empty(user)


def _empty(user: User) -> None:
    """Files go with their rows at once, and from the disk with the nightly sweep of files that no row names."""
    for device in (StaticDevice, TOTPDevice):
        device.objects.filter(user=user).delete()
    Upload.objects.filter(owner=user).delete()
    History.objects.filter(record_kind="core.user", record_id=str(user.pk)).delete()
    user.name, user.email, user.directory_id, user.is_active = "(erased)", f"{user.pk}@erased.invalid", "", False
    user.set_unusable_password()
    user.save(update_fields=["name", "email", "directory_id", "is_active", "password"])
