"""The words in a band."""

from issues.analysis.timeline.bands import PADDING, TIGHT, band_words
from issues.analysis.timeline.labels import text_width

SIZE = 12.0
WIDTH = text_width("Consulting", SIZE, bold=True)


def test_a_name_with_room_has_air_on_both_sides() -> None:
    assert band_words("Consulting", WIDTH + 2 * PADDING + 20, SIZE) == ("Consulting", PADDING, False)


def test_a_name_stays_whole_where_less_air_lets_it() -> None:
    words, padding, is_small = band_words("Consulting", WIDTH + 2 * TIGHT + 1, SIZE)
    assert words == "Consulting"
    assert TIGHT <= padding < PADDING
    assert not is_small


def test_smaller_letters_are_better_than_no_name() -> None:
    words, _, is_small = band_words("Consulting", WIDTH, SIZE)
    assert (words, is_small) == ("Consulting", True)


def test_a_name_is_never_cut_but_at_its_comma() -> None:
    assert band_words("Consulting", WIDTH * 0.7, SIZE)[0] == ""
    assert (
        band_words("Agreed, pending", text_width("Agreed", SIZE, bold=True) + 2 * TIGHT + 1, SIZE)[0]
        == "Agreed"
    )
