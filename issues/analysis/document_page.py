"""A document's page: the text of one capture with its statements marked, and every capture of it."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from issues.analysis.passages import text_pieces
from issues.analysis.troubles import trouble_said
from issues.analysis.versions import Block, compare
from issues.analysis.words import DateShown, counted, date_shown, moment
from issues.models import Appearance, Capture, Document
from issues.vocabulary import Reliability, ReviewState, SourceKind

CAPTURES_AT_MOST = 100
PASSAGES_AT_MOST = 1_000


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the text; `address` is the statement's whose words these are, "" for none."""

    text: str
    address: str
    anchor: str  # an id where a passage begins, "" elsewhere
    others: tuple[str, ...]  # addresses of further statements that these words belong to
    is_accepted: bool


@dataclass(frozen=True, slots=True)
class CaptureRow:
    number: int
    captured: str
    brought_by: str  # who pasted or uploaded it; "" where it was fetched
    last_seen: str
    size: str
    media_type: str
    sha256: str
    address: str  # this version's page
    raw_address: str
    compare_address: str  # with the one before, "" for the first
    is_shown: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    earlier: int
    later: int
    blocks: tuple[Block, ...]
    is_too_long: bool


@dataclass(frozen=True, slots=True)
class DocumentPage:
    id: int
    title: str
    language: str
    source: str
    source_slug: str
    reliability: str
    address: str  # the original's; "" where it is not on the web
    origin: str  # what stands there instead
    published: DateShown
    found: str
    stretches: tuple[Stretch, ...]
    statements: int
    captures: tuple[CaptureRow, ...]
    shown: int | None  # the number of the capture shown
    comparison: Comparison | None
    fetch_error: str


def document_page(
    pk: int, *, version: int | None, compared: int | None, with_unreviewed: bool
) -> DocumentPage | None:
    """Read a document's page with its capture `version`, the latest where there is none such.

    `compared` is the number of a capture to compare with the one before it. Three queries, four with
    a comparison. None where there is no such document.
    """
    document = Document.objects.select_related("source").filter(pk=pk).first()
    if document is None:
        return None
    captures = list(_captures(pk))
    numbers = [capture.number for capture in captures]
    shown = version if version in numbers else (numbers[-1] if numbers else None)
    stretches, statements = _text(pk, shown, with_unreviewed)
    address = reverse("document", args=(pk,))
    return DocumentPage(
        id=pk,
        title=document.title or _("Untitled document"),
        language=document.language,
        source=document.source.name,
        source_slug=document.source.slug,
        reliability=Reliability(document.source.reliability).label,
        address=document.address if document.is_on_the_web else "",
        origin=SourceKind(document.source.kind).label,
        published=date_shown(
            document.published_on,
            words=document.published_on_words,
            origin=document.published_on_origin,
            long=True,
        ),
        found=moment(document.found_at),
        stretches=stretches,
        statements=statements,
        captures=tuple(_capture_row(each, numbers, shown, address) for each in captures),
        shown=shown,
        comparison=_comparison(pk, numbers, compared),
        fetch_error=trouble_said(document.fetch_error),
    )


def _captures(pk: int) -> QuerySet[Capture]:
    return (
        Capture.objects.filter(document=pk)
        .select_related("brought_by")
        .defer("text", "read_summary")
        .order_by("number")[:CAPTURES_AT_MOST]
    )


def _text(pk: int, shown: int | None, with_unreviewed: bool) -> tuple[tuple[Stretch, ...], int]:
    if shown is None:
        return (), 0
    text = Capture.objects.values_list("text", flat=True).get(document=pk, number=shown)
    places = Appearance.objects.filter(capture__document=pk, capture__number=shown)
    states = [ReviewState.ACCEPTED, *([ReviewState.SUGGESTED] if with_unreviewed else [])]
    held = [
        _Passage(*row)
        for row in places.filter(statement__state__in=states)
        .order_by("start", "-end")
        .values_list("statement", "start", "end", "statement__state")[:PASSAGES_AT_MOST]
    ]
    states_of = {passage.statement_id: passage.state for passage in held}
    stretches = []
    for piece in text_pieces(text, held):
        addresses = [reverse("statement", args=(each,)) for each in piece.passages]
        stretches.append(
            Stretch(
                text=piece.text,
                address=addresses[0] if addresses else "",
                anchor=f"statement-{piece.first_of[0]}" if piece.first_of else "",
                others=tuple(addresses[1:]) if piece.first_of else (),
                is_accepted=any(states_of[each] == ReviewState.ACCEPTED for each in piece.passages),
            )
        )
    return tuple(stretches), len(states_of)


@dataclass(frozen=True, slots=True)
class _Passage:
    statement_id: int
    start: int
    end: int
    state: str


def _capture_row(capture: Capture, numbers: list[int], shown: int | None, address: str) -> CaptureRow:
    place = numbers.index(capture.number)
    return CaptureRow(
        number=capture.number,
        captured=moment(capture.captured_at),
        brought_by=str(capture.brought_by or ""),
        last_seen=moment(capture.last_seen_at),
        size=counted("%(count)s byte", "%(count)s bytes", capture.size),
        media_type=capture.media_type,
        sha256=capture.sha256,
        address=f"{address}?version={capture.number}",
        raw_address=reverse("capture_raw", args=(capture.document_id, capture.number)),
        compare_address=f"{address}?compare={capture.number}#changes" if place else "",
        is_shown=capture.number == shown,
    )


def _comparison(pk: int, numbers: list[int], compared: int | None) -> Comparison | None:
    """The capture `compared` beside the one before it; without one, the latest where there are several."""
    later = compared if compared in numbers[1:] else None
    if later is None:
        return None
    earlier = numbers[numbers.index(later) - 1]
    rows = Capture.objects.filter(document=pk, number__in=(earlier, later))
    texts = dict(rows.values_list("number", "text"))
    blocks = compare(texts[earlier], texts[later])
    return Comparison(earlier, later, blocks or (), blocks is None)
