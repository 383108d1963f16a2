"""How a due date follows from what was said, in a sentence. Pure."""

import re
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from issues.analysis.reasons import calculation_said
from issues.analysis.words import day, edtf, said_words

# What the reader notes between its arrow and the bounds: "the summer ends on 31 August, until …".
_NOTE = re.compile(r"→ (?:(?P<note>.+), )?(?:until|on|from) (?:about )?\d{4}-")
_ARROW = "→ "


@dataclass(frozen=True, slots=True)
class Due:
    """When a pledge falls due: EDTF and its bounds, and the last day on which it may have been said."""

    edtf: str
    lower: date | None
    upper: date | None
    said: date | None

    @property
    def is_day(self) -> bool:
        return self.upper is not None and self.lower == self.upper

    @property
    def is_deadline(self) -> bool:
        """Whether it may be kept at any time from when it was said: "by", not "in"."""
        if self.upper is None or self.is_day:
            return False
        return self.lower is None or (self.said is not None and self.lower <= self.said)

    @property
    def words(self) -> str:
        """Write "by 31 August 2026", "on 3 May 2026", "in summer 2026", "3 – 9 August 2026"."""
        if self.upper is None:
            return _("at no stated time")
        if self.is_deadline:
            return _("by %(day)s") % {"day": day(self.upper, long=True)}
        if self.is_day:
            return _("on %(day)s") % {"day": edtf(self.edtf, long=True)}
        if "/" in self.edtf:
            return edtf(self.edtf, long=True)
        return _("in %(when)s") % {"when": edtf(self.edtf, long=True)}


def calculation_sentence(due: Due, *, said: str, words: str, calculation: str) -> str:
    """Write "said 26 June 2026: ‘before the end of the summer’ → by 31 August 2026".

    `said` is the EDTF of the statement's day, `words` those the time was given in, `calculation` what
    the reader or an editor noted; a note that adds something follows in brackets.
    """
    note = calculation_said(note_of(calculation))
    if due.upper is None:
        result = note or due.words
        note = ""
    else:
        result = due.words
    heard = said_words(words)
    if heard and said:
        sentence = _("said %(day)s: ‘%(words)s’ → %(due)s")
    elif heard:
        sentence = _("‘%(words)s’ → %(due)s")
    elif said:
        sentence = _("said %(day)s → %(due)s")
    else:
        sentence = "%(due)s"
    written = sentence % {"day": edtf(said, long=True), "words": heard, "due": result}
    return f"{written} ({note})" if note else written


def note_of(calculation: str) -> str:
    """What of a calculation says more than words, day and bounds do: "" mostly."""
    if _ARROW not in calculation:
        return calculation
    found = _NOTE.search(calculation)
    if found:
        return found["note"] or ""
    return calculation.partition(_ARROW)[2]
