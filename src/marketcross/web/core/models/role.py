"""Which roles somebody holds and which team they work in, from when until when."""

from django.db import models
from django.db.models import F, Q

from .record import Record
from .user import User


class Role(models.TextChoices):
    """The parts that people play. What each may do stands in ``access`` files, on one page and in one test."""

    RESIDENT = "resident", "Resident"
    CARER = "carer", "Carer"
    REPRESENTATIVE = "representative", "Advocate or other representative"
    PRACTITIONER = "practitioner", "Practitioner"
    OUTSIDE_HELPER = "outside_helper", "Outside helper"
    LINK_WORKER = "link_worker", "Link worker"
    BROKER = "broker", "Broker"
    FINANCE_OFFICER = "finance_officer", "Finance officer"
    PANEL_MEMBER = "panel_member", "Panel member"
    COMMISSIONER = "commissioner", "Commissioner"
    ANALYST = "analyst", "Analyst"
    PROVIDER = "provider", "Provider"
    MODERATOR = "moderator", "Moderator for a user-led organisation"
    EDITOR = "editor", "Editor"
    AUDITOR = "auditor", "Auditor"
    ADMINISTRATOR = "administrator", "Administrator"


# Roles of people who are not staff: they sign in by a link and a second factor, and never without one.
OUTSIDE = frozenset({Role.RESIDENT, Role.CARER, Role.REPRESENTATIVE})


class RoleAssignment(Record):
    """One role of one user for a period ``[starts_on, ends_on)``; open-ended where ``ends_on`` is null."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="role_assignments")
    role = models.CharField(max_length=20, choices=Role)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gt=F("starts_on")), name="role_ends_after_it_starts"
            ),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="role_is_known"),
        )

    def __str__(self) -> str:
        return f"{self.get_role_display()}"


class Team(Record):
    """People who share their work; access rules ask whether two users are in the same one."""

    name = models.CharField(max_length=120, unique=True)

    def __str__(self) -> str:
        return self.name


class TeamMembership(Record):
    """One user in one team for a period ``[starts_on, ends_on)``."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="team_memberships")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="memberships")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gt=F("starts_on")),
                name="membership_ends_after_it_starts",
            ),
        )

    def __str__(self) -> str:
        return f"{self.team}"
