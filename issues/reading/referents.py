"""Whom "the Minister", "the diplomat", "they" and "the ministry" mean: those a text named before."""

from dataclasses import replace

from issues.reading.marks import Marks
from issues.reading.people import Mention, People, Sort


class Referents:
    """Keeps who spoke last: a person, a group, an institution."""

    def __init__(self, marks: Marks, people: People) -> None:
        self._marks, self._people = marks, people
        self._reference = marks.pack.words("reference")
        self.last: Mention | None = None
        self.group: Mention | None = None
        self._institution: Mention | None = None
        self._titled: dict[str, str] = {}  # the party of an office, where it was told

    def note_speaker(self, speaker: Mention) -> None:
        if speaker.sort in (Sort.PERSON, Sort.TITLE, Sort.ANONYMOUS):
            self.last = speaker
        elif speaker.sort is Sort.GROUP:
            self.group = speaker

    def note_subject(self, near: list[Mention]) -> None:
        groups = [m for m in near if m.sort is Sort.GROUP]
        self.group = groups[0] if groups else self.group
        officials = [m for m in near if m.sort is Sort.PERSON and (m.key or m.role)]
        if officials:
            self.last = officials[0]

    def resolved(self, mention: Mention) -> Mention | None:
        """Turn "the Minister", "the diplomat" into the person meant, when one was introduced."""
        if mention.sort is Sort.TITLE:
            if mention.party is not None:
                self._titled[mention.office] = mention.party
            elif mention.office in self._titled:  # "the spokesperson", of whom nobody gave the name
                mention = replace(mention, party=self._titled[mention.office])
            return self._people.holder(mention) or mention
        if mention.sort is Sort.INSTITUTION:
            if mention.party is None and self._people.party_near(mention) is None:
                return self._institution or mention  # "the ministry said"
            if mention.party is not None:
                self._institution = mention
        if mention.sort is Sort.ANONYMOUS and self.last is not None and self._refers_back(mention):
            return self.last
        return mention

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
