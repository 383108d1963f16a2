"""Review: the queue, one document with its suggestions, and the decisions on them."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from issues.analysis.navigation import review_backlog
from issues.analysis.passages import text_pieces
from issues.analysis.queue import QueueFilter, queue_choices, review_queue
from issues.analysis.suggestions import Card, card_of_statement, cards_of_capture
from issues.analysis.unread import no_pack_note
from issues.analysis.words import edtf
from issues.desk.acting import version_of, versions_of
from issues.desk.errors import DeskError
from issues.desk.review import accept_statement, reject_statement, set_aside
from issues.desk.undo import undo_decision
from issues.models import Appearance, Capture, Document, Statement
from issues.permissions import Capability, requires
from issues.views.replies import done, draw, editor_of, is_htmx, next_address, numbers, refused
from issues.vocabulary import DateOrigin, ReviewState


@require_safe
@requires(Capability.REVIEW)
def review(request: HttpRequest) -> HttpResponse:
    """The queue of documents with suggestions, filtered by the address."""
    wanted = QueueFilter(
        relationship=request.GET.get("relationship", ""),
        issue=request.GET.get("issue", ""),
        source=request.GET.get("source", ""),
        oldest_first=request.GET.get("order") == "oldest",
    )
    after = next(iter(numbers(request.GET.getlist("after"))), None)
    queue = review_queue(wanted, after=after)
    context: dict[str, object] = {"queue": queue, "wanted": wanted, "choices": queue_choices()}
    if queue.next_after is not None:
        context["next_page"] = _with(request.GET, after=str(queue.next_after))
    template = "review/queue.html#queue" if is_htmx(request) else "review/queue.html"
    return draw(request, template, context)


def _with(query: QueryDict, **changes: str) -> str:
    changed = query.copy()
    for name, value in changes.items():
        changed[name] = value
    return f"?{changed.urlencode()}"


@require_safe
@requires(Capability.REVIEW)
def review_document(request: HttpRequest, pk: int) -> HttpResponse:
    """A document's text with its passages marked, and beside it what is suggested of each."""
    document = get_object_or_404(Document.objects.select_related("source"), pk=pk)
    capture = _wanted_capture(document, request.GET.get("capture", ""))
    context: dict[str, object] = {
        "document": document,
        "published_on": edtf(document.published_on) if document.published_on else "",
        "published_from": (
            DateOrigin(document.published_on_origin).label if document.published_on_origin else ""
        ),
        "capture": capture,
    }
    if capture is not None:
        cards = cards_of_capture(capture.pk)
        followed = tuple(card for card in cards if card.links)
        only_followed = request.GET.get("show") == "followed"
        context |= {
            "suggestions": _with_versions(followed if only_followed else cards),
            "only_followed": only_followed,
            "on_no_issue": len(cards) - len(followed),
            "found": len(cards),
            "pieces": text_pieces(capture.text, cards),
            "waiting": sum(card.is_waiting for card in cards),
            "others": _other_captures(document, capture),
            "no_pack": no_pack_note(language) if (language := _unread_language(capture)) else "",
        }
    return draw(request, "review/document.html", context)


def _wanted_capture(document: Document, number: str) -> Capture | None:
    """The version asked for, else the newest."""
    captures = document.captures.order_by("-number")
    if number.isdecimal():
        return get_object_or_404(captures, number=int(number))
    return captures.first()


def _unread_language(capture: Capture) -> str:
    """The language of a text that no pack reads and nobody set aside, else ""."""
    summary = capture.read_summary
    return "" if "set_aside" in summary else str(summary.get("no_pack") or "")


def _other_captures(document: Document, shown: Capture) -> list[tuple[int, int]]:
    """The number and the count of suggestions of each other version that has some."""
    waiting = Appearance.objects.filter(
        capture__document=document, statement__state=ReviewState.SUGGESTED
    ).exclude(capture=shown)
    counts: dict[int, int] = {}
    for number in waiting.values_list("capture__number", flat=True):
        counts[number] = counts.get(number, 0) + 1
    return sorted(counts.items())


