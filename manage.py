#!/usr/bin/env python
"""Démarche's command line: `manage.py up` starts everything, `manage.py help` lists the rest."""

import os
import sys


def main() -> None:
    if sys.argv[1:2] == ["up"]:
        # `up` is the stack of one machine, also when it is pointed at given servers: the choice
        # must be made before the settings are read. Whoever wants production says so.
        os.environ.setdefault("DEMARCHE_ENV", "local")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
    try:
        from django.core.management import execute_from_command_line
    except ImportError as error:
        raise SystemExit(
            "Django is not installed for this Python: run `make setup`, then use .venv/bin/python."
        ) from error
    from django.core.exceptions import ImproperlyConfigured

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        raise SystemExit(f"Not configured: {error}") from None


if __name__ == "__main__":
    main()
