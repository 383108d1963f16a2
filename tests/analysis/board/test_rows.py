"""The board: a row says where an issue stands and leads to the words."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from issues.analysis.board.rows import BoardRow, board_rows, with_backlog
from issues.desk.reading import follow_issue
from issues.models import Issue, Relationship, Statement
from issues.vocabulary import Phase, PledgeOutcome, ReviewState, SourceKind, StatementKind, Trend
from tests.factories import (
    make_document,
    make_issue,
    make_link,
    make_official,
    make_party,
    make_pledge,
    make_source,
    make_statement,
    make_status,
    make_tenure,
    make_user,
    relink,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)


def row_of(issue: Issue) -> BoardRow:
    (row,) = rows_of(issue.relationship)
    return row


def rows_of(pair: Relationship) -> tuple[BoardRow, ...]:
    issues = with_backlog(pair.issues.order_by("position", "title"), reader=None)
    return board_rows(list(issues), today=TODAY).rows


def test_an_issue_without_anything_is_not_assessed() -> None:
    row = row_of(make_issue("Visas"))
    assert (row.title, row.badge.phase, row.since, row.trend_arrow) == ("Visas", Phase.NOT_ASSESSED, "", "")
    assert (row.last, row.next, row.to_review, row.conflict) == (None, None, 0, "")


def test_the_status_says_since_when_and_how_it_moved() -> None:
    issue = make_issue()
    make_status(issue, Phase.CONSULTING, effective_on="2025-02")
    make_status(issue, Phase.STALLED, effective_on="2025-11-03", trend=Trend.DETERIORATED)
    row = row_of(issue)
    assert (row.badge.phase, row.since) == (Phase.STALLED, "since 3 Nov 2025")
    assert (row.trend_arrow, row.trend_label) == ("↘", "Deteriorated")
    assert [piece.badge.phase for piece in row.ribbon.pieces] == [Phase.CONSULTING, Phase.STALLED]


def test_the_last_words_are_the_newest_dated_accepted_ones_and_whose() -> None:
    issue, official = make_issue(), make_official("Karel Aldren")
    make_tenure(official, "Deputy Foreign Minister", started_on=date(2020, 1, 1), ended_on=date(2026, 6, 30))
    make_statement("We will talk.", issue=issue, official=official, stated_on="2026-06-26")
    make_statement("Later, but undated.", issue=issue, stated_on="")
    make_statement("Only suggested.", issue=issue, stated_on="2026-09-01", state=ReviewState.SUGGESTED)
    last = row_of(issue).last
    assert last is not None
    assert (last.words, last.speaker, last.office) == (
        "“We will talk.”",
        "Karel Aldren",
        "Deputy Foreign Minister",
    )
    assert (last.party, last.when) == ("XN", "26 Jun 2026")


def test_the_office_is_that_of_the_day() -> None:
    issue, official = make_issue(), make_official("Karel Aldren")
    make_tenure(official, "Ambassador", started_on=date(2020, 1, 1), ended_on=date(2025, 12, 31))
    make_tenure(official, "Minister", started_on=date(2026, 1, 1))
    make_statement("Then.", issue=issue, official=official, stated_on="2025-06-26")
    last = row_of(issue).last
    assert last is not None
    assert last.office == "Ambassador"


def test_a_year_that_two_offices_share_names_none() -> None:
    issue, official = make_issue(), make_official("Karel Aldren")
    make_tenure(official, "Ambassador", started_on=date(2020, 1, 1), ended_on=date(2025, 6, 30))
    make_tenure(official, "Minister", started_on=date(2025, 7, 1))
    make_statement("Some day.", issue=issue, official=official, stated_on="2025")
    last = row_of(issue).last
    assert last is not None
    assert last.office == ""


def test_a_paraphrase_stands_without_quotation_marks() -> None:
    issue = make_issue()
    make_statement("He said they would talk.", issue=issue, kind=StatementKind.REPORTED_SPEECH)
    last = row_of(issue).last
    assert last is not None
    assert last.words == "He said they would talk."


def test_a_joint_text_is_the_last_word_of_both() -> None:
    issue = make_issue()
    joint = make_statement("We agree.", issue=issue, kind=StatementKind.OFFICIAL_TEXT)
    joint.joint_parties.add(make_party("XV"))
    last = row_of(issue).last
    assert last is not None
    assert (last.party, last.is_reported) == ("XN and XV", False)


def test_withdrawn_links_do_not_speak() -> None:
    issue, editor = make_issue(), make_user()
    statement = make_statement("Wrong issue.", issue=issue, editor=editor)
    relink(statement, {}, editor=editor)
    assert row_of(issue).last is None


def test_the_next_date_is_the_pledge_that_fell_due_first() -> None:
    issue = make_issue()
    make_pledge(make_statement("Later.", issue=issue), "2027-01-31")
    overdue = make_statement("Before the summer is out.", issue=issue)
    make_pledge(overdue, "2026-06-26/2026-08-31", due_on_words="before the summer is out")
    row = row_of(issue)
    assert row.next is not None
    assert (row.next.text, row.next.is_overdue) == ("85 days overdue", True)
    assert row.next.address == reverse("statement", args=(overdue.pk,))
    assert row.next.said == "before the summer is out"


def test_pledges_that_are_decided_or_undated_are_no_next_date() -> None:
    issue, editor = make_issue(), make_user()
    make_pledge(make_statement("Some day.", issue=issue), "")
    make_pledge(
        make_statement("Done.", issue=issue),
        outcome=PledgeOutcome.MET,
        decided_at=timezone.now(),
        decided_by=editor,
    )
    assert row_of(issue).next is None


def test_unreviewed_suggestions_make_the_badge_provisional() -> None:
    issue = make_issue()
    make_status(issue)
    assert not row_of(issue).badge.is_provisional
    make_statement("Perhaps.", issue=issue, state=ReviewState.SUGGESTED)
    assert row_of(issue).badge.is_provisional
    assert row_of(issue).to_review == 1


def test_conflicting_claims_are_said() -> None:
    issue = make_issue()
    make_status(issue, Phase.STALLED, perspective=make_party("XN"))
    make_status(issue, Phase.CONSULTING, perspective=make_party("XV"))
    assert row_of(issue).conflict == "Party XN claims stalled and Party XV claims consulting"


def test_one_statement_speaks_on_several_issues() -> None:
    issue = make_issue("Visas")
    other = make_issue("Direct flights", relationship=issue.relationship)
    statement = make_statement("Both.", issue=issue)
    make_link(statement, other)
    rows = rows_of(issue.relationship)
    assert [row.last and row.last.words for row in rows] == ["“Both.”", "“Both.”"]
    assert Statement.objects.count() == 1


def test_a_row_bears_the_marks_it_can_be_filtered_by() -> None:
    issue = make_issue()
    assert row_of(issue).marks == frozenset()
    make_pledge(make_statement("Soon.", issue=issue), "2026-08-31")
    make_statement("Perhaps.", issue=issue, state=ReviewState.SUGGESTED)
    make_status(issue, Phase.STALLED, perspective=make_party("XN"))
    make_status(issue, Phase.CONSULTING, perspective=make_party("XV"))
    assert row_of(issue).marks == {"overdue", "provisional", "conflict"}


def test_who_is_silent_is_said() -> None:
    issue = make_issue()
    for month in range(1, 7):
        make_statement(f"Point {month}.", issue=issue, stated_on=f"2026-{month:02}-05")
    make_document(source=make_source(kind=SourceKind.PASTE), published_on="2026-11-01")
    (silence,) = row_of(issue).silences
    assert silence.party == "XN"


def test_only_its_own_reader_follows_an_issue() -> None:
    issue, anna = make_issue(), make_user("anna")
    follow_issue(issue=issue, user=anna)
    for reader, follows in ((anna.pk, True), (make_user("otto").pk, False), (None, False)):
        (found,) = with_backlog(Issue.objects.all(), reader=reader)
        assert board_rows([found], today=TODAY).rows[0].is_followed is follows
