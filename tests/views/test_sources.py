"""The pages of sources: what anybody sees, what admins do, with and without htmx."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from issues.models import Document, PollRun, Source
from issues.vocabulary import PollOutcome, Role, SourceKind
from tests.factories import make_capture, make_document, make_party, make_source, make_user
from tests.loopback import Answer, Site, rss, serve

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


@pytest.fixture
def admin(client: Client) -> Client:
    client.force_login(make_user(role=Role.ADMIN))
    return client


@pytest.fixture
def reader(client: Client) -> Client:
    client.force_login(make_user(role=Role.ANALYST))
    return client


@pytest.fixture
def site(settings: Settings) -> Iterator[Site]:
    entries = [{"title": "Talks <b>resume</b>", "link": "/1", "date": "Fri, 26 Jun 2026 09:00:00 GMT"}]
    with serve({"/feed.xml": Answer(rss(entries), content_type="text/xml")}) as running:
        settings.FETCH_ALLOW = [running.host]
        yield running


def run(source: Source, outcome: PollOutcome = PollOutcome.OK, **fields: object) -> PollRun:
    now = timezone.now()
    return PollRun.objects.create(source=source, outcome=outcome, started_at=now, finished_at=now, **fields)


def text(client: Client, address: str, **headers: str) -> str:
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_the_list_says_how_each_source_does(reader: Client) -> None:
    make_source("Alpha", party=make_party("XN", "Norland"))
    working = make_source("Beta")
    run(working, documents_new=3)
    failing = make_source("Gamma")
    run(failing)
    run(failing, PollOutcome.FAILED, error="The server answered 404 Not Found; check the address.")
    make_source("Delta", is_active=False)
    make_source("Epsilon", kind=SourceKind.PASTE, address="")
    make_document(source=working, fetch_error="It broke.")
    page = text(reader, "/sources/")
    assert "check the address" in page
    assert page.index("Gamma") < page.index("Alpha") < page.index("Beta") < page.index("Delta")
    for words in ("Norland", "1 not read", "3 new", "paused", "by hand", "never", "failing"):
        assert words in page
    assert "Add a source" not in page


def test_an_empty_list_says_what_to_do(admin: Client) -> None:
    assert "No source is followed yet. <a" in text(admin, "/sources/")


def test_the_list_asks_little_however_long(
    reader: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(30):
        source = make_source()
        run(source)
        make_document(source=source)
    with django_assert_max_num_queries(12):
        reader.get("/sources/")


def test_a_source_shows_its_polls_and_documents(reader: Client) -> None:
    source = make_source("Beta", slug="beta", next_poll_at=timezone.now() + timedelta(minutes=20))
    run(source, PollOutcome.REFUSED, error="Not on the public internet.")
    document = make_document(source=source, title="Talks <i>")
    make_capture(document=document)
    make_document(source=source, title="Broken", fetch_error="The page holds no text.")
    page = text(reader, "/sources/beta/")
    for words in (
        "refused by our rules",
        "Not on the public",
        "Talks &lt;i&gt;",
        "holds no text",
        "26 Jun 2026",
    ):
        assert words in page
    assert "in 19 minutes" in page or "in 20 minutes" in page
    assert "Pause" not in page
    assert reader.get("/sources/other/").status_code == 404


def test_htmx_asks_for_the_changing_part_alone(admin: Client) -> None:
    make_source("Beta", slug="beta")
    answer = admin.get("/sources/beta/", headers=HTMX)
    body = answer.content.decode()
    assert body.strip().startswith("<section")
    assert "HX-Request" in answer.headers["Vary"]
    assert "Pause" in body


def test_an_admin_looks_before_following(admin: Client, site: Site) -> None:
    looked = admin.post("/sources/new/", {"address": f"{site.address}/feed.xml"})
    body = looked.content.decode()
    assert "Talks" in body
    assert "<b>resume" not in body
    assert "2026-06-26" in body
    assert 'value="Norland Courier"' in body
    assert not Source.objects.exists()
    part = admin.post("/sources/new/", {"address": f"{site.address}/feed.xml"}, headers=HTMX)
    assert part.content.decode().strip().startswith('<div id="preview"')
    followed = admin.post(
        "/sources/new/",
        {
            "follow": "1",
            "name": "Norland Courier",
            "address": f"{site.address}/feed.xml",
            "reliability": "B",
            "poll_every": "15",
        },
        follow=True,
    )
    source = Source.objects.get()
    assert followed.redirect_chain == [("/sources/norland-courier/", 302)]
    assert "is followed" in followed.content.decode()
    assert (source.reliability, source.poll_every) == ("B", timedelta(minutes=15))
    again = admin.post("/sources/new/", {"address": f"{site.address}/feed.xml"})
    assert "already followed as" in again.content.decode()


def test_each_field_of_the_two_forms_has_an_id_of_its_own(admin: Client, site: Site) -> None:
    body = admin.post("/sources/new/", {"address": f"{site.address}/feed.xml"}).content.decode()
    ids = re.findall(r'\sid="([^"]+)"', body)
    assert {"look_address", "id_address"} <= set(ids)
    assert len(ids) == len(set(ids))


def test_what_is_wrong_with_an_address_is_said(admin: Client, site: Site) -> None:
    assert "public internet" in admin.post("/sources/new/", {"address": "http://10.0.0.1/"}).content.decode()
    assert "required" in admin.post("/sources/new/", {"address": ""}, headers=HTMX).content.decode()
    wrong = {"follow": "1", "name": "", "address": "ftp://x/", "reliability": "B", "poll_every": "15"}
    assert admin.post("/sources/new/", wrong).status_code == 200
    wrong["name"] = "A name"
    assert "begins with http" in admin.post("/sources/new/", wrong).content.decode()
    assert not Source.objects.exists()


def test_several_feeds_are_offered(admin: Client, site: Site) -> None:
    links = "".join(
        f'<link rel=alternate type="application/rss+xml" title="Feed {n}" href="/{n}.xml">' for n in (1, 2)
    )
    site.routes["/"] = Answer(f"<html><head>{links}</head></html>".encode())
    body = admin.post("/sources/new/", {"address": site.address}).content.decode()
    assert "2 feeds" in body
    assert f'value="{site.address}/2.xml"' in body
    assert "Follow this source" not in body


def test_pause_resume_and_ask_with_and_without_htmx(admin: Client, settings: Any) -> None:
    settings.POLL_EVERY = 20
    source = make_source("Beta", slug="beta", next_poll_at=timezone.now() + timedelta(hours=1))
    assert admin.post("/sources/beta/pause/").headers["Location"] == "/sources/beta/"
    source.refresh_from_db()
    assert not source.is_active
    assert "Resume this source first" in admin.post("/sources/beta/poll/", follow=True).content.decode()
    part = admin.post("/sources/beta/resume/", headers=HTMX).content.decode()
    assert part.strip().startswith("<section")
    assert "Resumed" in part
    asked = admin.post("/sources/beta/poll/", headers=HTMX).content.decode()
    assert "asked within 20 seconds" in asked
    assert 'hx-trigger="load delay:25s, every 30s"' in asked  # and the page then looks for the result
    assert "delay" not in admin.get("/sources/beta/", headers=HTMX).content.decode()
    assert admin.get("/sources/beta/poll/").status_code == 405


def test_a_source_is_edited(admin: Client) -> None:
    source = make_source("Beta", slug="beta", poll_every=timedelta(minutes=7))
    page = admin.get("/sources/beta/edit/").content.decode()
    assert "every 7 minutes" in page
    values = {"name": "Gamma", "address": source.address, "reliability": "A", "poll_every": "7"}
    assert admin.post("/sources/beta/edit/", values).headers["Location"] == "/sources/beta/"
    source.refresh_from_db()
    assert (source.name, source.reliability) == ("Gamma", "A")
    other = make_source("Other")
    body = admin.post("/sources/beta/edit/", values | {"address": other.address}).content.decode()
    assert "already followed as “Other”" in body


@pytest.mark.parametrize("role", [Role.ANALYST, Role.EDITOR])
def test_only_admins_change_sources(client: Client, role: Role) -> None:
    make_source("Beta", slug="beta")
    client.force_login(make_user(role=role))
    for address in ("new", "beta/edit", "beta/pause", "beta/resume", "beta/poll"):
        assert client.post(f"/sources/{address}/", {"address": "http://10.0.0.1/"}).status_code == 403
    assert Source.objects.get().is_active
    assert not Document.objects.exists()
