"""Quotation marks: which words of a paragraph stand inside them."""

from bisect import bisect_right

_PAIRS = {"“": "”", "«": "»", "„": "“”", '"': '"', "「": "」", "『": "』"}


def quote_spans(text: str, start: int, end: int, *, inside: str = "") -> list[tuple[int, int]]:
    """Return the outermost quotations inside [start, end): offsets of the words between the marks.

    A quotation that is not closed runs to the end, as when it goes on in the next paragraph;
    inside is the mark of one that was left open by the paragraph before.
    """
    return [(opened, closed) for opened, closed, _ in _quotations(text, start, end, inside)]


def left_open(text: str, start: int, end: int, *, inside: str = "") -> str:
    """Return the mark of a quotation that [start, end) opens and does not close, else ""."""
    quotations = _quotations(text, start, end, inside)
    return quotations[-1][2] if quotations else ""


def _quotations(text: str, start: int, end: int, inside: str) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    mark, closers, opened, depth = inside, _PAIRS.get(inside, ""), start if inside else -1, 1
    for index in range(start, end):
        char = text[index]
        if opened < 0:
            if char in _PAIRS:
                opened, mark, closers, depth = index + 1, char, _PAIRS[char], 1
        elif char in closers:
            depth -= 1
            if depth == 0:
                found.append((opened, index, ""))
                opened = -1
        elif char == mark:
            if index == start:  # each paragraph of a long quotation may open it again
                opened = index + 1
            else:
                depth += 1
    if 0 <= opened < end:
        found.append((opened, end, mark))
    return found


def inside_any(offset: int, spans: list[tuple[int, int]]) -> bool:
    """Tell whether the offset lies in one of the spans, which are in order and apart."""
    index = bisect_right(spans, (offset, 1 << 62)) - 1
    return index >= 0 and spans[index][0] <= offset < spans[index][1]
