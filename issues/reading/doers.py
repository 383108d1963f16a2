"""Who does a reported act: "Nordmark expels two diplomats", "by the authorities of Sarkand".

An act has no verb of saying. Its doer is the agent of a passive, the subject of the sentence, whose
place it happens in, or the side opposite to the one it is done to; at last whoever the title names.
"""

from dataclasses import dataclass, replace

from issues.reading.agreement import is_acted_upon
from issues.reading.marks import Marks, PartyHit
from issues.reading.nominative import Case, case_of_office
from issues.reading.pairs import Pair
from issues.reading.people import Mention, People, Sort
from issues.reading.private import is_private
from issues.reading.tokens import UPPER
from issues.vocabulary import Signal

AGENT, SUBJECT, PLACE, OPPOSITE, TITLED = 0.7, 0.7, 0.6, 0.55, 0.6  # how surely each tells who acts
CONFLICT = 2  # words behind "the A-B" in which a conflict is named
NEXT = 80  # characters between the two of "X and the president of Nordmark Y"
BESIDE = 6  # characters between an embassy and the place it stands in
NEAR = 5  # words between a subject and the passive that makes it the one acted upon
_DONE_TO = (Signal.SETBACK, Signal.REFUSAL, Signal.SUSPENDED, Signal.PROGRESS, Signal.ACCUSATION)
_OFFICES = (Sort.PERSON, Sort.TITLE, Sort.ANONYMOUS)


@dataclass(frozen=True, slots=True)
class Actor:
    """The party that acts, its institution or name in the text's words, and how surely that is told."""

    party: str | None
    role: str
    sure: float
    note: str
    institution: bool = False
    demands: bool = False  # in a title: asks the other side for what it does not do itself


