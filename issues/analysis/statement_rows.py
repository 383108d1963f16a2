"""A statement as a line of a list, wherever it is listed."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.translation import gettext as _

from issues.analysis.known import office_that_day
from issues.analysis.marks import SIGNAL_MARKS, SignalMark
from issues.analysis.naming import name_of
from issues.analysis.origins import counts, counts_shown
from issues.analysis.words import DateShown, date_shown, day, moment, overdue, quoted, voices
from issues.models import Appearance, Party, Pledge, Source, Statement
from issues.vocabulary import PledgeOutcome, StatementKind

type Day = date  # under a name that no field takes


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One statement as a list shows it. `signal` is None where the list is of no issue."""

    address: str
    date: DateShown
    words: str
    is_reported: bool
    signal: SignalMark | None
    speaker: str
    speaker_address: str
    office: str
    party: str
    # "direct quote · Norland Courier · archived 8 Sep 2026, 14:02 UTC · 2 independent origins, 5 appearances"
    details: str
    pledge: str
    is_overdue: bool
    id: int = 0
    day: Day | None = None  # the middle of the days it may have been said on
    on_timeline: str = ""  # where a timeline shows it
    is_sought: bool = False  # by the address, from a timeline's mark
    language: str = ""  # of the words; "" where it is not known


def with_details[Rows: QuerySet[Any]](rows: Rows, prefix: str = "") -> Rows:
    """Add what a line shows beyond the statement that `prefix` (with "__") leads to.

    `office` that day, `joint` with whom it speaks, `place` where it first stood and when that was
    archived, `places` how many there are, and how many of them have the words from no other.
    """
    statement = OuterRef(prefix.removesuffix("__") or "pk")
    places = Appearance.objects.filter(statement=statement)
    # Which source that is, is asked of the first place alone: as of a day the planner takes these joins
    # for ones that find thousands.
    source = Source.objects.filter(documents=OuterRef("capture__document")).values("name")
    first = places.order_by("capture__captured_at", "id").values(
        place=JSONObject(source=Subquery(source[:1]), at="capture__captured_at")
    )
    related = (f"{prefix}official", f"{prefix}party", f"{prefix}pledge")
    detailed: Rows = rows.select_related(*related).annotate(
        office=office_that_day(prefix),
        joint=joint_voices(statement),
        place=Subquery(first[:1]),
        places=counts(statement),
    )
    return detailed


def joint_voices(statement: OuterRef, shown: str = "name") -> ArraySubquery:
    """The other parties that speak in a joint text, in the order of their names."""
    wanted = name_of("name") if shown == "name" else F(shown)
    joint = Party.objects.filter(joint_statements=statement).order_by(name_of("name"))
    return ArraySubquery(joint.values(shown=wanted))


def statement_row(statement: Statement, details: Any, *, today: date, signal: str = "") -> StatementRow:
    """The line of a statement; `details` is the row that `with_details` annotated."""
    pledge: Pledge | None = getattr(statement, "pledge", None)
    said, is_overdue = pledge_state(pledge, today) if pledge else ("", False)
    return StatementRow(
        address=reverse("statement", args=(statement.pk,)),
        date=date_shown(
            statement.stated_on, words=statement.stated_on_words, origin=statement.stated_on_origin
        ),
        words=quoted(statement.quote, statement.kind),
        is_reported=statement.kind == StatementKind.REPORTED_SPEECH,
        signal=SIGNAL_MARKS[signal] if signal else None,
        speaker=statement.speaker_name,
        speaker_address=reverse("official", args=(statement.official.slug,)) if statement.official else "",
        office=details.office,
        party=voices(statement.party.name_shown, details.joint),
        details=_details(statement.kind, details.place, details.places),
        pledge=said,
        is_overdue=is_overdue,
        id=statement.pk,
        day=_middle(statement.stated_on_lower, statement.stated_on_upper),
        language=statement.language,
    )


def _middle(lower: date | None, upper: date | None) -> date | None:
    if lower is None or upper is None:
        return lower or upper
    return lower + (upper - lower) / 2


def _details(kind: str, place: dict[str, str] | None, places: dict[str, int] | None) -> str:
    parts = [StatementKind(kind).label]
    if place:
        parts += [place["source"], _("archived %(at)s") % {"at": moment(datetime.fromisoformat(place["at"]))}]
    parts.append(counts_shown(places))
    return " · ".join(filter(None, parts))


def pledge_state(pledge: Pledge, today: date) -> tuple[str, bool]:
    """What has become of a pledge, in words, and whether it is overdue."""
    outcome = PledgeOutcome(pledge.outcome)
    if outcome != PledgeOutcome.OPEN:
        return _("pledge: %(outcome)s") % {"outcome": outcome.label}, False
    if pledge.due_on_upper is None:
        return _("pledge without a date"), False
    late = overdue(pledge.due_on_upper, today)
    due = _("pledge due %(day)s") % {"day": day(pledge.due_on_upper)}
    return due + (f", {late}" if late else ""), bool(late)
