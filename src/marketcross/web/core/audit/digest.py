"""Keyed digests: they prove that a value was what somebody says it was, and tell nobody what it was."""

import hashlib
import hmac
import json
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder


def canonical(value: Any) -> bytes:
    """One spelling for each value: JSON with sorted keys and no spare spaces."""
    return json.dumps(value, cls=DjangoJSONEncoder, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def digest(record_id: str, field: str, value: Any) -> str:
    """A field's keyed digest; the record's key is in it, so that equal values of two people do not look equal."""
    key = settings.ENVIRONMENT.audit_key.get_secret_value().encode()
    return hmac.new(key, b"\0".join((record_id.encode(), field.encode(), canonical(value))), hashlib.sha256).hexdigest()
