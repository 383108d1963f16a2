import pytest

from issues.reading.gazetteer import Gazetteer
from issues.reading.marks import Marks
from issues.reading.people import People
from issues.reading.quotations import inside_any, left_open, quote_spans
from issues.reading.quotes import ProseReader
from tests.reading.reading_help import ON, read


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in quote_spans(text, 0, len(text))]


def test_quotations_nest_and_may_stay_open() -> None:
    assert quoted('He said "yes" and “no”.') == ["yes", "no"]
    assert quoted("«Он сказал: «нет» и ушёл», — сказал он.") == ["Он сказал: «нет» и ушёл"]
    assert quoted("„Ja“ and «да»") == ["Ja", "да"]
    assert quoted("“We have heard") == ["We have heard"]
    assert left_open("“We have heard", 0, 14) == "“"
    assert left_open("“We have heard”", 0, 15) == ""
    text = "and we went home,” he said"
    assert quote_spans(text, 0, len(text), inside="“") == [(0, text.index("”"))]
    assert inside_any(3, [(0, 2), (3, 5)])
    assert not inside_any(2, [(0, 2), (3, 5)])


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("“The talks have failed again,” Tomas Lind said.", "The talks have failed again", "Tomas Lind"),
        ("“The talks have failed again,” said Tomas Lind.", "The talks have failed again", "Tomas Lind"),
        ("Tomas Lind said: “The talks have failed again.”", "The talks have failed again.", "Tomas Lind"),
        ("Tomas Lind said that the talks failed.", "Tomas Lind said that the talks failed.", "Tomas Lind"),
        ("According to Tomas Lind, talks failed.", "According to Tomas Lind, talks failed.", "Tomas Lind"),
        ("Tomas Lind said that Elena Varga lied.", "Tomas Lind said that Elena Varga lied.", "Tomas Lind"),
        ("«Эти встречи снова сорваны», — заявил Томас Линд.", "Эти встречи снова сорваны", "Tomas Lind"),
        (
            "По словам Томаса Линда, переговоры сорваны.",
            "По словам Томаса Линда, переговоры сорваны.",
            "Tomas Lind",
        ),
        (
            "“Nobody wants to fly here any more,” said Jan Dub.",
            "Nobody wants to fly here any more",
            "Jan Dub",
        ),
    ],
)
def test_who_is_named_for_which_words(text: str, words: str, who: str, gazetteer: Gazetteer) -> None:
    language = "ru" if any("а" <= char <= "я" for char in text) else "en"
    marks = Marks(text, gazetteer=gazetteer, language=language)
    (found,) = ProseReader(marks, People(marks, gazetteer, None)).read(0, len(text))
    assert text[found.start : found.end] == words
    assert found.by is not None
    assert found.by.mention.name == who


def test_pronouns_and_passives_reach_back(gazetteer: Gazetteer) -> None:
    text = "Flights will resume. This was stated by Elena Varga. She added that visas will follow."
    marks = Marks(text, gazetteer=gazetteer, language="en")
    found = ProseReader(marks, People(marks, gazetteer, None)).read(0, len(text))
    assert [text[u.start : u.end] for u in found] == [
        "Flights will resume.",
        "She added that visas will follow.",
    ]
    assert {u.by.mention.name for u in found if u.by} == {"Elena Varga"}


def test_a_quotation_goes_on_in_the_next_paragraph(gazetteer: Gazetteer) -> None:
    first, second = "Tomas Lind said today:", "“The treaty has expired for good."
    third = "We shall keep the line open.”"
    text = "\n".join((first, second, third))
    marks = Marks(text, gazetteer=gazetteer, language="en")
    reader = ProseReader(marks, People(marks, gazetteer, None))
    reader.read(0, len(first))
    start = len(first) + 1
    (found,) = reader.read(start, start + len(second))
    assert found.by is not None
    assert found.by.mention.name == "Tomas Lind"
    (last,) = reader.read(start + len(second) + 1, len(text))
    assert text[last.start : last.end] == "We shall keep the line open."


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On Monday, the Foreign Ministry of Nordmark said that flights would resume in May.", "2025-06-23"),
        ("The Foreign Ministry of Nordmark said on Tuesday that flights would resume in May.", "2025-06-24"),
        ("On Monday flights stopped, and the Foreign Ministry of Nordmark said flights may resume.", ON),
    ],
)
def test_the_day_at_the_head_of_a_sentence_dates_what_is_said(
    text: str, day: str, gazetteer: Gazetteer
) -> None:
    (found,) = read(text, gazetteer, "Flights of Nordmark to Valdoria")
    assert found.stated_on is not None
    assert found.stated_on.edtf == day


def test_a_transcript_is_dated_by_the_line_above_it(gazetteer: Gazetteer) -> None:
    text = (
        "(June 24, 2025)\n\nMS. HOLM: Direct flights to Valdoria are suspended.\n\nQ Why?\n\n"
        "MS. HOLM: Because Valdoria closed its airspace to our flights.\n"
    )
    found = read(text, gazetteer, "Press call by Minister Ida Holm of Nordmark")
    assert {one.stated_on.edtf for one in found if one.stated_on} == {"2025-06-24"}


def test_what_stands_below_without_marks_is_said_by_who_is_announced(gazetteer: Gazetteer) -> None:
    text = "Елена Варга отметила:\n\nМы закроем посольство. Оно нам не нужно.\n\nДождь не прекращался."
    marks = Marks(text, gazetteer=gazetteer, language="ru")
    reader = ProseReader(marks, People(marks, gazetteer, None))
    starts = [0, text.index("Мы"), text.index("Дождь")]
    ends = [text.index("\n"), text.index("\n\nДождь"), len(text)]
    found = [reader.read(start, end) for start, end in zip(starts, ends, strict=True)]
    (quote,) = found[1]
    assert text[quote.start : quote.end] == "Мы закроем посольство. Оно нам не нужно."
    assert quote.by is not None
    assert quote.by.mention.name == "Elena Varga"
    assert found[2] == []
