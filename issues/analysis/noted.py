"""Says in the reader's language what programs noted in English when they worked.

The reader's reasons, calculations and what a worker ran into are stored as sentences. A collection of
phrases knows those that our programs write; what it does not know stays as it was noted.
"""

import re
from collections.abc import Iterable

from django.utils.translation import gettext

from issues.analysis.words import edtf

_PLACE = re.compile(r"%\\\((\w+)\\\)s")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Phrases:
    """Messages as the catalogues have them: "the label “%(words)s”". A place named day… is a date."""

    def __init__(self, messages: Iterable[str]) -> None:
        messages = sorted(messages, key=len, reverse=True)  # of two that fit, the one that says more
        self._plain = frozenset(message for message in messages if "%(" not in message)
        self._patterns = [
            (re.compile(_PLACE.sub(r"(?P<\1>.+?)", re.escape(message)), re.DOTALL), message)
            for message in messages
            if "%(" in message
        ]

    def said(self, text: str) -> str:
        """Return a noted text in the reader's language and form of dates."""
        if text in self._plain:
            return gettext(text)
        for pattern, message in self._patterns:
            if found := pattern.fullmatch(text):
                return gettext(message) % {
                    name: _part(name, part) for name, part in found.groupdict().items()
                }
        return text


def _part(name: str, part: str) -> str:
    return edtf(part) if name.startswith("day") and _DAY.fullmatch(part) else part
