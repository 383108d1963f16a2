"""Dates and deadlines in the further languages."""

from datetime import date

import pytest

from issues.reading.dates import find_dates, find_deadline
from issues.reading.language_rules import DATE_PACKS
from issues.reading.page_dates import date_of_text
from issues.reference.parties import LANGUAGES

SAID = date(2026, 6, 26)  # a Friday


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        (
            "fr",
            "Hier, le 3 mars 2026, lundi dernier, le mois prochain",
            "2026-06-25 2026-03-03 2026-06-22 2026-07",
        ),
        ("fr", "il y a deux semaines, début 2027, fin juillet", "2026-06-12~ 2027~ 2026-07~"),
        (
            "es",
            "Ayer, 3 de marzo de 2026, el lunes pasado, el próximo mes",
            "2026-06-25 2026-03-03 2026-06-22 2026-07",
        ),
        ("es", "hace dos semanas; la semana que viene", "2026-06-12~ 2026-06-29/2026-07-05"),
        (
            "pt",
            "Ontem, 3 de março de 2026; no próximo mês; há duas semanas",
            "2026-06-25 2026-03-03 2026-07 2026-06-12~",
        ),
        (
            "pl",
            "Wczoraj, 3 marca 2026 roku; w przyszłym miesiącu; dwa tygodnie temu",
            "2026-06-25 2026-03-03 2026-07 2026-06-12~",
        ),
        (
            "zh",
            "2026年3月3日，昨天，下周一，今年夏天，两周前",
            "2026-03-03 2026-06-25 2026-06-29 2026-22 2026-06-12~",
        ),
        ("ar", "أمس، 3 مارس 2026، الشهر المقبل", "2026-06-25 2026-03-03 2026-07"),
        ("ar", "في 26 حزيران/يونيو 2026", "2026-06-26"),
    ],
)
def test_dates_in_words(language: str, text: str, dates: str) -> None:
    found = find_dates(text, anchor=SAID, language=language)
    assert " ".join(each.date.edtf for each in found if each.date) == dates


@pytest.mark.parametrize(
    ("language", "text", "due"),
    [
        ("fr", "Les vols reprendront avant la fin de l'été.", "2026-08-31"),
        ("fr", "Nous répondrons d'ici le 1er août 2026.", "2026-08-01"),
        ("fr", "Cela sera fait dans un délai de 30 jours.", "2026-07-26"),
        ("es", "Los vuelos se reanudarán antes de finales de agosto.", "2026-08-31"),
        ("es", "Responderemos a más tardar el 15 de septiembre.", "2026-09-15"),
        ("pt", "Os voos serão retomados até o fim de agosto.", "2026-08-31"),
        ("pt", "Responderemos no prazo de 30 dias.", "2026-07-26"),
        ("pl", "Loty zostaną wznowione do końca sierpnia.", "2026-08-31"),
        ("pl", "Odpowiemy w ciągu 30 dni.", "2026-07-26"),
        ("zh", "航班将在8月底前恢复。", "2026-08-31"),
        ("zh", "我们将在30天内答复。", "2026-07-26"),
        ("ar", "ستستأنف الرحلات قبل نهاية أغسطس", "2026-08-31"),
        ("ar", "سنرد بحلول 15 سبتمبر 2026", "2026-09-15"),
    ],
)
def test_deadlines(language: str, text: str, due: str) -> None:
    deadline = find_deadline(text, anchor=SAID, language=language)
    assert deadline is not None
    assert deadline.due is not None
    assert str(deadline.due.upper) == due


@pytest.mark.parametrize(
    "line",
    [
        "Korvast, le 26 juin 2026",
        "Korvast, 26 de junio de 2026",
        "Korvast, 26 de junho de 2026",
        "Korwast, 26 czerwca 2026 r.",
        "2026年6月26日",
        "26 يونيو 2026",
    ],
)
def test_a_publication_is_dated_by_its_dateline(line: str) -> None:
    found = date_of_text(f"{line}\n\nXXX")
    assert found is not None
    assert found.edtf == "2026-06-26"


def test_every_language_with_a_folder_has_its_dates() -> None:
    assert set(LANGUAGES) == set(DATE_PACKS)
