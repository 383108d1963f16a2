"""Deadlines: what was promised by when, and what became of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from issues.analysis import deadlines as pledges
from issues.permissions import Capability, may, requires
from issues.views.asking import day_of


@require_safe
@requires(Capability.READ)
def deadlines(request: HttpRequest) -> HttpResponse:
    """All open pledges and the latest decided ones."""
    groups = pledges.deadlines(today=day_of(request))
    context = {"groups": groups, "may_review": may(request.user, Capability.REVIEW)}
    return render(request, "deadlines/deadlines.html", context)
