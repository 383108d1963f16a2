"""The reporter's words that Russian puts inside a quotation: «Мы ждём, – сказал министр. – Ответа нет»."""

import re

from issues.reading.marks import Marks

_BREAKS_OFF = re.compile(r"[,!?…]\s*[—–-]\s*\Z")
_GOES_ON = re.compile(r"[.,]\s+[—–-]\s+")
REACH = 200  # characters of the reporter's words


def without_interposed(marks: Marks, quotes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the quotations without the words between two dashes that say who speaks."""
    text = marks.text
    kept: list[tuple[int, int]] = []
    for start, end in quotes:
        opened = start
        for verb in marks.within("speech", start, end):
            if verb.start < opened or not _BREAKS_OFF.search(text, max(opened, verb.start - 4), verb.start):
                continue
            after = _GOES_ON.search(text, verb.end, min(end, verb.end + REACH))
            if after is not None:
                kept.append((opened, verb.start))
                opened = after.end()
        kept.append((opened, end))
    return kept
