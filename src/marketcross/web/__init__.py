"""The web service: Django contexts around the pure centre, each knowing only those below it."""
