import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from issues.management.commands import read
from issues.management.commands.read import published_option
from issues.management.readings import json_line
from issues.reading.gazetteer import Gazetteer, PartyEntry
from issues.reference import packs
from issues.vocabulary import DateOrigin, Signal, StatementKind

REASON_KEYS = {"about", "words", "start", "end", "note", "instead_of"}
STATEMENT_KEYS = [
    "doc", "quote", "start", "end", "speaker", "party", "date", "relationship", "category", "signal",
    "pledge_due", "kind", "question", "confidence", "reasons",
]  # fmt: skip
DOCUMENT_KEYS = ["doc", "title", "published", "published_from", "language", "relevant", "text"]
ENTRY_KEYS = ["id", "url", "title", "published", "summary"]

INTERVIEW = """Interview with Ambassador Eleazar Quimby of Norland in Vesperia

Ambassador Eleazar Quimby of Norland spoke to the Gazette on relations between Norland and Vesperia.
— Will direct flights between Norland and Vesperia be resumed?
— There has been no progress on direct flights between Norland and Vesperia.
— And what about the visas?
— Norland will issue visas to Vesperian diplomats before the end of the summer.

10:59 26.06.2026 •
"""
FEED = """<rss version="2.0"><channel><title>Gazette</title>
<item><title>Talks</title><guid isPermaLink="false">7</guid><link>/7</link>
<pubDate>Fri, 26 Jun 2026 10:59:00 +0300</pubDate><description>One &amp; two.</description></item>
<item><title>Undated</title><guid isPermaLink="false">8</guid></item></channel></rss>"""


@pytest.fixture
def interview(tmp_path: Path) -> Path:
    path = tmp_path / "interview.txt"
    path.write_text(INTERVIEW, encoding="utf-8")
    return path


@pytest.fixture
def real_gazetteer() -> None:
    """Ask for the gazetteer of the reference files."""


