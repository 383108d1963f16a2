"""An issue's window as a file: its statements for a spreadsheet, and the sources they are from."""

import csv
from collections.abc import Iterator
from io import StringIO

from django.db.models import Count

from issues.analysis.citing.issues import SOURCES_AT_MOST
from issues.analysis.issue_request import Request
from issues.analysis.statement_list import passing
from issues.analysis.statement_rows import with_details
from issues.models import Appearance, Link, Pledge

ROWS_AT_MOST = 20_000
COLUMNS = (
    "statement", "date", "date_first", "date_last", "date_as_said", "date_from", "party", "joint_with",
    "speaker", "office", "signal", "kind", "language", "words", "pledge_due", "pledge_outcome", "source",
    "archived_at", "appearances", "origins", "address",
)  # fmt: skip


def statements_csv(request: Request, *, site: str) -> str:
    """The statements that pass, the newest first, as CSV with a header. One query. `site`: "https://host"."""
    head = request.head
    links = with_details(passing(head.id, request.window, request.filters, head.codes), "statement__")
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for link in links.order_by("-stated_day", "-statement")[:ROWS_AT_MOST]:
        writer.writerow([safe(cell) for cell in _cells(link, site)])
    return out.getvalue()


def safe(cell: object) -> str:
    """A cell that a spreadsheet takes for text: what would be a formula begins with an apostrophe."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text[:1] in "=+-@\t\r\n" and text else text


def _cells(link: Link, site: str) -> Iterator[object]:
    said, details = link.statement, link
    pledge: Pledge | None = getattr(said, "pledge", None)
    place: dict[str, str] = getattr(details, "place", None) or {}
    yield from (said.pk, said.stated_on, said.stated_on_lower, said.stated_on_upper)
    yield from (said.stated_on_words, said.stated_on_origin, said.party_id)
    yield "; ".join(getattr(details, "joint", []))
    yield from (said.speaker_name, getattr(details, "office", ""), link.signal, said.kind, said.language)
    yield said.quote
    yield from (pledge.due_on, pledge.outcome) if pledge else ("", "")
    places: dict[str, int] = getattr(details, "places", None) or {}
    yield from (place.get("source"), place.get("at"))
    yield from (places.get("appearances", 0), places.get("origins", 0))
    yield f"{site}{said.get_absolute_url()}"


def sources_of(request: Request) -> list[str]:
    """The sources of the window's statements, those of most first; a few at most. One query."""
    links = passing(request.head.id, request.window, request.filters, request.head.codes)
    found = (
        Appearance.objects.filter(statement__in=links.values("statement"))
        .values("capture__document__source__name")
        .annotate(n=Count("*"))
        .order_by("-n", "capture__document__source__name")
        .values_list("capture__document__source__name", flat=True)
    )
    return list(found[: SOURCES_AT_MOST + 1])
