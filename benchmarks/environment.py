"""A database and folders of their own for a run: nothing that is measured touches anybody's data."""

import logging
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")


@contextmanager
def scratch() -> Iterator[None]:
    """Set Django up with an empty, migrated database, whose name begins with test_, and with files apart.

    DATABASE_URL says on which server (`python -m tests.servers` starts one). Without a pool, as the
    database is dropped at the end.
    """
    import django
    from django.conf import settings

    from tracker.env import read_database_url

    settings.DATABASES["default"] = settings.DATABASES["default"] | read_database_url(
        os.environ["DATABASE_URL"]
    )
    with tempfile.TemporaryDirectory(prefix="demarche-bench-") as folder:
        for name in ("default", "captures"):
            settings.STORAGES[name]["OPTIONS"]["location"] = Path(folder) / name
        django.setup()
        from django.db import connection
        from django.test.utils import setup_test_environment, teardown_test_environment

        logging.disable(logging.WARNING)
        setup_test_environment()
        before = connection.creation.create_test_db(verbosity=0, autoclobber=True)
        try:
            yield
        finally:
            connection.creation.destroy_test_db(before, verbosity=0)
            teardown_test_environment()
            logging.disable(logging.NOTSET)
