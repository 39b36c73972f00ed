"""What an action refused goes back to its form, each sentence beside its field."""

from collections.abc import Callable

from django import forms
from django.core.exceptions import ValidationError


def refused(form: forms.Form, act: Callable[[], object]) -> bool:
    """Do ``act``; whether it was refused, and then the form says why. A field that the form lacks speaks for all."""
    try:
        act()
    except ValidationError as problem:
        told = problem.message_dict if hasattr(problem, "error_dict") else {"": problem.messages}
        for name, sentences in told.items():
            form.add_error(name if name in form.fields else next(iter(form.fields)), sentences)
        return True
    return False
