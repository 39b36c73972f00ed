"""Take in a person whom another installation hands over: checked as a whole, judged by a person, all or nothing."""

from .reading import BadFile, Reading, read
from .taking_in import look_alikes, take_in

__all__ = ["BadFile", "Reading", "look_alikes", "read", "take_in"]
