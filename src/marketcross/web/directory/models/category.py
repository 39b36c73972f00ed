"""A kind of support, for foreign keys to hold on to."""

from django.db import models


class Category(models.Model):
    """One category. The truth is categories.yaml; an action copies it here when a code is new."""

    code = models.CharField(max_length=40, primary_key=True)
    title = models.CharField(max_length=120)
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="children")
    words = models.JSONField(default=list, help_text="What people call it.")

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(code__regex=r"^[a-z][a-z0-9-]*$"), name="category_code_plain"),
            models.CheckConstraint(
                condition=models.Q(parent__isnull=True) | ~models.Q(parent=models.F("code")),
                name="category_not_its_own_parent",
            ),
        )

    def __str__(self) -> str:
        return self.title
