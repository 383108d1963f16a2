from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from issues.desk.errors import DeskError
from issues.desk.sources import add_source, edit_source, pause_source, poll_now, resume_source
from issues.models import Source
from issues.vocabulary import Reliability, SourceKind
from tests.factories import make_party, make_source, make_user

pytestmark = pytest.mark.django_db


def add(**changes: Any) -> Source:
    given: dict[str, Any] = {
        "editor": make_user(),
        "address": "https://news.example/feed.xml",
        "name": "Norland Courier",
    }
    return add_source(**(given | changes))


def test_a_source_is_followed_from_now_on_and_it_is_known_by_whom() -> None:
    editor = make_user()
    source = add(editor=editor, address="HTTPS://News.Example/feed.xml#top", party=make_party())
    assert (source.slug, source.address) == ("norland-courier", "https://news.example/feed.xml")
    assert source.next_poll_at is not None
    assert source.next_poll_at <= timezone.now()
    event = Source.events.rel.related_model.objects.select_related("pgh_context").get(pgh_obj=source)  # type: ignore[attr-defined]  # made by pghistory
    assert event.pgh_context.metadata["user"] == editor.pk


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"address": "ftp://news.example/"}, "address", "begins with http"),
        ({"address": "https://a:b@news.example/"}, "address", "password"),
        ({"name": "  "}, "name", "name"),
        ({"poll_every": timedelta(seconds=10)}, "poll_every", "once a minute"),
    ],
)
def test_what_cannot_be_followed(changes: dict[str, Any], field: str, words: str) -> None:
    with pytest.raises(DeskError, match=words) as caught:
        add(**changes)
    assert caught.value.field == field
    assert not Source.objects.exists()


def test_no_feed_is_followed_twice() -> None:
    add()
    with pytest.raises(DeskError, match="already followed as “Norland Courier”"):
        add(name="Again", address="https://news.example:443/feed.xml?utm_source=x")


def test_slugs_differ_and_never_hide_our_own_pages() -> None:
    first, second = add(), add(address="https://news.example/2.xml")
    new = add(name="New", address="https://news.example/3.xml")
    russian = add(name="Вестник", address="https://news.example/4.xml")
    assert [one.slug for one in (first, second, new, russian)] == [
        "norland-courier",
        "norland-courier-2",
        "new-2",
        "source",
    ]


def test_editing_keeps_the_slug_and_asks_another_address_afresh() -> None:
    later = timezone.now() + timedelta(hours=1)
    source = make_source(slug="courier", etag='"1"', last_modified="then", next_poll_at=later)
    values: dict[str, Any] = {
        "source": source,
        "editor": make_user(),
        "address": source.address,
        "name": "The Courier",
        "party": None,
        "language": "en",
        "reliability": Reliability.B,
        "poll_every": timedelta(hours=1),
    }
    edited = edit_source(**values)
    assert (edited.slug, edited.name, edited.etag, edited.next_poll_at) == (
        "courier",
        "The Courier",
        '"1"',
        later,
    )
    moved = edit_source(**{**values, "address": "https://new.example/feed"})
    assert (moved.etag, moved.last_modified) == ("", "")
    assert moved.next_poll_at is not None
    assert moved.next_poll_at <= timezone.now()


def test_a_hand_made_origin_has_no_address_to_check() -> None:
    source = make_source(kind=SourceKind.PASTE, address="")
    edited = edit_source(
        source=source,
        editor=make_user(),
        address="",
        name="Clippings",
        party=None,
        language="",
        reliability=Reliability.C,
        poll_every=timedelta(minutes=30),
    )
    assert (edited.name, edited.address) == ("Clippings", "")


def test_pause_resume_and_ask_now() -> None:
    editor = make_user()
    source = make_source(next_poll_at=timezone.now() + timedelta(hours=1))
    asked = poll_now(source=source, editor=editor)
    assert asked.next_poll_at is not None
    assert asked.next_poll_at <= timezone.now()
    paused = pause_source(source=source, editor=editor)
    assert (paused.is_active, paused.next_poll_at) == (False, None)
    with pytest.raises(DeskError, match="Resume"):
        poll_now(source=source, editor=editor)
    resumed = resume_source(source=source, editor=editor)
    assert resumed.is_active
    due = resumed.next_poll_at
    assert due is not None
    assert resume_source(source=source, editor=editor).next_poll_at == due
