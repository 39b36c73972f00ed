"""Static files with their content's hash in the name, compressed, imports between scripts included."""

import hashlib
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage

# Packages that bring static files, besides our own look.
PACKAGES = ("django", "django-otp", "wagtail", "whitenoise")


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Also rewrites the ``import`` of one script by another, so that both may be cached for ever.

    Compressed by gzip alone: brotli's best takes four times as long at each installation to save a tenth.
    """

    support_js_module_import_aggregation = True

    def create_compressor(self, **options: Any) -> Compressor:
        return Compressor(**options | {"use_brotli": False})


def sources() -> str:
    """A digest of all that collected files are made from."""
    total = hashlib.sha256("".join(f"{name} {version(name)}\n" for name in PACKAGES).encode())
    for folder in settings.STATICFILES_DIRS:
        for path in sorted(Path(folder).rglob("*")):
            if path.is_file():
                total.update(path.name.encode() + path.read_bytes())
    return total.hexdigest()


def collect() -> None:
    """Collect and compress static files, unless they are there for these very sources."""
    stamp, wanted = Path(settings.STATIC_ROOT) / "collected", sources()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    stamp.write_text(wanted)
