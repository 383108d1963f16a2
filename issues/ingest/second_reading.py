"""The optional second reader: asks the operator's language model about a capture that the rules have read.

It comes after the reading, in a task of its own, so that whatever it does the reading stands. Every
question is a row with its words, its cost and what came of it; the row is the claim, too. What holds is
recorded like any other suggestion, said to be the model's, and awaits an editor.
"""

import hashlib
import logging
import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction
from django.db.models import F, Sum
from django.utils import timezone

from issues.ingest.capture import date_of
from issues.ingest.gazetteer import current_gazetteer
from issues.ingest.model_exchange import ATTEMPTS, Endpoint, Reply, ask
from issues.ingest.proposals import build_proposals
from issues.ingest.reprints import Known
from issues.ingest.skeletons import lock_skeletons
from issues.ingest.statements import insert_statements, new_statement
from issues.models import Appearance, Capture, Category, ModelCall, Party, Relationship, Statement
from issues.reading.names import name_words
from issues.reading.second_reader import (
    Checked,
    Lists,
    UnreadableAnswer,
    check_answer,
    messages_for,
    parts_of,
    same_passage,
)
from issues.reading.suggestions import Suggestion
from issues.vocabulary import CallOutcome, Proposer, ReviewState

logger = logging.getLogger(__name__)

BUDGET_LOCK = 7_215_301  # of pg_advisory_xact_lock: one worker at a time counts what the day has cost
CHARACTERS_A_TOKEN = 2  # a cautious guess, for what is not answered yet
AGREES = "the language model proposes it too"
MILLION = Decimal(1_000_000)


SWEPT = 200  # of the newest captures, those that nobody asked about are found again
SENT_FOR = 600  # seconds in which a capture is not sent again


def claim_unasked_captures() -> list[int]:
    """Return captures that were read and not asked about: pasted ones, and what a lost worker left.

    The cache only keeps one from being sent at every tick; what is sent twice is asked about once.
    """
    if settings.MODEL is None:
        return []
    newest = Capture.objects.order_by("-pk").values("pk")[:SWEPT]
    unasked = Capture.objects.filter(pk__in=newest, read_at__isnull=False, model_calls__isnull=True)
    lost = ModelCall.objects.filter(outcome=CallOutcome.RUNNING, begun_at__lt=_lost_before(settings.MODEL))
    found = [
        *unasked.exclude(read_summary__has_key="error").order_by("pk").values_list("pk", flat=True),
        *lost.values_list("capture", flat=True),
    ]
    return [pk for pk in found if cache.add(f"model:sent:{pk}", 1, SENT_FOR)]


def _lost_before(model: Endpoint) -> datetime:
    """A call begun before this has nobody who waits for its answer."""
    return timezone.now() - timedelta(seconds=ATTEMPTS * (model.timeout + 10) + settings.INGEST_LEASE)


def ask_about(*, capture_id: int, only: int | None = None) -> int:
    """Ask about the parts of a capture, or one of them; return how many statements are new.

    Safe to deliver twice: a part is asked about once. Raises nothing for what the endpoint does.
    """
    capture = Capture.objects.select_related("document__source").get(pk=capture_id)
    model: Endpoint | None = settings.MODEL
    if model is None or capture.read_at is None or "error" in capture.read_summary:
        return 0
    lists = _lists()
    parts = list(enumerate(parts_of(capture.text))) if lists.pairs else []
    wanted = parts if only is None else parts[only : only + 1]
    return sum(_ask_part(model, capture, lists, *part) for part in wanted)


def has_part(capture_id: int, number: int) -> bool:
    return number < len(parts_of(Capture.objects.values_list("text", flat=True).get(pk=capture_id)))


def _lists() -> Lists:
    pairs = tuple(Relationship.objects.order_by("pk").values_list("first_id", "second_id"))
    codes = {code for pair in pairs for code in pair}
    return Lists(
        pairs=pairs,
        parties=dict(Party.objects.filter(pk__in=codes).values_list("code", "name")),
        categories=tuple(Category.objects.order_by("position", "slug").values_list("slug", flat=True)),
    )


def _ask_part(model: Endpoint, capture: Capture, lists: Lists, number: int, part: tuple[int, str]) -> int:
    start, words = part
    messages = messages_for(
        words,
        lists,
        title=capture.document.title,
        published=capture.document.published_on,
        boundary=hashlib.sha256(words.encode()).hexdigest()[:20],
    )
    prompt = "\n\n".join(message["content"] for message in messages)
    call = _claim(model, capture, number, prompt)
    if call is None:
        return 0
    began = time.monotonic()
    reply = ask(model, messages)
    call.milliseconds = int((time.monotonic() - began) * 1000)
    checked = _check(call, reply, capture, lists, start, start + len(words))
    return _finish(model, call, reply, capture, checked)


