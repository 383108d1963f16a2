"""Texts keep to the room there is."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from issues.analysis.timeline.labels import Taken, fit_text, text_width

LETTERS = st.text(alphabet="ilmW aЖщ,.", max_size=60)


@given(LETTERS, st.floats(0, 400), st.booleans())
def test_a_fitted_text_fits(text: str, room: float, bold: bool) -> None:
    fitted = fit_text(text, room, 13, bold=bold)
    assert not fitted or text_width(fitted, 13, bold=bold) <= room


def test_a_text_with_room_stays_whole_and_one_without_goes() -> None:
    assert fit_text("Agreed, pending", 500, 13) == "Agreed, pending"
    assert fit_text("Agreed, pending", 60, 13) == "Agreed…"
    assert fit_text("Agreed, pending", 10, 13) == ""


def test_wider_letters_need_more() -> None:
    assert text_width("iii", 13) < text_width("aaa", 13) < text_width("WWW", 13)
    assert text_width("aaa", 13) < text_width("aaa", 13, bold=True)


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(1, 30)), max_size=20))
def test_what_was_claimed_is_not_given_twice(wishes: list[tuple[float, float]]) -> None:
    taken = Taken(gap=2)
    for low, width in wishes:
        taken.claim(low, low + width)
    ordered = sorted(taken.stretches)
    assert all(after[0] >= before[1] for before, after in itertools.pairwise(ordered))
