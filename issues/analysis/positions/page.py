"""The page of the positions of a voice on an issue."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from issues.analysis.issue_head import IssueHead
from issues.analysis.issue_request import Choice
from issues.analysis.positions.claims import Claims, claims
from issues.analysis.positions.phrases import Phrases, phrases
from issues.analysis.positions.steps import Steps, steps
from issues.analysis.positions.voices import Asked, Voice, find_voice, voice_choices
from issues.vocabulary import ShiftSize


@dataclass(frozen=True, slots=True)
class PositionsPage:
    """`address` is that of this page; `sizes` what an editor may choose, value and label."""

    head: IssueHead
    heading: str  # also what a screen reader is told after a change
    voice: str
    official_address: str
    address: str
    choices: tuple[tuple[str, tuple[Choice, ...]], ...]
    claims: Claims
    steps: Steps
    phrases: Phrases
    sizes: tuple[tuple[str, str], ...]
    newest: str  # "" on the first page
    older: str  # "" on the last


def positions_page(head: IssueHead, asked: Asked, *, today: date) -> PositionsPage | None:
    """What an address asks for; None where there is no such voice. Six queries at most."""
    voice = find_voice(asked, head)
    if voice is None:
        return None
    found = steps(voice, head.id, asked.before, today=today)
    return PositionsPage(
        head=head,
        heading=_("%(voice)s on “%(issue)s”") % {"voice": voice.name, "issue": head.title},
        voice=voice.name,
        official_address=voice.official.get_absolute_url() if voice.official else "",
        address=voice.address(head.slug, asked.before),
        choices=voice_choices(head, voice),
        claims=claims(head),
        steps=found,
        phrases=phrases(voice, head.id),
        sizes=tuple(ShiftSize.choices()),
        newest=_address(voice, head) if asked.before else "",
        older=f"{voice.address(head.slug, found.older)}#steps" if found.older else "",
    )


def _address(voice: Voice, head: IssueHead) -> str:
    return f"{voice.address(head.slug)}#steps"
