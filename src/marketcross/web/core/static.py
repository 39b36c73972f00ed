"""Static files with their content's hash in the name, compressed, imports between scripts included."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Also rewrites the ``import`` of one script by another, so that both may be cached for ever."""

    support_js_module_import_aggregation = True
