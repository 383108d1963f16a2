"""The words in a band."""

from issues.analysis.timeline.bands import PADDING, TIGHT, band_words
from issues.analysis.timeline.labels import text_width

SIZE = 12.0
WIDTH = text_width("Consulting", SIZE, bold=True)


def test_a_name_with_room_has_air_on_both_sides() -> None:
    assert band_words("Consulting", WIDTH + 2 * PADDING + 20, SIZE) == ("Consulting", PADDING)


def test_a_name_stays_whole_where_less_air_lets_it() -> None:
    words, padding = band_words("Consulting", WIDTH + 2 * TIGHT + 1, SIZE)
    assert words == "Consulting"
    assert TIGHT <= padding < PADDING


def test_a_name_without_room_is_cut_or_left_out() -> None:
    assert band_words("Consulting", WIDTH, SIZE)[0].endswith("…")
    assert band_words("Consulting", 10.0, SIZE)[0] == ""
