"""Which places of the same words go back to which."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issues import reference
from issues.reading.credits import Credits, Outlet
from issues.reading.origins import Origin, Passage, shingles, trace
from issues.vocabulary import Descent

CREDITS = Credits([Outlet("wire", "Vesper Wire"), Outlet("courier", "Korvast Courier")], reference.packs())
PROSE = (
    "The deputy minister spoke on the steps of the ministry on Friday evening after a day of talks that had"
    " brought both delegations to the lake for the third time this year."
)


def place(key: int, outlet: str = "", **given: Any) -> Passage:
    given |= {"page": given.get("page", key), "outlet": outlet or f"outlet-{key}", "order": key}
    return Passage(key, **given)


def origins_of(*places: Passage) -> dict[int, Origin]:
    return trace(places, CREDITS)


def independent(*places: Passage) -> list[int]:
    return [key for key, origin in origins_of(*places).items() if origin.to is None]


def test_five_outlets_of_which_four_reprint_one_agency_are_two_origins() -> None:
    reprints = [place(n, nearby="as Aldren told Vesper Wire") for n in (1, 2, 4, 5)]
    found = origins_of(*reprints, place(3, nearby="as Aldren said at a briefing"))
    assert found[1] == Origin(credit="Vesper Wire"), "the agency's own page is not among them"
    assert {found[n] for n in (2, 4, 5)} == {Origin(1, Descent.CREDIT, "Vesper Wire")}
    assert found[3] == Origin()


def test_a_reprint_goes_back_to_the_agencys_own_page_also_where_that_came_later() -> None:
    found = origins_of(place(1, nearby="Aldren told Vesper Wire"), place(2, "wire"))
    assert found == {1: Origin(2, Descent.CREDIT, "Vesper Wire"), 2: Origin()}


def test_versions_of_a_page_and_pages_of_an_outlet_are_one_origin() -> None:
    found = origins_of(place(1, "a", page=7), place(2, "a", page=7), place(3, "a", page=8))
    assert found[2] == Origin(1, Descent.SAME_PAGE)
    assert found[3] == Origin(1, Descent.SAME_OUTLET)
    assert independent(Passage(1, 7, "", 1), Passage(2, 8, "", 2)) == [1, 2], "unknown outlets may differ"


def test_the_same_sentences_around_the_words_are_a_reprint_the_same_quotes_are_none() -> None:
    assert origins_of(place(1, around=PROSE), place(2, around=f"News. {PROSE}"))[2] == Origin(
        1, Descent.SAME_TEXT
    )
    quoted = [f"Reporter {n} wrote down: “{PROSE}”" for n in (1, 2)]
    assert independent(*(place(n, around=quoted[n - 1]) for n in (1, 2))) == [1, 2]
    assert independent(place(1, around="Too short to tell."), place(2, around="Too short to tell.")) == [1, 2]


def test_two_that_credit_each_other_have_one_origin() -> None:
    places = (
        place(1, "wire", nearby="told the Korvast Courier"),
        place(2, "courier", nearby="told Vesper Wire"),
    )
    assert independent(*places) == [2]


def test_a_chain_leads_from_reprint_to_reprint() -> None:
    found = origins_of(
        place(1, "courier", around=PROSE),
        place(2, "wire", nearby="Aldren told the Korvast Courier"),
        place(3, nearby="Vesper Wire reports"),
    )
    assert (found[2].to, found[3].to) == (1, 2)


@given(st.permutations(range(5)), st.lists(st.integers(0, 3), min_size=5, max_size=5))
def test_in_whatever_order_places_come_the_answer_is_one_and_leads_to_an_origin(
    order: list[int], outlets: list[int]
) -> None:
    says = ("", "Aldren told Vesper Wire", "Aldren told the Korvast Courier", "")
    names = ("wire", "courier", "", "d")
    places = [place(n, names[outlets[n]], nearby=says[(n + outlets[0]) % 4]) for n in range(5)]
    found = origins_of(*(places[n] for n in order))
    assert found == origins_of(*places)
    for key in found:
        at, steps = key, 0
        while (to := found[at].to) is not None:
            at, steps = to, steps + 1
            assert steps < 5


@pytest.mark.parametrize("text", ["", "four words and no", "“all of it is quoted, every single word”"])
def test_little_prose_has_no_runs_of_words(text: str) -> None:
    assert not shingles(text)
