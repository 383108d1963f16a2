"""A long text on other things: what it says in passing must be sure by itself."""

from issues.reading.gazetteer import Gazetteer
from issues.reading.suggestions import is_scattered
from tests.reading.reading_help import read

HOME = (
    "Our roads will be mended, our schools will be painted, and the harbour will have its crane. The council "
    "thanked the teachers and the nurses. Nobody should wait for a bus longer than he has to. "
)
FAINT = "We worked with Valdoria on this and on much else. "
PLAIN = "Valdoria has agreed to resume direct flights with Nordmark in May, I am glad to say. "


def speech(words: str, *, length: int) -> str:
    half = HOME * (length // len(HOME) // 2)
    return f"{half}{words}\n\n{half}"


def test_a_plain_statement_is_found_wherever_it_stands(gazetteer: Gazetteer) -> None:
    title = "Remarks by President Ilse Borg of Nordmark on the harbour"
    (found,) = read(speech(PLAIN, length=14_000), gazetteer, title)
    assert (found.category, found.relationship) == ("flights", ("XN", "XV"))


def test_a_passing_word_is_not_proposed(gazetteer: Gazetteer) -> None:
    title = "Remarks by President Ilse Borg of Nordmark on the harbour"
    assert not read(speech(FAINT, length=14_000), gazetteer, title)


def test_long_texts_that_seldom_touch_a_matter_are_scattered() -> None:
    assert is_scattered(14_000, 1)
    assert not is_scattered(14_000, 5)
    assert not is_scattered(6_000, 1)
