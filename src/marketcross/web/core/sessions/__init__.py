"""Sessions that end when nobody is there, and lose nobody's work when they do."""
