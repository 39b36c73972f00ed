"""A message as it was sent, as a letter."""

import re

from django.utils import timezone
from django.utils.translation import gettext as _

from marketcross.web.core.models import Message

from .letter import Letter, from_the_council
from .reading import parts_of

# A link that lets its reader in is for its reader: nobody else is shown it, not even from the archive.
WAY_IN = re.compile(r"https?://\S*/sign-in/\S+")


def letter_of(message: Message) -> Letter:
    """The letter that says what ``message`` said, without any link to sign in."""
    body = WAY_IN.sub(_("(the link is not shown)"), message.body)
    on = timezone.localdate(message.at)
    return Letter(message.subject, parts_of(body), from_the_council(), to=(message.to,), on=on)
