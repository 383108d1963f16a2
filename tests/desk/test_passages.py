"""Finding a pasted passage, so that a quote is always a quote of the document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issues.desk.errors import PassageAmbiguousError, PassageNotFoundError
from issues.desk.passages import Passage, locate_passage

TEXT = "He said: “We  will\ntalk — soon… or never.” We shall see. We shall see. Co\u00adopera\u00adtion it’s."


def test_to_the_letter() -> None:
    found = locate_passage(TEXT, "  talk — soon… or never. ")
    assert found.exact
    assert TEXT[found.start : found.end] == found.quote == "talk — soon… or never."


@pytest.mark.parametrize(
    ("pasted", "stands"),
    [
        ("We will talk - soon... or never.", "We  will\ntalk — soon… or never."),
        ('"We will talk', "“We  will\ntalk"),
        ("Cooperation it's", "Co\u00adopera\u00adtion it’s"),
        ("or never.” We shall see. We", "or never.” We shall see. We"),
    ],
)
def test_with_other_white_space_and_typography(pasted: str, stands: str) -> None:
    found = locate_passage(TEXT, pasted)
    assert found.quote == stands
    assert found.exact == (pasted == stands)


def test_where_it_stands_twice_the_editor_chooses() -> None:
    with pytest.raises(PassageAmbiguousError, match="stands 2 times") as caught:
        locate_passage(TEXT, "We shall see.")
    first, second = caught.value.places
    found = locate_passage(TEXT, "We shall see.", place=second[0])
    assert (found.start, found.end) == second != first


@pytest.mark.parametrize("pasted", ["We will not talk", "will\n\ntal", "никогда"])
def test_other_words_are_refused(pasted: str) -> None:
    with pytest.raises(PassageNotFoundError, match="do not stand in this document"):
        locate_passage(TEXT, pasted)


@pytest.mark.parametrize("pasted", ["", "  \n", "…"])
def test_a_passage_needs_words(pasted: str) -> None:
    text = "Words alone"
    with pytest.raises(PassageNotFoundError):
        locate_passage(text, pasted)


@given(st.text(alphabet="ab .,-“”\n\u00ad", max_size=60), st.data())
def test_any_slice_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    wanted = text[start:end].strip()
    if not wanted:
        return
    places = [place for place in range(len(text)) if text.startswith(wanted, place)]
    found = _locate(text, text[start:end])
    assert found.exact
    assert found.start in places
    assert found.quote == text[found.start : found.end] == wanted


def _locate(text: str, pasted: str) -> Passage:
    """The passage, or its last place where it stands several times."""
    try:
        return locate_passage(text, pasted)
    except PassageAmbiguousError as error:
        return locate_passage(text, pasted, place=error.places[-1][0])
