"""Letters and leaflets: one text, and from it a page, a tagged PDF, large print and easy read."""

from .letter import Heading, Letter, Paragraph, Points, Sender

__all__ = ["Heading", "Letter", "Paragraph", "Points", "Sender"]
