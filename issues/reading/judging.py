"""Decides with a judge which candidates of a text are proposed."""

from collections.abc import Sequence
from dataclasses import replace

from issues.reading.candidates import Candidate, Setting
from issues.reading.evidence import Evidence
from issues.reading.judge import Judge
from issues.reading.marks import Marks
from issues.reading.people import People
from issues.reading.suggestions import Reason, Suggestion
from issues.reading.text_forms import Form
from issues.vocabulary import CATEGORY_OTHER_BILATERAL

type Weighed = list[tuple[Candidate, list[str]]]

LEAST, MOST = 0.01, 0.99  # nothing is certain
NAMED = 0.7  # how far what the rules find on a named matter may fall below the threshold
DATED = 0.4  # how far a promise with a date, which must not be missed, may fall below the threshold


def judged(
    judge: Judge, marks: Marks, people: People, candidates: Sequence[Candidate], setting: Setting
) -> tuple[Suggestion, ...]:
    """Return the candidates likely enough to be kept, with how likely that is and what spoke for it."""
    weighed = with_evidence(marks, people, candidates, setting)
    likely = [judge.likely(names) for _, names in weighed]
    if max(likely, default=0.0) < _asked_of_text(judge, candidates, setting):
        return ()
    return tuple(
        _told(one.suggestion, p, judge.told(names))
        for (one, names), p in zip(weighed, likely, strict=True)
        if p >= _asked(judge.thresholds[setting.language], one, setting)
    )


def _asked_of_text(judge: Judge, candidates: Sequence[Candidate], setting: Setting) -> float:
    """Return how likely the likeliest must be; less is asked where the rules find a dated promise."""
    owed = any(one.sure and one.suggestion.pledge_due is not None for one in candidates)
    asked = judge.texts.get(setting.language, 0.0)
    return min(asked, judge.thresholds[setting.language] * DATED) if owed and not setting.domestic else asked


def _asked(threshold: float, one: Candidate, setting: Setting) -> float:
    """Return how likely a candidate must be; less is asked of what the rules find and must not be missed."""
    if one.suggestion.pledge_due is not None and (one.sure or _on_the_pair(one, setting)):
        return threshold * DATED
    is_named = one.passage.subject.category != CATEGORY_OTHER_BILATERAL
    return threshold * NAMED if one.sure and is_named else threshold


def _on_the_pair(one: Candidate, setting: Setting) -> bool:
    """Whether the title makes the text one on two parties, and in a talk the passage names one of them."""
    named = setting.form is not Form.TALK or bool(one.passage.link.hits)
    return setting.firm and not setting.domestic and named and one.passage.pair == setting.usual


def _told(one: Suggestion, likely: float, why: str) -> Suggestion:
    reason = Reason("worth", "", None, None, why)
    sure = round(min(MOST, max(LEAST, likely)), 2)
    return replace(one, confidence=sure, reasons=(*one.reasons, reason))


def with_evidence(marks: Marks, people: People, candidates: Sequence[Candidate], setting: Setting) -> Weighed:
    """Return the candidates of a text, each with the names of what speaks for and against it."""
    evidence = Evidence(marks, people, candidates, setting)
    return [(one, evidence.of(one)) for one in candidates]
