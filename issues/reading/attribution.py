"""Who a sentence of prose names as the source of words: "X said", "said X", "according to X", "he added".

Keeps who spoke last, so that pronouns and "the diplomat" find their person.
"""

import re
from dataclasses import dataclass

from issues.reading.marks import Marks
from issues.reading.matching import Match
from issues.reading.people import Mention, People, Sort
from issues.reading.quotations import inside_any
from issues.reading.sentences import Sentence
from issues.reading.subjects import party_subjects
from issues.reading.tokens import LOWER

_NEAR = 9  # words between a subject and its verb
_CLAUSE = 20  # words of a clause between a subject and its verb
_AHEAD = 5  # words after "told" in which "why" announces what is to come
_AFTER = 3  # words between a verb and a subject that follows it
_INVERTED = re.compile(r"[\"”»“,—–-]\s*\Z")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have said it, and by which words."""

    mention: Mention
    start: int
    end: int


class AttributionFinder:
    """Reads the sentences of a text in order."""

    def __init__(self, marks: Marks, people: People, *, subjects: bool = False) -> None:
        """subjects: whoever a sentence begins with speaks in it, as in a readout, whatever its verb."""
        self._marks, self._people, self._subjects = marks, people, subjects
        self._last: Mention | None = None
        self._group: Mention | None = None
        self._institution: Mention | None = None
        pack = marks.pack
        self._pronouns, self._plural = pack.words("pronouns"), pack.words("plural_pronouns")
        self._prepositions = pack.words("prepositions")
        self._reference = pack.words("reference")
        self._before_subject = pack.words("articles") | pack.words("honorifics")

    def find(self, sentence: Sentence, quotes: list[tuple[int, int]]) -> tuple[Attribution | None, bool]:
        """Return who a sentence names as its source, and whether it speaks of the sentence before.

        quotes are the quotations around: what stands inside them attributes nothing.
        """
        verbs = [
            verb
            for verb in self._marks.within("speech", sentence.start, sentence.end)
            if not inside_any(verb.start, quotes) and not self._no_saying(verb)
        ]
        near = [
            m
            for m in self._people.mentions_within(sentence.start, sentence.end)
            if not inside_any(m.start, quotes)
        ]
        candidates = sorted(
            [*near, *party_subjects(self._marks, sentence, near, quotes)], key=lambda m: (m.start, -m.end)
        )
        passive = any(verb.label.value == "passive" for verb in verbs)
        best: Attribution | None = None
        for verb in verbs:
            subject = self._subject(verb, candidates, sentence)
            if subject is not None and (best is None or _ranks(subject) < _ranks(best.mention)):
                best = Attribution(subject, verb.start, verb.end)
        if best is None and self._subjects:
            best = self._opening_subject(sentence, candidates)
        if best is not None and best.mention.sort in (Sort.PERSON, Sort.TITLE, Sort.ANONYMOUS):
            self._last = best.mention
        elif best is not None and best.mention.sort is Sort.GROUP:
            self._group = best.mention
        if best is None or best.mention.sort is Sort.INSTITUTION:
            self._note_subject(near)
        return best, passive

    def _opening_subject(self, sentence: Sentence, candidates: list[Mention]) -> Attribution | None:
        """ "She pressed for …", "The Minister raised …": the one the sentence begins with."""
        tokens = self._marks.tokens
        first = tokens.at_or_after(sentence.start)
        if first >= len(tokens):
            return None
        subject: Mention | None = None
        place = (tokens.starts[first], tokens.ends[first])
        if tokens.norms[first] in self._pronouns:
            subject = self._last
        elif tokens.norms[first] in self._plural:
            subject = self._group
        for mention in candidates:
            opens = mention.first == first or (
                mention.first == first + 1 and tokens.norms[first] in self._before_subject
            )
            if opens and mention.sort in (Sort.PERSON, Sort.TITLE, Sort.GROUP):
                subject, place = self._resolved(mention), (mention.start, mention.end)
                break
        return Attribution(subject, *place) if subject else None

    def _no_saying(self, verb: Match) -> bool:
        """ "To say" says nothing yet; "explains why …" tells what is to come, not what was said."""
        norms, pack = self._marks.tokens.norms, self._marks.pack
        before = norms[verb.first - 1] if verb.first else ""
        following = norms[verb.last : verb.last + 1]
        ahead = norms[verb.last : verb.last + _AHEAD]
        listener = bool(set(ahead) & pack.words("announcing")) and not set(ahead) & pack.words("reporting")
        return (
            before in pack.words("infinitives")
            or bool(set(following) & pack.words("introductions"))
            or (listener and norms[verb.first] in pack.words("telling"))
        )

    def _inverts(self, verb: Match) -> bool:
        """ "…," said X: verbs of saying may stand before who says; who is told or accused comes after."""
        inverting = self._marks.pack.words("inverting")
        return not inverting or self._marks.tokens.norms[verb.first] in inverting

    def _note_subject(self, near: list[Mention]) -> None:
        groups = [m for m in near if m.sort is Sort.GROUP]
        self._group = groups[0] if groups else self._group
        officials = [m for m in near if m.sort is Sort.PERSON and (m.key or m.role)]
        if officials:
            self._last = officials[0]

    def _subject(self, verb: Match, candidates: list[Mention], sentence: Sentence) -> Mention | None:
        text = self._marks.text
        if verb.label.value == "self":
            return self._last
        follows = verb.label.value in ("after", "passive")
        inverted = self._inverts(verb) and bool(
            _INVERTED.search(text, max(sentence.start, verb.start - 4), verb.start)
        )
        if verb.label.value == "passive" or follows:
            return self._following(verb, candidates, _NEAR) or self._preceding(verb, candidates)
        if inverted or self._marks.pack.words("verb_first"):
            after = self._following(verb, candidates, _AFTER)
            if after is not None:
                return after
        return self._preceding(verb, candidates)

    def _following(self, verb: Match, candidates: list[Mention], reach: int) -> Mention | None:
        for mention in sorted(candidates, key=lambda m: m.first):
            if 0 <= mention.first - verb.last <= reach and self._may_follow(verb, mention):
                return self._resolved(mention)
        first = self._marks.tokens.norms[verb.last] if verb.last < len(self._marks.tokens) else ""
        return self._last if first in self._pronouns else None

    def _may_follow(self, verb: Match, mention: Mention) -> bool:
        """In English a subject follows its verb at once: "said Minister X", not "said that X …"."""
        if verb.label.value in ("after", "passive") or self._marks.pack.words("verb_first"):
            return True
        if mention.sort is Sort.INSTITUTION and self._goes_on(mention):
            return False
        norms, between = self._marks.tokens.norms, range(verb.last, mention.first)
        owned = {
            i for hit in self._marks.parties_within(verb.end, mention.end) for i in range(hit.first, hit.last)
        }
        return all(index in owned or norms[index] in self._before_subject for index in between)

    def _goes_on(self, mention: Mention) -> bool:
        """ "…, said Cairo expected": what follows the verb is the subject of another one."""
        tokens, following = self._marks.tokens, mention.last
        if following >= len(tokens) or tokens.cases[following] != LOWER:
            return False
        gap = tokens.text[mention.end : tokens.starts[following]]
        return not set(gap) & set(".,;:—)") and tokens.norms[following] not in self._prepositions

    def _preceding(self, verb: Match, candidates: list[Mention]) -> Mention | None:
        tokens = self._marks.tokens
        told = self._before_relative(verb, candidates)
        if told is not None:
            return told
        for index in range(verb.first - 1, max(-1, verb.first - 1 - _NEAR), -1):
            if tokens.norms[index] in self._pronouns:
                return self._last
            if tokens.norms[index] in self._plural:
                return self._group
            for mention in candidates:
                if mention.last - 1 == index and self._may_act(mention):
                    return self._resolved(mention)
            if tokens.text[tokens.ends[index]] in ";:":
                return None
        return None

    def _before_relative(self, verb: Match, candidates: list[Mention]) -> Mention | None:
        """ "X, who met Y on Tuesday, said": X is the one who says."""
        tokens, relatives = self._marks.tokens, self._marks.pack.words("relatives")
        first = verb.first
        while first > 0 and tokens.norms[first - 1] in self._marks.pack.words("auxiliaries"):
            first -= 1
        if first == 0 or not tokens.text[tokens.ends[first - 1] : tokens.starts[first]].startswith(","):
            return None
        for mention in candidates:
            near = set(tokens.norms[mention.last : mention.last + _AFTER])  # "X of Freedonia, who …"
            if 0 < first - mention.last <= _CLAUSE and near & relatives and self._may_act(mention):
                return self._resolved(mention)
        return None

    def _may_act(self, mention: Mention) -> bool:
        before = self._marks.tokens.norms[mention.first - 1] if mention.first else ""
        return mention.sort is Sort.GROUP or before not in self._prepositions

    def _resolved(self, mention: Mention) -> Mention | None:
        """Turn "the Minister", "the diplomat" into the person meant, when one was introduced."""
        if mention.sort is Sort.TITLE:
            known = self._people.by_office(mention.office)
            same = known is not None and (mention.party is None or known.party in (None, mention.party))
            return known if same else mention
        if mention.sort is Sort.INSTITUTION:
            if mention.party is None and self._people.party_near(mention) is None:
                return self._institution or mention  # "the ministry said"
            if mention.party is not None:
                self._institution = mention
        if mention.sort is Sort.ANONYMOUS and self._last is not None and self._refers_back(mention):
            return self._last
        return mention

    def _refers_back(self, mention: Mention) -> bool:
        before = self._marks.tokens.norms[mention.first - 1] if mention.first else ""
        words = set(mention.role.casefold().split())
        return bool(words & self._reference) and (
            before in self._marks.pack.words("articles") or len(words) == 1
        )


def _ranks(mention: Mention) -> int:
    """A named official goes before an office, an office before an institution."""
    if mention.sort is Sort.PERSON:
        return 0 if mention.key or mention.role else 4
    return {Sort.TITLE: 1, Sort.ANONYMOUS: 2, Sort.INSTITUTION: 2}.get(mention.sort, 3)
