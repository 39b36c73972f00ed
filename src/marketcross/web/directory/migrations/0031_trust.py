import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import marketcross.web.core.keys
from django.db import migrations, models


class Migration(migrations.Migration):
    """The register of the CQC, its loads and matches, and what has gone stale: five new tables."""

    dependencies = [
        ("directory", "0030_open_referral"),
    ]

    operations = [
        migrations.CreateModel(
            name="RegistrationLoad",
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
                ("on", models.DateField(help_text="The day of the file.")),
                ("at", models.DateTimeField()),
                ("source", models.CharField(max_length=120)),
                ("locations", models.PositiveIntegerField()),
                ("changes", models.PositiveIntegerField()),
            ],
            options={
                "ordering": ("-on", "-at"),
            },
        ),
        migrations.CreateModel(
            name="Registration",
            fields=[
                (
                    "location",
                    models.CharField(
                        help_text="The Commission's number of it.", max_length=20, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.CharField(max_length=300)),
                ("provider", models.CharField(max_length=20)),
                ("provider_name", models.CharField(blank=True, max_length=300)),
                ("postcode", models.CharField(blank=True, db_index=True, max_length=8)),
                (
                    "service_types",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=200), size=None),
                ),
                (
                    "activities",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200), null=True, size=None
                    ),
                ),
                ("beds", models.PositiveIntegerField(null=True)),
                ("dormant", models.BooleanField(null=True)),
                ("registered_on", models.DateField(null=True)),
                ("deregistered_on", models.DateField(help_text="The first day without it.", null=True)),
                ("rating", models.PositiveSmallIntegerField(help_text="1 inadequate to 4 outstanding.", null=True)),
                ("rated_on", models.DateField(null=True)),
                ("inherited", models.BooleanField(help_text="Rated under an earlier registration.", null=True)),
                (
                    "questions",
                    models.JSONField(default=dict, help_text="Key question to its rating and the day of the report."),
                ),
                ("read_on", models.DateField(help_text="The day of the newest file that has it.")),
            ],
            options={
                "ordering": ("name", "location"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("rating__isnull", True), models.Q(("rating__gte", 1), ("rating__lte", 4)), _connector="OR"
                        ),
                        name="registration_rating_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("location", ""), _negated=True), name="registration_has_a_number"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RegistrationMatch",
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
                ("confirmed_on", models.DateField(null=True)),
                (
                    "registration",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="matches", to="directory.registration"
                    ),
                ),
                (
                    "service",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="registration_match",
                        to="directory.service",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RegistrationChange",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("new", "New"),
                            ("closed", "Closed"),
                            ("rating_fell", "Rating fell"),
                            ("rating_rose", "Rating rose"),
                            ("provider_changed", "Another provider"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "question",
                    models.CharField(blank=True, help_text="The key question; empty: overall.", max_length=20),
                ),
                ("before", models.CharField(blank=True, max_length=40)),
                ("after", models.CharField(blank=True, max_length=40)),
                (
                    "registration",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="changes", to="directory.registration"
                    ),
                ),
                (
                    "load",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="found",
                        to="directory.registrationload",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["new", "closed", "rating_fell", "rating_rose", "provider_changed"])
                        ),
                        name="registration_change_kind_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StaleEntry",
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
                    "stage",
                    models.CharField(
                        choices=[("asked", "Asked"), ("hidden", "Hidden"), ("archived", "Archived")], max_length=10
                    ),
                ),
                ("since", models.DateField()),
                ("told", models.BooleanField(help_text="There was somebody to ask.")),
                (
                    "service",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="stale", to="directory.service"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("stage__in", ["asked", "hidden", "archived"])),
                        name="stale_entry_stage_known",
                    )
                ],
            },
        ),
    ]
