"""Letters and leaflets: one text, and from it a page, a tagged PDF, large print and easy read."""

from .letter import Heading, Letter, Paragraph, Points, Room, Sender, Steps

__all__ = ["Heading", "Letter", "Paragraph", "Points", "Room", "Sender", "Steps"]
