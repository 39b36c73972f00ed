"""Who is named for a restricted record."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marketcross.web.core.models import User


class NameForm(forms.Form):
    """One colleague, by the address of their account."""

    email = forms.EmailField(
        label=_("Work email of the colleague"),
        error_messages={"required": _("Enter an email address"), "invalid": _("Enter a whole email address")},
    )

    def clean_email(self) -> Any:
        """The colleague's account, which must be open and be of somebody who works beside people."""
        user = User.objects.filter(email=self.cleaned_data["email"].lower(), is_active=True).first()
        if user is None or not user.has_role("practitioner", "link_worker"):
            raise forms.ValidationError(_("Nobody who works beside people here has this address. Check it"))
        return user