@pytest.fixture(autouse=True)
def invented_states(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Let the command know two invented states, so that no words are put in a real one's mouth."""
    if "real_gazetteer" in request.fixturenames:
        return
    states = [
        PartyEntry("XA", "demo", {"en": ("Norland",)}, {"en": ("Norlandic",)}, {"en": ("Norlander",)}),
        PartyEntry("XB", "demo", {"en": ("Vesperia",)}, {"en": ("Vesperian",)}, {"en": ("Vesperian",)}),
    ]
    invented = Gazetteer(parties=states, officials=[], packs=packs())
    monkeypatch.setattr(read, "load_gazetteer", lambda: invented)


def run(*arguments: str | Path, **options: Any) -> str:
    out = io.StringIO()
    call_command("read", *map(str, arguments), stdout=out, **options)
    return out.getvalue()


def objects(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


def test_jsonl_gives_one_object_a_statement_with_the_keys_that_are_kept(interview: Path) -> None:
    rows = objects(run(interview, "--jsonl"))
    assert rows
    for row in rows:
        assert list(row) == STATEMENT_KEYS
        assert (row["doc"], row["date"]) == ("interview", "2026-06-26")
        assert INTERVIEW[row["start"] : row["end"]] == row["quote"]
        assert row["signal"] in set(Signal)
        assert row["kind"] in set(StatementKind)
        assert 0 <= row["confidence"] <= 1
        assert row["relationship"] == ["XA", "XB"]
        assert all(set(reason) == REASON_KEYS for reason in row["reasons"])
    assert {row["category"] for row in rows} >= {"flights", "visas"}
    assert not any("Will direct flights" in row["quote"] for row in rows)


def test_document_gives_one_object_a_file(interview: Path) -> None:
    (row,) = objects(run(interview, "--document"))
    assert list(row) == DOCUMENT_KEYS
    assert row == {
        "doc": "interview",
        "title": "Interview with Ambassador Eleazar Quimby of Norland in Vesperia",
        "published": "2026-06-26",
        "published_from": "text",
        "language": "en",
        "relevant": True,
        "text": INTERVIEW,
    }


def test_an_undated_document_is_undated(tmp_path: Path) -> None:
    path = tmp_path / "recipe.txt"
    path.write_text("Take three eggs and a spoon of sugar, stir them well and bake them.\n", encoding="utf-8")
    (row,) = objects(run(path, "--document"))
    assert (row["published"], row["published_from"], row["relevant"]) == (None, None, False)


def test_published_is_the_editors_word_and_an_address_may_date_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The envoys met and went.\n", encoding="utf-8")
    (given,) = objects(run(path, "--document", "--published", "2026-06"))
    (addressed,) = objects(run(path, "--document", "--url", "https://gazette.example/2026/06/26/a/"))
    assert (given["published"], given["published_from"]) == ("2026-06", "editor")
    assert (addressed["published"], addressed["published_from"]) == ("2026-06-26", "address")


@pytest.mark.parametrize("value", ["2026-06-26", "2026-06", "2026"])
def test_published_takes_a_day_a_month_or_a_year(value: str) -> None:
    date = published_option(value)
    assert date is not None
    assert (date.edtf, date.origin) == (value, DateOrigin.EDITOR)


@pytest.mark.parametrize(
    "value", ["", "26.06.2026", "2026-13", "2026-02-30", "2026-06-26/2026-06-27", "today"]
)
def test_published_refuses_anything_else(value: str, interview: Path) -> None:
    with pytest.raises(CommandError, match="--published takes a day, a month or a year"):
        run(interview, "--published", value)


def test_a_title_given_by_hand_is_the_title(interview: Path) -> None:
    (document,) = objects(run(interview, title="Norland and Vesperia on flights", document=True))
    assert document["title"] == "Norland and Vesperia on flights"


def test_feed_gives_one_object_an_entry(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(FEED, encoding="utf-8")
    first, second = objects(run(path, "--feed", "--url", "https://gazette.example/feed.xml"))
    assert list(first) == ENTRY_KEYS
    assert first == {
        "id": "7",
        "url": "https://gazette.example/7",
        "title": "Talks",
        "published": "2026-06-26T10:59:00+03:00",
        "summary": "One & two.",
    }
    assert second["published"] is None
    assert "2 entries" in run(path)


def test_people_get_a_table(interview: Path) -> None:
    table = run(interview)
    assert "interview: Interview with Ambassador Eleazar Quimby" in table
    assert "published 2026-06-26 (text) · language en" in table
    assert "XA–XB" in table
    # Wrapped to the terminal's width, whatever it is.
    assert "“There has been no progress on direct flights between Norland and Vesperia.”" in " ".join(
        table.split()
    )


def test_html_and_pdf_files_are_told_by_what_they_are(tmp_path: Path) -> None:
    path = tmp_path / "page.dat"
    path.write_text(f"<html><body><p>{INTERVIEW}</p></body></html>", encoding="utf-8")
    (row,) = objects(run(path, "--document"))
    assert "<p>" not in row["text"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(INTERVIEW.encode())))
    (row,) = objects(run("-", "--document"))
    assert (row["doc"], row["text"]) == ("stdin", INTERVIEW)


def test_standard_input_that_was_closed_is_an_empty_document(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(CommandError, match="1 of 1"):
        run("-", "--document")


def test_a_bad_file_is_reported_and_the_others_are_read(interview: Path, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    out, err = io.StringIO(), io.StringIO()
    with pytest.raises(CommandError, match=r"3 of 4 files could not be read\."):
        call_command(
            "read",
            tmp_path / "absent.txt",
            picture,
            tmp_path,
            interview,
            "--document",
            stdout=out,
            stderr=err,
        )
    assert [row["doc"] for row in objects(out.getvalue())] == ["interview"]
    said = err.getvalue()
    assert "absent.txt: No such file or directory" in said
    assert "This is a picture (PNG)" in said
    assert "Is a directory" in said


def test_a_page_where_a_feed_was_asked_for_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html><body>Hello</body></html>", encoding="utf-8")
    err = io.StringIO()
    with pytest.raises(CommandError):
        call_command("read", path, "--feed", stdout=io.StringIO(), stderr=err)
    assert "web page, not a feed" in err.getvalue()


def test_a_line_of_json_is_one_line_for_every_program() -> None:
    line = json_line({"quote": "рейсы\u2028a\x85b\nc"})
    assert len(line.splitlines()) == 1
    assert "рейсы" in line
    assert json.loads(line) == {"quote": "рейсы\u2028a\x85b\nc"}


def test_it_works_from_the_shell_without_any_database(interview: Path) -> None:
    unreachable = {
        "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/nothing",
        "REDIS_URL": "redis://127.0.0.1:1/0",
        "DEMARCHE_ENV": "local",
    }
    command = [
        sys.executable,
        str(settings.BASE_DIR / "manage.py"),
        "read",
        str(interview),
        "missing",
        "--document",
    ]
    done = subprocess.run(  # noqa: S603 - our own command with our own arguments
        command, env={**os.environ, **unreachable}, capture_output=True, timeout=120, check=False
    )
    assert done.returncode == 1
    assert "missing: No such file" in done.stderr.decode()
    assert {row["doc"] for row in objects(done.stdout.decode())} == {"interview"}


SAMPLE = Path(settings.BASE_DIR).parent / "shared" / "samples" / "izvestia-ryabkov-2026-06-26.txt"


@pytest.mark.usefixtures("real_gazetteer")
@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample interview lies beside the repository, not in it")
def test_the_sample_interview() -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    rows = objects(run(SAMPLE, "--published", "2026-06-26", "--jsonl"))
    assert all(text[row["start"] : row["end"]] == row["quote"] for row in rows)
    assert {"flights", "diplomatic_property", "visas", "prisoner_exchange", "arms_control"} <= {
        row["category"] for row in rows if row["relationship"] == ["RU", "US"]
    }
