"""Whom "the Minister", "the diplomat", "they" and "the ministry" mean: those a text named before."""

from dataclasses import replace

from issues.reading.marks import Marks
from issues.reading.people import Mention, People, Sort

EMBASSY = "embassy"
_KNOWN = {  # the titles of the gazetteer that an office without a name may stand for
    "president": ("president",),
    "head_of_government": ("prime minister", "federal chancellor", "chancellor"),
    "foreign_minister": ("minister of foreign affairs", "minister for foreign affairs", "secretary of state"),
}
BESIDE = 2  # characters between a title and the institution it serves


class Referents:
    """Keeps who spoke last: a person, a group, an institution."""

    def __init__(self, marks: Marks, people: People) -> None:
        self._marks, self._people = marks, people
        self._reference = marks.pack.words("reference")
        self.last: Mention | None = None
        self.group: Mention | None = None
        self.place: Mention | None = None  # who said something last without a name: «там считают»
        self._institution: Mention | None = None
        self._by_kind: dict[str, Mention] = {}  # the last one of a party: «в дипмиссии говорят»
        self._titled: dict[str, str] = {}  # the party of an office, where it was told

    def note_speaker(self, speaker: Mention) -> None:
        if speaker.sort in (Sort.PERSON, Sort.TITLE, Sort.ANONYMOUS):
            self.last = speaker
        elif speaker.sort is Sort.GROUP:
            self.group = speaker
        elif speaker.sort is Sort.INSTITUTION:
            self.place = speaker

    def note_institutions(self, near: list[Mention]) -> None:
        """Keep the institutions of a party, by kind: whose "the embassy" is."""
        for mention in near:
            if mention.sort is Sort.INSTITUTION and mention.party is not None:
                self._by_kind.update(dict.fromkeys(self._kinds(mention), mention))

    def _same_kind(self, mention: Mention) -> Mention | None:
        """Return the institution of that kind whose party was told: the last before, else the only one."""
        kinds = self._kinds(mention)
        last = next((self._by_kind[kind] for kind in kinds if kind in self._by_kind), None)
        if last is not None or EMBASSY not in kinds:
            return last
        missions = [m for m in self._people.mentions if m.party and EMBASSY in self._kinds(m)]
        return missions[0] if len({m.party for m in missions}) == 1 else None

    def _served(self, title: Mention) -> str | None:
        """«Руководитель пресс-службы консульства»: the party of the mission a title ends with."""
        near = self._people.mentions_within(title.start, title.end + BESIDE)
        ends = [m for m in near if m.sort is Sort.INSTITUTION and title.last in (m.first, m.last)]
        same = next((found for m in ends if (found := self._same_kind(m))), None)
        return same.party if same is not None and ends[0].party is None else None

    def _known_to_hold(self, title: Mention) -> Mention | None:
        """«Глава государства» after a known president, named before without the office."""
        offices = _KNOWN.get(title.office, ())
        if title.party is not None or not self._marks.pack.words("subject_heads"):
            return None
        before = [
            m
            for m in self._people.mentions
            if m.start < title.start and m.key and m.role.casefold() in offices
        ]
        return before[-1] if len({m.name for m in before}) == 1 else None

    def _of_its_kind(self, person: Mention) -> str | None:
        """«Представитель ведомства Карл Лужин»: of the party whose ministry was the last spoken of."""
        opens = self._marks.tokens.starts[person.first]
        told = self._marks.within("institution", opens, person.start)
        return next(
            (self._by_kind[m.label.value].party for m in told if m.label.value in self._by_kind), None
        )

    def _kinds(self, mention: Mention) -> list[str]:
        found = self._marks.within("institution", mention.start, mention.end)
        return [match.label.value for match in found]

    def note_subject(self, near: list[Mention]) -> None:
        groups = [m for m in near if m.sort is Sort.GROUP]
        self.group = groups[0] if groups else self.group
        officials = [m for m in near if m.sort is Sort.PERSON and (m.key or m.role)]
        titles = [m for m in near if m.sort is Sort.TITLE and m.party] if self.last is None else []
        if officials or titles:
            self.last = [*officials, *titles][0]

    def resolved(self, mention: Mention) -> Mention | None:
        """Turn "the Minister", "the diplomat" into the person meant, when one was introduced."""
        if mention.sort is Sort.PERSON and mention.role and not (mention.party or mention.key):
            return replace(mention, party=self._of_its_kind(mention))
        if mention.sort is Sort.TITLE:
            if mention.party is not None:
                self._titled[mention.office] = mention.party
            elif served := self._served(mention):
                mention = replace(mention, party=served)
            elif mention.office in self._titled:  # "the spokesperson", of whom nobody gave the name
                mention = replace(mention, party=self._titled[mention.office])
            return self._people.holder(mention) or self._known_to_hold(mention) or mention
        if mention.sort is Sort.INSTITUTION:
            if mention.party is None and self._people.party_near(mention) is None:
                return self._same_kind(mention) or self._institution or mention  # "the ministry said"
            if mention.party is not None:
                self._institution = mention
        if mention.sort is Sort.ANONYMOUS and self.last is not None and self._refers_back(mention):
            return self.last
        return mention

    def resolved_or_none(self, mention: Mention | None) -> Mention | None:
        return None if mention is None else self.resolved(mention)

    def with_partner(self, mention: Mention, candidates: list[Mention]) -> Mention | None:
        """ "X and Y agreed": both, where both are people of office."""
        if mention.sort not in (Sort.PERSON, Sort.TITLE):
            return None
        for other in candidates:
            if other.last < mention.first and other.sort in (Sort.PERSON, Sort.TITLE):
                one, two = self.resolved(other), self.resolved(mention)
                if one and two and one.role and two.role and self._people.joined(other, mention):
                    return self._both(one, two, mention)
        return None

    def _both(self, one: Mention, two: Mention, place: Mention) -> Mention:
        parties = sorted({party for party in (one.party, two.party) if party})
        names = " and ".join(mention.name or mention.role for mention in (one, two))
        whole = Mention(Sort.GROUP, place.first, place.last, place.start, place.end, role=names)
        return replace(whole, party="+".join(parties) or None)

    def _refers_back(self, mention: Mention) -> bool:
        before = self._marks.tokens.norms[mention.first - 1] if mention.first else ""
        words = set(mention.role.casefold().split())
        return bool(words & self._reference) and (
            before in self._marks.pack.words("articles") or len(words) == 1
        )
