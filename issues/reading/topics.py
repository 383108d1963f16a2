"""What a passage is about: its categories, by phrases, with false friends taken out."""

from dataclasses import dataclass, replace

from issues.reading.marks import Marks
from issues.reading.matching import Match, longest_only
from issues.reading.missions import is_scene, only_serves
from issues.vocabulary import CATEGORY_OTHER_BILATERAL

ENOUGH = 2.0  # one strong phrase, or two weak ones
VISAS, MISSIONS = "visas", "diplomatic_property"
HINT = 0.5  # what a mission weighs that only speaks or is only the scene
TITLED, FIRST = 2.0, 1.5  # what the words of a short item's title and first sentence weigh


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
            faint = slug == MISSIONS and match.label.weight > HINT and is_scene(marks, match)
            told = replace(match, label=replace(match.label, weight=HINT)) if faint else match
            by_category.setdefault(slug, []).append(told)
    missions = by_category.get(MISSIONS, [])
    visas = any(match.label.weight >= ENOUGH for match in by_category.get(VISAS, ()))
    if missions and visas and only_serves(marks, missions):
        del by_category[MISSIONS]
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


def matter_of_brief(marks: Marks, title: Marks | None, known: frozenset[str]) -> frozenset[str]:
    """Return the one matter that title and text of a short item are about; known where there is none."""
    scores: dict[str, float] = {}
    first = marks.sentences[0].end if marks.sentences else 0
    stretches = [(marks, 0, first, FIRST), (marks, first, len(marks.text), 1.0)]
    if title is not None:
        stretches.append((title, 0, len(title.text), TITLED))
    for source, start, end, weight in stretches:
        for topic in find_topics(source, start, end):
            if topic.category != CATEGORY_OTHER_BILATERAL and (not known or topic.category in known):
                scores[topic.category] = scores.get(topic.category, 0.0) + topic.score * weight
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] < ENOUGH or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
        return known
    return frozenset({ranked[0][0]})
