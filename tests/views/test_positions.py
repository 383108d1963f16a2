"""Positions and formulas of a voice on an issue."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from issues.analysis.positions.steps import AT_MOST
from issues.desk.shifts import set_shift
from issues.models import Issue, Shift, Statement, User
from issues.vocabulary import Phase, ShiftSize, StatementKind
from tests.factories import make_issue, make_official, make_statement, make_status, make_user
from tests.views.pages import HTMX, page_of, said

pytestmark = pytest.mark.django_db

POSITIONS = reverse("positions", args=("flights",))
SHIFT = reverse("shift_set", args=("flights",))


@pytest.fixture
def issue(db: None) -> Issue:
    return make_issue("Flights", slug="flights")


def say(issue: Issue, quote: str, stated_on: str, **fields: object) -> Statement:
    return make_statement(quote, issue=issue, stated_on=stated_on, **fields)  # type: ignore[arg-type]


@pytest.fixture
def pair(issue: Issue) -> tuple[Statement, Statement]:
    """The later and the earlier."""
    earlier = say(issue, "We will not resume <direct> flights this year.", "2026-06-01")
    return say(issue, "We will resume <direct> flights next year.", "2026-07-01"), earlier


def plain(page: str) -> str:
    return re.sub(r'<span class="visually-hidden">[^<]*</span>', "", page)


def test_the_words_are_compared_with_those_before(client: Client, pair: tuple[Statement, Statement]) -> None:
    page = page_of(client.get(POSITIONS))
    words = "We will<del> not</del> resume &lt;direct&gt; flights <del>this</del><ins>next</ins> year."
    assert words in plain(page)
    assert "[removed: " in page
    assert f'<a href="{pair[1].get_absolute_url()}">1 Jun 2026</a>' in page
    assert "The first on this issue." in page
    assert page.index(f'id="step-{pair[0].pk}"') < page.index(f'id="step-{pair[1].pk}"')


def test_other_words_are_shown_whole(client: Client, issue: Issue) -> None:
    say(issue, "We will not resume flights this year.", "2026-06-01")
    say(issue, "Ask somebody else about everything concerning aviation.", "2026-07-01")
    page = page_of(client.get(POSITIONS))
    assert "Almost wholly other words" in page
    assert "<del><span" not in page


def test_the_same_words_are_said_to_be_the_same(client: Client, issue: Issue) -> None:
    for day in ("2026-06-01", "2026-07-01"):
        say(issue, "We will not resume flights.", day)
    assert "The same words as on" in page_of(client.get(POSITIONS))


def test_one_statement_alone_has_nothing_to_be_compared_with(client: Client, issue: Issue) -> None:
    say(issue, "We will talk.", "2026-06-01")
    assert "One statement only: nothing to compare." in page_of(client.get(POSITIONS))


def test_without_a_statement_the_page_says_so(client: Client, issue: Issue) -> None:
    page = page_of(client.get(POSITIONS))
    assert "No accepted statement with a date." in page
    assert "No phrase comes back" in page


def test_whoever_spoke_last_is_shown_and_others_are_a_link_away(client: Client, issue: Issue) -> None:
    official = make_official("Karel Aldren", slug="karel-aldren")
    say(issue, "Norland speaks.", "2026-06-01", official=official)
    say(issue, "Vesperia speaks.", "2026-07-01", party="XV")
    page = page_of(client.get(POSITIONS))
    assert "“Vesperia speaks.”" in page
    assert "“Norland speaks.”" not in page
    assert f'href="{POSITIONS}?party=XN"' in page
    assert f'href="{POSITIONS}?official=karel-aldren"' in page
    for query in ("party=xn", "official=karel-aldren"):
        assert "“Norland speaks.”" in page_of(client.get(f"{POSITIONS}?{query}"))


@pytest.mark.parametrize("query", ["official=nobody", "party=ZZ", "party=%00%00ZZ"])
def test_who_does_not_exist_has_no_positions(client: Client, issue: Issue, query: str) -> None:
    assert client.get(f"{POSITIONS}?{query}").status_code == 404


def test_forty_at_a_time_and_none_is_left_out_between(client: Client, issue: Issue) -> None:
    for number in range(AT_MOST + 2):
        say(
            issue, f"Words number {number} of this voice.", f"2026-{1 + number // 28:02}-{1 + number % 28:02}"
        )
    page = page_of(client.get(POSITIONS))
    assert page.count('class="step"') == AT_MOST
    assert "The first on this issue." not in page
    older = re.search(r'id="older" class="button" href="([^"]+)"', page)
    assert older
    rest = page_of(client.get(older[1].replace("&amp;", "&")))
    assert rest.count('class="step"') == 2
    assert "The first on this issue." in rest
    assert 'id="newest"' in rest


def test_formulas_lead_to_their_statements(client: Client, issue: Issue) -> None:
    stock = "without any preliminary political conditions"
    used = [say(issue, f"{start} {stock}.", f"2026-0{month}-01") for month, start in enumerate("ABC", 1)]
    quoted = say(issue, f"He said: {stock}.", "2026-04-01", kind=StatementKind.REPORTED_SPEECH)
    since = [say(issue, f"Nothing new, {month}.", f"2026-0{month}-01") for month in (5, 6, 7)]
    page = page_of(client.get(POSITIONS))
    row = page[
        page.index('<th scope="row" class="formulas__words">') : page.index(
            "</table>", page.index("formulas__words")
        )
    ]
    assert stock in row
    for statement in (used[0], used[-1], since[0]):
        assert f'href="{statement.get_absolute_url()}"' in row
    assert quoted.get_absolute_url() not in row
    assert ">2</td>" in row
    assert "3 statements without it" in row


def test_a_conflict_is_said_plainly(client: Client, issue: Issue) -> None:
    make_status(issue, Phase.STALLED)
    make_status(issue, Phase.STALLED, perspective=issue.relationship.first)
    make_status(issue, Phase.OPERATING, perspective=issue.relationship.second)
    page = page_of(client.get(POSITIONS))
    assert "The claims conflict: Party XN says stalled, Party XV says operating." in page
    assert ">as assessed</td>" in page
    assert ">differs</td>" in page


def test_a_side_without_a_claim(client: Client, issue: Issue) -> None:
    page = page_of(client.get(POSITIONS))
    assert page.count("claims nothing") == 2
    assert "their claims cannot conflict" in page


def test_an_editor_judges_a_step_and_readers_read_it(
    client: Client, editor_client: Client, pair: tuple[Statement, Statement]
) -> None:
    asked = {"statement": pair[0].pk, "earlier": pair[1].pk, "size": "half", "next": f"{POSITIONS}?party=XN"}
    response = editor_client.post(SHIFT, asked)
    assert response["Location"] == f"{POSITIONS}?party=XN#step-{pair[0].pk}"
    assert said(response) == ["The step is recorded: half a shift."]
    page = page_of(client.get(POSITIONS))
    assert "<strong>half a shift</strong>" in page
    assert "step__form" not in page
    assert 'value="half" aria-pressed="true"' in page_of(editor_client.get(POSITIONS))
    editor_client.post(SHIFT, asked | {"size": ""})
    assert "not judged" in page_of(client.get(POSITIONS))


def test_what_cannot_be_judged_is_refused(editor_client: Client, pair: tuple[Statement, Statement]) -> None:
    asked = {"statement": pair[0].pk, "earlier": pair[1].pk, "size": "huge"}
    assert said(editor_client.post(SHIFT, asked)) == ["Choose none, half or full."]
    turned = {"statement": pair[1].pk, "earlier": pair[0].pk, "size": "half"}
    assert "earlier statement" in said(editor_client.post(SHIFT, turned))[-1]
    assert editor_client.post(SHIFT, {"statement": "x", "size": "half"}).status_code == 404
    assert not Shift.objects.exists()


def test_a_page_of_an_earlier_day_knows_no_later_judgement(
    client: Client, issue: Issue, pair: tuple[Statement, Statement], editor: User
) -> None:
    set_shift(issue=issue, statement=pair[0], earlier=pair[1], size=ShiftSize.FULL, editor=editor)
    Shift.objects.update(size=ShiftSize.HALF)
    assert "half a shift" in page_of(client.get(POSITIONS))
    early = client.get(f"{POSITIONS}?as_of=2020-01-01")
    assert "a shift" not in page_of(early)


def test_htmx_gets_the_positions_alone(client: Client, pair: tuple[Statement, Statement]) -> None:
    page = page_of(client.get(POSITIONS, headers={**HTMX, "HX-Target": "positions"}))
    assert page.lstrip().startswith('<div id="positions"')
    assert '<p id="live" hx-swap-oob="innerHTML">' in page


def test_an_issue_and_an_official_lead_to_positions(client: Client, issue: Issue) -> None:
    official = make_official("Karel Aldren", slug="karel-aldren")
    say(issue, "We speak.", "2026-06-01", official=official)
    assert f'href="{POSITIONS}"' in page_of(client.get("/issues/flights/"))
    page = page_of(client.get(official.get_absolute_url()))
    assert f'href="{POSITIONS}?official=karel-aldren"' in page


def test_only_editors_judge(client: Client, pair: tuple[Statement, Statement]) -> None:
    client.force_login(make_user(role=None))
    assert client.post(SHIFT, {"size": "half"}).status_code == 403
