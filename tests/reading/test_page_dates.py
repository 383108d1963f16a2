import pytest

from issues.reading.page_dates import date_of_address, date_of_text, language_of
from issues.vocabulary import DateOrigin

PROSE = "\nThe envoy said that the treaty of 5 February 2011 had ended.\n"


@pytest.mark.parametrize(
    ("url", "edtf"),
    [
        ("https://gazette.example/2026/06/26/talks/", "2026-06-26"),
        ("https://gazette.example/news/2026-06-26-talks.html", "2026-06-26"),
        ("https://gazette.example/news/20260626/1.html", "2026-06-26"),
        ("https://gazette.example/talks_2026_06_26", "2026-06-26"),
        ("https://gazette.example/2026/06/talks/", "2026-06"),
        ("https://gazette.example/talks/?date=2026-06-26", None),
        ("https://gazette.example/2026/13/41/talks", None),
        ("https://gazette.example/2026-02-31-talks", None),
        ("https://gazette.example/1202606261", None),
        ("http://[", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_in_addresses(url: str | None, edtf: str | None) -> None:
    found = date_of_address(url)
    assert (found.edtf if found else None) == edtf
    assert found is None or found.origin is DateOrigin.ADDRESS


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        (f"Talks go on{PROSE}\nread more in our channel\n\n10:59 26.06.2026 •\n\n\n", "2026-06-26"),
        (f"26 June 2026\nTalks go on{PROSE}", "2026-06-26"),
        (f"Talks go on\nPublished: June 26, 2026, 10:59{PROSE}", "2026-06-26"),
        (f"Talks go on\nNorport, 26 июня 2026 года{PROSE}", "2026-06-26"),
        (f"Remarks by the Envoy, Norport, 26 June 2026{PROSE}", "2026-06-26"),
        (
            f"NORPORT, June 26, 2026 (Agency) — The envoy arrived today and met the press.{PROSE}",
            "2026-06-26",
        ),
        (f"Updated 27 June 2026\nPublished 26 June 2026{PROSE}", "2026-06-26"),
    ],
)
def test_datelines_at_the_head_or_the_tail(text: str, edtf: str) -> None:
    found = date_of_text(text)
    assert found is not None
    assert (found.edtf, found.origin) == (edtf, DateOrigin.TEXT)


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        "On 26 June 2026 the envoys of both countries met in Norport to discuss the flights.",
        "The talks are to be held from 26 June 2026 to 28 June 2026",
        "NORPORT, June 26 (Agency) — The envoy arrived.",
        "in June 2026\n",
        "Updated: 26 June 2026",
        "head\n" * 20 + "26 June 2026\n" + "tail\n" * 20,
        "",
    ],
)
def test_dates_in_sentences_or_in_the_middle_are_no_datelines(text: str) -> None:
    assert date_of_text(text) is None


def test_a_declared_language_counts_only_where_the_text_is_too_short() -> None:
    assert language_of("Переговоры о прямых рейсах будут продолжены до конца лета.", "en-US") == "ru"
    assert language_of("12:30", "en-US") == "en"
    assert language_of("12:30", "nonsense") is None
    assert language_of("12:30") is None
