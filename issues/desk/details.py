"""What an editor says of a statement, apart from its words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from issues.desk.errors import DeskError
from issues.models import Official, Party, Statement
from issues.reading.edtf import ImpreciseDate
from issues.vocabulary import Credibility, DateOrigin, Signal, StatementKind


@dataclass(frozen=True, slots=True)
class Details:
    """Speaker, date, kind and issues of a statement. `links` gives the signal by the issue's id."""

    party: Party
    official: Official | None = None
    speaker_label: str = ""
    joint_parties: tuple[Party, ...] = ()
    stated_on: ImpreciseDate | None = None
    kind: StatementKind = StatementKind.DIRECT_QUOTE
    question: str = ""
    credibility: Credibility = Credibility.UNJUDGED
    links: Mapping[int, Signal] = field(default_factory=dict)


def details_of(statement: Statement) -> Details:
    """Return what the database holds of `statement`; of its links those that are live and not rejected."""
    live = statement.links.filter(withdrawn_at__isnull=True).exclude(state="rejected")
    return Details(
        party=statement.party,
        official=statement.official,
        speaker_label=statement.speaker_label,
        joint_parties=tuple(statement.joint_parties.order_by("code")),
        stated_on=date_of(statement.stated_on, statement.stated_on_words, statement.stated_on_origin),
        kind=StatementKind(statement.kind),
        question=statement.question,
        credibility=Credibility(statement.credibility),
        links={link.issue_id: Signal(link.signal) for link in live},
    )


def date_of(edtf: str, words: str, origin: str) -> ImpreciseDate | None:
    """Return a stored date as a value; None where it is unknown."""
    if not edtf:
        return None
    return ImpreciseDate.from_edtf(edtf, words=words, origin=DateOrigin(origin))


def describe(statement: Statement, details: Details) -> None:
    """Set the columns of `statement` (unsaved) to `details`. Raises DeskError without a speaker."""
    if details.official is None and not details.speaker_label.strip():
        raise DeskError(
            _("Say who speaks: an official, or the speaker as the text describes them."), field="speaker"
        )
    statement.party = details.party
    statement.official = details.official
    statement.speaker_label = details.speaker_label.strip()
    statement.kind = details.kind
    statement.question = details.question.strip()
    statement.credibility = details.credibility
    statement.stated_on = details.stated_on.edtf if details.stated_on else ""
    statement.stated_on_words = details.stated_on.words if details.stated_on else ""
    statement.stated_on_origin = details.stated_on.origin if details.stated_on else ""
