"""The key that signs sessions, where nobody gave one."""

import os
import secrets

from tracker.paths import LocalPaths


def make_secret_key(paths: LocalPaths) -> None:
    """Makes the key of this data folder, once, readable for its owner alone."""
    if paths.read_secret_key():
        return
    fresh = paths.secret_key.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(50))
    fresh.replace(paths.secret_key)
