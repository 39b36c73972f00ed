"""Keys of records."""

import uuid

import uuid_utils.compat


def new_key() -> uuid.UUID:
    """A UUIDv7: unique without asking the database, and in order of time, so that indexes grow at one end."""
    key: uuid.UUID = uuid_utils.compat.uuid7()
    return key