def _claim(model: Endpoint, capture: Capture, part: int, prompt: str) -> ModelCall | None:
    """Insert the call as running, with the tokens it may cost set aside; None where it is not to be asked.

    A call whose worker was lost is taken up once nobody can still be waiting for its answer.
    """
    expected = len(prompt) // CHARACTERS_A_TOKEN, model.answer_tokens
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [BUDGET_LOCK])
        call, is_new = ModelCall.objects.get_or_create(
            capture=capture, part=part, defaults={"model": model.name, "prompt": prompt}
        )
        if not is_new and (call.outcome != CallOutcome.RUNNING or call.begun_at > _lost_before(model)):
            return None
        if spent_today() + sum(expected) > model.tokens_a_day:
            call.outcome, call.finished_at = CallOutcome.OVER_BUDGET, timezone.now()
            call.save()
            return None
        call.begun_at = timezone.now()
        call.prompt_tokens, call.answer_tokens = expected
        call.save()
        return call


def spent_today() -> int:
    """Return the tokens of this day, in UTC: those counted, and those set aside for what is under way."""
    midnight = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
    calls = ModelCall.objects.filter(begun_at__gte=midnight)
    return calls.aggregate(tokens=Sum(F("prompt_tokens") + F("answer_tokens")))["tokens"] or 0


def _check(
    call: ModelCall, reply: Reply, capture: Capture, lists: Lists, start: int, end: int
) -> Checked | None:
    call.answer, call.attempts = reply.text.replace("\x00", ""), reply.attempts
    if reply.error:
        call.outcome, call.error = CallOutcome.FAILED, reply.error[:300]
        return None
    try:
        checked = check_answer(
            reply.text,
            text=capture.text,
            start=start,
            end=end,
            lists=lists,
            published=date_of(capture.document),
            model=call.model,
        )
    except UnreadableAnswer as error:
        call.outcome, call.error = CallOutcome.UNREADABLE, str(error)[:300]
        return None
    call.outcome, call.proposed = CallOutcome.OK, checked.proposed
    return checked


def _finish(model: Endpoint, call: ModelCall, reply: Reply, capture: Capture, checked: Checked | None) -> int:
    """Record the answer and what holds of it, in one transaction."""
    if reply.text or reply.prompt_tokens:  # else nobody counted: what was set aside is what we know
        call.prompt_tokens = reply.prompt_tokens or call.prompt_tokens
        call.answer_tokens = reply.answer_tokens or len(reply.text) // CHARACTERS_A_TOKEN
    elif reply.error:
        call.answer_tokens = 0
    call.cost = (call.prompt_tokens * model.price_in + call.answer_tokens * model.price_out) / MILLION
    with transaction.atomic():
        if checked is not None:
            call.taken = _record(capture, checked)
            call.refused = dict(checked.refused)
        call.finished_at = timezone.now()
        call.save()
    if call.error:
        logger.warning("The language model on capture %s: %s", capture.pk, call.error)
    return call.taken


def _record(capture: Capture, checked: Checked) -> int:
    suggestions = _without_known(capture, map(_named, checked.suggestions), checked)
    proposals = build_proposals(suggestions)
    if proposals.outside:
        checked.refused["on nothing we track"] += proposals.outside.total()
    lock_skeletons(one.skeleton for one in proposals.proposals)
    known = Known(capture, (one.skeleton for one in proposals.proposals))
    new = []
    for proposal in proposals.proposals:
        on = proposal.suggestion.stated_on
        day = (on.lower or on.upper) if on else None
        if known.find(proposal, day or timezone.now().date()) is not None:
            checked.refused["already recorded"] += 1
            continue
        statement = new_statement(proposal, capture.document.language, Proposer.MODEL)
        known.add(proposal, statement, day)
        new.append((proposal, statement))
    insert_statements(new, new, capture.pk, Proposer.MODEL)
    return len(new)


def _named(one: Suggestion) -> Suggestion:
    """The official whom a name means, where it means one alone."""
    found = current_gazetteer().names.find(name_words(one.speaker or ""))
    return replace(one, official_key=found[0]) if len(found) == 1 else one


def _without_known(capture: Capture, found: Iterable[Suggestion], checked: Checked) -> list[Suggestion]:
    """Drop what stands where a statement of this capture does, and say there that the model agrees."""
    places = list(
        Appearance.objects.filter(capture=capture).values_list("start", "end", "statement_id").order_by("pk")
    )
    kept: list[Suggestion] = []
    agreed: set[int] = set()
    for one in found:
        same = [pk for start, end, pk in places if same_passage((start, end), (one.start, one.end))]
        if same:
            agreed.update(same)
            checked.refused["already proposed"] += 1
        else:
            kept.append(one)
    waiting = Statement.objects.select_for_update(no_key=True).filter(
        pk__in=agreed, state=ReviewState.SUGGESTED
    )
    for statement in waiting:
        reason = {"about": "speaker", "words": "", "start": None, "end": None, "note": AGREES}
        if reason not in statement.reasons:
            statement.reasons = [*statement.reasons, reason]
            statement.save(update_fields=["reasons"])
    return kept
