"""The demo editor's script refers to words that stand in the documents."""

from collections import defaultdict
from datetime import date

import pytest

from issues.demo.additions import Addition, read_additions
from issues.demo.articles import read_edition
from issues.demo.cast import read_cast
from issues.demo.script import Words, read_script
from issues.reading.dates import find_deadline
from issues.vocabulary import Phase, PledgeOutcome

TODAY = date(2026, 11, 24)
SCRIPT = read_script(TODAY)
LOOKED_UP = [
    *(words for words in SCRIPT.left if words.words),
    *(addition.looked_up for addition in read_additions(TODAY)),
    *(words for status in SCRIPT.statuses for words in status.evidence),
    *(words for outcome in SCRIPT.outcomes for words in (outcome.pledge, outcome.shown_by)),
]


@pytest.mark.parametrize("looked_up", LOOKED_UP, ids=lambda each: f"{each.path}: {each.words}")
def test_looked_up_words_stand_once_in_their_document(looked_up: Words) -> None:
    article = read_edition(TODAY).articles[looked_up.path]
    assert sum(words.count(looked_up.words) for words in article.paragraphs) == 1


def test_no_status_begins_before_its_first_evidence_or_long_after() -> None:
    articles = read_edition(TODAY).articles
    for status in SCRIPT.statuses:
        days = [articles[words.path].published_at.date() for words in status.evidence]
        assert min(abs((day - status.effective_on).days) for day in days) <= 4, status


def test_every_issue_moves_and_is_seen_from_both_sides() -> None:
    assessed: dict[str, list[Phase]] = defaultdict(list)
    claimed: dict[str, set[str]] = defaultdict(set)
    for status in SCRIPT.statuses:
        if status.perspective:
            claimed[status.issue].add(status.perspective)
        else:
            assessed[status.issue].append(status.phase)
    cast = read_cast(TODAY)
    for issue in cast.issues:
        assert len(assessed[issue.slug]) >= 2, issue
        assert claimed[issue.slug] == set(cast.pair), issue
    assert len({phases[-1] for phases in assessed.values()}) == 5


def test_outcomes_are_of_several_kinds_and_some_pledges_stay_open() -> None:
    assert {outcome.outcome for outcome in SCRIPT.outcomes} == {
        PledgeOutcome.MET,
        PledgeOutcome.MISSED,
        PledgeOutcome.MET_LATE,
    }
    decided = {outcome.pledge.path for outcome in SCRIPT.outcomes}
    assert not decided & {"courier/aldrenn-questions", "vesper-wire/santorel-lists"}


@pytest.mark.parametrize("added", read_additions(TODAY), ids=lambda each: each.looked_up.words)
def test_an_addition_stands_in_its_document_and_has_one_speaker(added: Addition) -> None:
    article = read_edition(TODAY).articles[added.looked_up.path]
    assert any(added.passage in words for words in article.paragraphs)
    cast = read_cast(TODAY)
    if added.official:
        assert added.official in {official.slug for official in cast.officials}
        assert (added.speaker, added.party) == ("", "")
    else:
        assert added.speaker
        assert added.party in cast.pair


def test_added_pledges_fall_due_by_their_own_words() -> None:
    promised = [added for added in read_additions(TODAY) if added.is_pledge]
    assert len(promised) >= 5
    for added in promised:
        said_on = read_edition(TODAY).articles[added.looked_up.path].published_at.date()
        deadline = find_deadline(added.passage, anchor=said_on, language="en")
        assert deadline is not None
        assert deadline.due is not None
        assert deadline.due.upper is not None
        assert deadline.due.upper >= said_on
