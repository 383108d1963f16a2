"""Texts in languages without a pack: nobody but people can read them."""

from django.db.models import QuerySet
from django.utils.translation import get_language_info

from issues.models import Capture


def captures_for_people() -> "QuerySet[Capture]":
    """What the reader could not read and no editor has set aside yet. Has a partial index of its own."""
    unread = Capture.objects.filter(read_summary__has_key="no_pack")
    return unread.exclude(read_summary__has_key="set_aside")


def language_name(code: str) -> str:
    """Return "Hungarian" for "hu", the code itself where we have no name for it."""
    try:
        return str(get_language_info(code)["name"])
    except KeyError:
        return code or "an unknown language"


def no_pack_note(code: str) -> str:
    """What the inbox says of a text in a language without a pack."""
    return f"No pack for {language_name(code)}: read it yourself."
