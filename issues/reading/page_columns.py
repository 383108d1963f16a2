"""Two columns of a PDF page whose lines were drawn across the gutter: each column read from top to bottom.

Most programs draw a column whole, and then the order of drawing is the order of reading. Some draw line by
line over the whole width, which mixes the columns; a table drawn so is read so. Lengths are in points.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

MIN_LINES = 4  # in each of two columns
MIN_GUTTER = 6.0
MIN_FILLED = 0.6  # of a column's width that its lines fill, as prose does and the cells of a table do not
MIDDLE = (0.3, 0.7)  # of the text's width, in which a gutter is looked for


@dataclass(frozen=True, slots=True)
class Box:
    """A piece of a line where it was drawn. Y grows upwards, as in PDF."""

    left: float
    bottom: float
    right: float
    top: float

    def beside(self, other: "Box") -> bool:
        """Whether both stand on one line: they share half of the lower one's height."""
        shared = min(self.top, other.top) - max(self.bottom, other.bottom)
        return shared * 2 > min(self.top - self.bottom, other.top - other.bottom)

    def with_box(self, other: "Box") -> "Box":
        return Box(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )


def in_columns(drawn: Sequence[Box]) -> list[Box] | None:
    """The lines of a page in reading order, or None where the order of drawing serves.

    drawn: the pieces of text in the order in which they were drawn.
    """
    gutter = _gutter(drawn)
    if gutter is None:
        return None
    lines: list[Box] = []
    mixed = False
    for across, band in _bands(drawn, gutter):
        if across:
            lines += _lines(band)
            continue
        left = _lines([box for box in band if box.right <= gutter])
        right = _lines([box for box in band if box.left >= gutter])
        if _is_prose(left) and _is_prose(right) and _switches(band, gutter) >= min(len(left), len(right)):
            mixed = True
            lines += [*left, *right]
        else:
            lines += _lines(band)
    return lines if mixed else None


def _gutter(drawn: Sequence[Box]) -> float | None:
    """The middle of the widest upright strip that the fewest pieces cross, or None."""
    if len(drawn) < 2 * MIN_LINES:
        return None
    start, end = min(box.left for box in drawn), max(box.right for box in drawn)
    low, high = (start + (end - start) * share for share in MIDDLE)
    edges = sorted({low, high, *(x for box in drawn for x in (box.left, box.right) if low < x < high)})
    strips = [(b - a, (a + b) / 2) for a, b in pairwise(edges) if b - a >= MIN_GUTTER]
    if not strips:
        return None
    crossed = {middle: sum(box.left < middle < box.right for box in drawn) for _, middle in strips}
    fewest = min(crossed.values())
    if fewest * 2 > len(drawn):
        return None
    return max(strip for strip in strips if crossed[strip[1]] == fewest)[1]


def _bands(drawn: Sequence[Box], gutter: float) -> Iterator[tuple[bool, list[Box]]]:
    """Yield the page from top to bottom: what runs across the gutter, and what stands beside it."""
    across = [box for box in drawn if box.left < gutter < box.right]

    def place(box: Box) -> tuple[int, bool]:
        return sum(other.bottom >= box.top for other in across), box in across

    numbered = sorted(((place(box), number) for number, box in enumerate(drawn)), key=lambda one: one[0])
    for (_, is_across), band in groupby(numbered, key=lambda one: one[0]):
        yield is_across, [drawn[number] for _, number in band]


def _lines(boxes: Sequence[Box]) -> list[Box]:
    """Join what stands on one line, from top to bottom."""
    lines: list[Box] = []
    for box in sorted(boxes, key=lambda one: -one.top):
        if lines and lines[-1].beside(box):
            lines[-1] = lines[-1].with_box(box)
        else:
            lines.append(box)
    return lines


def _is_prose(lines: Sequence[Box]) -> bool:
    if len(lines) < MIN_LINES:
        return False
    width = max(line.right for line in lines) - min(line.left for line in lines)
    return median(line.right - line.left for line in lines) >= MIN_FILLED * width


def _switches(drawn: Sequence[Box], gutter: float) -> int:
    """How often the drawing crossed over from the left column to the right one."""
    return sum(a.right <= gutter <= b.left for a, b in pairwise(drawn))
