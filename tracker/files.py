"""Where files are kept: captures, other files, and the static ones."""

from pathlib import Path
from typing import Any


def storages(*, files: Path, captures: Path, production: bool) -> dict[str, dict[str, Any]]:
    """Django's STORAGES, with `captures` in a folder of their own.

    In production static files are named by their content, so that browsers may keep them for ever.
    """
    return {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": files},
        },
        # The raw bytes of captures: evidence, so nothing here is ever served or overwritten as a file.
        "captures": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": captures, "base_url": None, "file_permissions_mode": 0o640},
        },
        "staticfiles": {
            "BACKEND": (
                "whitenoise.storage.CompressedManifestStaticFilesStorage"
                if production
                else "django.contrib.staticfiles.storage.StaticFilesStorage"
            ),
        },
    }
