"""`manage.py read`: what the reader makes of any text, HTML, PDF or feed file; needs no database."""

import os
import shutil
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from issues.management.readings import (
    document_object,
    document_table,
    entry_object,
    feed_table,
    json_line,
    statement_object,
)
from issues.reading.edtf import ImpreciseDate, InvalidDate
from issues.reading.feeds import UnreadableFeed, is_feed, read_feed
from issues.reading.gazetteer import Gazetteer
from issues.reading.page import Page, UnreadablePage
from issues.reading.pages import read_page
from issues.reading.reader import Reading, read_document
from issues.reference import BadReferenceData, load_gazetteer
from issues.vocabulary import DateOrigin

_MEDIA_TYPES = {
    ".txt": "text/plain", ".text": "text/plain", ".md": "text/plain",
    ".html": "text/html", ".htm": "text/html", ".xhtml": "text/html",
}  # fmt: skip
_STANDARD_INPUT = "-"


class Command(BaseCommand):
    help = "Read text, HTML, PDF or feed files and show the statements in them. Uses no database."
    requires_system_checks: list[str] = []  # noqa: RUF012  (Django's own declaration)

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="a file, or - for standard input")
        parser.add_argument("--url", help="the address the files come from: it may date them")
        parser.add_argument("--title", help="the title of the text, where the file does not show it")
        parser.add_argument(
            "--published", metavar="DATE", help="when they were published: 2026-06-26, 2026-06 or 2026"
        )
        form = parser.add_mutually_exclusive_group()
        form.add_argument("--jsonl", action="store_true", help="one JSON object a statement")
        form.add_argument("--document", action="store_true", help="one JSON object a file")
        form.add_argument("--feed", action="store_true", help="read feeds: one JSON object an entry")

    def handle(self, *_args: Any, **options: Any) -> None:
        published = published_option(options["published"])
        failed = 0
        for name in options["files"]:
            try:
                for line in self.lines(name, published, options):
                    self.stdout.write(line)
                self.stdout.flush()
            except BrokenPipeError:  # whoever reads our output has seen enough; flush the rest nowhere
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
                return
            except (OSError, UnreadablePage, UnreadableFeed) as error:
                failed += 1
                reason = error.strerror if isinstance(error, OSError) else error
                self.stderr.write(f"{name}: {reason}")
        if failed:
            raise CommandError(f"{failed} of {len(options['files'])} files could not be read.")

    def lines(self, name: str, published: ImpreciseDate | None, options: dict[str, Any]) -> Iterator[str]:
        """Yield what is printed of one file. Raises OSError, UnreadablePage or UnreadableFeed."""
        raw = _standard_input() if name == _STANDARD_INPUT else Path(name).read_bytes()
        doc = "stdin" if name == _STANDARD_INPUT else Path(name).stem
        width = shutil.get_terminal_size((110, 24)).columns
        as_table = not (options["jsonl"] or options["document"] or options["feed"])
        if options["feed"] or (as_table and is_feed(raw)):
            feed = read_feed(raw, base_url=options["url"])
            yield from (
                map(json_line, map(entry_object, feed.entries))
                if options["feed"]
                else [feed_table(doc, feed, width=width)]
            )
            return
        page = read_page(
            raw,
            url=options["url"],
            media_type=_MEDIA_TYPES.get(Path(name).suffix.lower()),
            published=published,
        )
        if options["title"]:
            page = replace(page, title=options["title"])
        reading = self.reading(page, options["url"])
        if options["jsonl"]:
            yield from (json_line(statement_object(doc, suggestion)) for suggestion in reading.suggestions)
        elif options["document"]:
            yield json_line(document_object(doc, page, reading))
        else:
            yield document_table(doc, page, reading, width=width)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        try:
            return load_gazetteer()
        except BadReferenceData as error:
            raise CommandError(f"The reference data cannot be read: {error}") from error

    def reading(self, page: Page, url: str | None) -> Reading:
        return read_document(
            page.text,
            gazetteer=self.gazetteer,
            title=page.title,
            language=page.language,
            published=page.published,
            url=url,
        )


def _standard_input() -> bytes:
    # None: whoever started us closed it. Then there is nothing to read.
    return sys.stdin.buffer.read() if sys.stdin is not None else b""


def published_option(value: str | None) -> ImpreciseDate | None:
    """Read --published. Raises CommandError for what is no day, month or year."""
    if value is None:
        return None
    try:
        if "/" in value:
            raise InvalidDate(f"{value!r} is an interval")
        return ImpreciseDate.from_edtf(value, origin=DateOrigin.EDITOR)
    except InvalidDate as error:
        raise CommandError(
            f"--published takes a day, a month or a year (2026-06-26, 2026-06, 2026): {error}."
        ) from error
