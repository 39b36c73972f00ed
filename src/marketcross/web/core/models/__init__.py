"""The core's tables, one idea a file."""

from .audit import AuditEvent, AuditSeal
from .draft import AnonymousDraft
from .event import Delivery, EventRecord
from .history import History
from .message import Message
from .role import RoleAssignment, Team, TeamMembership
from .throttle import Attempt
from .upload import Upload
from .user import User

__all__ = [
    "AnonymousDraft",
    "Attempt",
    "AuditEvent",
    "AuditSeal",
    "Delivery",
    "EventRecord",
    "History",
    "Message",
    "RoleAssignment",
    "Team",
    "TeamMembership",
    "Upload",
    "User",
]
