"""What a passage is about: its categories, by phrases, with false friends taken out."""

from dataclasses import dataclass

from issues.reading.marks import Marks
from issues.reading.matching import Match, longest_only
from issues.vocabulary import CATEGORY_OTHER_BILATERAL

ENOUGH = 2.0  # one strong phrase, or two weak ones


@dataclass(frozen=True, slots=True)
class Topic:
    """A category with its weight and the phrases that gave it."""

    category: str
    score: float
    matches: tuple[Match, ...] = ()


def find_topics(marks: Marks, start: int, end: int) -> list[Topic]:
    """Return the categories of [start, end), heaviest first, false friends taken out.

    A matter of a named category is never also counted as an other bilateral one.
    """
    against = marks.within("against", start, end)
    by_category: dict[str, list[Match]] = {}
    for match in marks.within("category", start, end):
        slug = match.label.value
        hidden = any(a.label.value == slug and a.start < match.end and match.start < a.end for a in against)
        if not hidden:
            by_category.setdefault(slug, []).append(match)
    topics = [_topic(slug, matches) for slug, matches in by_category.items()]
    named = [topic for topic in topics if topic.category != CATEGORY_OTHER_BILATERAL]
    return sorted(
        topics, key=lambda topic: (topic.score >= ENOUGH and topic in named, topic.score), reverse=True
    )


def _topic(slug: str, matches: list[Match]) -> Topic:
    heaviest: list[Match] = []
    for match in longest_only(sorted(matches, key=lambda m: (m.start, -m.end, -m.label.weight))):
        if heaviest and (heaviest[-1].start, heaviest[-1].end) == (match.start, match.end):
            continue
        heaviest.append(match)
    words: set[str] = set()
    score = 0.0
    for match in heaviest:
        text = f"{match.label.weight}:{match.first}"
        if text not in words:
            words.add(text)
            inner = max(m.label.weight for m in matches if m.start >= match.start and m.end <= match.end)
            score += inner
    return Topic(slug, score, tuple(heaviest))
