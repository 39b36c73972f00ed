"""Ways for a message to leave: the council's mail server, GOV.UK Notify, or nowhere (kept and shown)."""

import base64
import hashlib
import hmac
import json
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from typing import Protocol
from urllib.parse import unquote, urlsplit
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from marketcross.web.core.models import Message


class CannotSendError(Exception):
    """A message that did not leave; the job tries again."""


class Backend(Protocol):
    """Sends one message or raises CannotSendError."""

    def send(self, message: Message) -> None: ...


class Mail:
    """The council's own mail server, from ``smtp://user:password@host:port``; always with TLS."""

    def __init__(self, address: str) -> None:
        self.parts = urlsplit(address)

    def send(self, message: Message) -> None:
        connection = get_connection(
            "django.core.mail.backends.smtp.EmailBackend",
            host=self.parts.hostname,
            port=self.parts.port or 587,
            username=unquote(self.parts.username or ""),
            password=unquote(self.parts.password or ""),
            use_tls=True,
            timeout=20,
        )
        sender = settings.DEFAULT_FROM_EMAIL
        mail = EmailMessage(message.subject, message.body, sender, [message.to], connection=connection)
        try:
            mail.send()
        except OSError as error:
            raise CannotSendError(type(error).__name__) from error


class Notify:
    """GOV.UK Notify. Its key is ``name-service-secret``; both templates hold ``((subject))`` and ``((body))``.

    ``templates`` names the template of each channel, ``address`` where Notify answers.
    """

    def __init__(self, key: str, *, templates: Mapping[str, UUID], address: str) -> None:
        self.service, self.secret = key[-73:-37], key[-36:]
        self.templates, self.address = templates, address

    def _token(self) -> str:
        head = self._part({"typ": "JWT", "alg": "HS256"})
        body = self._part({"iss": self.service, "iat": int(time.time())})
        signed = hmac.new(self.secret.encode(), head + b"." + body, hashlib.sha256).digest()
        return b".".join((head, body, base64.urlsafe_b64encode(signed).rstrip(b"="))).decode()

    @staticmethod
    def _part(content: dict[str, object]) -> bytes:
        return base64.urlsafe_b64encode(json.dumps(content).encode()).rstrip(b"=")

    def send(self, message: Message) -> None:
        kind, field = ("sms", "phone_number") if message.channel == "text" else ("email", "email_address")
        content = {
            field: message.to,
            "template_id": str(self.templates[message.channel]),
            "personalisation": {"subject": message.subject, "body": message.body},
            "reference": str(message.pk),  # the same message sent twice is recognised
        }
        request = urllib.request.Request(  # noqa: S310 - the address is ours
            f"{self.address}/v2/notifications/{kind}",
            data=json.dumps(content).encode(),
            headers={"Authorization": f"Bearer {self._token()}", "Content-Type": "application/json"},
        )
        try:
            urllib.request.urlopen(request, timeout=20).close()  # noqa: S310
        except urllib.error.HTTPError as error:
            raise CannotSendError(f"GOV.UK Notify answered {error.code}") from error
        except OSError as error:
            raise CannotSendError(type(error).__name__) from error


def backend_for(message: Message) -> Backend | None:
    """How ``message`` leaves in this installation; None where it is only kept and shown."""
    environment = settings.ENVIRONMENT
    templates = {"email": environment.notify_email_template, "text": environment.notify_text_template}
    if environment.notify_key and message.channel in templates:
        key, address = environment.notify_key.get_secret_value(), environment.notify_address
        return Notify(key, templates=templates, address=address)
    if environment.email_url and message.channel == "email":
        return Mail(environment.email_url.get_secret_value())
    return None
