"""What the pipeline brought of the demonstration's press: the edited pages too, all dated as it came in."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone

from issues.demo.articles import read_edition
from issues.demo.cast import party_codes
from issues.demo.dating import Dated, Rows, begin_rows, date_rows
from issues.demo.moments import READ_AFTER, Moments, path_of
from issues.demo.newsroom import SOURCE_PREFIX, reference_day_of_sources
from issues.ingest.suggest import record_suggestions
from issues.ingest.visits import fetch_document
from issues.models import (
    Appearance,
    Capture,
    Document,
    Issue,
    Office,
    Official,
    PollRun,
    Relationship,
    Source,
    Statement,
    Tenure,
)
from issues.vocabulary import PollOutcome, ReviewState


def visit_edits() -> None:
    """Look again at the pages that are edited, as the pipeline would some minutes later."""
    today = reference_day_of_sources()
    for path in read_edition(today).edits if today else ():
        document = Document.objects.filter(
            source__slug__startswith=SOURCE_PREFIX, address__endswith=f"/{path}.html"
        ).first()
        if document is None or document.captures.count() != 1:
            continue
        Document.objects.filter(pk=document.pk).update(next_fetch_at=timezone.now())
        visited = fetch_document(document_id=document.pk)
        if visited and visited.capture_id:
            record_suggestions(capture_id=visited.capture_id)


def date_press(moments: Moments) -> None:
    """Date what has come in since the last time: documents, captures and what was suggested in them."""
    captures = {
        capture.pk: moment
        for capture in Capture.objects.filter(document__source__slug__startswith=SOURCE_PREFIX)
        .select_related("document")
        .defer("text")
        if (moment := moments.captured(path_of(capture.document.address), version=capture.number))
        and capture.captured_at != moment
    }
    if not captures:
        return
    _remember_polls(moments)
    begin_rows(_opened(), moments.opened)
    documents = dict(Capture.objects.filter(pk__in=captures, number=1).values_list("document", "pk"))
    statements, appearances = _suggested(captures)
    by_statement = [
        Dated(table, "statement_id", statements)
        for table in ("issues_link", "issues_statement_joint_parties", "issues_pledge")
    ]
    date_rows(
        [
            Dated("issues_document", "id", {pk: captures[first] for pk, first in documents.items()}),
            Dated("issues_capture", "id", captures),
            Dated("issues_statement", "id", statements),
            *by_statement,
            Dated("issues_appearance", "id", appearances),
        ]
    )


def _suggested(captures: dict[int, datetime]) -> tuple[dict[int, datetime], dict[int, datetime]]:
    """The statements that nobody has decided, and where they stand: since their first capture was read.

    Where they stand in a later capture is known since that one was.
    """
    statements: dict[int, datetime] = {}
    appearances: dict[int, datetime] = {}
    rows = Appearance.objects.filter(capture__in=captures).values_list("pk", "statement", "capture")
    for appearance, statement, capture in rows:
        appearances[appearance] = read = captures[capture] + READ_AFTER
        statements[statement] = min(read, statements.get(statement, read))
    waiting = Statement.objects.filter(pk__in=statements, state=ReviewState.SUGGESTED, reviewed_by=None)
    known_before = set(
        Appearance.objects.filter(statement__in=statements)
        .exclude(capture__in=captures)
        .values_list("statement", flat=True)
    )
    undecided = set(waiting.values_list("pk", flat=True)) - known_before
    return {pk: moment for pk, moment in statements.items() if pk in undecided}, appearances


def _opened() -> list[Rows]:
    """Whom and what the desk has known since it was opened."""
    codes = party_codes()
    pairs = Relationship.objects.filter(Q(first__in=codes) | Q(second__in=codes))
    issues = Issue.objects.filter(relationship__in=pairs)
    known: dict[str, QuerySet[Any]] = {
        "issues_relationship": pairs,
        "issues_issue": issues,
        "issues_official": Official.objects.filter(party__in=codes),
        "issues_office": Office.objects.filter(party__in=codes),
        "issues_tenure": Tenure.objects.filter(official__party__in=codes),
        "issues_source": Source.objects.filter(slug__startswith=SOURCE_PREFIX),
    }
    return [
        Rows("issues_party", "code", codes),
        Rows("issues_category", "slug", list(issues.values_list("category", flat=True))),
        *(Rows(table, "id", list(rows.values_list("pk", flat=True))) for table, rows in known.items()),
    ]


def _remember_polls(moments: Moments) -> None:
    """The feeds answered each day: else nobody could say that silence was one."""
    kept = settings.POLL_RUNS_KEPT.days
    days = [moments.edition.today - timedelta(days=back) for back in range(1, kept)]
    PollRun.objects.bulk_create(
        PollRun(
            source=source,
            started_at=moments.on(day),
            finished_at=moments.on(day) + timedelta(seconds=1),
            outcome=PollOutcome.NOT_MODIFIED,
            http_status=304,
        )
        for source in Source.objects.filter(slug__startswith=SOURCE_PREFIX)
        if not source.runs.filter(started_at__lt=moments.on(moments.edition.today)).exists()
        for day in days
    )
