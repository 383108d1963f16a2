"""Correct a statement, add one by hand, and find officials while typing."""

from collections.abc import Callable

from django.contrib import messages
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import reswap

from issues.analysis.decisions import decisions_on
from issues.analysis.passages import text_pieces
from issues.analysis.suggestions import cards_of_capture
from issues.desk.acting import version_of
from issues.desk.details import Details, date_of, details_of
from issues.desk.errors import DeskError, PassageAmbiguousError
from issues.desk.passages import Passage, locate_passage
from issues.desk.pledges import set_pledge, withdraw_pledge
from issues.desk.statements import add_statement, correct_statement
from issues.forms.statements import PassageForm, StatementForm
from issues.ingest.origins import trace_origins
from issues.models import Capture, Document, Official, Party, Pledge, Statement, User
from issues.permissions import Capability, requires
from issues.reading.edtf import ImpreciseDate
from issues.views.replies import done, draw, editor_of, is_htmx, next_address
from issues.views.review import draw_suggestion
from issues.vocabulary import DateOrigin, ReviewState

OFFICIALS_OFFERED = 12


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Capability.REVIEW)
def statement_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct everything but the words of a statement, and accept it in the same step if asked."""
    statement = get_object_or_404(Statement.objects.select_related("official", "party"), pk=pk)
    pledge = Pledge.objects.filter(statement=statement).first()
    due = date_of(pledge.due_on, pledge.due_on_words, pledge.due_on_origin) if pledge else None
    form = StatementForm(
        request.POST or None, held=details_of(statement), due=due, promises=pledge is not None
    )
    if request.method == "POST" and form.is_valid():
        accept = "accept" in request.POST
        seen = request.POST.get("seen") or None
        if _stored(form, lambda: _correct(statement, form, editor_of(request), accept=accept, seen=seen)):
            said = _("Corrected and accepted.") if accept else _("Corrected.")
            if is_htmx(request):
                # The form stands inside the suggestion; what answers it replaces the whole of it.
                return reswap(draw_suggestion(request, statement, said=said), "outerHTML")
            return done(request, said, next_address(request, reverse("statement", args=(pk,))))
    form.focus_first_error()
    if not form.is_bound:
        form.fields["speaker"].widget.attrs["autofocus"] = True
    context: dict[str, object] = {
        "form": form,
        "statement": statement,
        "version": request.POST.get("seen") or version_of(statement),
        "next": next_address(request, ""),
        "capture_id": request.POST.get("capture") or request.GET.get("capture") or "",
        "may_accept": statement.state == ReviewState.SUGGESTED,
    }
    if is_htmx(request):
        return draw(request, "editing/statement.html#form", context)
    return draw(request, "editing/statement.html", context | {"decisions": decisions_on(pk)})


def _stored(form: StatementForm, store: Callable[[], object]) -> bool:
    """Whether it was stored; why not is then in the form."""
    try:
        with transaction.atomic():
            store()
    except DeskError as error:
        form.refuse(error)
        return False
    return True


def _correct(
    statement: Statement, form: StatementForm, editor: User, *, accept: bool, seen: str | None
) -> None:
    correct_statement(statement=statement, editor=editor, details=form.details(), accept=accept, seen=seen)
    _set_pledge(statement, form, editor)


def _set_pledge(statement: Statement, form: StatementForm, editor: User) -> None:
    pledge = Pledge.objects.filter(statement=statement).first()
    due: ImpreciseDate | None = form.cleaned_data["due_on"]
    if form.cleaned_data["promises"]:
        unchanged = pledge is not None and due == form.date_field("due_on").held
        calculation = pledge.calculation if pledge is not None and unchanged else ""
        set_pledge(statement=statement, due=due, editor=editor, calculation=calculation)
    elif pledge is not None:
        withdraw_pledge(pledge=pledge, editor=editor)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Capability.REVIEW)
def statement_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a statement by hand: a passage selected in the text, or pasted."""
    document = get_object_or_404(Document.objects.select_related("source__party"), pk=pk)
    captures = document.captures.order_by("-number")
    number = request.POST.get("capture") or request.GET.get("capture") or ""
    wanted = captures.filter(number=int(number)) if number.isdecimal() else captures
    capture = wanted.first()
    if capture is None:
        messages.error(request, _("This document has no text yet: there is nothing to quote."))
        return redirect(reverse("review_document", args=(pk,)))
    form = PassageForm(request.POST or None, held=_starting_point(document))
    if request.method == "POST" and form.is_valid():
        found = _located(form, capture)
        if found is not None and _stored(form, lambda: _add(capture, found, form, editor_of(request))):
            return _added(request, document, found)
    form.focus_first_error()
    cards = cards_of_capture(capture.pk)
    context = {
        "form": form,
        "document": document,
        "capture": capture,
        "pieces": text_pieces(capture.text, cards),
    }
    return render(request, "editing/new_statement.html", context)


def _starting_point(document: Document) -> Details:
    """A new statement starts from its document: its date, and its outlet's party where there is one."""
    published = date_of(document.published_on, document.published_on_words, document.published_on_origin)
    stated_on = published and ImpreciseDate.from_edtf(published.edtf, origin=DateOrigin.PUBLICATION)
    return Details(party=document.source.party or Party(code=""), stated_on=stated_on)


def _located(form: PassageForm, capture: Capture) -> Passage | None:
    """The passage in the text; where there is none, or several, the form says so."""
    cleaned = form.cleaned_data
    passage, start, end = cleaned["passage"], cleaned["start"], cleaned["end"]
    if start is not None and end is not None:
        selected = capture.text[start:end]
        if 0 <= start < end and selected.split() == passage.split():
            trimmed = selected.strip()
            start += selected.index(trimmed)
            return Passage(start, start + len(trimmed), trimmed, exact=True)
    try:
        return locate_passage(capture.text, passage, place=cleaned["place"])
    except PassageAmbiguousError as error:
        form.offer_places(capture.text, error.places)
        form.add_error("place", str(error))
    except DeskError as error:
        form.refuse(error)
    return None


def _add(capture: Capture, found: Passage, form: PassageForm, editor: User) -> None:
    statement = add_statement(
        capture=capture, start=found.start, end=found.end, editor=editor, details=form.details()
    )
    trace_origins(statement_ids=[statement.pk])
    if form.cleaned_data["promises"]:
        set_pledge(statement=statement, due=form.cleaned_data["due_on"], editor=editor)


def _added(request: HttpRequest, document: Document, found: Passage) -> HttpResponse:
    said = _("The statement is recorded.")
    if not found.exact:
        said += " " + _("The document has it with other spacing or typography, which was kept: %(quote)s") % {
            "quote": found.quote
        }
    return done(request, said, next_address(request, reverse("review_document", args=(document.pk,))))


@require_safe
@requires(Capability.REVIEW)
def official_options(request: HttpRequest) -> HttpResponse:
    """Officials whose name holds what is typed, as options for the speaker's field."""
    typed = request.GET.get("speaker", "").strip()
    officials = Official.objects.none()
    if len(typed) >= 2:
        named = Q(name__icontains=typed) | Q(aliases__icontains=typed)
        officials = Official.objects.filter(named).select_related("party")[:OFFICIALS_OFFERED]
    return render(request, "editing/_officials.html", {"officials": officials})
