"""What must go, and when; what stays because counts rest on it: docs/guides/subject-access.md, ADRs 0152 and 0153.

A context above says in its ``retention.py`` what of its rows stays without words (``stays_nameless``), what goes
(``goes``), and until when it worked with somebody (``worked``).
"""

from .registering import goes, stays_nameless, worked

__all__ = ["goes", "stays_nameless", "worked"]
