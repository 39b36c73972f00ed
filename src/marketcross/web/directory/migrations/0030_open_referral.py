import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

import marketcross.web.core.keys


class Migration(migrations.Migration):
    """What is published by machine, and what was read from other directories: four new tables."""

    dependencies = [("directory", "0020_advice")]

    operations = [
        migrations.CreateModel(
            name="ReferralImport",
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
                ("source", models.CharField(help_text="Whose data: a short name that stays.", max_length=60)),
                ("at", models.DateTimeField()),
                ("new", models.PositiveIntegerField()),
                ("changed", models.PositiveIntegerField()),
                ("same", models.PositiveIntegerField()),
                ("left_out", models.PositiveIntegerField(help_text="Lookalikes and refused ones.")),
            ],
            options={"abstract": False},
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "modified_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), db_index=True),
                ),
                (
                    "service",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="publication",
                        to="directory.service",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ImportedService",
            fields=[
                (
                    "service",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="imported",
                        serialize=False,
                        to="directory.service",
                    ),
                ),
                ("source", models.CharField(db_index=True, max_length=60)),
                ("digest", models.CharField(max_length=64)),
                (
                    "last_import",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="services",
                        to="directory.referralimport",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PublishedPlace",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                ("key", models.UUIDField(unique=True)),
                ("easting", models.IntegerField(null=True)),
                ("northing", models.IntegerField(null=True)),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="places",
                        to="directory.publication",
                    ),
                ),
            ],
            options={"indexes": [models.Index(fields=["easting", "northing"], name="published_place_by_place")]},
        ),
    ]
