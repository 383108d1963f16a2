"""What waits for an editor: documents with suggested statements, oldest or newest first."""

from dataclasses import dataclass

from django.db.models import F, Prefetch, Q, QuerySet
from django.db.models.functions import Left
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from issues.analysis.naming import pair_name
from issues.analysis.unread import captures_for_people, no_pack_note
from issues.analysis.words import edtf
from issues.models import Appearance, Document, Issue, Link, Relationship, Source, Statement
from issues.vocabulary import DateOrigin, ReviewState

PAGE_SIZE = 30
NAMES_SHOWN = 4


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One document with its suggestions. `published` is in words, "" where unknown.

    note says why a document stands here whole, without suggestions; "" where it has some.
    """

    document_id: int
    title: str
    source: str
    language: str
    published: str
    published_from: str
    waiting: int
    first_words: str
    speakers: tuple[str, ...]
    issues: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Queue:
    """One page of the queue; `next_after` is the document id that the following page starts after."""

    rows: tuple[QueueRow, ...]
    next_after: int | None


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to filter by."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """What to show of the queue: slugs, "" for everything."""

    relationship: str = ""
    issue: str = ""
    source: str = ""
    oldest_first: bool = False


def review_queue(wanted: QueueFilter, *, after: int | None = None) -> Queue:
    """Documents that wait and match, by when they came in. Four queries whatever the size.

    They have suggestions, or are in a language that the reader cannot read: those belong to no issue yet.
    """
    suggested = Appearance.objects.filter(statement__state=ReviewState.SUGGESTED)
    if wanted.issue or wanted.relationship:
        suggested = suggested.filter(statement__in=_linked(wanted))
    waits = Q(pk__in=suggested.values("capture__document_id"))
    if not (wanted.issue or wanted.relationship):
        waits |= Q(pk__in=captures_for_people().values("document_id"))
    documents = Document.objects.filter(waits)
    if wanted.source:
        documents = documents.filter(source__slug=wanted.source)
    page = list(_page(documents, after=after, oldest_first=wanted.oldest_first))
    more = len(page) > PAGE_SIZE
    page = page[:PAGE_SIZE]
    waiting = _waiting([document.pk for document in page])
    unread = _unread([document.pk for document in page if document.pk not in waiting])
    rows = tuple(_row(document, waiting.get(document.pk, {}), unread.get(document.pk)) for document in page)
    return Queue(rows, page[-1].pk if more else None)


def queue_choices() -> dict[str, list[Choice]]:
    """What the queue can be filtered by: only what has suggestions."""
    suggested = Link.objects.filter(state=ReviewState.SUGGESTED, withdrawn_at=None)
    issues = list(
        Issue.objects.filter(pk__in=suggested.values("issue"))
        .select_related("relationship__first", "relationship__second")
        .order_by("relationship__slug", "position", "title")
    )
    relationships: dict[str, Relationship] = {issue.relationship.slug: issue.relationship for issue in issues}
    places = Appearance.objects.filter(statement__state=ReviewState.SUGGESTED)
    sources = Source.objects.filter(
        Q(documents__in=places.values("capture__document_id"))
        | Q(documents__in=captures_for_people().values("document_id"))
    ).distinct()
    return {
        "relationships": [Choice(slug, pair_name(pair)) for slug, pair in relationships.items()],
        "issues": [Choice(issue.slug, f"{issue.title_shown} ({issue.relationship})") for issue in issues],
        "sources": [Choice(source.slug, source.name) for source in sources.order_by("name")],
    }


def _linked(wanted: QueueFilter) -> "QuerySet[Link, int]":
    links = Link.objects.filter(state=ReviewState.SUGGESTED, withdrawn_at=None)
    if wanted.issue:
        links = links.filter(issue__slug=wanted.issue)
    if wanted.relationship:
        links = links.filter(issue__relationship__slug=wanted.relationship)
    return links.values_list("statement_id", flat=True)


def _page(documents: "QuerySet[Document]", *, after: int | None, oldest_first: bool) -> "QuerySet[Document]":
    if after is not None:
        documents = documents.filter(pk__gt=after) if oldest_first else documents.filter(pk__lt=after)
    ordered = documents.order_by("pk" if oldest_first else "-pk")
    return ordered.select_related("source")[: PAGE_SIZE + 1]


def _waiting(documents: list[int]) -> dict[int, dict[int, Statement]]:
    """The suggested statements of each document by id, in the order of the text."""
    live = Link.objects.filter(withdrawn_at=None).exclude(state=ReviewState.REJECTED).select_related("issue")
    places = (
        Appearance.objects.filter(capture__document__in=documents, statement__state=ReviewState.SUGGESTED)
        .select_related("statement__official")
        .prefetch_related(Prefetch("statement__links", queryset=live, to_attr="live_links"))
        .annotate(document_pk=F("capture__document_id"))
        .order_by("capture_id", "start")
    )
    found: dict[int, dict[int, Statement]] = {}
    for place in places:
        found.setdefault(place.document_pk, {}).setdefault(place.statement_id, place.statement)
    return found


def _unread(documents: list[int]) -> dict[int, tuple[str, str]]:
    """The first words and the language of each document that no pack reads."""
    captures = captures_for_people().filter(document__in=documents).annotate(opening=Left("text", 160))
    rows = captures.order_by("number").values_list("document_id", "opening", "read_summary__no_pack")
    return {pk: (opening, language or "") for pk, opening, language in rows}


def _row(document: Document, waiting: dict[int, Statement], unread: tuple[str, str] | None) -> QueueRow:
    statements = list(waiting.values())
    issues = [link.issue.title_shown for each in statements for link in getattr(each, "live_links", [])]
    return QueueRow(
        document_id=document.pk,
        title=document.title or document.address,
        source=document.source.name,
        language=document.language,
        published=edtf(document.published_on) if document.published_on else "",
        published_from=DateOrigin(document.published_on_origin).label if document.published_on_origin else "",
        waiting=len(statements),
        first_words=Truncator(statements[0].quote).chars(160) if statements else unread[0] if unread else "",
        speakers=_first_names([statement.speaker_name for statement in statements]),
        issues=_first_names(issues),
        note=no_pack_note(unread[1]) if unread else "",
    )


def _first_names(names: list[str]) -> tuple[str, ...]:
    """Each name once, in order; the last says how many more there are."""
    distinct = list(dict.fromkeys(names))
    more = len(distinct) - NAMES_SHOWN
    return (*distinct[:NAMES_SHOWN], *([_("%(count)s more") % {"count": more}] if more > 0 else []))
