"""Everywhere a statement stands in the archive, with a piece of the text around it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet, Value
from django.db.models.functions import Greatest, Length, Substr
from django.urls import reverse

from issues.analysis.words import DateShown, date_shown, moment
from issues.models import Appearance
from issues.vocabulary import Reliability

CONTEXT = 700  # characters of the archived text before and after the words
PLACES_AT_MOST = 50


@dataclass(frozen=True, slots=True)
class Place:
    """An appearance: where the words stand, in which capture of which document."""

    id: int
    document: str
    document_address: str
    source: str
    reliability: str
    address: str  # the original's, "" where it is not on the web
    published: DateShown
    version: int
    captured: str
    sha256: str
    offsets: str
    before: str
    words: str
    after: str


def places_of(statement_id: int) -> tuple[Place, ...]:
    """The appearances of a statement, the earliest archived first; 50 at most. One query."""
    return tuple(_place(appearance) for appearance in _appearances(statement_id))


def _appearances(statement_id: int) -> QuerySet[Appearance]:
    """With a piece of the text around the words, cut in the database: captures may be long."""
    begin = Greatest(F("start") - CONTEXT, Value(0))
    return (
        Appearance.objects.filter(statement=statement_id)
        .select_related("capture__document__source")
        .defer("capture__text")
        .annotate(
            context_before=Substr("capture__text", begin + 1, F("start") - begin),
            context_after=Substr("capture__text", F("end") + 1, CONTEXT),
            is_cut_before=begin,
            text_length=Length("capture__text"),
        )
        .order_by("capture__captured_at", "id")[:PLACES_AT_MOST]
    )


def _place(appearance: Any) -> Place:
    capture = appearance.capture
    document = capture.document
    before, after = appearance.context_before, appearance.context_after
    if appearance.is_cut_before:
        before = "…" + before.partition(" ")[2]
    if appearance.end + CONTEXT < appearance.text_length:
        after = after.rpartition(" ")[0] + "…"
    return Place(
        id=appearance.pk,
        document=str(document),
        document_address=f"{reverse('document', args=(document.pk,))}?version={capture.number}",
        source=document.source.name,
        reliability=Reliability(document.source.reliability).label,
        address=document.address if document.is_on_the_web else "",
        published=date_shown(
            document.published_on, words=document.published_on_words, origin=document.published_on_origin
        ),
        version=capture.number,
        captured=moment(capture.captured_at),
        sha256=capture.sha256,
        offsets=f"{appearance.start}–{appearance.end}",
        before=before,
        words=appearance.quote,
        after=after,
    )
