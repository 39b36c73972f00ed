"""What a field was: as it was true on a day, and as it was known on a day."""

from .line import FieldHistory, Said, Stretch
from .reading import history_of

__all__ = ["FieldHistory", "Said", "Stretch", "history_of"]
