"""From what people wanted to counts that may be shown. Nothing else in publishing ever holds a raw count."""

from .counting import Counted, counted
from .months import month_after, whole_months

__all__ = ["Counted", "counted", "month_after", "whole_months"]
