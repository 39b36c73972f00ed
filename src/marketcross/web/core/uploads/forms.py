"""Choose a file."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from .inspecting import RefusedFile, inspect
from .purposes import purpose_named


class UploadForm(forms.Form):
    """One file for one purpose; whatever else a request carries is not looked at."""

    file = forms.FileField(
        label=_("File"),
        allow_empty_file=True,  # our own sentence says that it is empty
        max_length=1_000,
        widget=forms.FileInput,
        error_messages={"required": _("Choose a file")},
    )

    def __init__(self, *words: object, purpose: str, **named: object) -> None:
        super().__init__(*words, **named)  # type: ignore[arg-type]
        self.purpose = purpose_named(purpose)

    def clean_file(self) -> UploadedFile:
        """The file, judged by its content."""
        sent: UploadedFile = self.cleaned_data["file"]
        content = sent.read(self.purpose.most_bytes + 1)
        sent.seek(0)
        try:
            inspect(content, name=sent.name or "", allowed=self.purpose)
        except RefusedFile as problem:
            raise forms.ValidationError(str(problem)) from problem
        return sent
