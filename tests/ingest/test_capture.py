import os
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage

from issues.ingest import capture as capturing
from issues.ingest.capture import record_capture, store_raw
from issues.models import Capture
from issues.models.documents import capture_storage
from issues.reading.pages import UnreadablePage
from issues.vocabulary import DateOrigin
from tests.factories import make_document

pytestmark = pytest.mark.django_db

PAGE = """<!doctype html><html lang="en"><head><title>Talks in Santorel – Norland Courier</title>
<meta property="article:published_time" content="2026-06-25T10:00:00Z"></head><body><article>
<h1>Talks in Santorel</h1><p>The two delegations met for six hours on Thursday and agreed to meet again.</p>
<p>“{words}” said the deputy minister, who led the delegation, before he left for the airport.</p>
</article></body></html>"""


def page(words: str = "We have a list, and we have a date for the next round.") -> bytes:
    return PAGE.format(words=words).encode()


def test_a_page_is_archived_whole_with_its_words() -> None:
    document = make_document(title="", language="", published_on="")
    recorded = record_capture(document_id=document.pk, raw=page(), media_type="text/html; charset=utf-8")
    capture = recorded.capture
    assert (recorded.is_new, capture.number, capture.size) == (True, 1, len(page()))
    assert capture.raw.name == f"{capture.sha256[:2]}/{capture.sha256[2:4]}/{capture.sha256}"
    with capture.raw.open() as file:
        assert file.read() == page()
    assert "We have a list" in capture.text
    document.refresh_from_db()
    assert "Talks in Santorel" in document.title
    assert document.language == "en"
    assert (document.published_on, document.published_on_origin) == ("2026-06-25", "metadata")


def test_what_the_feed_said_of_it_stays() -> None:
    document = make_document(title="As in the feed", language="ru", published_on="2026-06-24")
    record_capture(document_id=document.pk, raw=page(), media_type="text/html")
    document.refresh_from_db()
    assert (document.title, document.language) == ("As in the feed", "ru")
    assert (document.published_on, document.published_on_origin) == ("2026-06-24", DateOrigin.FEED)


def test_the_same_words_are_one_version() -> None:
    document = make_document()
    first = record_capture(document_id=document.pk, raw=page(), media_type="text/html")
    seen = first.capture.last_seen_at
    advertised = page().replace(b"</body>", b"<script>tracker(2)</script></body>")
    second = record_capture(document_id=document.pk, raw=advertised, media_type="text/html")
    assert not second.is_new
    assert second.capture.pk == first.capture.pk
    second.capture.refresh_from_db()
    assert second.capture.last_seen_at > seen
    third = record_capture(document_id=document.pk, raw=page("We have no list."), media_type="text/html")
    assert (third.is_new, third.capture.number) == (True, 2)
    fourth = record_capture(document_id=document.pk, raw=page(), media_type="text/html")
    assert (fourth.is_new, fourth.capture.number) == (True, 3)
    assert fourth.capture.raw.name == first.capture.raw.name


def test_plain_text_keeps_its_offsets() -> None:
    text = "Вопрос — ответ.\r\n\r\n  Two\tspaces."
    recorded = record_capture(
        document_id=make_document().pk, raw=text.encode(), media_type="text/plain; charset=utf-8"
    )
    assert recorded.capture.text == text


@pytest.mark.parametrize(
    "raw", [b"\x89PNG\r\n\x1a\n\0\0", b"", b"<html><body><div id=app></div></body></html>"]
)
def test_what_cannot_be_read_is_said_and_kept(raw: bytes) -> None:
    document = make_document()
    with pytest.raises(UnreadablePage):
        record_capture(document_id=document.pk, raw=raw, media_type="text/html")
    document.refresh_from_db()
    assert "are kept as" in document.fetch_error
    assert not Capture.objects.exists()
    with capture_storage().open(document.fetch_error.rsplit(" ", 1)[1].rstrip(".")) as file:
        assert file.read() == raw
    record_capture(document_id=document.pk, raw=page(), media_type="text/html")
    document.refresh_from_db()
    assert document.fetch_error == ""


def test_bytes_are_written_once_and_whole() -> None:
    name = store_raw(b"evidence")
    path = Path(capture_storage().path(name))
    before = path.stat()
    assert store_raw(b"evidence") == name
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert path.stat().st_mode & 0o777 == 0o640
    path.write_bytes(b"evi")  # a copy that a crash or a full disk cut short
    store_raw(b"evidence")
    assert path.read_bytes() == b"evidence"
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_failed_write_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: int) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "fsync", broken)
    document = make_document()
    with pytest.raises(OSError, match="disk full"):
        record_capture(document_id=document.pk, raw=b"some words", media_type="text/plain")
    assert not Capture.objects.exists()
    name = Path(capture_storage().path("x")).parent
    assert not [one for one in name.rglob(".*") if one.is_file()]


def test_other_storages_are_used_by_name_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    storage = InMemoryStorage()
    monkeypatch.setattr(capturing, "capture_storage", lambda: storage)
    name = store_raw(b"evidence")
    assert store_raw(b"evidence") == name
    assert storage.open(name).read() == ContentFile(b"evidence").read()


def test_the_date_of_a_document_is_unknown_or_says_where_it_comes_from() -> None:
    assert capturing.date_of(make_document(published_on="")) is None
    known = capturing.date_of(make_document(published_on="2026-06"))
    assert known is not None
    assert (known.edtf, known.origin) == ("2026-06", DateOrigin.FEED)
