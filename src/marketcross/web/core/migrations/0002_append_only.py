"""The audit can only grow: the app's role may not change or remove what it wrote; history may be erased, never changed."""

from django.db import migrations

from marketcross.web.core.database.roles import APP

APPEND_ONLY = ("core_auditevent", "core_auditseal")


class Migration(migrations.Migration):
    dependencies = [("core", "0001_start")]
    operations = [
        *(
            migrations.RunSQL(
                f"REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM {APP}",
                f"GRANT UPDATE, DELETE ON {table} TO {APP}",
            )
            for table in APPEND_ONLY
        ),
        migrations.RunSQL(f"REVOKE UPDATE ON core_history FROM {APP}", f"GRANT UPDATE ON core_history TO {APP}"),
    ]
