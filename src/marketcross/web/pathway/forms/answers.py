"""The form of one question."""

from django import forms
from django.utils.translation import gettext_lazy as _

from marketcross.web.pathway.questions import Question

LONGEST = 4_000  # characters: more than a written page


class AnswerForm(forms.Form):
    """One open question. Nothing has to be answered."""

    answer = forms.CharField(
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 7}),
        error_messages={"max_length": _("Your answer must be %(limit_value)d letters or fewer; it has %(show_value)d")},
    )

    def __init__(self, question: Question, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["answer"].label, self.fields["answer"].help_text = question.asks, question.hint
