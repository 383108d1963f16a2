"""A statement's permanent page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from issues.analysis.citing.forms import offered
from issues.analysis.citing.statements import citation, statement_reference
from issues.analysis.peek import peek
from issues.analysis.provenance import StatementDetail, statement_detail
from issues.permissions import Capability, may, requires
from issues.views.asking import day_of
from issues.views.citing import reference_file, whole_address
from issues.views.replies import is_htmx


@require_safe
@requires(Capability.READ)
def statement(request: HttpRequest, pk: int) -> HttpResponse:
    """The words, who said them, and everywhere they stand. What nobody accepted only editors see."""
    may_review = may(request.user, Capability.REVIEW)
    if is_htmx(request) and request.htmx.target == "peek":  # type: ignore[attr-defined]  # set by the middleware
        return _peek(request, pk, with_unreviewed=may_review)
    detail = _found(request, pk)
    context = {
        "statement": detail,
        "citation": citation(detail, address=_address(request, pk)),
        "files": offered("statement_reference", pk),
        "may_review": may_review,
    }
    response = render(request, "statements/statement.html", context)
    patch_vary_headers(response, ("HX-Request", "HX-Target"))
    return response


@require_safe
@requires(Capability.READ)
def reference(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """How to cite it, for files of references."""
    accessed = timezone.localdate()
    cited = statement_reference(_found(request, pk), address=_address(request, pk), accessed=accessed)
    return reference_file(cited, form)


def _found(request: HttpRequest, pk: int) -> StatementDetail:
    with_unreviewed = may(request.user, Capability.REVIEW)
    detail = statement_detail(pk, today=day_of(request), with_unreviewed=with_unreviewed)
    if detail is None:
        raise Http404(_("There is no such statement."))
    return detail


def _address(request: HttpRequest, pk: int) -> str:
    return whole_address(request, reverse("statement", args=(pk,)))


def _peek(request: HttpRequest, pk: int, *, with_unreviewed: bool) -> HttpResponse:
    """The same in short, for whoever stays where they are."""
    found = peek(pk, today=day_of(request), with_unreviewed=with_unreviewed)
    if found is None:
        raise Http404(_("There is no such statement."))
    response = render(request, "statements/_peek.html", {"peek": found})
    patch_vary_headers(response, ("HX-Request", "HX-Target"))
    return response
