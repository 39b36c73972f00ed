"""The tables of advice, one idea a file."""

from .index import AdviceIndex
from .loaded import LoadedPage
from .page import AdvicePage
from .second_reading import SecondReading
from .topic import Topic

__all__ = ["AdviceIndex", "AdvicePage", "LoadedPage", "SecondReading", "Topic"]
