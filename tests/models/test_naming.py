"""Names in the language of whoever asks, and as they were written where there is none."""

import pytest
from django.utils import translation

from issues.models import Category, Issue, Office, Official, Party
from issues.models.naming import naming_language, person_named

RUSSIAN = "Карел Олдрен"


@pytest.mark.parametrize(("code", "known"), [("ru", "ru"), ("ru-RU", "ru"), ("en", ""), ("fr", "")])
def test_names_have_a_language_of_their_own_where_there_is_a_column(code: str, known: str) -> None:
    with translation.override(code):
        assert naming_language() == known


@pytest.mark.parametrize(
    ("row", "english", "russian"),
    [
        (Party(name="Norland", name_ru="Норландия"), "Norland", "Норландия"),
        (Party(name="Norland"), "Norland", "Norland"),
        (Category(name="Flights", name_ru="Авиасообщение"), "Flights", "Авиасообщение"),
        (Category(name="Fishing"), "Fishing", "Fishing"),
        (Issue(title="Direct flights", title_ru="Прямые рейсы"), "Direct flights", "Прямые рейсы"),
        (Office(title="Ambassador", title_ru="Посол"), "Ambassador", "Посол"),
        (Official(name="Karel Aldren", aliases=[RUSSIAN]), "Karel Aldren", RUSSIAN),
    ],
)
def test_a_row_is_named_in_the_readers_language(
    row: Party | Category | Issue | Office | Official, english: str, russian: str
) -> None:
    field = "title_shown" if isinstance(row, Issue | Office) else "name_shown"
    with translation.override("en"):
        assert getattr(row, field) == english
    with translation.override("ru"):
        assert getattr(row, field) == russian


@pytest.mark.parametrize(
    ("name", "aliases", "russian"),
    [
        ("Karel Aldren", ["Aldren", "K. Aldren"], "Karel Aldren"),
        ("Karel Aldren", ["Олдрен", RUSSIAN, "Карел Алдрен"], RUSSIAN),  # a family name alone is none
        ("Карел Алдрен", [RUSSIAN], "Карел Алдрен"),  # written so by an editor
        ("Karel Aldren", [], "Karel Aldren"),
    ],
)
def test_a_person_goes_by_the_first_full_name_in_the_readers_letters(
    name: str, aliases: list[str], russian: str
) -> None:
    with translation.override("ru"):
        assert person_named(name, aliases) == russian
    with translation.override("en"):
        assert person_named(name, aliases) == name


def test_what_the_admin_and_logs_call_a_row_does_not_change_with_the_reader() -> None:
    with translation.override("ru"):
        assert str(Party(name="Norland", name_ru="Норландия")) == "Norland"
        assert str(Issue(title="Direct flights", title_ru="Прямые рейсы")) == "Direct flights"
