"""Somebody who signs in: a resident, a helper, or staff."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower

from .record import Record


class UserManager(BaseUserManager["User"]):
    """Makes users; only actions and the demo's maker call it."""

    def create_user(self, email: str, name: str, password: str | None = None, **more: Any) -> "User":
        user = self.model(email=email.strip().lower(), name=name, **more)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").strip().lower())


class User(Record, AbstractBaseUser, PermissionsMixin):
    """An account. What it may do comes from role assignments, never from Django's staff flags."""

    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)
    directory_id = models.CharField(max_length=255, blank=True, help_text="The subject in the council's own directory.")

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ("name",)
    objects = UserManager()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="user_email_in_small_letters"),
            models.UniqueConstraint(
                fields=["directory_id"], condition=~models.Q(directory_id=""), name="user_directory_id_once"
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def is_staff(self) -> bool:
        """Wagtail and Django ask for this; the answer is the role."""
        return self.has_role("editor", "administrator")

    def has_role(self, *roles: str) -> bool:
        """Whether any of ``roles`` is assigned today."""
        return bool(self.current_roles & set(roles))

    @property
    def current_roles(self) -> frozenset[str]:
        """The roles in force now; read once a request, since a user object lives no longer than that."""
        if not hasattr(self, "_current_roles"):
            from marketcross.web.core.queries import roles_of

            self._current_roles = roles_of(self)
        return self._current_roles
