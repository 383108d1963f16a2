import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client
from django.test.utils import override_settings

from benchmarks import empty_page
from benchmarks.pages.addresses import A_YEAR_AGO, AS_OF, FRAGMENTS, PAGES, SEARCHES
from benchmarks.pages.archives import Archive, address_of
from benchmarks.pages.measuring import Compared, Cost
from benchmarks.pages.readers import ReadersFailedError, figures
from benchmarks.pages.report import COLUMNS, summary, table
from tests.factories import make_user

ROOT = Path(__file__).resolve().parents[2]
SMALL = Cost(p50=0.05, p95=0.1, sql=0.02, empty=0.01, queries=7, fragment_queries=0, size=2000)
LARGE = Cost(p50=0.1, p95=0.15, sql=0.02, empty=0.01, queries=7, fragment_queries=6, size=3000)


def test_ratios_are_those_of_the_large_archive() -> None:
    compared = Compared(SMALL, LARGE)
    assert compared.growth == pytest.approx(1.5)
    assert compared.to_sql == pytest.approx(5)
    assert compared.to_empty == pytest.approx(10)


def test_the_table_and_the_record_say_the_same() -> None:
    compared = {"board": Compared(SMALL, LARGE)}
    head, row = table(compared).split("\n")
    assert row.split() == ["board", "100", "150", "100", "1.50", "7", "6", "3", "5.0", "10.0"]
    assert len(head) == len(row)
    told = summary(compared)["board"]
    assert isinstance(told, dict)
    assert told["growth"] == 1.5
    assert told["small_p95_ms"] == 100.0


def test_what_readers_saw_is_read_from_what_locust_says() -> None:
    rows = [
        {"response_times": {"10.0": 90, "200.0": 10}, "num_failures": 1, "start_time": 5.0,
         "last_request_timestamp": 15.0}
    ]  # fmt: skip
    told = figures(f"warnings first\n{json.dumps(rows)}", 50)
    assert told == {
        "readers": 50, "requests": 100, "failures": 1, "a_second": 10.0, "p50_ms": 10.0, "p95_ms": 200.0
    }  # fmt: skip


def test_readers_whom_nobody_answered_are_no_figures() -> None:
    with pytest.raises(ReadersFailedError, match="give them longer"):
        figures("[]", 50)


def test_an_archive_is_another_database_of_the_same_server() -> None:
    environment = {"DATABASE_URL": "postgresql://postgres@/demarche?host=/run"}
    archive = Archive("archive_10_5", 10, 5)
    assert address_of(environment, archive) == "postgresql://postgres@/archive_10_5?host=/run"


@pytest.mark.stack
def test_every_page_is_measured_in_two_small_archives_and_read_by_some() -> None:
    """The whole of it, at a size that says nothing about speed."""
    options = "--small 300 --large 600 --largest 60 --rounds 2 --readers 2 --seconds 6 --no-record"
    command = [sys.executable, "-m", "benchmarks.pages", *options.split()]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    named = [*PAGES, *(f"search: {name}" for name in SEARCHES)]
    for name in (*named, *(f"{name}{A_YEAR_AGO}" for name in AS_OF)):
        row = next(line for line in lines if line.startswith(f"{name} ")).removeprefix(name).split()
        assert len(row) == len(COLUMNS) - (1 if name in FRAGMENTS else 2), name
        looks_back = name.endswith(A_YEAR_AGO)  # which begins, sets and ends a transaction
        assert int(row[4]) <= (16 if looks_back else 12), name
        assert name not in FRAGMENTS or int(row[5]) <= (13 if looks_back else 9), name
    assert "'failures': 0" in lines[-1]


@pytest.mark.django_db
@override_settings(ROOT_URLCONF=empty_page.__name__)
def test_the_empty_page_is_the_frame() -> None:
    client = Client()
    client.force_login(make_user())
    page = client.get(empty_page.ADDRESS).content.decode()
    assert "</html>" in page
    assert "<nav" in page
