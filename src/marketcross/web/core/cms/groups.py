"""Wagtail decides by Django's groups; ours decide by roles. At each sign-in the roles win."""

from django.contrib.auth.models import Group

from marketcross.web.core.models import User
from marketcross.web.core.models.role import Role

GROUPS = {Role.EDITOR: ("Editors", "Moderators")}  # Wagtail's own names: who writes, who publishes


def give_editors_their_groups(user: User) -> None:
    """Put ``user`` into Wagtail's groups for the roles of today, and out of all others."""
    names = {name for role, names in GROUPS.items() if user.has_role(role) for name in names}
    user.groups.set(Group.objects.filter(name__in=names))
