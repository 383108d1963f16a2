"""A statement's permanent page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from issues.analysis.provenance import citation, statement_detail
from issues.permissions import Capability, may, requires
from issues.views.asking import day_of


@require_safe
@requires(Capability.READ)
def statement(request: HttpRequest, pk: int) -> HttpResponse:
    """The words, who said them, and everywhere they stand. What nobody accepted only editors see."""
    may_review = may(request.user, Capability.REVIEW)
    detail = statement_detail(pk, today=day_of(request), with_unreviewed=may_review)
    if detail is None:
        raise Http404(_("There is no such statement."))
    cite = citation(detail, address=request.build_absolute_uri(request.path))
    context = {"statement": detail, "citation": cite, "may_review": may_review}
    return render(request, "statements/statement.html", context)
