"""What was learned from reviews, laid over what the rules propose: after the rules, and never instead.

The suggester may change a category or a signal and the order of what waits, each only where held-back
reviews showed it better than the rules. It proposes no passage and knows no issue that we do not track.
"""

import json
import logging
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from issues.ingest.gazetteer import current_gazetteer
from issues.learning.features import Observer
from issues.learning.observation import KEPT, Passage, Question
from issues.learning.suggester import Answer, Suggester
from issues.learning.weights import BadWeights
from issues.models import Issue, SuggesterVersion
from issues.reading.reader import Reason, Suggestion
from issues.vocabulary import Signal

logger = logging.getLogger(__name__)

LEAST, MOST = 0.05, 0.99  # what is learned is never certain

type Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Loaded:
    version_id: int
    suggester: Suggester | None


_loaded: _Loaded | None = None


def current_suggester() -> Suggester | None:
    """Return the version in use, read once a process; None where there is none, or it is not whole."""
    global _loaded  # noqa: PLW0603 - one a process, like the gazetteer
    pk = SuggesterVersion.objects.filter(in_use=True).values_list("pk", flat=True).first()
    if pk is None:
        return None
    if _loaded is None or _loaded.version_id != pk:
        _loaded = _Loaded(pk, _read(SuggesterVersion.objects.get(pk=pk)))
    return _loaded.suggester


def _read(version: SuggesterVersion) -> Suggester | None:
    if not version.is_whole:
        logger.error("The weights of suggester %s are not those that were trained: not used.", version.pk)
        return None
    try:
        return Suggester.from_json(json.loads(version.weights))
    except (BadWeights, ValueError) as error:
        logger.error("Suggester %s cannot be read (%s): not used.", version.pk, error)
        return None


def advised(suggestions: Iterable[Suggestion], *, language: str | None) -> tuple[Suggestion, ...]:
    """Return the suggestions as the suggester in use would have them; as they are where none is."""
    found = tuple(suggestions)
    suggester = current_suggester() if found else None
    if suggester is None:
        return found
    observer = Observer(current_gazetteer())
    tracked = _categories_by_pair(one.relationship for one in found)
    return tuple(_advised(one, suggester, observer, tracked, language or "") for one in found)


def _categories_by_pair(pairs: Iterable[Pair | None]) -> Mapping[Pair, frozenset[str]]:
    """Return the categories in which we track issues, by pair. One query."""
    wanted = {pair for pair in pairs if pair}
    rows = Issue.objects.filter(
        relationship__first__in={first for first, _ in wanted},
        relationship__second__in={second for _, second in wanted},
    ).values_list("relationship__first_id", "relationship__second_id", "category_id")
    found: dict[Pair, set[str]] = defaultdict(set)
    for first, second, category in rows:
        found[first, second].add(category)
    return {pair: frozenset(categories) for pair, categories in found.items()}


def _advised(
    one: Suggestion,
    suggester: Suggester,
    observer: Observer,
    tracked: Mapping[Pair, frozenset[str]],
    language: str,
) -> Suggestion:
    answers = suggester.answers(observer, passage_of(one, language))
    said = f"learned from {suggester.reviews} reviews"
    category = answers.get(Question.CATEGORY)
    if category and one.relationship and category.value in tracked.get(one.relationship, ()):
        reasons = _reasons("category", category, one, said, instead_of=one.category or "")
        one = replace(one, category=category.value, reasons=(*one.reasons, *reasons))
    signal = answers.get(Question.SIGNAL)
    if signal and signal.value in set(Signal):
        reasons = _reasons("signal", signal, one, said, instead_of=one.signal)
        one = replace(one, signal=Signal(signal.value), reasons=(*one.reasons, *reasons))
    keep = answers.get(Question.KEEP)
    if keep:
        sure = keep.probability if keep.value == KEPT else 1 - keep.probability
        reasons = _reasons("confidence", keep, one, said, instead_of=f"{one.confidence}")
        one = replace(one, confidence=round(min(MOST, max(LEAST, sure)), 2), reasons=(*one.reasons, *reasons))
    return one


def passage_of(one: Suggestion, language: str) -> Passage:
    """Return a suggestion as the suggester is asked about it."""
    return Passage(
        quote=one.quote,
        language=language,
        question=one.question,
        kind=one.kind,
        category=one.category,
        signal=one.signal,
        confidence=one.confidence,
        notes=frozenset(f"{reason.about}: {reason.note}" for reason in one.reasons if reason.note),
    )


def _reasons(about: str, answer: Answer, one: Suggestion, said: str, *, instead_of: str) -> list[Reason]:
    """Return the features behind an answer: words with their place in the text, or what else weighed."""
    speaks = f"{said}: speaks for {answer.value.replace('_', ' ')}"
    reasons = [
        Reason(
            about,
            ground.words if ground.start is not None else "",
            one.start + ground.start if ground.start is not None else None,
            one.start + ground.end if ground.end is not None else None,
            f"{speaks} ({ground.weight:+.1f}{'' if ground.start is not None else f', {ground.words}'})",
            instead_of,
        )
        for ground in answer.grounds
    ]
    return reasons or [Reason(about, "", None, None, f"{speaks} (no single word weighs)", instead_of)]
