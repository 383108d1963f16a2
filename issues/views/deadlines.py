"""Deadlines: what was promised by when, and what became of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from issues.analysis import deadlines as pledges
from issues.permissions import Capability, may, requires


@require_safe
@requires(Capability.READ)
def deadlines(request: HttpRequest) -> HttpResponse:
    """All open pledges and the latest decided ones."""
    groups = pledges.deadlines(today=timezone.localdate())
    context = {"groups": groups, "may_review": may(request.user, Capability.REVIEW)}
    return render(request, "deadlines/deadlines.html", context)
