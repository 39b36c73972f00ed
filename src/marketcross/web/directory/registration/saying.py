"""Keep the number that a provider gave of the location that carries a service."""

from marketcross.web.directory.models import RegistrationMatch, Service

from .rule import normal_number


def say_location(service: Service, number: str) -> None:
    """Keep the number that a provider gave; for use inside an action. Another number than before waits for staff."""
    kept = RegistrationMatch.objects.filter(service=service).first()
    number = normal_number(number)
    if kept and kept.registration_id == number:
        return
    if kept:
        kept.delete()
    if number:
        RegistrationMatch.objects.create(service=service, registration_id=number)
