"""Who does something: somebody signed in, somebody without an account, or the system itself."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth.models import AnonymousUser

from .models import User
from .models.audit import ActorKind


@dataclass(frozen=True, slots=True)
class Actor:
    """The ``by=`` of every action."""

    kind: str
    id: UUID | None = None

    @classmethod
    def of(cls, user: User | AnonymousUser) -> "Actor":
        return cls(ActorKind.USER, user.pk) if isinstance(user, User) else ANONYMOUS


ANONYMOUS = Actor(ActorKind.ANONYMOUS)
SYSTEM = Actor(ActorKind.SYSTEM)