def _with_versions(cards: tuple[Card, ...]) -> list[tuple[Card, str]]:
    statements = Statement.objects.filter(pk__in=[card.statement_id for card in cards])
    versions = versions_of(statements.defer("quote"))
    return [(card, versions[card.statement_id]) for card in cards]


@require_POST
@requires(Capability.REVIEW)
def document_set_aside(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a document that no pack reads out of the inbox."""
    set_aside(document=get_object_or_404(Document, pk=pk), editor=editor_of(request))
    return done(request, _("Set aside."), reverse("review"))


@require_safe
@requires(Capability.REVIEW)
def suggestion(request: HttpRequest, pk: int) -> HttpResponse:
    """One suggestion as it is now: what closing its form shows again."""
    statement = get_object_or_404(Statement, pk=pk)
    if not is_htmx(request):
        return redirect(_place_of(request, statement))
    return draw_suggestion(request, statement)


@require_POST
@requires(Capability.REVIEW)
def statement_accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept one statement with the links that stayed ticked."""

    def accept(statement: Statement) -> str:
        issues = numbers(request.POST.getlist("issues"))
        accept_statement(
            statement=statement,
            editor=editor_of(request),
            issues=issues if "links_shown" in request.POST else None,
            seen=request.POST.get("seen") or None,
        )
        return _("Accepted.")

    return _decide(request, pk, accept)


@require_POST
@requires(Capability.REVIEW)
def statement_reject(request: HttpRequest, pk: int) -> HttpResponse:
    """Reject one statement."""

    def reject(statement: Statement) -> str:
        reject_statement(
            statement=statement, editor=editor_of(request), seen=request.POST.get("seen") or None
        )
        return _("Rejected.")

    return _decide(request, pk, reject)


@require_POST
@requires(Capability.REVIEW)
def statement_undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Undo the last decision on one statement."""

    def undo(statement: Statement) -> str:
        undo_decision(statement=statement, editor=editor_of(request), seen=request.POST.get("seen") or None)
        return _("Undone.")

    return _decide(request, pk, undo)


def _decide(request: HttpRequest, pk: int, decision: Callable[[Statement], str]) -> HttpResponse:
    statement = get_object_or_404(Statement, pk=pk)
    try:
        said = decision(statement)
    except DeskError as error:
        if is_htmx(request):
            return draw_suggestion(request, statement, refusal=str(error))
        return refused(request, error, _place_of(request, statement))
    if is_htmx(request):
        return draw_suggestion(request, statement, said=said)
    return done(request, said, _place_of(request, statement))


def draw_suggestion(
    request: HttpRequest, statement: Statement, *, said: str = "", refusal: str = ""
) -> HttpResponse:
    """The suggestion alone, as it is now, with what the live region says and how many still wait."""
    given = request.POST.getlist("capture") or request.GET.getlist("capture")
    card = card_of_statement(statement.pk, next(iter(numbers(given)), None))
    if card is None:
        raise Http404(_("This statement stands in no document."))
    waiting = Appearance.objects.filter(
        capture=card.capture_id, statement__state=ReviewState.SUGGESTED
    ).count()
    context: dict[str, object] = {
        "card": card,
        "version": version_of(Statement.objects.get(pk=statement.pk)),
        "said": said,
        "refusal": refusal,
        "waiting": waiting,
        "backlog": review_backlog(),
        "swapped": True,
    }
    return draw(request, "review/_suggestion.html", context)


def _place_of(request: HttpRequest, statement: Statement) -> str:
    """Where the statement stands in its document's review page."""
    place = statement.appearances.select_related("capture").defer("capture__text").order_by("pk").first()
    if place is None:
        return next_address(request, reverse("review"))
    address = reverse("review_document", args=(place.capture.document_id,))
    return next_address(request, f"{address}#suggestion-{statement.pk}")
