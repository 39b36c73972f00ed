"""How a user stands to feedback: it is about their own organisation, or about another's."""

from datetime import date

from marketcross.web.core.access.relations import relations_of, resolves
from marketcross.web.core.models import User
from marketcross.web.directory.models import Feedback


@resolves("feedback")
def to_feedback(user: User, key: str, on: date) -> frozenset[str]:
    """As to the service that it is about: nobody decides about feedback on their own organisation."""
    service = Feedback.objects.filter(pk=key).values_list("service", flat=True).first()
    return relations_of(user, "service", str(service), on) if service else frozenset()
