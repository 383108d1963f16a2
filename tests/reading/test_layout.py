from hypothesis import given
from hypothesis import strategies as st

from issues.reading.layout import find_paragraphs
from issues.reading.sentences import split_sentences


def paragraphs(text: str) -> list[str]:
    return [text[p.start : p.end] for p in find_paragraphs(text)]


def sentences(text: str) -> list[str]:
    found = split_sentences(text, 0, len(text), abbreviations={"mr", "г"}, starters={"the", "we"})
    return [text[s.start : s.end] for s in found]


def test_lines_are_paragraphs_where_nothing_is_wrapped() -> None:
    text = (
        "First line of an interview that is rather long and goes on for quite some time, really.\nSecond.\n"
    )
    assert len(paragraphs(text)) == 2


def test_wrapped_lines_are_joined_and_separators_left_out() -> None:
    text = (
        "The two delegations met on Tuesday in the city hall of Halvik and\ntalked about the resumption of "
        "direct flights between the two\ncountries.\n\n\\###\n\nNothing was agreed on the matter of the "
        "consulates which have been\nclosed for years.\n"
    )
    assert len(paragraphs(text)) == 2


def test_a_dateline_is_no_part_of_the_text() -> None:
    for line in (
        "HALVIK, 14 March (Meridian) — The talks failed.",
        "Halvik, March 14 (Meridian Wire) - The talks failed.",
        "KORVAST — The talks failed.",
    ):
        assert paragraphs(line) == ["The talks failed."]
    assert paragraphs("Корваст. 5 июня. Переговоры прошли.") == ["Переговоры прошли."]


def test_sentences_respect_abbreviations_initials_and_quotes() -> None:
    assert sentences("Mr. Lind met J. Orlov. “We talked.” The end.") == [
        "Mr. Lind met J. Orlov.",
        "“We talked.”",
        "The end.",
    ]
    assert sentences("It left the U.S. The rest stayed in the U.S. Embassy.") == [
        "It left the U.S.",
        "The rest stayed in the U.S. Embassy.",
    ]
    assert sentences("В 2024 г. Орлов уехал. А. Линд остался!") == [
        "В 2024 г. Орлов уехал.",
        "А. Линд остался!",
    ]
    assert sentences("We agreed on 3.5 percent… Nothing more? No.") == [
        "We agreed on 3.5 percent…",
        "Nothing more?",
        "No.",
    ]


@given(st.text(alphabet='aA .!?\n"”“—:Q*', max_size=200))
def test_paragraphs_and_sentences_are_ordered_and_inside(text: str) -> None:
    end = 0
    for paragraph in find_paragraphs(text):
        assert end <= paragraph.start < paragraph.end <= len(text)
        last = paragraph.start
        for sentence in split_sentences(text, paragraph.start, paragraph.end):
            assert last <= sentence.start < sentence.end <= paragraph.end
            last = sentence.end
        end = paragraph.end


def test_a_link_that_a_short_line_breaks_goes_on() -> None:
    text = (
        "[Sen. Ann\nLee](https://news.example/lee/1): “The harbour of Korvast is open\n"
        "to all who come in peace and who bring what they\nhave promised to bring.”"
    )
    assert len(find_paragraphs(text)) == 1
