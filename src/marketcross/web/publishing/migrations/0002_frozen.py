"""Evidence is frozen: the app's role may add snapshots and counts, and neither change nor remove them."""

from django.db import migrations

from marketcross.web.core.database.roles import APP

FROZEN = ("publishing_evidencesnapshot", "publishing_evidencecount")


class Migration(migrations.Migration):
    dependencies = [("publishing", "0001_start")]
    operations = [
        migrations.RunSQL(
            f"REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM {APP}", f"GRANT UPDATE, DELETE ON {table} TO {APP}"
        )
        for table in FROZEN
    ]
