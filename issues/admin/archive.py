"""What the archive and the desk wrote, shown on the admin site and never edited there."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from issues.admin.roles import Shown
from issues.models import (
    Appearance,
    Capture,
    Document,
    Evidence,
    Link,
    ModelCall,
    Pledge,
    PollRun,
    Shift,
    Source,
    Statement,
    StatusChange,
    SuggesterVersion,
)


@admin.register(Source)
class SourceAdmin(Shown):
    list_display = ("name", "kind", "address", "is_active", "next_poll_at")
    list_filter = ("kind", "is_active")
    search_fields = ("name", "address")


@admin.register(PollRun)
class PollRunAdmin(Shown):
    list_display = ("source", "started_at", "outcome", "entries_seen", "documents_new", "error")
    list_filter = ("outcome",)
    list_select_related = ("source",)


@admin.register(Document)
class DocumentAdmin(Shown):
    list_display = ("__str__", "source", "published_on", "found_at", "fetch_error")
    list_select_related = ("source",)
    search_fields = ("title", "address")


@admin.register(Capture)
class CaptureAdmin(Shown):
    list_display = ("__str__", "media_type", "size", "captured_at", "read_at")
    exclude = ("raw",)

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).defer("text")


@admin.register(Statement)
class StatementAdmin(Shown):
    list_display = ("__str__", "party", "official", "stated_on", "state", "proposed_by")
    list_filter = ("state", "kind", "proposed_by")
    list_select_related = ("party", "official")
    search_fields = ("quote",)


@admin.register(Appearance, Evidence)
class PlaceAdmin(Shown):
    list_display = ("__str__", "statement")
    list_select_related = ("statement",)


@admin.register(Link)
class LinkAdmin(Shown):
    list_display = ("__str__", "issue", "signal", "state", "withdrawn_at")
    list_filter = ("state", "signal")
    list_select_related = ("issue",)


@admin.register(StatusChange)
class StatusChangeAdmin(Shown):
    list_display = ("issue", "perspective", "phase", "effective_on", "recorded_at", "retracted_at")
    list_filter = ("phase",)
    list_select_related = ("issue", "perspective")


@admin.register(Pledge)
class PledgeAdmin(Shown):
    list_display = ("statement", "due_on", "outcome", "decided_at")
    list_filter = ("outcome",)
    list_select_related = ("statement",)


@admin.register(Shift)
class ShiftAdmin(Shown):
    list_display = ("__str__", "issue", "size", "set_by", "recorded_at")
    list_filter = ("size",)
    list_select_related = ("issue", "set_by")


@admin.register(SuggesterVersion)
class SuggesterVersionAdmin(Shown):
    list_display = ("__str__", "trained_at", "in_use", "stopped_at", "error")
    list_select_related = ("asked_by", "stopped_by")

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).defer("weights")


@admin.register(ModelCall)
class ModelCallAdmin(Shown):
    list_display = (
        "__str__",
        "model",
        "begun_at",
        "outcome",
        "taken",
        "prompt_tokens",
        "answer_tokens",
        "cost",
    )
    list_filter = ("outcome", "model")
    list_select_related = ("capture",)
