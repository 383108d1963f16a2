"""Which way a date looks: whether the sentence around it tells of what was or of what is to come.

"On Monday" is the last Monday beside "met" and the next beside "will meet". The nearest verb tells, but who
reports ("…, the ministry said") tells nothing of when it happens; a verb that looks ahead governs its clause
to the end, whatever participles stand between; in the words of a promise a weekday looks ahead where no
verb says otherwise.
"""

import re

from issues.reading.date_pack import UP_TO, Bearing, DatePack
from issues.reading.spans import Lean

_SENTENCE = 160  # characters of it that are looked at on either side
_CLAUSE_END = re.compile(r"[,»”\"，،](?=\s)")
_SENTENCE_END = re.compile(r"[.!?…;؟؛](?=\s)|[。！？；]|\n\s*\n")
_BREAKS = re.compile(r"[,;:—–(]")
_ADJOINS = 8  # characters between a participle and the day that is its own: "seized on 3 December"
_BEHIND = 3  # how much farther a verb behind the date counts than one before it
_ASIDE = 40  # the same in a clause before

type _Places = list[tuple[int, int]]


def lean_of(
    text: str, match: re.Match[str], pack: DatePack, bearing: Bearing, *, promised: bool = False
) -> Lean:
    """Decide from the preposition, else from the verbs of the sentence; promised: the words of a promise."""
    if bearing is Bearing.BEFORE:
        return Lean.STARTS_LATER
    if bearing in UP_TO:
        return Lean.ENDS_LATER
    first, last = _sentence_around(text, match)
    clause = _CLAUSE_END.search(text, match.end(), last)
    clause_end = clause.start() if clause else last
    ahead = [span for span in _spans(pack.future, text, first, last) if _apart(span, match)]
    back = [
        span
        for span in _spans(pack.past, text, first, last)
        if _apart(span, match) and not any(start <= span[0] < end for start, end in ahead)
    ]
    if pack.vowed:  # "On 12 July the two agreed to …": the promise was made then
        told = [span for span in ahead if span[0] >= match.end() and pack.vowed.match(text, span[0])]
        ahead, back = [span for span in ahead if span not in told], [*back, *told]
    opens = not text[first : match.start()].strip() or len(text[first : match.start()].split()) <= 1
    if pack.reporting and not opens:
        back = [(a, b) for a, b in back if a < clause_end or not pack.reporting.match(text, a)]
    back = _outside_plans(text, match.start(), pack, ahead, back)
    breaks = [found.end() for found in _BREAKS.finditer(text, first, match.start())]
    place = match.start(), match.end(), breaks[-1] if breaks else first, clause_end
    to_future, to_past = (_distance(spans, *place) for spans in (ahead, back))
    if to_future == to_past:
        groups = match.groupdict()
        close = groups.get("weekday") or groups.get("unit")  # what comes every week; a month may be long over
        return Lean.ENDS_LATER if promised and close else Lean.NEAREST
    return Lean.ENDS_LATER if to_future < to_past else Lean.PAST


def _sentence_around(text: str, match: re.Match[str]) -> tuple[int, int]:
    first, last = max(0, match.start() - _SENTENCE), min(len(text), match.end() + _SENTENCE)
    for stop in _SENTENCE_END.finditer(text, first, match.start()):
        first = stop.end()
    stop_behind = _SENTENCE_END.search(text, match.end(), last)
    return first, stop_behind.start() if stop_behind else last


def _spans(pattern: re.Pattern[str], text: str, first: int, last: int) -> _Places:
    return [found.span() for found in pattern.finditer(text, first, last)]


def _apart(span: tuple[int, int], match: re.Match[str]) -> bool:
    """The month of May is no verb; "agreed by May to hand over" is one around it."""
    around = span[0] < match.start() and span[1] > match.end()
    return around or span[1] <= match.start() or span[0] >= match.end()


def _outside_plans(text: str, start: int, pack: DatePack, ahead: _Places, back: _Places) -> _Places:
    """Leave out what stands between a verb that looks ahead and the date of its own clause."""
    governor = max((end for _, end in ahead if end <= start), default=None)
    if governor is None:
        return back
    breaks = _BREAKS.search(text, governor, start)
    if breaks or (pack.clauses and pack.clauses.search(text, governor, start)):
        return back
    return [(a, b) for a, b in back if not (governor <= a and b < start - _ADJOINS)]


def _distance(spans: _Places, start: int, end: int, clause_start: int, clause_end: int) -> int:
    """How far the nearest verb stands; farther in another clause: "… on Tuesday, the ministry said"."""
    return min(
        (
            max(start - last, first - end + _BEHIND, 0)
            + _SENTENCE * (first >= clause_end)
            + _ASIDE * (last <= clause_start)
            for first, last in spans
        ),
        default=_SENTENCE * 3,
    )
