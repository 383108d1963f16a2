"""Whose officials an article's people are, where their office is told without a party.

"Deputy Minister X said Freedonia would …" speaks for Freedonia; "our partners in Sylvania", says a
quote, and means another. Every such trace of a person is weighed together.
"""

from collections import Counter
from collections.abc import Iterable

from issues.reading.marks import Marks, PartyHit
from issues.reading.pairs import Pair
from issues.reading.people import Mention, Sort
from issues.reading.quotes import Utterance
from issues.vocabulary import StatementKind

REPORTED, NATIONAL, OTHER_SIDE = 1, 2, -1  # what a trace weighs
ENOUGH = 1
AHEAD = 3  # words after a verb of saying in which its clause names whom it is about
NEAR = 3  # words between "our" and the party it makes the other side


class Homes:
    """The parties of the people of one article."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        self._weights: dict[str, Counter[str]] = {}

    def weigh(self, utterances: Iterable[Utterance]) -> None:
        """Take in who says what in the whole text, before anybody is asked for."""
        for utterance in utterances:
            mention = utterance.by.mention if utterance.by else None
            if mention is None or mention.party is not None or mention.sort is Sort.GROUP:
                continue
            weights = self._weights.setdefault(_key(mention), Counter())
            for code in self._national(mention):
                weights[code] += NATIONAL
            if utterance.kind is StatementKind.DIRECT_QUOTE:
                for code in self._faced(utterance):
                    weights[code] += OTHER_SIDE
            else:
                for hit in self._subjects(utterance):
                    weights[hit.code] += REPORTED

    def party_of(self, mention: Mention) -> str | None:
        """Return the party most traces show, None where two show as many."""
        ranked = self._weights.get(_key(mention), Counter()).most_common(2)
        if not ranked or ranked[0][1] < ENOUGH or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
            return None
        return ranked[0][0]

    def by_language(self, pair: Pair | None) -> str | None:
        """«В МИД заявили» in a report on Russia: the state whose language it is, where it has one."""
        homes = self._marks.pack.words("home")
        return next((code for code in pair or () if code.casefold() in homes), None)

    def _national(self, mention: Mention) -> set[str]:
        """Return the parties whose own office it is: "Chief Cabinet Secretary"."""
        first, last = self._marks.tokens.starts[mention.first], self._marks.tokens.ends[mention.last - 1]
        around = self._marks.within("national", max(0, first - 30), last + 30)
        own = [match for match in around if match.first < mention.last and match.last > mention.first]
        return {match.label.value for match in own} & self._marks.known_parties

    def _subjects(self, utterance: Utterance) -> list[PartyHit]:
        """Return the party that "X said Freedonia would …" or "Freedonia will …, X said" is about."""
        by, tokens = utterance.by, self._marks.tokens
        if by is None:
            return []
        verb = tokens.at_or_after(by.end)
        hits = self._marks.parties_within(utterance.start, utterance.end)
        after = [hit for hit in hits if 0 <= hit.first - verb <= AHEAD and self._acts(hit)]
        first = tokens.at_or_after(utterance.start)
        before = [hit for hit in hits if hit.first - first <= 1 and hit.last < verb and self._acts(hit)]
        return [*after[:1], *before[:1]]

    def _acts(self, hit: PartyHit) -> bool:
        """Tell a party that does something from a place, an owner's name and one that only must."""
        norms, pack = self._marks.tokens.norms, self._marks.pack
        if hit.located or hit.organisation or (hit.sort == "name" and not hit.base):
            return False
        before = norms[hit.first - 1] if hit.first else ""
        following = set(norms[hit.last : hit.last + 2])
        return before not in pack.words("prepositions") and not following & pack.words("obligations")

    def _faced(self, utterance: Utterance) -> set[str]:
        """Return the parties that a quote sets against "us"."""
        norms, own = self._marks.tokens.norms, self._marks.pack.words("own_side")
        hits = self._marks.parties_within(utterance.start, utterance.end)
        return {hit.code for hit in hits if own & set(norms[max(0, hit.first - NEAR) : hit.first])}


def _key(mention: Mention) -> str:
    return (mention.name or mention.role).casefold()
