"""Back up and restore: one file with the database, the uploads, and the counts that a restore must come back to."""
