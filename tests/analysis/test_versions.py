"""What changed between two captures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issues.analysis import versions
from issues.analysis.versions import Block, Piece, compare

PARAGRAPH = st.text(alphabet="abcdef  .,", min_size=1, max_size=40)
TEXT = st.lists(PARAGRAPH, max_size=8).map("\n".join)


def flat(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def side(blocks: tuple[Block, ...], kinds: set[str]) -> list[str]:
    """The changed paragraphs as one of the two texts has them."""
    found = ["".join(piece.text for piece in block.pieces if piece.kind in kinds) for block in blocks]
    return [text for text in found if text]


@given(TEXT, TEXT)
def test_both_texts_can_be_read_from_the_comparison(earlier: str, later: str) -> None:
    blocks = compare(earlier, later)
    assert blocks is not None
    unchanged = sum(block.unchanged for block in blocks)
    old, new = side(blocks, {"same", "removed"}), side(blocks, {"same", "added"})
    if blocks:
        assert len(old) + unchanged == len(flat(earlier))
        assert len(new) + unchanged == len(flat(later))
    else:
        assert flat(earlier) == flat(later)
    assert all(paragraph in flat(earlier) for paragraph in old)
    assert all(paragraph in flat(later) for paragraph in new)


def test_the_same_words_are_no_change() -> None:
    assert compare("One.\n\nTwo.", "One. \nTwo.\n") == ()


def test_a_changed_word_is_shown_within_its_paragraph() -> None:
    blocks = compare("First.\nWe will not talk soon.\nLast.", "First.\nWe will talk soon.\nLast.")
    assert blocks == (
        Block((), 1),
        Block((Piece("same", "We will"), Piece("removed", " not"), Piece("same", " talk soon."))),
        Block((), 1),
    )


def test_another_paragraph_is_shown_whole() -> None:
    blocks = compare("Yes and no.", "Дипломаты встретились.")
    assert blocks == (Block((Piece("removed", "Yes and no."), Piece("added", "Дипломаты встретились."))),)


def test_paragraphs_come_and_go() -> None:
    assert compare("One.", "One.\nTwo.") == (Block((), 1), Block((Piece("added", "Two."),)))
    assert compare("One.\nTwo.", "One.") == (Block((), 1), Block((Piece("removed", "Two."),)))


def test_what_is_too_long_is_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "PARAGRAPHS_AT_MOST", 3)
    assert compare("a\nb\nc\nd", "a") is None
    monkeypatch.setattr(versions, "WORDS_AT_MOST", 4)
    blocks = compare("one two three four five", "one two three four six")
    assert blocks == (
        Block((Piece("removed", "one two three four five"), Piece("added", "one two three four six"))),
    )
