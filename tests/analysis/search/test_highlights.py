import pytest

from issues.analysis.search.highlights import Piece, split_marked


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("no hits", [("no hits", False)]),
        ("\ue000Visas\ue001 and \ue000visa\ue001", [("Visas", True), (" and ", False), ("visa", True)]),
        ("never \ue000closed", [("never ", False), ("closed", False)]),
        ("never\ue001 opened", [("never opened", False)]),
        ("", []),
    ],
)
def test_marked_text_is_cut_into_pieces(text: str, pieces: list[tuple[str, bool]]) -> None:
    assert split_marked(text) == tuple(Piece(words, is_hit) for words, is_hit in pieces)