class ActorFinder:
    """Finds who acts in the sentences of one text; titled is who acts in its title."""

    def __init__(
        self, marks: Marks, people: People, *, usual: Pair | None = None, titled: Actor | None = None
    ) -> None:
        self._marks, self._people, self._usual, self._titled = marks, people, usual, titled
        self._heads = marks.pack.words("subject_heads")
        self._agents = marks.pack.words("agents")
        self._impersonal = marks.pack.words("impersonal_verbs")
        self._prepositions = marks.pack.words("prepositions")
        self._passives = tuple(marks.pack.words("passive_endings"))

    def find(self, start: int, end: int, limit: int) -> Actor | None:
        """Return who acts in [start, end), None where nothing tells; limit is where the act itself begins."""
        mentions = self._people.mentions_within(start, end)
        if not self._heads:  # a language without data on its cases
            return self._before_act(start, limit)
        if is_private(self._marks, start, end):
            return None
        agent = self._agent(mentions, start, end)
        if agent is not None:
            return agent
        subject = self._subject(mentions, start, end)
        if subject is not None and not (subject.sort in _OFFICES and self._is_passive(subject)):
            return self._joint(subject) or self._actor(subject, SUBJECT, "the subject of the act")
        return self._opposite(subject, mentions, start, end)

    def _joint(self, subject: Mention) -> Actor | None:
        """«Вальдория и Нордмарк продлили договор»: both do it."""
        if subject.party not in (self._usual or ()):
            return None
        for other in self._people.mentions_within(subject.end, subject.end + NEXT):
            acts = other.sort in _OFFICES and subject.sort in _OFFICES and other.party in (self._usual or ())
            if acts and other.party != subject.party and self._people.joined(subject, other):
                return self._both(subject, other.party, other.end)
        if subject.name or subject.office:
            return None
        joins = self._marks.pack.words("conjunctions")
        for hit in self._marks.parties_within(subject.end, subject.end + BESIDE):
            joined = hit.first == subject.last + 1 and self._norm(subject.last) in joins
            if joined and hit.sort == "name" and hit.base and hit.code != subject.party:
                return self._both(subject, hit.code, hit.end)
        return None

    def _both(self, subject: Mention, other: str | None, end: int) -> Actor:
        words = " ".join(self._marks.text[subject.start : end].split())
        return Actor("+".join(sorted({subject.party or "", other or ""})), words, SUBJECT, "the two that act")

    def _before_act(self, start: int, limit: int) -> Actor | None:
        """Return the last institution before the act, else the first party named there."""
        hits = self._marks.parties_within(start, limit)
        named = [m for m in self._people.mentions_within(start, limit) if m.sort is Sort.INSTITUTION]
        if named:
            party = named[-1].party or (hits[0].code if hits else None)
            return Actor(party, named[-1].role, PLACE, "the institution that acts", institution=True)
        actor = next((hit for hit in hits if hit.base and not hit.located and hit.sort == "name"), None)
        return Actor(actor.code, self._words(actor), OPPOSITE, "the party that acts") if actor else None

    def _agent(self, mentions: list[Mention], start: int, end: int) -> Actor | None:
        """ "They were detained by the police of Nordmark", "at the request of Nordmark"."""
        for mention in mentions:
            if mention.party and self._norm(mention.first) in self._agents and self._passive_before(mention):
                return self._actor(mention, AGENT, "by whom it is done")
        orders = self._marks.pack.words("by_order")
        for hit in self._marks.parties_within(start, end):
            if "," in self._marks.text[start : hit.start]:
                break
            if hit.first and self._norm(hit.first - 1) in orders:
                return Actor(hit.code, self._words(hit), AGENT, "at whose order it is done")
        return None

    def _opposite(
        self, subject: Mention | None, mentions: list[Mention], start: int, end: int
    ) -> Actor | None:
        """Return who acts where only the side acted upon, or the place, is told."""
        hits = self._marks.parties_within(start, end)
        done_to: list[str] = []
        if self._is_against(start, end):
            done_to = [hit.code for hit in hits if self._owns_whom(hit) or self._is_done_to(hit)]
        if subject is not None and subject.party:
            done_to.insert(0, subject.party)
            summons = next((m for m in mentions if m.sort is Sort.INSTITUTION and m.party), None)
            if summons is not None and summons.party != subject.party:
                return self._actor(summons, PLACE, "where it is done")
        place = next((hit for hit in hits if hit.located and hit.code not in done_to[:1]), None)
        if place is not None and done_to:
            return self._at(place)
        if self._usual and done_to and done_to[0] in self._usual:
            other = self._usual[1] if done_to[0] == self._usual[0] else self._usual[0]
            return Actor(other, "", OPPOSITE, "the side opposite to the one it is done to")
        opening = self._marks.tokens.at_or_after(start) + 1
        if self._titled and self._titled.demands and self._is_against(start, end):
            return self._other_than(self._titled) or self._titled
        return self._titled or (self._at(place) if place and place.first <= opening else None)

    def _other_than(self, titled: Actor) -> Actor | None:
        """ "Nordmark demands the release of …": it is the other side that holds them."""
        if self._usual is None or titled.party not in self._usual:
            return None
        other = self._usual[1] if titled.party == self._usual[0] else self._usual[0]
        return Actor(other, "", OPPOSITE, "the side opposite to the one that demands")

    def _is_against(self, start: int, end: int) -> bool:
        """Something is done to somebody: an arrest, a refusal, a release."""
        return any(match.label.value in _DONE_TO for match in self._marks.within("signal", start, end))

    def _passive_before(self, mention: Mention) -> bool:
        words = self._marks.tokens.norms[max(0, mention.first - NEAR) : mention.first]
        return any(word.endswith(self._passives) and len(word) > NEAR for word in words)

    def _owns_whom(self, hit: PartyHit) -> bool:
        """«Вальдорский моряк», but not «зона вальдорско-сарканского конфликта»."""
        following = self._marks.tokens.norms[hit.last : hit.last + CONFLICT]
        return hit.sort != "name" and not set(following) & self._marks.pack.words("conflicts")

    def _is_done_to(self, hit: PartyHit) -> bool:
        """ "Citizens of Nordmark": whom an act is done to."""
        return any(
            match.last == hit.first
            for match in self._marks.within("countrymen", max(0, hit.start - 40), hit.start)
        )

    def _actor(self, mention: Mention, sure: float, note: str) -> Actor | None:
        if mention.party is None:
            return None
        words = self._marks.text[mention.start : mention.end] if mention.name else mention.role
        return Actor(mention.party, " ".join(words.split()), sure, note)

    def _at(self, hit: PartyHit) -> Actor:
        return Actor(hit.code, self._words(hit), PLACE, "where it is done")

    def _words(self, hit: PartyHit) -> str:
        return " ".join(self._marks.text[hit.start : hit.end].split())

    def _subject(self, mentions: list[Mention], start: int, end: int) -> Mention | None:
        """Return the first name, office or institution that can be a subject."""
        told = [self._by_its_place(m) for m in mentions if m.start < end]
        found = [m for m in told if m.party and self._may_be_subject(m)]
        owned = {index for m in mentions for index in range(m.first - 1, m.last + 2)}
        for hit in self._marks.parties_within(start, end):
            if hit.sort == "name" and hit.base and not hit.located and self._is_free(hit, owned, start):
                place = (hit.first, hit.last, hit.start, hit.end)
                found.append(Mention(Sort.INSTITUTION, *place, party=hit.code, role=self._words(hit)))
        return min(found, key=lambda m: m.first, default=None)

    def _by_its_place(self, mention: Mention) -> Mention:
        """«Посольство в Корвасте не выдало виз»: of the two of a text, it is the other's."""
        usual, kinds = self._usual or (), self._marks.within("institution", mention.start, mention.end)
        hits = self._marks.parties_within(mention.end, mention.end + BESIDE)
        there = next((hit.code for hit in hits if hit.located and hit.code in usual), None)
        if mention.party or there is None or all(match.label.value != "embassy" for match in kinds):
            return mention
        return replace(mention, party=next(code for code in usual if code != there))

    def _may_be_subject(self, mention: Mention) -> bool:
        if mention.first and self._norm(mention.first - 1) in self._prepositions:
            return False
        following = self._marks.tokens.norms[mention.last : mention.last + NEAR]
        if mention.sort is Sort.INSTITUTION and set(following) & self._impersonal:
            return self._norm(mention.first).endswith(("у", "ю"))  # «посольству не удалось …»
        if mention.sort is Sort.INSTITUTION:
            return not self._heads or self._norm(mention.first) in self._heads
        if mention.sort is Sort.GROUP:
            return False
        if not mention.office:
            return mention.sort is Sort.PERSON and bool(mention.key)
        norms = self._marks.tokens.norms[mention.first : mention.last]
        return not self._heads or case_of_office(norms) in (None, Case.NOMINATIVE)

    def _is_free(self, hit: PartyHit, owned: set[int], start: int) -> bool:
        """A name that stands for the party itself; an acronym has no cases, so it must stand first."""
        before = hit.first - 1
        apart = self._prepositions | self._marks.pack.words("relatives")
        if hit.first in owned or (before >= 0 and self._norm(before) in apart):
            return False
        if is_acted_upon(self._marks, hit.first, hit.last) or self._is_declined(hit):
            return False
        tokens = self._marks.tokens
        if tokens.cases[hit.first] != UPPER or tokens.starts[hit.first] <= start or not self._heads:
            return True
        gap = tokens.text[tokens.ends[before] : tokens.starts[hit.first]].strip()
        return bool(gap) or self._norm(before) in self._marks.pack.words("before_subjects")

    def _is_declined(self, hit: PartyHit) -> bool:
        """«Генеральную Ассамблею»: names of several words are listed in all their cases."""
        return hit.last - hit.first > 1 and self._norm(hit.first).endswith(("ую", "ой", "ого", "ому"))

    def _is_passive(self, subject: Mention) -> bool:
        words = self._marks.tokens.norms[subject.last : subject.last + NEAR]
        return any(word.endswith(self._passives) and len(word) > NEAR for word in words)

    def _norm(self, index: int) -> str:
        return self._marks.tokens.norms[index]


def actor_of_title(title: Marks | None, people: People | None) -> Actor | None:
    """Return who acts in a title, None where it does not say."""
    if title is None or people is None:
        return None
    actor = ActorFinder(title, people).find(0, len(title.text), len(title.text))
    demands = any(match.label.value == Signal.DEMAND for match in title.all("signal"))
    return replace(actor, demands=demands) if actor is not None else None
