"""Words for a time by which something is promised, beyond the plain dates of test_deadlines."""

from datetime import date

import pytest

from issues.reading.dates import find_deadline

SAID = date(2025, 6, 26)  # a Thursday


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("before June is out", "2025-06-26/2025-06-30"),
        ("before the year ends", "2025-06-26/2025-12-31"),
        ("before summer's end", "2025-06-26/2025-08-31"),
        ("by summer's end", "2025-06-26/2025-08-31"),
        ("in the second week of July", "2025-07-08/2025-07-14~"),
        ("next Monday, 7 July 2025", "2025-07-07"),
        ("inside three months", "2025-06-26/2025-09-26"),
        ("within a fortnight", "2025-06-26/2025-07-10"),
        ("within forty-eight hours", "2025-06-26/2025-06-28"),
        ("in the next two to three weeks", "2025-06-26/2025-07-17"),
        ("before the month of July is over", "2025-06-26/2025-07-31"),
        ("over the course of July", "2025-07"),
        ("in about two weeks", "2025-07-10~"),
        ("before the July summit", "2025-06-26/2025-07-31"),
        ("between 1 July and 15 July", "2025-07-01/2025-07-15"),
    ],
)
def test_english(words: str, expected: str) -> None:
    found = find_deadline(f"We will sign it {words}.", anchor=SAID, language="en")
    assert found
    assert found.due
    assert found.due.edtf == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("в 30-дневный срок", "2025-06-26/2025-07-26"),
        ("в первых числах июля", "2025-07-01/2025-07-10"),
        ("на первой неделе июля", "2025-07-01/2025-07-07~"),
        ("в ближайшие полгода", "2025-06-26/2025-12-26"),
        ("до исхода лета", "2025-06-26/2025-08-31"),
    ],
)
def test_russian(words: str, expected: str) -> None:
    found = find_deadline(f"Мы подпишем его {words}.", anchor=SAID, language="ru")
    assert found
    assert found.due
    assert found.due.edtf == expected


@pytest.mark.parametrize(
    "text",
    [
        "As a follow-up to this morning's meeting, we will meet the envoys.",
        "We will sign it within days of the exchange of notes.",
    ],
)
def test_what_is_no_deadline(text: str) -> None:
    found = find_deadline(text, anchor=SAID, language="en")
    assert found is None or found.due is None
