"""Who decides, for the history tables, and how the desk keeps two editors from overwriting each other."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pghistory
from django.db import models, transaction
from django.utils import timezone

from issues.models import Link, Pledge, Statement, User


@contextmanager
def acting_as(editor: User, decision: str, **metadata: object) -> Iterator[None]:
    """One decision: one transaction, and one context in the history that says who and what.

    Inside a request the middleware has opened the context already and this adds to it. `at` orders
    decisions: the history's own times are those of transactions, which may hold several.
    """
    at = timezone.now().isoformat()
    with (
        pghistory.context(user=editor.pk, decision=decision, at=at, **metadata),
        transaction.atomic(),
    ):
        yield


def locked[M: models.Model](row: M) -> M:
    """Read `row` anew and hold it until the transaction ends. New rows may still refer to it meanwhile."""
    manager = type(row)._default_manager  # noqa: SLF001  # Django's public way to a model's manager
    return manager.select_for_update(no_key=True).get(pk=row.pk)


def versions_of(statements: Iterable[Statement]) -> dict[int, str]:
    """Return what an editor sees of each statement as a short token, by statement id. Three queries.

    A form carries the token; a decision on a statement that has another token by then is refused.
    Suggestions that arrive later do not change it: nobody decided them.
    """
    seen: dict[int, list[object]] = {
        statement.pk: [
            statement.state,
            statement.official_id,
            statement.speaker_label,
            statement.party_id,
            statement.stated_on,
            statement.kind,
            statement.question,
            statement.credibility,
        ]
        for statement in statements
    }
    links = Link.objects.filter(statement__in=seen, withdrawn_at__isnull=True).order_by("issue_id")
    for statement_id, *link in links.values_list("statement_id", "issue_id", "signal", "state"):
        seen[statement_id].append(link)
    pledges = Pledge.objects.filter(statement__in=seen)
    for statement_id, *pledge in pledges.values_list("statement_id", "due_on", "outcome"):
        seen[statement_id].append(pledge)
    return {
        pk: hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:16]
        for pk, parts in seen.items()
    }


def version_of(statement: Statement) -> str:
    """The token of one statement, as `versions_of` gives it."""
    return versions_of([statement])[statement.pk]
