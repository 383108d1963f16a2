"""An issue's page: its lead, its list with filters and counts, its figure."""

from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse

from issues.analysis.filters import Filters
from issues.analysis.issue_figure import timeline_figure
from issues.analysis.issue_head import IssueHead, issue_head
from issues.analysis.issue_page import FilterGroup, StatementList, statement_list
from issues.analysis.issue_request import Request, presets, read_request, undated_address
from issues.analysis.statement_list import PAGE
from issues.models import Appearance, Issue
from issues.vocabulary import DateOrigin, Phase, ReviewState, Signal, StatementKind
from tests.factories import (
    make_capture,
    make_issue,
    make_official,
    make_party,
    make_pledge,
    make_statement,
    make_status,
    make_user,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)


def head_of(issue: Issue) -> IssueHead:
    head = issue_head(issue.slug, today=TODAY)
    assert head is not None
    return head


def ask(issue: Issue, **params: str) -> Request:
    return read_request(head_of(issue), params, today=TODAY)


def words(found: StatementList) -> list[str]:
    return [row.words for row in found.rows]


def counts(groups: tuple[FilterGroup, ...]) -> dict[str, dict[str, int | None]]:
    return {group.name: {choice.label: choice.count for choice in group.choices} for group in groups}


def test_there_is_no_head_without_an_issue() -> None:
    assert issue_head("nothing", today=TODAY) is None


def test_the_lead_says_where_it_stands_on_which_words_and_who_claims_what() -> None:
    issue, editor = make_issue(), make_user()
    evidence = [make_statement(f"Words {number}.", issue=issue, editor=editor) for number in range(3)]
    change = make_status(issue, Phase.STALLED, effective_on="2025-11-03", evidence=evidence, editor=editor)
    claim = make_status(issue, Phase.CONSULTING, perspective=make_party("XV"), effective_on="2026-06")
    make_status(issue, Phase.STALLED, perspective=make_party("XN"))
    make_statement("Perhaps.", issue=issue, state=ReviewState.SUGGESTED)
    lead = head_of(issue).lead
    assert lead.since is not None
    assert (lead.badge.label, lead.since.text, lead.trend) == ("Stalled", "3 November 2025", "→ unchanged")
    assert lead.evidence_text == "3 statements"
    assert [cited.address for cited in lead.evidence] == [
        reverse("statement", args=(statement.pk,)) for statement in evidence
    ]
    assert f"evidence={change.pk}" in lead.evidence_address
    assert [(each.party, each.phase, each.since) for each in lead.claims] == [
        ("Party XN", "stalled", "26 Jun 2026"),
        ("Party XV", "consulting", "Jun 2026"),
    ]
    assert f"evidence={claim.pk}" in lead.claims[1].address
    assert lead.is_conflict
    assert lead.waiting == "1 suggestion awaits review"


def test_the_list_has_the_window_newest_first() -> None:
    issue = make_issue()
    for stated_on in ("2026-06-26", "2026-10-01", "2019-01-01", ""):
        make_statement(f"On {stated_on or 'no day'}.", issue=issue, stated_on=stated_on)
    make_statement("Elsewhere.", issue=make_issue("Other", relationship=issue.relationship))
    assert words(statement_list(ask(issue, window="1y"))) == ["“On 2026-10-01.”", "“On 2026-06-26.”"]
    assert len(words(statement_list(ask(issue, window="all")))) == 3
    assert words(statement_list(ask(issue, window="undated"))) == ["“On no day.”"]
    assert undated_address(ask(issue)).endswith("?window=undated#statements")


