"""What is asked for, handed over, held and erased."""

import django.db.models.deletion
import django.db.models.functions.datetime
import marketcross.web.core.keys
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0002_finding_and_merging"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ErasureList",
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
                ("on", models.DateField()),
                ("confirmed_at", models.DateTimeField(null=True)),
                ("done_at", models.DateTimeField(null=True)),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ErasureItem",
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
                ("schedule", models.CharField(max_length=40)),
                ("row", models.UUIDField()),
                ("reference", models.UUIDField()),
                ("since", models.DateField()),
                ("due_on", models.DateField()),
                (
                    "outcome",
                    models.CharField(
                        choices=[("waiting", "Waiting"), ("erased", "Erased"), ("stopped", "Stopped")],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                (
                    "of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="items", to="people.erasurelist"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="LegalHold",
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
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
                ("words", models.CharField(max_length=400)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="legal_holds", to="people.person"
                    ),
                ),
                (
                    "placed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Move",
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
                    "way",
                    models.CharField(
                        choices=[("out", "To another council"), ("in", "From another council")], max_length=3
                    ),
                ),
                ("council", models.CharField(max_length=200)),
                ("moves_on", models.DateField()),
                ("handed_on", models.DateField()),
                ("checksum", models.CharField(max_length=64)),
                (
                    "handed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="moves", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ReceivedRow",
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
                ("kind", models.CharField(max_length=80)),
                ("position", models.PositiveIntegerField()),
                ("body", models.JSONField()),
                (
                    "move",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="received", to="people.move"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="received", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SubjectRequest",
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
                    "how",
                    models.CharField(
                        choices=[
                            ("online", "On their own pages"),
                            ("letter", "By letter or email"),
                            ("told", "By word of mouth"),
                        ],
                        max_length=6,
                    ),
                ),
                ("asked_on", models.DateField()),
                ("due_on", models.DateField()),
                ("longer_until", models.DateField(null=True)),
                ("longer_why", models.CharField(blank=True, max_length=400)),
                ("checked_on", models.DateField(null=True)),
                ("content", models.JSONField(null=True)),
                ("handed_on", models.DateField(null=True)),
                (
                    "checked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="subject_requests", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="HeldBack",
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
                ("kind", models.CharField(max_length=80)),
                ("row", models.PositiveIntegerField()),
                ("field", models.CharField(max_length=80)),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("other_person", "It is about somebody else, who did not agree"),
                            ("confidence", "Somebody told us in confidence"),
                            ("harm", "It would be likely to cause serious harm to somebody's health"),
                            ("crime", "It would stand in the way of preventing or finding out a crime"),
                            ("legal", "It is legal advice"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="held_back",
                        to="people.subjectrequest",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="erasurelist",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("confirmed_by__isnull", True),
                    models.Q(("confirmed_by", models.F("proposed_by")), _negated=True),
                    _connector="OR",
                ),
                name="erasure_confirmed_by_somebody_else",
            ),
        ),
        migrations.AddConstraint(
            model_name="erasurelist",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("confirmed_at__isnull", True), ("confirmed_by__isnull", True)),
                    models.Q(("confirmed_at__isnull", False), ("confirmed_by__isnull", False)),
                    _connector="OR",
                ),
                name="erasure_confirmed_by_somebody_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="erasurelist",
            constraint=models.CheckConstraint(
                condition=models.Q(("done_at__isnull", True), ("confirmed_at__isnull", False), _connector="OR"),
                name="erasure_done_when_confirmed",
            ),
        ),
        migrations.AddConstraint(
            model_name="erasurelist",
            constraint=models.UniqueConstraint(
                models.Value(1), condition=models.Q(("done_at__isnull", True)), name="erasure_one_list_at_a_time"
            ),
        ),
        migrations.AddConstraint(
            model_name="erasureitem",
            constraint=models.UniqueConstraint(fields=("of", "schedule", "row"), name="erasure_item_once"),
        ),
        migrations.AddConstraint(
            model_name="erasureitem",
            constraint=models.CheckConstraint(
                condition=models.Q(("outcome__in", ["waiting", "erased", "stopped"])), name="erasure_outcome_is_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="legalhold",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__isnull", True), ("ends_on__gt", models.F("starts_on")), _connector="OR"),
                name="hold_ends_after_it_starts",
            ),
        ),
        migrations.AddConstraint(
            model_name="legalhold",
            constraint=models.CheckConstraint(condition=models.Q(("words", ""), _negated=True), name="hold_says_why"),
        ),
        migrations.AddConstraint(
            model_name="move",
            constraint=models.CheckConstraint(condition=models.Q(("way__in", ["out", "in"])), name="move_way_is_known"),
        ),
        migrations.AddConstraint(
            model_name="move",
            constraint=models.CheckConstraint(
                condition=models.Q(("council", ""), _negated=True), name="move_names_the_council"
            ),
        ),
        migrations.AddConstraint(
            model_name="move",
            constraint=models.CheckConstraint(
                condition=models.Q(("checksum__regex", "^[0-9a-f]{64}$")), name="move_names_the_file"
            ),
        ),
        migrations.AddConstraint(
            model_name="receivedrow",
            constraint=models.UniqueConstraint(fields=("move", "kind", "position"), name="received_once"),
        ),
        migrations.AddConstraint(
            model_name="receivedrow",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind", ""), _negated=True), name="received_has_a_kind"
            ),
        ),
        migrations.AddIndex(
            model_name="subjectrequest",
            index=models.Index(
                condition=models.Q(("handed_on__isnull", True)), fields=["due_on"], name="request_open_by_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="subjectrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("how__in", ["online", "letter", "told"])), name="request_how_is_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="subjectrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("due_on__gt", models.F("asked_on"))), name="request_due_after_it_was_asked"
            ),
        ),
        migrations.AddConstraint(
            model_name="subjectrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("longer_until__isnull", True), ("longer_why", "")),
                    models.Q(("longer_until__gt", models.F("due_on")), models.Q(("longer_why", ""), _negated=True)),
                    _connector="OR",
                ),
                name="request_longer_has_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="subjectrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("checked_by__isnull", True), ("checked_on__isnull", True)),
                    models.Q(("checked_by__isnull", False), ("checked_on__isnull", False)),
                    _connector="OR",
                ),
                name="request_checked_by_somebody_on_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="subjectrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("checked_on__isnull", False),
                    models.Q(("content__isnull", True), ("handed_on__isnull", True)),
                    _connector="OR",
                ),
                name="request_goes_out_only_when_checked",
            ),
        ),
        migrations.AddConstraint(
            model_name="subjectrequest",
            constraint=models.UniqueConstraint(
                condition=models.Q(("handed_on__isnull", True)), fields=("person",), name="request_one_open_at_a_time"
            ),
        ),
        migrations.AddConstraint(
            model_name="heldback",
            constraint=models.CheckConstraint(
                condition=models.Q(("why__in", ["other_person", "confidence", "harm", "crime", "legal"])),
                name="held_back_for_a_known_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="heldback",
            constraint=models.UniqueConstraint(fields=("request", "kind", "row", "field"), name="held_back_once"),
        ),
    ]
