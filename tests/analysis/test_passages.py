"""Words with marks: nothing of a text may be lost or moved by them."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from issues.analysis.passages import quote_pieces, text_pieces


@dataclass(frozen=True)
class Stand:
    statement_id: int
    start: int
    end: int
    state: str = "suggested"


def test_a_text_is_cut_where_passages_begin_and_end() -> None:
    pieces = text_pieces("0123456789", [Stand(7, 2, 5), Stand(8, 4, 8, "accepted")])
    assert [(piece.text, piece.passages, piece.first_of, piece.state) for piece in pieces] == [
        ("01", (), (), ""),
        ("23", (7,), (7,), "suggested"),
        ("4", (7, 8), (8,), "suggested"),
        ("567", (8,), (), "accepted"),
        ("89", (), (), ""),
    ]


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=8))
def test_joined_again_the_pieces_are_the_text(text: str, places: list[tuple[int, int]]) -> None:
    stands = [
        Stand(number, start, min(start + length, len(text)))
        for number, (start, length) in enumerate(places)
        if start < len(text)
    ]
    pieces = text_pieces(text, stands)
    assert "".join(piece.text for piece in pieces) == text
    for stand in stands:
        own = "".join(piece.text for piece in pieces if stand.statement_id in piece.passages)
        assert own == text[stand.start : stand.end]


def reason(about: str, start: int | None, end: int | None) -> dict[str, object]:
    return {"about": about, "words": "", "start": start, "end": end, "note": ""}


def test_a_quote_shows_the_words_that_triggered_something() -> None:
    reasons = [
        reason("signal", 104, 106),
        reason("category", 104, 106),
        reason("date", 105, 107),
        reason("speaker", 5, 9),
        reason("kind", None, None),
        reason("signal", 100, 101),
        reason("pledge", 108, 200),
    ]
    pieces = quote_pieces("0123456789", 100, reasons)
    assert [(piece.text, piece.why) for piece in pieces] == [
        ("0", "signal"),
        ("123", ""),
        ("45", "signal, category"),
        ("6789", ""),
    ]