def test_a_row_says_who_when_where_and_what_was_promised() -> None:
    issue, official = make_issue(), make_official("Karel Aldren")
    statement = make_statement("We will talk.", issue=issue, official=official, signal=Signal.COMMITMENT)
    make_pledge(statement, "2026-08-31")
    reprint = make_capture("“We will talk.”")
    Appearance.objects.create(statement=statement, capture=reprint, start=1, end=14, quote="We will talk.")
    (row,) = statement_list(ask(issue)).rows
    assert (row.speaker, row.party) == ("Karel Aldren", "Party XN")
    assert row.speaker_address == reverse("official", args=(official.slug,))
    assert row.signal is not None
    assert row.signal.label == "commitment"
    assert (row.pledge, row.is_overdue) == ("pledge due 31 Aug 2026, 85 days overdue", True)
    assert row.details.startswith("direct quote · Courier ")
    assert row.details.endswith(" UTC · 2 independent origins, 2 appearances")
    assert row.date.provenance == "from the publication date"


def test_filters_and_what_each_choice_would_leave() -> None:
    issue = make_issue()
    aldren, moreau = make_official("Karel Aldren"), make_official("Tessa Moreau", party="XV")
    make_statement("One.", issue=issue, official=aldren, signal=Signal.REFUSAL)
    make_statement("Two.", issue=issue, official=aldren, signal=Signal.OFFER)
    make_statement("Three.", issue=issue, official=moreau, signal=Signal.OFFER)
    found = statement_list(ask(issue, party="XN"))
    assert sorted(words(found)) == ["“One.”", "“Two.”"]
    assert found.heading.startswith("2 statements, ")
    assert counts(found.groups) == {
        "Party": {"Party XN": 2, "Party XV": 1},
        "Signal": {"offer": 1, "refusal": 1},
        "Official": {"Karel Aldren": 2},
    }
    both = statement_list(ask(issue, party="XN", signal="offer"))
    assert words(both) == ["“Two.”"]
    assert counts(both.groups)["Signal"] == {"offer": 1, "refusal": 1}
    assert words(statement_list(ask(issue, official=moreau.slug))) == ["“Three.”"]
    assert statement_list(ask(issue, party="XN", signal="threat")).rows == ()


def test_a_choice_leads_to_itself_and_back() -> None:
    issue = make_issue()
    make_statement("One.", issue=issue, signal=Signal.REFUSAL)
    (choice,) = statement_list(ask(issue)).groups[1].choices
    assert choice.address.endswith("?signal=refusal#statements")
    chosen = statement_list(ask(issue, signal="refusal"))
    assert chosen.groups[1].choices[0].is_current
    assert "signal" not in chosen.groups[1].choices[0].address
    assert "signal" not in chosen.clear


def test_a_joint_text_belongs_to_both_parties() -> None:
    issue = make_issue()
    joint = make_statement("We agree.", issue=issue, kind=StatementKind.OFFICIAL_TEXT)
    joint.joint_parties.add(make_party("XV"))
    of_one = statement_list(ask(issue, party="XV"))
    assert words(of_one) == ["“We agree.”"]
    assert [row.party for row in of_one.rows] == ["Party XN and Party XV"]
    assert counts(statement_list(ask(issue)).groups)["Party"] == {"Party XN": 1, "Party XV": 1}
    figure = timeline_figure(ask(issue)).drawings[0]
    assert len(figure.marks) == 2


def test_who_is_no_party_has_a_lane_and_a_filter() -> None:
    issue = make_issue()
    make_statement("As a neighbour.", issue=issue, party="XW")
    make_statement("We.", issue=issue)
    names = [text.words for text in timeline_figure(ask(issue)).drawings[0].names]
    assert names == ["Assessed", "Party XN", "Party XV", "Others"]
    others = statement_list(ask(issue, party="others"))
    assert words(others) == ["“As a neighbour.”"]
    assert [choice.label for choice in others.groups[0].choices if choice.is_current] == ["Others"]


def test_the_evidence_of_a_status_can_be_listed_whatever_the_window() -> None:
    issue, editor = make_issue(), make_user()
    cited = make_statement("Long ago.", issue=issue, stated_on="2001-01-01", editor=editor)
    change = make_status(issue, evidence=[cited], editor=editor)
    make_statement("Now.", issue=issue, stated_on="2026-11-01")
    found = statement_list(ask(issue, window="3m", evidence=str(change.pk)))
    assert words(found) == ["“Long ago.”"]
    assert found.heading == "1 statement as evidence"


