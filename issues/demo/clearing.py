"""Take the demonstration away again: every row of it, its history and its archived bytes."""

from collections.abc import Iterable
from dataclasses import dataclass

import pgtrigger
from django.apps import apps
from django.core.files.storage import Storage
from django.db import models, transaction
from django.db.models import ProtectedError, Q, QuerySet
from pghistory.models import Event

from issues.demo.cast import party_codes
from issues.demo.newsroom import ACCOUNTS, SOURCE_PREFIX
from issues.models import (
    Appearance,
    Capture,
    Document,
    Evidence,
    Issue,
    Link,
    Office,
    Official,
    Party,
    Pledge,
    PollRun,
    Relationship,
    Shift,
    Source,
    Statement,
    StatusChange,
    Tenure,
    User,
)
from issues.models.documents import capture_storage

# What protects evidence from everybody protects it from nobody who asks for the demo to be gone.
GUARDS = (
    "issues.Capture:never_deleted",
    "issues.Evidence:append_only",
    "issues.StatusChange:never_deleted",
)


@dataclass(frozen=True, slots=True)
class Cleared:
    """How much was removed."""

    documents: int
    statements: int


def clear_newsroom() -> Cleared:
    """Remove the demonstration: everything of its sources and of its parties. Idempotent.

    Demo accounts that did other work stay, switched off. Raises ProtectedError where rows from
    elsewhere rest on the demo's.
    """
    with transaction.atomic(), pgtrigger.ignore(*GUARDS):
        documents = Document.objects.filter(source__slug__startswith=SOURCE_PREFIX)
        captures = Capture.objects.filter(document__in=documents)
        parties = Party.objects.filter(code__in=party_codes())
        relationships = Relationship.objects.filter(Q(first__in=parties) | Q(second__in=parties))
        issues = Issue.objects.filter(relationship__in=relationships)
        statements = Statement.objects.filter(
            Q(party__in=parties) | Q(joint_parties__in=parties) | Q(appearances__capture__in=captures)
        )
        cleared = Cleared(documents.count(), statements.distinct().count())
        files = set(captures.values_list("raw", flat=True))
        clear_decisions(issues=list(issues), statements=list(statements.distinct()))
        erase(captures)
        erase(documents)
        erase(PollRun.objects.filter(source__slug__startswith=SOURCE_PREFIX))
        erase(Source.objects.filter(slug__startswith=SOURCE_PREFIX))
        erase(issues)
        erase(relationships)
        erase(Tenure.objects.filter(official__party__in=parties))
        erase(Office.objects.filter(party__in=parties))
        erase(Official.objects.filter(party__in=parties))
        erase(parties)
        clear_accounts()
        transaction.on_commit(lambda: clear_files(files, storage=capture_storage()))
    return cleared


def clear_decisions(*, issues: list[Issue], statements: list[Statement]) -> None:
    """Remove statuses, pledges, links and statements, the dependent ones first."""
    changes = StatusChange.objects.filter(Q(issue__in=issues) | Q(evidence__statement__in=statements))
    changes = StatusChange.objects.filter(pk__in=list(changes.values_list("pk", flat=True)))
    erase(Evidence.objects.filter(status_change__in=changes))
    erase(changes)
    Pledge.objects.filter(outcome_statement__in=statements).update(outcome_statement=None)
    erase(Pledge.objects.filter(statement__in=statements))
    erase(Shift.objects.filter(Q(issue__in=issues) | Q(statement__in=statements) | Q(earlier__in=statements)))
    erase(Link.objects.filter(Q(issue__in=issues) | Q(statement__in=statements)))
    erase(Appearance.objects.filter(statement__in=statements))
    erase(Statement.objects.filter(pk__in=[statement.pk for statement in statements]))


def erase(rows: QuerySet[models.Model]) -> None:
    """Delete rows and what the history keeps of them."""
    pks = list(rows.values_list("pk", flat=True))
    model = rows.model
    model._default_manager.filter(pk__in=pks).delete()  # noqa: SLF001  # Django's public way to a manager
    for events in histories_of(model):
        events._default_manager.filter(pgh_obj_id__in=pks).delete()  # noqa: SLF001


def histories_of(model: type[models.Model]) -> list[type[models.Model]]:
    """The tables in which the history of a model's rows is kept."""
    return [
        events
        for events in apps.get_models()
        if issubclass(events, Event) and getattr(events, "pgh_tracked_model", None) is model
    ]


def clear_accounts() -> None:
    """Remove the demo accounts; one that others' rows refer to is switched off instead."""
    for user in User.objects.filter(username__in=ACCOUNTS):
        try:
            with transaction.atomic():
                user.delete()
        except ProtectedError:
            user.is_active = False
            user.set_unusable_password()
            user.save(update_fields=["is_active", "password"])


def clear_files(names: Iterable[str], *, storage: Storage) -> None:
    """Delete archived bytes that no capture refers to any more."""
    used = set(Capture.objects.filter(raw__in=names).values_list("raw", flat=True))
    for name in set(names) - used:
        storage.delete(name)
