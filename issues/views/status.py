"""Where an issue stands: enter a status, its history, retract and restore; what became of a pledge."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from issues.analysis.evidence import evidence_choices, status_history, statuses_now
from issues.analysis.naming import pair_name
from issues.analysis.reasons import calculation_said
from issues.analysis.words import calculation_shown, day, edtf, quoted, shorten
from issues.desk.errors import DecidedMeanwhileError, DeskError
from issues.desk.pledges import record_outcome, reopen_pledge
from issues.desk.status import change_status, restore_status, retract_status, status_version
from issues.forms.status import OutcomeForm, RetractForm, StatusForm
from issues.models import Issue, Link, Pledge, StatusChange
from issues.permissions import Capability, requires
from issues.views.asking import day_of
from issues.views.replies import done, draw, editor_of, is_htmx, next_address, numbers, refused
from issues.vocabulary import ReviewState


def _issue(slug: str) -> Issue:
    pair = ("relationship__first", "relationship__second", "category")
    return get_object_or_404(Issue.objects.select_related(*pair), slug=slug)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Capability.REVIEW)
def status_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Enter a status on evidence. Searching the evidence sends the form too, so nothing typed is lost."""
    issue = _issue(slug)
    chosen = numbers(request.POST.getlist("evidence"))
    search = request.POST.get("search", "").strip()
    is_search = "find" in request.POST
    choices = evidence_choices(issue, search=search, chosen=chosen)
    context: dict[str, object] = {
        "issue": issue,
        "relationship": pair_name(issue.relationship),
        "choices": choices,
        "search": search,
        "seen": request.POST.get("seen") or status_version(issue),
        "now": statuses_now(issue, status_history(issue), today=day_of(request)),
    }
    if is_search and is_htmx(request):
        return draw(request, "status/new.html#evidence", context)
    offered = [choice.statement_id for choice in choices]
    if request.method == "POST" and not is_search:
        form = StatusForm(request.POST, issue=issue, offered=offered)
        if form.is_valid() and (change := _entered(request, issue, form, context)):
            return done(
                request, _recorded(change, day_of(request)), next_address(request, issue.get_absolute_url())
            )
    else:
        initial = {name: value for name, value in request.POST.items() if name != "evidence"} or None
        form = StatusForm(issue=issue, offered=offered, initial=initial)
    form.focus_first_error()
    return draw(request, "status/new.html", context | {"form": form})


def _recorded(change: StatusChange, today: date) -> str:
    """That it is recorded; of what begins later, that it does not hold yet."""
    begins = change.effective_on_lower
    if begins is None or begins <= today:
        return _("The status is recorded.")
    return _("The status is recorded. It begins on %(begins)s and does not hold until then.") % {
        "begins": day(begins)
    }


def _entered(
    request: HttpRequest, issue: Issue, form: StatusForm, context: dict[str, object]
) -> StatusChange | None:
    try:
        return change_status(
            issue=issue, editor=editor_of(request), seen=request.POST.get("seen") or None, **form.values()
        )
    except DecidedMeanwhileError as error:
        # The editor has now been told: saving once more goes ahead from what is shown below.
        context["seen"] = status_version(issue)
        form.refuse(error)
    except DeskError as error:
        form.refuse(error)
    return None


@require_safe
@requires(Capability.READ)
def status(request: HttpRequest, slug: str) -> HttpResponse:
    """Every status of an issue, with its evidence, who entered it, and why one was retracted."""
    issue = _issue(slug)
    context: dict[str, object] = {
        "issue": issue,
        "relationship": pair_name(issue.relationship),
        "history": status_history(issue),
        "form": RetractForm(),
    }
    return draw(request, "status/history.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Capability.REVIEW)
def status_retract(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Retract a status for a reason."""
    issue = _issue(slug)
    change = get_object_or_404(issue.status_changes, pk=pk)
    form = RetractForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            retract_status(change=change, editor=editor_of(request), reason=form.cleaned_data["reason"])
        except DeskError as error:
            form.refuse(error)
        else:
            return done(request, _("Retracted. It can be entered again below."), _history(issue))
    form.focus_first_error()
    row = next(row for row in status_history(issue) if row.change_id == pk)
    return render(request, "status/retract.html", {"issue": issue, "row": row, "form": form})


@require_POST
@requires(Capability.REVIEW)
def status_restore(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Enter a retracted status again, as it was."""
    issue = _issue(slug)
    change = get_object_or_404(StatusChange.objects.filter(issue=issue), pk=pk)
    try:
        restore_status(change=change, editor=editor_of(request))
    except DeskError as error:
        return refused(request, error, _history(issue))
    return done(request, _("Entered again."), _history(issue))


def _history(issue: Issue) -> str:
    return reverse("status", args=(issue.slug,))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Capability.REVIEW)
def pledge_outcome(request: HttpRequest, pk: int) -> HttpResponse:
    """Record what became of a pledge, or take that back."""
    pledge = get_object_or_404(Pledge.objects.select_related("statement__official"), pk=pk)
    home = next_address(request, pledge.statement.get_absolute_url())
    if request.method == "POST" and "reopen" in request.POST:
        reopen_pledge(pledge=pledge, editor=editor_of(request))
        messages.success(request, _("The pledge is open again."))
        return redirect(home)
    form = OutcomeForm(request.POST or None, pledge=pledge, offered=_shown_by(pledge))
    if request.method == "POST" and form.is_valid():
        try:
            record_outcome(pledge=pledge, editor=editor_of(request), **form.values())
        except DeskError as error:
            form.refuse(error)
        else:
            return done(request, _("The outcome is recorded."), home)
    form.focus_first_error()
    context = {"form": form, "pledge": pledge, "due": edtf(pledge.due_on), "next": home}
    context["calculation"] = calculation_said(calculation_shown(pledge.calculation, pledge.due_on_words))
    return render(request, "status/outcome.html", context)


def _shown_by(pledge: Pledge) -> list[tuple[str, str]]:
    """The accepted statements of the pledge's issues, newest first."""
    issues = pledge.statement.links.filter(withdrawn_at=None).values("issue")
    links = Link.objects.filter(
        issue__in=issues,
        state=ReviewState.ACCEPTED,
        withdrawn_at=None,
        statement__state=ReviewState.ACCEPTED,
    ).exclude(statement=pledge.statement)
    newest = links.select_related("statement__official").order_by("-statement__stated_on_lower")[:100]
    offered = {link.statement_id: link.statement for link in newest}
    return [
        (str(pk), f"{edtf(row.stated_on)}, {row.speaker_name}: {quoted(shorten(row.quote, 90), row.kind)}")
        for pk, row in offered.items()
    ]
