"""Kill -9 the worker in the middle of a batch: in the end everything is there, and once."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection

from issues import tasks
from issues.models import Appearance, Capture, Document, Link, PollRun, Statement
from issues.models.documents import capture_storage
from tests.factories import make_issue, make_official, make_party, make_source, make_tenure
from tests.loopback import Answer, Site, rss, serve

pytestmark = [pytest.mark.stack, pytest.mark.django_db(transaction=True)]

PAGES = 40
LEASE = 4
SAME_EVERYWHERE = "Norland and Vesperia have not agreed on direct flights"
PAGE = """<html><head><title>Norland sees no date</title></head><body><article><h1>Norland sees no date</h1>
<p>SANTOREL, 26 June. Norland and Vesperia have not agreed on direct flights, the ministry said.</p>
<p>“There is no agreement with Vesperia on direct flights over corridor {n},” Deputy Foreign Minister
Karel Aldren said on Friday.</p></article></body></html>"""


def page(n: int) -> Callable[[BaseHTTPRequestHandler], Answer]:
    def slow(_: BaseHTTPRequestHandler) -> Answer:
        time.sleep(0.2)
        return Answer(PAGE.format(n=n).encode())

    return slow


@contextmanager
def worker(site: Site, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A Celery worker on this test's database and broker, in a process group of its own."""
    database = settings.DATABASES["default"]
    name = connection.settings_dict["NAME"]
    environment = {
        **os.environ,
        "DEMARCHE_ENV": "local",
        "DATABASE_URL": f"postgresql://{database['USER']}@/{name}?host={quote(str(database['HOST']))}",
        "DEMARCHE_CAPTURES_DIR": str(capture_storage().path("")),
        "DEMARCHE_FETCH_ALLOW": site.host,
        "DEMARCHE_INGEST_LEASE": str(LEASE),
        "DEMARCHE_SOLE_WORKER": "false",  # so that nothing helps but the sweep
    }
    command = [sys.executable, "-m", "celery", "-A", "tracker", "worker", "-c", "3", "-l", "info"]
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 - our own command
            [*command, "--without-gossip", "--without-mingle", "-n", f"{log.stem}@test"],
            stdout=output,
            stderr=subprocess.STDOUT,
            env=environment,
            cwd=settings.BASE_DIR,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        kill(process)


def kill(process: subprocess.Popen[bytes]) -> None:
    """The worker and its children, as when the machine loses power."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(10)


def wait_until(happened: Callable[[], bool], *, within: float, log: Path) -> None:
    """Ticks as beat does, until it happened."""
    deadline = time.monotonic() + within
    while not happened():
        assert time.monotonic() < deadline, log.read_text(errors="replace")[-4000:]
        tasks.poll_due_sources.delay()
        time.sleep(0.5)


def test_after_a_kill_everything_is_there_once(tmp_path: Path) -> None:
    for code, name in (("XN", "Norland"), ("XV", "Vesperia")):
        make_party(code, name, forms={"names": {"en": [name]}})
    make_issue()  # flights between XN and XV
    make_tenure(make_official("Karel Aldren", party="XN"))
    entries = [
        {"title": "Norland sees no date", "link": f"/{n}", "date": "Fri, 26 Jun 2026 09:00:00 GMT"}
        for n in range(PAGES)
    ]
    routes = {f"/{n}": page(n) for n in range(PAGES)}
    with serve({"/feed.xml": Answer(rss(entries), content_type="text/xml"), **routes}) as site:
        make_source(address=f"{site.address}/feed.xml", next_poll_at=None)
        first = tmp_path / "first.log"
        with worker(site, first) as process:
            wait_until(lambda: Capture.objects.count() >= PAGES // 4, within=40, log=first)
            kill(process)
        at_the_kill = Capture.objects.count()
        assert at_the_kill < PAGES, "the worker was too fast to be killed in the middle"
        second = tmp_path / "second.log"
        with worker(site, second):
            wait_until(lambda: Capture.objects.exclude(read_at=None).count() >= PAGES, within=60, log=second)
    assert Document.objects.count() == PAGES
    assert Document.objects.filter(fetch_error="").count() == PAGES
    assert Capture.objects.count() == PAGES
    assert set(Capture.objects.values_list("number", flat=True)) == {1}
    assert not PollRun.objects.filter(outcome="failed").exists()
    own = Statement.objects.filter(quote__contains="corridor")
    assert own.count() == PAGES
    assert set(own.values_list("official__name", flat=True)) == {"Karel Aldren"}
    shared = Statement.objects.get(quote__contains=SAME_EVERYWHERE)
    assert shared.appearances.count() == PAGES
    assert Statement.objects.count() == PAGES + 1
    assert Appearance.objects.count() == 2 * PAGES
    assert Link.objects.count() == PAGES + 1
