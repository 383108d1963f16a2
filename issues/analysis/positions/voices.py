"""Whose positions a reader asks for: a party's or an official's."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from issues.analysis.filters import Cursor
from issues.analysis.issue_head import IssueHead
from issues.analysis.issue_request import Choice
from issues.analysis.known import links_that_count, newest_first
from issues.models import Link, Official, Party, Statement
from issues.vocabulary import ReviewState

SPEAKERS_OF = 200  # among so many of an issue's newest statements speakers are looked for
SPEAKERS_AT_MOST = 16
JointVoice = Statement.joint_parties.through


@dataclass(frozen=True, slots=True)
class Asked:
    """An official comes before a party; neither asks for the party that spoke last."""

    official: str = ""
    party: str = ""
    before: Cursor | None = None

    @classmethod
    def read(cls, params: Mapping[str, str]) -> Self:
        official, party = (params.get(name, "").replace("\0", "").strip() for name in ("official", "party"))
        return cls(official[:100], party[:12].upper(), Cursor.read(params.get("before", "")))


@dataclass(frozen=True, slots=True)
class Voice:
    """One who speaks; exactly one of `official` and `party` is set."""

    name: str
    official: Official | None = None
    party: Party | None = None

    def address(self, slug: str, before: Cursor | None = None) -> str:
        query = {"official": self.official.slug} if self.official else {"party": self._code}
        if before is not None:
            query["before"] = before.write()
        return f"{reverse('positions', args=(slug,))}?{urlencode(query)}"

    def links(self, issue: int) -> QuerySet[Link]:
        """What it said on an issue that counts and has a date, newest first."""
        if self.official:
            spoken = Q(statement__official=self.official)
        else:
            joint = Exists(JointVoice.objects.filter(statement=OuterRef("statement"), party=self._code))
            spoken = Q(party=self._code) | Q(joint, is_joint=True)
        said = links_that_count().filter(
            spoken, issue=issue, stated_day__isnull=False, statement__state=ReviewState.ACCEPTED
        )
        return newest_first(said)

    @property
    def _code(self) -> str:
        return self.party.code if self.party else ""

    def is_same(self, other: "Voice") -> bool:
        return (self.official, self.party) == (other.official, other.party)


def find_voice(asked: Asked, head: IssueHead) -> Voice | None:
    """Who is asked for; None where there is nobody of that name. Two queries at most."""
    if asked.official:
        official = Official.objects.select_related("party").filter(slug=asked.official).first()
        return Voice(official.name_shown, official=official) if official else None
    code = asked.party or _spoke_last(head)
    party = Party.objects.filter(code=code).first()
    return Voice(party.name_shown, party=party) if party else None


def _spoke_last(head: IssueHead) -> str:
    """Of the pair, who spoke last on the issue; the first where neither did."""
    said = links_that_count().filter(issue=head.id, party__in=head.codes, stated_day__isnull=False)
    last = newest_first(said).values_list("party", flat=True).first()
    return last or head.codes[0]


def voice_choices(head: IssueHead, voice: Voice) -> tuple[tuple[str, tuple[Choice, ...]], ...]:
    """Links to the parties and to those who spoke lately, in groups by their headings. One query."""
    parties = [Voice(name, party=Party(code=code, name=name)) for code, name in head.parties]
    if voice.party and voice.party.code not in head.codes:
        parties.append(voice)
    lately = newest_first(links_that_count().filter(issue=head.id)).values("statement__official")
    found = Official.objects.filter(pk__in=lately[:SPEAKERS_OF]).order_by("name")[:SPEAKERS_AT_MOST]
    people = [Voice(official.name_shown, official=official) for official in found]
    if voice.official and not any(voice.is_same(one) for one in people):
        people.append(voice)
    groups = ((_("Party"), parties), (_("Official"), people))
    return tuple(
        (
            label,
            tuple(
                Choice(
                    id=f"voice-{one.official.slug if one.official else one.party.code if one.party else ''}",
                    label=one.name,
                    address=one.address(head.slug),
                    count=None,
                    is_current=one.is_same(voice),
                )
                for one in voices
            ),
        )
        for label, voices in groups
        if voices
    )
