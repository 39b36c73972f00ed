"""Find people by what somebody types. What is found, and what first: docs/method/finding-people.md."""

from .asking import find, find_more
from .keeping import keep

__all__ = ["find", "find_more", "keep"]
