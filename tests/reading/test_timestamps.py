import pytest
from hypothesis import given
from hypothesis import strategies as st

from issues.reading.timestamps import claimed_time


@pytest.mark.parametrize(
    ("claim", "time"),
    [
        ("Fri, 26 Jun 2026 10:59:00 +0300", "2026-06-26T10:59:00+03:00"),
        ("Fri, 26 Jun 2026 10:59:00 GMT", "2026-06-26T10:59:00+00:00"),
        ("2026-06-26T00:30:00+03:00", "2026-06-26T00:30:00+03:00"),
        ("2026-06-26T10:59:00Z", "2026-06-26T10:59:00+00:00"),
        ("2026-06-26 10:59", "2026-06-26T10:59:00"),
        ("2026-06-26", "2026-06-26"),
        ("2026-06", "2026-06"),
        ("2026", "2026"),
        ("26.06.2026 10:59", "2026-06-26"),
        ("26 июня 2026 года", "2026-06-26"),
        ("June 26, 2026", "2026-06-26"),
    ],
)
def test_a_claim_is_kept_with_its_zone_and_its_precision(claim: str, time: str) -> None:
    assert claimed_time(claim) == time


@pytest.mark.parametrize(
    "claim",
    [None, "", "  ", "yesterday", "Monday", "now", "32 Jun 2026", "2026-13", "2026-02-30",
     "0001-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 GMT", "1970-01-01", "x" * 500,
     "{{ item.date }}", "26 June or 27 June 2026"],
)  # fmt: skip
def test_what_is_missing_unreadable_or_a_placeholder_is_unknown(claim: str | None) -> None:
    assert claimed_time(claim) is None


@given(st.text(max_size=60))
def test_any_claim_is_a_time_or_unknown(claim: str) -> None:
    time = claimed_time(claim)
    assert time is None or time[:4].isdigit()
