import django.db.models.deletion
import django.db.models.functions.datetime
import marketcross.web.core.keys
from django.db import migrations, models

from marketcross.web.core.database.roles import APP

# What was said is never edited: columns of the decision can be updated, and nothing else.
MAY_CHANGE = {
    "directory_feedback": "standing, reason, decided_on, taken_up_on, code_digest",
    "directory_feedbackreply": "standing, reason, decided_on",
    "directory_feedbackwords": "",
}


def _never_edited() -> list[migrations.RunSQL]:
    """Take the app's right to update away, but for the columns that may change; a row can still go."""
    steps = []
    for table, columns in MAY_CHANGE.items():
        give = f"; GRANT UPDATE ({columns}) ON {table} TO {APP}" if columns else ""
        steps.append(
            migrations.RunSQL(f"REVOKE UPDATE ON {table} FROM {APP}{give}", f"GRANT UPDATE ON {table} TO {APP}")
        )
    return steps


class Migration(migrations.Migration):
    """Feedback on services: three new tables, whose answers and words nobody can change."""

    dependencies = [
        ("directory", "0031_trust"),
    ]

    operations = [
        migrations.CreateModel(
            name="Feedback",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=marketcross.web.core.keys.new_key, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
                (
                    "wanted",
                    models.CharField(
                        choices=[("yes", "Yes"), ("partly", "Partly"), ("no", "No")],
                        help_text="Did it do what you wanted?",
                        max_length=6,
                    ),
                ),
                (
                    "treated",
                    models.CharField(
                        choices=[("yes", "Yes"), ("partly", "Partly"), ("no", "No")],
                        help_text="Were you treated well?",
                        max_length=6,
                    ),
                ),
                (
                    "promised",
                    models.CharField(
                        choices=[("yes", "Yes"), ("partly", "Partly"), ("no", "No")],
                        help_text="Was it on time, or as promised?",
                        max_length=6,
                    ),
                ),
                ("said_on", models.DateField()),
                (
                    "code_digest",
                    models.BinaryField(help_text="Of the code with which its author can withdraw it.", max_length=32),
                ),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("waiting", "Nobody has checked it yet"),
                            ("published", "Shown"),
                            ("declined", "Not shown"),
                            ("diverted", "Passed on as a safeguarding concern"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("names", "It says who somebody is, or how to reach them"),
                            ("not_about", "It is not about using this service"),
                            ("advert", "It sells something"),
                            ("insults", "It insults or threatens somebody"),
                            ("twice", "We had it before"),
                            ("accuses", "It says that somebody broke the law, and we cannot find out if that is so"),
                        ],
                        max_length=10,
                    ),
                ),
                ("decided_on", models.DateField(null=True)),
                ("taken_up_on", models.DateField(help_text="When the council took up a concern.", null=True)),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="feedback", to="directory.service"
                    ),
                ),
            ],
            options={
                "ordering": ("said_on", "id"),
            },
        ),
        migrations.CreateModel(
            name="FeedbackReply",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=marketcross.web.core.keys.new_key, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
                ("text", models.TextField(max_length=1000)),
                ("said_on", models.DateField()),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("waiting", "Nobody has checked it yet"),
                            ("published", "Shown"),
                            ("declined", "Not shown"),
                            ("diverted", "Passed on as a safeguarding concern"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("names", "It says who somebody is, or how to reach them"),
                            ("not_about", "It is not about using this service"),
                            ("advert", "It sells something"),
                            ("insults", "It insults or threatens somebody"),
                            ("twice", "We had it before"),
                            ("accuses", "It says that somebody broke the law, and we cannot find out if that is so"),
                        ],
                        max_length=10,
                    ),
                ),
                ("decided_on", models.DateField(null=True)),
                (
                    "feedback",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reply", to="directory.feedback"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="FeedbackWords",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=marketcross.web.core.keys.new_key, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
                ("text", models.TextField(max_length=1000)),
                (
                    "alike",
                    models.BinaryField(
                        help_text="A keyed digest of its letters: the same text twice has one.", max_length=32
                    ),
                ),
                (
                    "feedback",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="words", to="directory.feedback"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="feedback",
            index=models.Index(fields=["service", "standing"], name="feedback_by_service"),
        ),
        migrations.AddIndex(
            model_name="feedback",
            index=models.Index(fields=["code_digest"], name="feedback_by_code"),
        ),
        migrations.AddConstraint(
            model_name="feedback",
            constraint=models.CheckConstraint(
                condition=models.Q(("wanted__in", ["yes", "partly", "no"])), name="feedback_wanted_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="feedback",
            constraint=models.CheckConstraint(
                condition=models.Q(("treated__in", ["yes", "partly", "no"])), name="feedback_treated_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="feedback",
            constraint=models.CheckConstraint(
                condition=models.Q(("promised__in", ["yes", "partly", "no"])), name="feedback_promised_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="feedback",
            constraint=models.CheckConstraint(
                condition=models.Q(("standing__in", ["waiting", "published", "declined", "diverted"])),
                name="feedback_standing_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="feedback",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("reason__in", ["names", "not_about", "advert", "insults", "twice", "accuses"]),
                        ("standing", "declined"),
                    ),
                    models.Q(models.Q(("standing", "declined"), _negated=True), ("reason", "")),
                    _connector="OR",
                ),
                name="feedback_declined_for_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="feedback",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_on__isnull", True), ("standing", "waiting")),
                    models.Q(models.Q(("standing", "waiting"), _negated=True), ("decided_on__isnull", False)),
                    _connector="OR",
                ),
                name="feedback_decided_has_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="feedback",
            constraint=models.CheckConstraint(
                condition=models.Q(("taken_up_on__isnull", True), ("standing", "diverted"), _connector="OR"),
                name="feedback_taken_up_is_a_concern",
            ),
        ),
        migrations.AddConstraint(
            model_name="feedbackreply",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True), name="feedback_reply_says_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="feedbackreply",
            constraint=models.CheckConstraint(
                condition=models.Q(("standing__in", ["waiting", "published", "declined"])),
                name="feedback_reply_standing_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="feedbackreply",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("reason__in", ["names", "not_about", "advert", "insults", "twice", "accuses"]),
                        ("standing", "declined"),
                    ),
                    models.Q(models.Q(("standing", "declined"), _negated=True), ("reason", "")),
                    _connector="OR",
                ),
                name="feedback_reply_declined_for_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="feedbackreply",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_on__isnull", True), ("standing", "waiting")),
                    models.Q(models.Q(("standing", "waiting"), _negated=True), ("decided_on__isnull", False)),
                    _connector="OR",
                ),
                name="feedback_reply_decided_has_a_day",
            ),
        ),
        migrations.AddIndex(
            model_name="feedbackwords",
            index=models.Index(fields=["alike"], name="feedback_words_alike"),
        ),
        migrations.AddConstraint(
            model_name="feedbackwords",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True), name="feedback_words_are_some"
            ),
        ),
        *_never_edited(),
    ]
