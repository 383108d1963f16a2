"""Everywhere a statement stands in the archive, with a piece of the text around it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Greatest, JSONObject, Length, StrIndex, Substr
from django.urls import reverse
from django.utils.translation import gettext as _

from issues.analysis.words import DateShown, date_shown, moment
from issues.models import Appearance, Capture
from issues.vocabulary import Descent, Reliability

CONTEXT = 700  # characters of the archived text before and after the words
PLACES_AT_MOST = 50


@dataclass(frozen=True, slots=True)
class Place:
    """An appearance: where the words stand, in which capture of which document."""

    id: int
    statement_id: int
    document: str
    document_address: str
    source: str
    reliability: str
    address: str  # the original's, "" where it is not on the web
    published: DateShown
    version: int
    captured: str
    brought_by: str  # who pasted or uploaded it; "" where it was fetched
    sha256: str
    offsets: str
    gone: str  # "Not in version 2, archived …": the words left the page silently; "" where they stand
    changes_address: str  # what else changed then
    goes_back_to: int | None  # the place it has the words from
    back_to: str  # whose that is; "" where it has them from nobody that we know
    by: str  # what says so: "it credits Vesper Wire"; of an origin, whom it credits that we have not
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
        .select_related(
            "capture__document__source", "capture__brought_by", "goes_back_to__capture__document__source"
        )
        .defer("capture__text", "goes_back_to__capture__text")
        .annotate(
            context_before=Substr("capture__text", begin + 1, F("start") - begin),
            context_after=Substr("capture__text", F("end") + 1, CONTEXT),
            is_cut_before=begin,
            text_length=Length("capture__text"),
            gone_from=Subquery(
                _without_the_words().values(version=JSONObject(number="number", at="captured_at"))
            ),
        )
        .order_by("capture__captured_at", "id")[:PLACES_AT_MOST]
    )


def _without_the_words() -> QuerySet[Capture]:
    """The version fetched next after an appearance's, if the words no longer stand in it. Versions that
    somebody brought by hand tell nothing of the page: they may be a part of it."""
    later = Appearance.objects.filter(capture=OuterRef("pk"), statement=OuterRef(OuterRef("statement")))
    following = Capture.objects.filter(
        document=OuterRef(OuterRef("capture__document")),
        number__gt=OuterRef(OuterRef("capture__number")),
        brought_by=None,
    ).order_by("number")
    return (
        Capture.objects.filter(
            ~Exists(later),
            document=OuterRef("capture__document"),
            number=Subquery(following.values("number")[:1]),
        )
        .alias(found=StrIndex("text", OuterRef("quote")))
        .filter(found=0)
    )


def _place(appearance: Any) -> Place:
    capture = appearance.capture
    document = capture.document
    before, after = appearance.context_before, appearance.context_after
    if appearance.is_cut_before:
        before = "…" + before.partition(" ")[2]
    if appearance.end + CONTEXT < appearance.text_length:
        after = after.rpartition(" ")[0] + "…"
    address = reverse("document", args=(document.pk,))
    left: dict[str, Any] | None = appearance.gone_from if capture.brought_by is None else None
    return Place(
        id=appearance.pk,
        statement_id=appearance.statement_id,
        document=str(document),
        document_address=f"{address}?version={capture.number}",
        source=document.source.name,
        reliability=Reliability(document.source.reliability).label,
        address=document.address if document.is_on_the_web else "",
        published=date_shown(
            document.published_on, words=document.published_on_words, origin=document.published_on_origin
        ),
        version=capture.number,
        captured=moment(capture.captured_at),
        brought_by=str(capture.brought_by or ""),
        sha256=capture.sha256,
        offsets=f"{appearance.start}–{appearance.end}",
        gone=(
            _("Not in version %(number)s, archived %(at)s")
            % {"number": left["number"], "at": moment(datetime.fromisoformat(left["at"]))}
            if left
            else ""
        ),
        changes_address=f"{address}?compare={left['number']}#changes" if left else "",
        goes_back_to=appearance.goes_back_to_id,
        back_to=_source_before(appearance),
        by=_sign(appearance),
        before=before,
        words=appearance.quote,
        after=after,
    )


def _source_before(appearance: Any) -> str:
    back = appearance.goes_back_to
    return str(back.capture.document.source.name) if back is not None else ""


def _sign(appearance: Any) -> str:
    """By what a place is seen to go back to another, or why it may not be the first."""
    credited = _("it credits %(outlet)s") % {"outlet": appearance.credit} if appearance.credit else ""
    if appearance.descent in ("", Descent.CREDIT):
        return credited
    return Descent(appearance.descent).label