def test_pages_hold_every_statement_once_though_days_are_shared() -> None:
    issue, editor = make_issue(), make_user()
    capture = make_capture("\n".join(f"Point {number} made." for number in range(60)))
    for number in range(60):
        stated_on = (date(2026, 3, 1) + timedelta(days=number // 20)).isoformat()
        make_statement(
            f"Point {number} made.", issue=issue, capture=capture, stated_on=stated_on, editor=editor
        )
    seen: list[str] = []
    request = ask(issue)
    while True:
        page = statement_list(request)
        seen += words(page)
        assert len(page.rows) <= PAGE
        if not page.older:
            break
        before = page.older.split("before=")[1].split("#")[0]
        request = ask(issue, before=before)
        assert statement_list(request).newest
    assert len(seen) == 60
    assert len(set(seen)) == 60
    assert seen[0] == "“Point 59 made.”"


def test_presets_keep_the_filters_and_leave_the_page() -> None:
    issue = make_issue()
    request = ask(issue, party="XN", before="2026-01-01.5", window="3y")
    addresses = {choice.label: choice.address for choice in presets(request)}
    assert addresses["3 months"].endswith("?window=3m&party=XN")
    assert [choice.label for choice in presets(request) if choice.is_current] == ["3 years"]


def test_an_imprecise_statement_and_one_without_a_date_in_the_figure() -> None:
    issue = make_issue()
    make_statement("In March.", issue=issue, stated_on="2026-03")
    make_statement("Some day.", issue=issue, stated_on="")
    figure = timeline_figure(ask(issue))
    assert len(figure.drawings[0].marks) == 1
    assert figure.drawings[0].marks[0].span
    assert figure.notes == ("1 statement without a date cannot be drawn.",)


def test_the_figure_counts_what_is_dense_in_the_database() -> None:
    issue, editor = make_issue(), make_user()
    capture = make_capture("\n".join(f"Point {number} made." for number in range(9)))
    for number in range(9):
        make_statement(f"Point {number} made.", issue=issue, capture=capture, editor=editor)
    figure = timeline_figure(ask(issue))
    (cluster,) = figure.drawings[0].clusters
    assert cluster.count == "9"
    assert cluster.label == "9 statements, Party XN, 26 Jun 2026: 9 neither way"
    listed = ask(issue, **{"party": "XN", "from": "2026-06-26", "to": "2026-06-26"})
    assert parse_qs(urlsplit(cluster.address).query) == parse_qs(urlsplit(listed.address()).query)
    assert len(statement_list(listed).rows) == 9


def test_a_pledge_is_a_bracket_that_says_how_late_it_is() -> None:
    issue = make_issue()
    statement = make_statement("Before this summer is out.", issue=issue, signal=Signal.COMMITMENT)
    make_pledge(statement, "2026-06-26/2026-08-31", due_on_words="before this summer is out")
    make_pledge(make_statement("Some day.", issue=issue), "")
    figure = timeline_figure(ask(issue))
    (bracket,) = figure.drawings[0].brackets
    assert bracket.text.words == "85 days overdue · “before this summer is out”"
    assert bracket.run_on
    assert bracket.address == reverse("statement", args=(statement.pk,))
    assert "1 pledge without a date cannot be drawn." in figure.notes


def test_an_empty_figure_says_so() -> None:
    figure = timeline_figure(ask(make_issue()))
    assert figure.is_empty
    assert "Not assessed." in figure.description


def test_the_request_is_what_the_address_says() -> None:
    request = ask(make_issue(), party="XN", signal="junk")
    assert request.filters == Filters(party="XN")


def test_a_correction_of_the_day_moves_the_statement() -> None:
    issue = make_issue()
    statement = make_statement("Moved.", issue=issue, stated_on="2026-06-26")
    statement.stated_on, statement.stated_on_origin = "2019-01-01", DateOrigin.EDITOR
    statement.save()
    assert not statement_list(ask(issue, window="3y")).rows
    assert statement_list(ask(issue, window="all")).rows
