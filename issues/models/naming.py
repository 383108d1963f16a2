"""Names in the language of whoever asks.

The reference data names parties, categories, issues and offices in Russian too, in a column beside the
name, and people by an alias in its letters. Where there is none, the name stays as somebody wrote it.
"""

import re
from collections.abc import Sequence
from typing import Any

from django.utils.translation import get_language

SPOKEN = ("ru",)  # the languages that have a column of their own: name_ru, title_ru
_CYRILLIC = re.compile(r"[А-яЁё]")


def naming_language() -> str:
    """The language of whoever asks, where names have one of their own; "" for names as they are."""
    code = (get_language() or "").split("-")[0]
    return code if code in SPOKEN else ""


def named(row: Any, field: str) -> str:
    """The `field` of a row in the language of whoever asks."""
    name: str = getattr(row, field)
    code = naming_language()
    return getattr(row, f"{field}_{code}") or name if code else name


def person_named(name: str, aliases: Sequence[str]) -> str:
    """A person's name in the letters of whoever asks: in Russian the first full name in Cyrillic."""
    if naming_language() != "ru" or _CYRILLIC.search(name):
        return name
    return next((alias for alias in aliases if _CYRILLIC.search(alias) and " " in alias.strip()), name)
