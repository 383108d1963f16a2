import pytest
from django.test import Client
from django.test.utils import override_settings

from benchmarks import empty_page, pages
from benchmarks.pages import Compared, Cost, costs, summary, table
from issues.models import Statement
from tests.factories import make_user

PAGE = Cost(page=0.1, sql=0.02, empty=0.01, queries=7, size=2000)


def test_a_page_costs_as_many_times_its_sql_and_an_empty_page() -> None:
    assert PAGE.to_sql == pytest.approx(5)
    assert PAGE.to_empty == pytest.approx(10)


def test_growth_is_against_each_archives_own_empty_page() -> None:
    slower = Cost(page=0.4, sql=0.02, empty=0.02, queries=7, size=2000)
    assert Compared(small=PAGE, large=slower).growth == pytest.approx(2)


def test_the_table_and_the_record_say_the_same() -> None:
    compared = {"board": Compared(PAGE, PAGE)}
    head, row = table(compared).split("\n")
    assert row.split() == ["board", "100.0", "100.0", "7", "2", "5.0", "10.0", "1.00"]
    assert len(head) == len(row)
    assert summary(compared)["board"] == {
        "milliseconds": 100.0,
        "queries": 7,
        "bytes": 2000,
        "to_sql": 5.0,
        "to_empty": 10.0,
        "large_to_small": 1.0,
    }


@pytest.mark.django_db
def test_every_page_is_measured_and_the_archive_taken_back() -> None:
    addresses = pages.BOARDS | pages.ISSUES
    found = costs(addresses, issues=3, statements=300, rounds=1)
    assert found.keys() == addresses.keys()
    for name, cost in found.items():
        assert cost.page > 0, name
        assert cost.sql > 0, name
        assert 0 < cost.queries <= 12, name
        assert cost.size > 1000, name
    assert not Statement.objects.exists()


@pytest.mark.django_db
@override_settings(ROOT_URLCONF=empty_page.__name__)
def test_the_empty_page_is_the_frame() -> None:
    client = Client()
    client.force_login(make_user())
    page = client.get(empty_page.ADDRESS).content.decode()
    assert "</html>" in page
    assert "<nav" in page
