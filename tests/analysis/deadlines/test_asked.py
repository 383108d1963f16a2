"""What an address of the deadlines asks for."""

from datetime import date

import pytest

from issues.analysis.deadlines.asked import Asked, Month
from issues.analysis.filters import Cursor


@pytest.mark.parametrize(
    "address",
    [
        "/deadlines/",
        "/deadlines/?outcome=met_late&party=XN",
        "/deadlines/?relationship=xn-xv&issue=flights&from=2026-01-01&to=2026-02-01&after=2026-01-05.7",
        "/deadlines/?month=2026-08&party=XV",
    ],
)
def test_an_address_is_read_and_written_again(address: str) -> None:
    query = address.partition("?")[2]
    params = dict(part.split("=") for part in query.split("&")) if query else {}
    assert Asked.read(params).address("/deadlines/") == address


def test_what_means_nothing_narrows_nothing() -> None:
    junk = {"outcome": "x", "from": "soon", "to": "2026-13-01", "after": "x", "month": "2026-13"}
    assert Asked.read(junk) == Asked()
    assert not Asked.read(junk).is_narrowed


@pytest.mark.parametrize("text", ["", "2026", "2026-00", "2026-13", "26-08", "1799-01", "２０２６-08"])
def test_what_is_no_month(text: str) -> None:
    assert Month.read(text) is None


def test_months_follow_one_another_and_know_their_days() -> None:
    assert Month(2026, 1).moved(-1) == Month(2025, 12)
    assert Month(2026, 12).moved(1) == Month(2027, 1)
    assert (Month(2028, 2).first, Month(2028, 2).last) == (date(2028, 2, 1), date(2028, 2, 29))


def test_among_keeps_the_filters_and_begins_again() -> None:
    asked = Asked(party="XN", start=date(2026, 1, 1), after=Cursor(None, 3), month=Month(2026, 8))
    assert asked.among(outcome="overdue") == Asked(outcome="overdue", party="XN")
