"""Indexes that say what another says already go, and new rows wait for the index of finding in a short list.

Each cost time in every new row. Keys to a person are found by ``(person, kind)`` or by the index of the foreign key
itself; nobody asks for all numbers of one system.
"""

import django.db.models.deletion
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.operations import RemoveIndexConcurrently
from django.db import migrations, models

WAITING = "ALTER INDEX findable_by_key SET (fastupdate = {})"


class Migration(migrations.Migration):
    atomic = False  # indexes go without making anybody wait

    dependencies = [("people", "0003_export_and_erasing")]

    operations = [
        RemoveIndexConcurrently("contactdetail", "contact_by_person"),
        RemoveIndexConcurrently("identifier", "identifier_by_person"),
        # harmless: only indexes go, in a moment
        migrations.AlterField(
            "name",
            "person",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="names", to="people.person", db_index=False
            ),
        ),
        migrations.AlterField(
            "address",
            "person",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="addresses",
                to="people.person",
                db_index=False,
            ),
        ),
        migrations.AlterField("identifier", "system", models.SlugField(db_index=False, max_length=40)),
        migrations.SeparateDatabaseAndState(
            [migrations.RunSQL(WAITING.format("on"), WAITING.format("off"))],
            [
                migrations.RemoveIndex("findable", "findable_by_key"),
                migrations.AddIndex("findable", GinIndex(fields=["keys"], name="findable_by_key")),
            ],
        ),
    ]
