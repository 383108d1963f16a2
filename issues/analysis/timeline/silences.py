"""Silence as a dotted stretch of a lane, with its sentence beneath. Pure geometry."""

from datetime import timedelta

from issues.analysis.timeline.data import Silence
from issues.analysis.timeline.labels import fit_text, text_width
from issues.analysis.timeline.scale import Scale
from issues.analysis.timeline.shapes import Canvas, Quiet, Text, number

LINE = 16.0  # what a lane grows by, for each line of the sentence
AFTER_MARK = 10.0
HALF = 3.5
STEP = 6.0


def sentence_lines(silence: Silence, canvas: Canvas) -> list[str]:
    """The sentence in one line, or broken after its first half; cut where even that finds no room."""
    room = canvas.right - canvas.left
    if text_width(silence.sentence, canvas.small) <= room:
        return [silence.sentence]
    head, stop, rest = silence.sentence.partition("; ")
    lines = [f"{head};", rest] if stop else [head]
    return [fit_text(line, room, canvas.small) for line in lines]


def draw_silence(silence: Silence, *, scale: Scale, canvas: Canvas, y: float, text_y: float) -> Quiet | None:
    """Draw the silence of a lane around the line at `y`; None where it keeps none in these days."""
    if silence.until < scale.start or silence.since >= scale.end:
        return None
    low = scale.middle(max(silence.since, scale.start)) + (AFTER_MARK if silence.since >= scale.start else 0)
    high = scale.x(silence.until + timedelta(days=1))
    count = max(int((high - low) / STEP), 0)
    path = "".join(
        f"M{number(low + STEP * place)} {number(y - HALF)}v{number(2 * HALF)}" for place in range(count)
    )
    texts = []
    for place, words in enumerate(sentence_lines(silence, canvas)):
        right = max(high - 3, canvas.left + text_width(words, canvas.small))
        texts.append(Text(number(right), number(text_y + place * LINE), words, "silence", "end"))
    return Quiet(path, tuple(texts))
