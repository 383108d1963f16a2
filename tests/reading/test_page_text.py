import pytest

from issues.reading.page import UnreadablePage
from issues.reading.page_text import read_text, title_of_text

PROSE = "The envoy of Norland said in Norport that the talks on direct flights would go on. " * 3
WRAPPED = (
    "The envoy of Norland said in Norport that the talks on direct\n"
    "flights would go on, but gave no dates for\nthem."
)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Norland and Vesperia resume their talks\n{PROSE}", "Norland and Vesperia resume their talks"),
        (f"\n\n  Remarks by the Envoy of Norland  \n\n{WRAPPED}", "Remarks by the Envoy of Norland"),
        (f"Talks resume in Norport\nThe envoys in Norport\n{PROSE}", "Talks resume in Norport"),
        (f"# Talks resume #\n{WRAPPED}", "Talks resume"),
        (f"Talks resume\n============\n{WRAPPED}", "Talks resume"),
        (f"Envoy: flights stall again\n{PROSE}", "Envoy: flights stall again"),
        (f"Will the talks be resumed this year?\n\n{PROSE}", "Will the talks be resumed this year?"),
        (f"Переговоры о рейсах продолжатся\n{PROSE}", "Переговоры о рейсах продолжатся"),
    ],
)
def test_a_first_line_that_looks_like_a_title_is_one(text: str, title: str) -> None:
    assert title_of_text(text) == title


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        WRAPPED,
        PROSE,
        f"Deputy Minister Pavel Ostrov of Norland\nPhoto: Gazette\n{PROSE}",
        f"4:56 P.M. EDT\n\n{WRAPPED}",
        f"Via Teleconference\n\n{WRAPPED}",
        f"En Route Norport, Norland\n\n{WRAPPED}",
        f"— Will the talks be resumed this year?\n\n{PROSE}",
        f"Question: Will the talks be resumed?\n\n{PROSE}",
        f"MS. ADLER: Thank you all for coming\n\n{PROSE}",
        f"The talks went on.\n\n{PROSE}",
        f"26.06.2026\n\n{PROSE}",
        "Only one short line here",
    ],
)
def test_other_first_lines_are_none(text: str) -> None:
    assert title_of_text(text) is None


def test_text_is_the_file_exactly_but_for_nul() -> None:
    raw = "\ufeffa\r\nb\0\u2028c  \n\n".encode()
    assert read_text(raw, None) == raw.decode("utf-8").replace("\0", "\ufffd")


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(UnreadablePage, match="no text"):
        read_text(bytes(range(8)) * 50, None)
