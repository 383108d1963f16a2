"""No input breaks the reader, and its time grows with the length of the text alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from issues.reading.gazetteer import Gazetteer
from issues.reading.reader import read_document
from tests.reading.reading_help import read
from tests.reading.timing import growth

PIECES = (
    *(
        "Nordmark",
        " Valdoria",
        " said",
        " that",
        " the",
        " direct flights",
        " will be resumed",
        " visas",
        ". ",
    ),
    *(
        "\n",
        "\n\n",
        "— ",
        "“",
        "”",
        '"',
        "«",
        "»",
        "?",
        "!",
        "Q  ",
        "MR. LIND:  ",
        "Answer: ",
        ", ",
        "**",
        ":",
    ),
    *(
        "Elena Varga",
        " Foreign Minister",
        " Визы",
        " Вальдории",
        " заявил",
        " нет",
        " (",
        ")",
        "\u200b",
        "\u202e",
    ),
    *(
        "\x00",
        "\ufffd",
        "\ud800",
        "🕊",
        "\r\n",
        "\u2028",
        "1. ",
        "... ",
        " no",
        " not",
        " by 1 May",
        " we",
        " and",
    ),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=120).map("".join))
def test_any_mixture_is_read(gazetteer: Gazetteer, text: str) -> None:
    read(text, gazetteer)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=400), st.one_of(st.none(), st.text(max_size=60)))
def test_any_text_is_read(gazetteer: Gazetteer, text: str, title: str | None) -> None:
    read_document(text, gazetteer=gazetteer, title=title)


@pytest.mark.parametrize(
    "unit",
    [
        "(",
        '"',
        "“",
        "“a” ",
        "a. ",
        "Abc ",
        "Nordmark ",
        "— a?\n",
        "Q x?\nA. y\n",
        "A B: x?\n",
        "he said that Nordmark said ",
        '"Nordmark will hold talks," said Minister Ivan Petrov. ',
        "Nordmark and Valdoria agreed to resume direct flights. ",
        "we will not ",
    ],
)
def test_time_is_linear(unit: str, gazetteer: Gazetteer) -> None:
    assert growth(lambda size: read_document(unit * size, gazetteer=gazetteer), small=1_500, factor=6) < 14
