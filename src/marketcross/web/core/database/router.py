"""One database seen through three roles: pages use ``default``, migrations ``owner``, reports ``reader``."""

from typing import Any


class OneDatabase:
    """Migrations run only as the owner; every connection sees the same rows, so relations are always allowed."""

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == "owner"

    def allow_relation(self, one: Any, other: Any, **hints: Any) -> bool:
        return True
