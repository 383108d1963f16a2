"""What was found, as the page shows it: statements with their issues, documents with their sources."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.db.models.functions import JSONObject
from django.urls import reverse

from issues.analysis.formats import language_name
from issues.analysis.known import links_that_count
from issues.analysis.marks import SIGNAL_MARKS, SignalMark
from issues.analysis.naming import name_of
from issues.analysis.search.highlights import Piece, marked_quote, marked_text, split_marked
from issues.analysis.statement_rows import StatementRow, statement_row, with_details
from issues.analysis.words import DateShown, date_shown, quoted
from issues.models import Document, Statement


@dataclass(frozen=True, slots=True)
class IssueNamed:
    title: str
    address: str
    signal: SignalMark


@dataclass(frozen=True, slots=True)
class FoundStatement:
    row: StatementRow
    pieces: tuple[Piece, ...]
    issues: tuple[IssueNamed, ...]


@dataclass(frozen=True, slots=True)
class FoundDocument:
    title: str
    address: str
    date: DateShown
    source: str
    language: str  # by its name
    language_code: str
    pieces: tuple[Piece, ...]


def found_statements(words: str, ids: list[int], *, today: date) -> tuple[FoundStatement, ...]:
    """Statements in the order of their ids as given. One query."""
    if not ids:
        return ()
    links = links_that_count().filter(statement=OuterRef("pk")).order_by("issue__title")
    named = links.values(json=JSONObject(title=name_of("issue__title"), slug="issue__slug", signal="signal"))
    statements = with_details(Statement.objects.filter(pk__in=ids)).annotate(
        on=ArraySubquery(named), marked=marked_quote(words) if words else F("quote")
    )
    by_id = {statement.pk: statement for statement in statements}
    found = []
    for number in ids:
        row = statement_row(by_id[number], by_id[number], today=today)
        issues = tuple(
            IssueNamed(one["title"], reverse("issue", args=(one["slug"],)), SIGNAL_MARKS[one["signal"]])
            for one in by_id[number].on
        )
        marked = quoted(by_id[number].marked, by_id[number].kind)
        found.append(FoundStatement(row, split_marked(marked), issues))
    return tuple(found)


def found_documents(words: str, ids: list[int]) -> tuple[FoundDocument, ...]:
    """Documents in the order of their ids as given. One query."""
    if not ids:
        return ()
    documents = Document.objects.select_related("source").filter(pk__in=ids)
    if words:
        documents = documents.annotate(marked=marked_text(words))
    by_id: dict[int, Any] = {document.pk: document for document in documents}  # with what was annotated
    return tuple(
        FoundDocument(
            title=str(by_id[number]),
            address=by_id[number].get_absolute_url(),
            date=date_shown(
                by_id[number].published_on,
                words=by_id[number].published_on_words,
                origin=by_id[number].published_on_origin,
            ),
            source=by_id[number].source.name,
            language=language_name(by_id[number].language),
            language_code=by_id[number].language,
            pieces=split_marked(by_id[number].marked) if words else (),
        )
        for number in ids
    )
