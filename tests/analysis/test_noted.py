"""What programs noted in English is said in the reader's language; words and names stay as they are."""

import re

import pytest
from django.utils.translation import override
from urllib3 import HTTPResponse

from issues.analysis.reasons import calculation_said, reasons_said
from issues.analysis.troubles import trouble_said
from issues.ingest.errors import FetchError
from issues.ingest.fetch import _check_status
from issues.reading.outcomes import NOTES
from issues.reading.suggestions import _BASES

LATIN = re.compile("[A-Za-z]{3}")


def note_of(about: str, note: str) -> str:
    return reasons_said([{"about": about, "words": "", "note": note}])[0].note


def test_a_reason_is_said_in_russian_around_the_words_it_found() -> None:
    row = {"about": "speaker", "words": "VASKER", "note": "the label “VASKER”", "start": 0, "end": 6}
    with override("ru"):
        (reason,) = reasons_said([row])
    assert (reason.about, reason.words, reason.note) == ("кто говорит", "VASKER", "пометка «VASKER»")
    (reason,) = reasons_said([row])
    assert (reason.about, reason.note) == ("speaker", "the label “VASKER”")


@pytest.mark.parametrize("note", sorted({*_BASES.values(), *filter(None, NOTES.values())}))
def test_every_note_of_the_rules_has_a_translation(note: str) -> None:
    with override("ru"):
        assert not LATIN.search(note_of("signal", note))


@pytest.mark.parametrize(
    "note",
    [
        "goes on about the same two parties",
        "carried from the sentences before",
        "the party of the sentence before",
        "two of those who speak together",
        "the passage names two other parties",
    ],
)
def test_how_the_pair_was_told_has_a_translation(note: str) -> None:
    with override("ru"):
        assert not LATIN.search(note_of("relationship", note))


def test_what_weighed_is_said_piece_by_piece() -> None:
    noted = "for it: the usual pair; weight of the signal 2 to 3; one more thing. Against it: words under 7"
    assert note_of("worth", noted) == noted
    with override("ru"):
        assert note_of("worth", noted) == (
            "за: обычные для текста стороны; вес сигнала от 2 до 3; one more thing. Против: слов меньше 7"
        )
        assert note_of("worth", "nothing speaks for it") == "за это ничего не говорит"


def test_a_calculation_has_dates_as_pages_write_them() -> None:
    noted = "within weeks, said 2026-11-02 → about 8 weeks, until about 2026-12-28"
    assert calculation_said(noted) == "within weeks, said 2 Nov 2026 → about 8 weeks, until about 28 Dec 2026"
    with override("ru"):
        assert calculation_said("a promise without a date") == "обещание без срока"
        said = calculation_said("said 2026-11-02 → until 2026-12-31").replace("\u00a0", " ")
        assert said == "сказано: 2 нояб. 2026 г. → до 31 дек. 2026 г."
    assert calculation_said("as agreed, until the spring") == "as agreed, until the spring"


@pytest.mark.parametrize("status", [401, 402, 403, 404, 410, 418, 451, 503])
def test_every_refusal_of_a_server_is_said_in_russian(status: int) -> None:
    with pytest.raises(FetchError) as caught:
        _check_status(HTTPResponse(status=status, reason="So Be It"))
    noted = str(caught.value)
    with override("ru"):
        said = trouble_said(noted)
    assert f"{status} So Be It" in said
    assert not LATIN.search(said.replace("So Be It", ""))
    assert trouble_said(noted) == noted


def test_what_became_of_the_bytes_is_said_with_the_trouble() -> None:
    with override("ru"):
        said = trouble_said("The document is empty. The 12 bytes are kept as text/plain.")
        assert said == "Документ пуст. Байты (12) сохранены как text/plain."
        assert trouble_said("Something nobody foresaw.") == "Something nobody foresaw."
