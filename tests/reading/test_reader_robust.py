"""No input breaks the reader, and its time grows with the length of the text alone."""

import sys
import time

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


def traced() -> bool:
    """Coverage and debuggers look at every line and make any speed meaningless."""
    return sys.gettrace() is not None or any(sys.monitoring.get_tool(number) for number in range(6))


@pytest.mark.skipif(traced(), reason="a tracer is watching: speed is measured without one")
def test_twenty_five_documents_a_second(gazetteer: Gazetteer) -> None:
    article = (
        "Nordmark has expelled two Valdorian diplomats, Foreign Minister Tomas Lind said on Monday. “There "
        "has been no progress on direct flights,” he told reporters. The sea was calm. In Korvast, a "
        "spokesman for the Foreign Ministry said that visas would be issued before the end of May.\n\n"
        "Nobody in the harbour could say when the boats would come, and the fishermen mended nets.\n\n"
    )
    text = (article * 20)[:8_000]
    read_document(text, gazetteer=gazetteer)
    began = time.process_time()
    for _ in range(10):
        read_document(text, gazetteer=gazetteer)
    assert (time.process_time() - began) / 10 < 1 / 25
