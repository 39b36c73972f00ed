"""Messages: written from templates, kept as they were sent, sent by a job."""

from .actions import send

__all__ = ["send"]
