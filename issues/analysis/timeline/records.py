"""What the database answers about a timeline, as values to draw. One query (`query.ask`)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from issues.analysis.marks import SIGNAL_MARKS
from issues.analysis.timeline.clusters import counted_statements, window_query
from issues.analysis.timeline.data import EDITED, GONE, OTHERS, SINGLY, Event, Promise, Utterance
from issues.analysis.timeline.query import Row, ask, ask_many
from issues.analysis.words import day, days, edtf, overdue, quoted, shorten
from issues.vocabulary import Direction, PledgeOutcome, Signal, StatementKind

QUOTE_AT_MOST = 90
EVENTS_ACROSS = 60  # a window is so many times as long as what stands between two of them


@dataclass(frozen=True, slots=True)
class Records:
    """Everything dated of an issue in a window, and what of it has no date to draw."""

    utterances: tuple[Utterance, ...]
    events: tuple[Event, ...]
    promises: tuple[Promise, ...]
    undated_pledges: int
    has_pledges: bool  # of the issue, whatever the window


def records(
    issue_id: int,
    *,
    base: str,
    start: date,
    end: date,
    today: date,
    parties: Sequence[str],
    sought: int | None = None,
) -> Records:
    """Read a window of an issue. `base` is its page's address, `sought` a statement to be shown."""
    found = ask(issue_id, start=start, end=end, today=today, parties=parties, sought=sought)
    return _records(found, base=base, start=start, end=end, today=today, sought=sought)


def records_of(
    parties: Mapping[int, Sequence[str]], *, bases: Mapping[int, str], start: date, end: date, today: date
) -> dict[int, Records]:
    """Read the same window of several issues, each given with its parties. One query."""
    found = ask_many(parties, start=start, end=end, today=today)
    return {
        issue: _records(rows, base=bases[issue], start=start, end=end, today=today, sought=None)
        for issue, rows in found.items()
    }


def _records(
    found: dict[str, list[Row]], *, base: str, start: date, end: date, today: date, sought: int | None
) -> Records:
    shown = [row for row in found["pledge"] if row["is_shown"]]
    dated = [row for row in shown if row["due"]]
    return Records(
        utterances=tuple(_utterance(row, sought) for row in found["mark"]),
        events=_events(found["event"], base, apart=(end - start).days // EVENTS_ACROSS),
        promises=tuple(_promise(row, today) for row in dated),
        undated_pledges=len(shown) - len(dated),
        has_pledges=any(row["due"] for row in found["pledge"]),
    )


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _utterance(row: Row, sought: int | None) -> Utterance:
    count, towards, away = row["n"], row["towards"], row["away"]
    lower, first, last = _day(row["lower"]), _day(row["first"]), _day(row["last"])
    direction = SIGNAL_MARKS[row["signal"]].direction
    alone = count <= SINGLY
    if alone:
        first = last = lower
        towards, away = int(direction == Direction.TOWARDS), int(direction == Direction.AWAY)
    return Utterance(
        id=row["id"],
        lane=row["lane"] or OTHERS,
        count=count,
        signal=row["signal"],
        lower=lower,
        upper=_day(row["upper"]),
        first=first,
        last=last,
        towards=towards,
        neither=(1 if alone else count) - towards - away,
        away=away,
        label=_label(row) if alone else "",
        address=reverse("statement", args=(row["id"],)),
        kind=row["kind"],
        fate=row["fate"],
        is_sought=row["id"] == sought if alone else bool(row["sought"]),
    )


def _label(row: Row) -> str:
    """A mark in words: day, speaker, signal, the words and what they are; and if they left their page."""
    words = quoted(shorten(row["quote"], QUOTE_AT_MOST), row["kind"])
    label = f"{edtf(row['stated_on'])}, {row['speaker']}, {SIGNAL_MARKS[row['signal']].label}: {words}"
    if row["kind"] != StatementKind.DIRECT_QUOTE:
        label += f" ({StatementKind(row['kind']).label})"
    fate = {EDITED: _("Edited out of its page since."), GONE: _("Its page is gone.")}.get(row["fate"], "")
    return f"{label} {fate}".rstrip()


def _events(rows: Sequence[Row], base: str, *, apart: int) -> tuple[Event, ...]:
    """Events in the order of their days; of one kind and no further `apart`, they are drawn as one."""
    merged: list[Row] = []
    latest: dict[str, Row] = {}
    for row in rows:
        one = {**row, "first": _day(row["first"]), "last": _day(row["last"])}
        before = latest.get(row["signal"])
        if before is not None and (one["first"] - before["last"]).days <= apart:
            before["last"], before["n"] = max(before["last"], one["last"]), before["n"] + one["n"]
            continue
        latest[row["signal"]] = one
        merged.append(one)
    return tuple(_event(row, base) for row in merged)


def _event(row: Row, base: str) -> Event:
    first, last = row["first"], row["last"]
    is_agreement = row["signal"] == Signal.AGREEMENT
    words = _("agreement") if is_agreement else _("talks")
    label = _("%(event)s, as both sides say: %(days)s, %(statements)s") % {
        "event": words.capitalize(),
        "days": days(first, last),
        "statements": counted_statements(row["n"]),
    }
    address = f"{base}?{window_query(first, last)}&signal={row['signal']}#statements"
    return Event(first, last, is_agreement, words, label, address)


def _promise(row: Row, today: date) -> Promise:
    due = _day(row["due"])
    late = overdue(due, today) if row["outcome"] == PledgeOutcome.OPEN else ""
    outcome = PledgeOutcome.OVERDUE if late else PledgeOutcome(row["outcome"])
    said = row["due_on_words"] or shorten(row["quote"], 60)
    state = late or (_("due %(day)s") % {"day": day(due)} if outcome == PledgeOutcome.OPEN else outcome.label)
    words = quoted(shorten(row["quote"], QUOTE_AT_MOST), row["kind"])
    label = _("Pledge of %(day)s, %(speaker)s, due %(due)s, %(state)s: %(words)s") % {
        "day": edtf(row["stated_on"]),
        "speaker": row["speaker"],
        "due": day(due),
        "state": state,
        "words": words,
    }
    return Promise(
        said=_day(row["said"]) if row["said"] else None,
        due=due,
        outcome=outcome.value,
        decided=_day(row["met_on"]) if row["met_on"] else None,
        text=f"{state} · {quoted(said, row['kind'])}",
        label=label,
        address=reverse("statement", args=(row["statement"],)),
    )
