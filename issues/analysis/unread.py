"""Texts in languages without a pack: nobody but people can read them."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from issues.analysis.formats import language_name
from issues.models import Capture


def captures_for_people() -> "QuerySet[Capture]":
    """What the reader could not read and no editor has set aside yet. Has a partial index of its own."""
    unread = Capture.objects.filter(read_summary__has_key="no_pack")
    return unread.exclude(read_summary__has_key="set_aside")


def no_pack_note(code: str) -> str:
    """What the inbox says of a text in a language without a pack."""
    name = language_name(code) if code else _("an unknown language")
    return _("No pack for %(language)s: read it yourself.") % {"language": name}
