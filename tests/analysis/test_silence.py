"""Which party is not heard on an issue, in whose words, and when nothing can be said of it."""

from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from issues.analysis.silence import Silence, silences
from issues.models import Document, Issue, PollRun, Source
from issues.vocabulary import PollOutcome, ReviewState, SourceKind
from tests.factories import (
    make_capture,
    make_document,
    make_issue,
    make_party,
    make_relationship,
    make_source,
    make_statement,
    make_user,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)


NUMBERS = count(1)


def ago(days: int) -> str:
    return (TODAY - timedelta(days=days)).isoformat()


def publish(source: Source | None, days: int) -> Document:
    at = datetime.combine(TODAY - timedelta(days=days), datetime.min.time(), UTC)
    return make_document(source=source, published_on=ago(days), found_at=at)


@pytest.fixture
def issue() -> Issue:
    make_party("XN", "Norland")
    make_party("XV", "Vesperia")
    return make_issue(relationship=make_relationship())


@pytest.fixture
def source() -> Source:
    """A hand-made one, to which somebody added a text yesterday."""
    source = make_source("Norland Courier", kind=SourceKind.PASTE)
    publish(source, 1)
    return source


def speak(
    issue: Issue,
    *days: int,
    party: str = "XN",
    source: Source | None = None,
    joint: str = "",
    stated_on: str = "",
) -> None:
    editor = make_user()
    for back in days:
        words = f"Point {next(NUMBERS)} was made."
        document = publish(source, back)
        statement = make_statement(
            words,
            issue=issue,
            party=party,
            capture=make_capture(words, document=document),
            editor=editor,
            stated_on=stated_on or ago(back),
        )
        if joint:
            statement.joint_parties.set([make_party(joint)])


def of(issue: Issue, today: date = TODAY) -> tuple[Silence, ...]:
    return silences([issue.pk], today=today).get(issue.pk, ())


USUAL = (129, 120, 111, 102, 93, 84)  # every nine days; then nothing for twelve weeks


def test_it_says_who_since_when_and_how_often_usually(issue: Issue, source: Source) -> None:
    speak(issue, *USUAL, source=source)
    (found,) = of(issue)
    assert found.text == "not mentioned by Norland since 1 Sep 2026; usually every 9 days"
    assert (found.party, found.since, found.usual) == ("XN", date(2026, 9, 1), 9)
    assert not found.is_unheard


def test_within_three_usual_gaps_it_says_nothing(issue: Issue, source: Source) -> None:
    speak(issue, *(days - 57 for days in USUAL), source=source)
    assert of(issue) == ()
    assert of(issue, TODAY + timedelta(days=1))[0].party == "XN"


def test_too_few_days_say_nothing(issue: Issue, source: Source) -> None:
    speak(issue, *USUAL[1:], source=source)
    speak(issue, *[USUAL[1]] * 4, source=source)
    assert of(issue) == ()


def test_each_party_has_its_own_rhythm(issue: Issue, source: Source) -> None:
    speak(issue, *USUAL, source=source)
    speak(issue, 400, 300, 230, 160, 120, 60, party="XV", source=source)
    assert [found.party for found in of(issue)] == ["XN"]


def test_both_may_be_silent_in_the_order_of_the_pair(issue: Issue, source: Source) -> None:
    speak(issue, *USUAL, party="XV", source=source)
    speak(issue, *USUAL, party="XN", source=source)
    assert [found.name for found in of(issue)] == ["Norland", "Vesperia"]


def test_a_joint_text_is_heard_of_each_of_its_parties(issue: Issue, source: Source) -> None:
    speak(issue, *USUAL, source=source)
    speak(issue, 3, party="XV", joint="XN", source=source)
    assert of(issue) == ()


def test_others_are_no_party_of_it(issue: Issue, source: Source) -> None:
    speak(issue, *USUAL, party="XO", source=source)
    assert of(issue) == ()


def test_what_is_not_accepted_breaks_no_silence(issue: Issue, source: Source) -> None:
    speak(issue, *USUAL, source=source)
    make_statement("Perhaps.", issue=issue, stated_on=ago(2), state=ReviewState.SUGGESTED)
    assert len(of(issue)) == 1


def test_an_imprecise_date_that_may_be_of_late_breaks_it(issue: Issue, source: Source) -> None:
    speak(issue, *USUAL, source=source)
    speak(issue, 80, source=source, stated_on="2026-09")
    assert of(issue)[0].text.startswith("not mentioned by Norland since Sep 2026")
    speak(issue, 79, source=source, stated_on="2026-08/2026-11-20")
    assert of(issue) == ()


def test_words_of_later_days_do_not_count_yet(issue: Issue, source: Source) -> None:
    speak(issue, *USUAL, source=source)
    speak(issue, 2, source=source)
    assert of(issue) == ()
    assert of(issue, TODAY - timedelta(days=3))[0].since == date(2026, 9, 1)


def poll(source: Source, back: int, outcome: PollOutcome = PollOutcome.OK) -> None:
    started = datetime.combine(TODAY - timedelta(days=back), datetime.min.time(), UTC)
    PollRun.objects.create(source=source, started_at=started, finished_at=started, outcome=outcome)


def test_a_source_that_did_not_answer_is_named_instead(issue: Issue) -> None:
    source = make_source("Norland Courier")
    speak(issue, *USUAL, source=source)
    publish(source, 50)
    for back in range(100):
        poll(source, back, PollOutcome.OK if back > 49 else PollOutcome.FAILED)
    (found,) = of(issue)
    assert found.is_unheard
    assert found.text == "nothing heard of Norland since 1 Sep 2026; no news from Norland Courier either"


def test_a_source_that_answered_lets_it_be_said(issue: Issue) -> None:
    source = make_source("Norland Courier")
    speak(issue, *USUAL, source=source)
    publish(source, 2)
    for back in range(100):
        poll(source, back, PollOutcome.NOT_MODIFIED)
    assert not of(issue)[0].is_unheard


def test_a_source_that_brings_nothing_at_all_is_named_instead(issue: Issue) -> None:
    source = make_source("Norland Courier", kind=SourceKind.PASTE)
    speak(issue, *USUAL, source=source)
    assert of(issue)[0].is_unheard


def test_only_who_brought_the_newest_words_must_have_listened(issue: Issue, source: Source) -> None:
    gone = make_source("Norland Gazette", kind=SourceKind.PASTE)
    speak(issue, *(days + 54 for days in USUAL for _ in range(2)), source=gone)
    speak(issue, *USUAL, source=source)
    [silence] = of(issue)
    assert not silence.is_unheard


def test_two_queries_whatever_the_number_of_issues_and_none_for_nobody(issue: Issue, source: Source) -> None:
    others = [make_issue(f"Issue {number}") for number in range(4)]
    for one in (issue, *others):
        speak(one, *USUAL, source=source)
    with CaptureQueriesContext(connection) as queries:
        found = silences([issue.pk, *(one.pk for one in others)], today=TODAY)
    assert len(found) == 5
    assert len(queries) == 2
    quiet = make_issue("Quiet")
    with CaptureQueriesContext(connection) as queries:
        assert silences([quiet.pk], today=TODAY) == {}
    assert len(queries) == 1
