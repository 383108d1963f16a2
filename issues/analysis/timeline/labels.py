"""How much room a text takes, judged generously: no font is at hand where the figure is drawn."""

from dataclasses import dataclass, field

from issues.analysis.words import shorten

# Shares of the font size, a little wider than Helvetica's; unknown letters count as wide ones.
_NARROW = frozenset("iljtfrI.,:;'|!()[]·‘’“”\" ")
_WIDE = frozenset("mwMW@%—…ЖШЩЮМФжшщюмф")
_AVERAGE, _THIN, _BROAD, _CAPITAL = 0.58, 0.34, 0.92, 0.72


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a line of text at a font size, in the same unit. Errs on the wide side."""
    width = 0.0
    for letter in text:
        if letter in _NARROW:
            width += _THIN
        elif letter in _WIDE:
            width += _BROAD
        else:
            width += _CAPITAL if letter.isupper() else _AVERAGE
    return width * size * (1.08 if bold else 1.0)


def fit_text(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """The text, cut at a word with an ellipsis to fit the room; "" where not even four letters fit."""
    if text_width(text, size, bold=bold) <= room:
        return text
    for length in range(len(text) - 1, 3, -1):
        cut = shorten(text, length)
        if text_width(cut, size, bold=bold) <= room:
            return cut
    return ""


@dataclass(slots=True)
class Taken:
    """Stretches of a line that are taken, `gap` apart; `claim` takes one where it is still free."""

    gap: float = 4.0
    stretches: list[tuple[float, float]] = field(default_factory=list)

    def is_free(self, low: float, high: float) -> bool:
        return not any(low < end + self.gap and start - self.gap < high for start, end in self.stretches)

    def claim(self, low: float, high: float) -> bool:
        if not self.is_free(low, high):
            return False
        self.stretches.append((low, high))
        return True
