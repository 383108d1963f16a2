"""Queries name rows as the rows name themselves."""

import pytest
from django.db import connection
from django.utils import translation

from issues.analysis.naming import name_of, named_sql, naming, pair_name, person_sql
from issues.models import Issue, Official, Party
from tests.factories import make_issue, make_official, make_party, make_relationship

pytestmark = pytest.mark.django_db

ALIASES: list[list[str]] = [
    [],
    ["Олдрен"],
    ["K. Aldren", "Карел Олдрен", "Карел Алдрен"],
    ["ЁЛКИН", "Ёлка Олдрен"],
]


@pytest.mark.parametrize("code", ["en", "ru"])
def test_a_column_is_read_in_the_readers_language(code: str) -> None:
    make_issue("Direct flights", title_ru="Прямые рейсы", slug="flights")
    make_issue("Fishing", slug="fishing")
    with translation.override(code):
        read = list(Issue.objects.order_by(name_of("title")).values_list(name_of("title"), flat=True))
        assert read == sorted(issue.title_shown for issue in Issue.objects.all())


@pytest.mark.parametrize("code", ["en", "ru"])
def test_sql_reads_the_names_that_rows_show(code: str) -> None:
    make_party("XA", "Aldren", name_ru="Алдрен")
    make_party("XB", "Belmar")
    for aliases in ALIASES:
        make_official(aliases=aliases)
    make_official("Карел Алдрен", aliases=["Карел Олдрен"], slug="karel")
    parties = f"SELECT {named_sql('p.name')} FROM issues_party p ORDER BY p.code"  # noqa: S608  # no input
    people = f"SELECT {person_sql('o')} FROM issues_official o ORDER BY o.id"  # noqa: S608  # no input
    with translation.override(code), connection.cursor() as cursor:
        cursor.execute(parties, naming())
        assert [name for (name,) in cursor] == [one.name_shown for one in Party.objects.order_by("code")]
        cursor.execute(people, naming())
        assert [name for (name,) in cursor] == [one.name_shown for one in Official.objects.order_by("id")]


def test_a_relationship_is_its_two_parties_in_a_list() -> None:
    make_party("XA", "Aldren", name_ru="Алдрен")
    make_party("XB", "Belmar", name_ru="Бельмар")
    pair = make_relationship("XA", "XB")
    with translation.override("en"):
        assert pair_name(pair) == "Aldren and Belmar"
    with translation.override("ru"):
        assert pair_name(pair) == "Алдрен и Бельмар"
