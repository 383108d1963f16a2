"""Small builders of rows for tests: each makes what it is not given. All names are invented."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from itertools import count
from typing import Any

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from issues.desk.details import details_of
from issues.desk.statements import correct_statement
from issues.learning.suggester import Suggester
from issues.models import (
    Appearance,
    Capture,
    Category,
    Document,
    Evidence,
    Issue,
    Link,
    Office,
    Official,
    Party,
    Pledge,
    Relationship,
    Shift,
    Source,
    Statement,
    StatusChange,
    SuggesterVersion,
    Tenure,
    User,
)
from issues.permissions import sync_groups
from issues.vocabulary import (
    DateOrigin,
    PartyKind,
    Phase,
    ReviewState,
    Role,
    ShiftSize,
    Signal,
    SourceKind,
    StatementKind,
)

_NUMBERS = count(1)


def make_user(username: str = "", *, role: Role | None = Role.EDITOR, **fields: Any) -> User:
    user = User.objects.create_user(username or f"user{next(_NUMBERS)}", password="correct horse", **fields)
    if role is not None:
        sync_groups()
        user.groups.add(Group.objects.get(name=role.value))
    return user


def make_party(code: str = "XN", name: str = "", **fields: Any) -> Party:
    defaults = {"kind": PartyKind.DEMO, "name": name or f"Party {code}", **fields}
    return Party.objects.get_or_create(code=code, defaults=defaults)[0]


def make_relationship(first: str = "XN", second: str = "XV") -> Relationship:
    one, two = sorted((first, second))
    return Relationship.objects.get_or_create(
        first=make_party(one), second=make_party(two), defaults={"slug": f"{one}-{two}".lower()}
    )[0]


def make_category(slug: str = "flights", **fields: Any) -> Category:
    defaults = {"name": slug.replace("_", " ").capitalize(), **fields}
    return Category.objects.get_or_create(slug=slug, defaults=defaults)[0]


def make_issue(
    title: str = "Direct flights",
    *,
    relationship: Relationship | None = None,
    category: str = "flights",
    **fields: Any,
) -> Issue:
    pair = relationship or make_relationship()
    fields.setdefault("slug", f"{pair.slug}-{category.replace('_', '-')}-{next(_NUMBERS)}")
    return Issue.objects.create(relationship=pair, category=make_category(category), title=title, **fields)


def make_official(name: str = "Karel Aldren", *, party: str = "XN", **fields: Any) -> Official:
    fields.setdefault("slug", f"{name.lower().replace(' ', '-').replace('.', '')}-{next(_NUMBERS)}")
    return Official.objects.create(name=name, party=make_party(party), **fields)


def make_tenure(official: Official, title: str = "Deputy Foreign Minister", **fields: Any) -> Tenure:
    office, _ = Office.objects.get_or_create(party=official.party, title=title)
    return Tenure.objects.create(
        official=official, office=office, **{"fact_source": "invented for tests", **fields}
    )


def make_source(name: str = "", **fields: Any) -> Source:
    number = next(_NUMBERS)
    fields.setdefault("slug", f"source-{number}")
    fields.setdefault("kind", SourceKind.FEED)
    if fields["kind"] == SourceKind.FEED:
        fields.setdefault("address", f"https://news{number}.example/feed.xml")
    return Source.objects.create(name=name or f"Courier {number}", **fields)


def make_document(
    *, source: Source | None = None, published_on: str = "2026-06-26", **fields: Any
) -> Document:
    source = source or make_source()
    fields.setdefault("address", f"https://news.example/{next(_NUMBERS)}")
    fields.setdefault("title", "An interview")
    fields.setdefault("language", "en")
    fields.setdefault("published_on_origin", DateOrigin.FEED if published_on else "")
    return Document.objects.create(source=source, published_on=published_on, **fields)


def make_capture(
    text: str = "“We will talk.”", *, document: Document | None = None, **fields: Any
) -> Capture:
    """A capture of `text`, its raw bytes on the storage."""
    document = document or make_document()
    raw = text.encode()
    capture = Capture(
        document=document,
        number=document.captures.count() + 1,
        sha256=hashlib.sha256(raw).hexdigest(),
        size=len(raw),
        media_type="text/plain",
        text=text,
        text_sha256=hashlib.sha256(raw).hexdigest(),
    )
    for name, value in fields.items():
        setattr(capture, name, value)
    capture.raw.save(f"{next(_NUMBERS)}.txt", ContentFile(raw), save=False)
    capture.save()
    capture.refresh_from_db()
    return capture


def make_statement(
    quote: str = "We will talk.",
    *,
    capture: Capture | None = None,
    state: ReviewState = ReviewState.ACCEPTED,
    official: Official | None = None,
    party: str = "XN",
    stated_on: str = "2026-06-26",
    issue: Issue | None = None,
    signal: Signal = Signal.POSITION,
    editor: User | None = None,
    **fields: Any,
) -> Statement:
    """A statement with its appearance (in a capture of its own words unless given) and, with `issue`,
    its link: all in `state`, decided by `editor` where it is not merely suggested."""
    decided = state != ReviewState.SUGGESTED
    editor = editor or (make_user() if decided else None)
    accepted_at = timezone.now() if state == ReviewState.ACCEPTED else None
    if official is None:
        fields.setdefault("speaker_label", "Foreign Ministry")
    fields.setdefault("stated_on_origin", DateOrigin.PUBLICATION if stated_on else "")
    fields.setdefault("kind", StatementKind.DIRECT_QUOTE)
    statement = Statement.objects.create(
        quote=quote,
        state=state,
        official=official,
        party=official.party if official else make_party(party),
        stated_on=stated_on,
        accepted_at=accepted_at,
        reviewed_by=editor,
        **fields,
    )
    capture = capture or make_capture(quote)
    start = capture.text.index(quote)
    Appearance.objects.create(
        statement=statement, capture=capture, start=start, end=start + len(quote), quote=quote
    )
    if issue is not None:
        make_link(statement, issue, signal=signal, state=state, editor=editor)
    statement.refresh_from_db()
    return statement


def relink(statement: Statement, links: Mapping[int, Signal], *, editor: User) -> None:
    """Say which issues a statement bears on, as an editor does who corrects it."""
    row = Statement.objects.get(pk=statement.pk)
    correct_statement(statement=row, editor=editor, details=replace(details_of(row), links=links))


def make_link(
    statement: Statement,
    issue: Issue,
    *,
    signal: Signal = Signal.POSITION,
    state: ReviewState = ReviewState.ACCEPTED,
    editor: User | None = None,
    **fields: Any,
) -> Link:
    accepted = state == ReviewState.ACCEPTED
    return Link.objects.create(
        statement=statement,
        issue=issue,
        signal=signal,
        state=state,
        accepted_at=timezone.now() if accepted else None,
        reviewed_by=(editor or make_user()) if accepted else None,
        **fields,
    )


def make_pledge(statement: Statement, due_on: str = "2026-06-26/2026-08-31", **fields: Any) -> Pledge:
    fields.setdefault("due_on_origin", DateOrigin.TEXT if due_on else "")
    pledge = Pledge.objects.create(statement=statement, due_on=due_on, **fields)
    pledge.refresh_from_db()
    return pledge


def make_shift(issue: Issue | None = None, *, size: ShiftSize = ShiftSize.HALF) -> Shift:
    """A judged step between two statements of one voice."""
    issue = issue or make_issue()
    number = next(_NUMBERS)
    earlier, later = (
        make_statement(f"Words {number}.", issue=issue, stated_on=day) for day in ("2026-06-01", "2026-07-01")
    )
    return Shift.objects.create(issue=issue, statement=later, earlier=earlier, size=size, set_by=make_user())


def make_status(
    issue: Issue,
    phase: Phase = Phase.STALLED,
    *,
    effective_on: str = "2026-06-26",
    evidence: list[Statement] | None = None,
    editor: User | None = None,
    perspective: Party | None = None,
    **fields: Any,
) -> StatusChange:
    editor = editor or make_user()
    statements = evidence or [make_statement(f"Words {next(_NUMBERS)}.", issue=issue, editor=editor)]
    with transaction.atomic():
        change = StatusChange.objects.create(
            issue=issue,
            perspective=perspective,
            phase=phase,
            effective_on=effective_on,
            effective_on_origin=DateOrigin.EDITOR,
            recorded_by=editor,
            **fields,
        )
        for statement in statements:
            Evidence.objects.create(status_change=change, statement=statement)
    change.refresh_from_db()
    return change


def make_suggester_version(suggester: Suggester | None = None, **fields: Any) -> SuggesterVersion:
    """A trained version, not in use unless told; it knows nothing unless given."""
    suggester = suggester or Suggester()
    weights = json.dumps(suggester.as_json(), ensure_ascii=False, sort_keys=True)
    defaults = {
        "trained_at": timezone.now(),
        "reviews": suggester.reviews,
        "weights": weights,
        "sha256": hashlib.sha256(weights.encode()).hexdigest(),
        "scores": {question.value: score.as_json() for question, score in suggester.scores.items()},
    }
    return SuggesterVersion.objects.create(**{**defaults, **fields})
