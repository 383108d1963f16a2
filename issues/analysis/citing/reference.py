"""What a citation says, whatever form it is written in."""

import re
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from issues.analysis.words import shorten

TITLE_AT_MOST = 200
_PLAIN_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_WHITE = re.compile(r"[\s\x00-\x1f\x7f\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Reference:
    """A thing to cite.

    key: a name for it in files of references, ASCII. day: EDTF; what is no plain year, month or day is
    said in the notes. notes: sentences without their full stops. summary: the whole words, where the
    title has not all of them.
    """

    key: str
    title: str
    author: str
    container: str
    day: str
    address: str
    accessed: date
    language: str = ""
    notes: tuple[str, ...] = ()
    summary: str = ""
    is_figure: bool = False

    @property
    def parts_of_day(self) -> tuple[str, ...]:
        """(year, month, day), as many as are known; none of an interval, a season or an estimate."""
        found = _PLAIN_DATE.fullmatch(self.day)
        return tuple(part for part in found.groups() if part) if found else ()

    @property
    def note(self) -> str:
        return ". ".join(filter(None, self.notes))


def in_one_line(text: str) -> str:
    """Text without line breaks and control characters, which end a field in files of references."""
    return _WHITE.sub(" ", text).strip()


def title_of(words: str) -> tuple[str, str]:
    """Words as a title, and all of them where that has to be cut."""
    line = in_one_line(words)
    return (line, "") if len(line) <= TITLE_AT_MOST else (shorten(line, TITLE_AT_MOST), line)


def archived(at: str, sha256: str) -> str:
    """The archive's proof: when the page was archived and what its bytes come to."""
    return _("archived %(at)s; SHA-256 %(sha256)s") % {"at": at, "sha256": sha256}
