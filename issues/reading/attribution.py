"""Who a sentence of prose names as the source of words: "X said", "said X", "according to X", "he added".

Keeps who spoke last, so that pronouns and "the diplomat" find their person.
"""

import re
from dataclasses import dataclass

from issues.reading.agreement import is_plural
from issues.reading.marks import Marks
from issues.reading.matching import Match
from issues.reading.people import Mention, People, Sort
from issues.reading.quotations import inside_any
from issues.reading.referents import Referents
from issues.reading.sentences import Sentence
from issues.reading.sources import (
    around,
    far_behind,
    fitting,
    goes_on_saying,
    is_within,
    opening_one,
    others_say,
    points_back,
    sources_of,
    unnamed_at,
)
from issues.reading.subjects import is_object, opens, party_subjects, stands_before, texts_of
from issues.reading.tokens import LOWER
from issues.reading.verbs import inverts, no_saying

_NEAR = 9  # words between a subject and its verb
_CLAUSE = 20  # words of a clause between a subject and its verb
_AFTER = 3  # words between a verb and a subject that follows it
_INVERTED = re.compile(r"[\"”»“」,，،—–-]\s*\Z")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have said it, and by which words."""

    mention: Mention
    start: int
    end: int


class AttributionFinder:
    """Reads the sentences of a text in order."""

    def __init__(
        self, marks: Marks, people: People, *, subjects: bool = False, main: Mention | None = None
    ) -> None:
        """subjects: whoever a sentence begins with speaks in it, as in a readout, whatever its verb.

        main: whom "she" means in every sentence of a readout, where others only answer.
        """
        self._main = main
        self._marks, self._people, self._subjects = marks, people, subjects
        self._known = Referents(marks, people)
        pack = marks.pack
        self._pronouns, self._plural = pack.words("pronouns"), pack.words("plural_pronouns")
        self._prepositions = pack.words("prepositions")
        self._there = pack.words("there")
        self._referring = self._pronouns | self._plural | self._there | pack.words("other_sources")
        self._inside = pack.words("impersonal_prepositions")
        self._reporting, self._when_said = pack.words("reporting"), pack.words("when_said")
        self._before_subject = pack.words("articles") | pack.words("honorifics") | self._when_said

    def find(self, sentence: Sentence, quotes: list[tuple[int, int]]) -> tuple[Attribution | None, bool]:
        """Return who a sentence names as its source, and whether it speaks of the sentence before.

        quotes are the quotations around: what stands inside them attributes nothing.
        """
        self._known.last = self._main or self._known.last
        verbs = [
            verb
            for verb in self._marks.within("speech", sentence.start, sentence.end)
            if not inside_any(verb.start, quotes) and not no_saying(self._marks, verb)
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
        if passive and not any(m.start > verbs[0].start for m in candidates):
            candidates += texts_of(self._marks, verbs[0].end, sentence.end)
        candidates += [m for verb in verbs for m in sources_of(self._marks, verb)]
        candidates.sort(key=lambda m: (m.start, -m.end))
        best: Attribution | None = None
        for verb in verbs:
            subject = self._subject(verb, fitting(self._marks, verb, around(candidates, verb)), sentence)
            if subject is not None and (best is None or _ranks(subject) < _ranks(best.mention)):
                best = Attribution(subject, verb.start, verb.end)
        opening = self._opening_subject(sentence, candidates) if self._subjects else None
        if opening is not None and (best is None or best.mention.sort is not Sort.PERSON):
            best = opening
        if best is not None:
            self._known.note_speaker(best.mention)
        if best is None or best.mention.sort is Sort.INSTITUTION:
            self._known.note_subject(near)
        self._known.note_institutions(near)
        return best, points_back(self._marks, verbs, sentence.start)

    def _opening_subject(self, sentence: Sentence, candidates: list[Mention]) -> Attribution | None:
        """ "She pressed for …", "The Minister raised …": the one the sentence begins with."""
        tokens = self._marks.tokens
        first = tokens.at_or_after(sentence.start)
        if first >= len(tokens):
            return None
        subject: Mention | None = None
        place = (tokens.starts[first], tokens.ends[first])
        if tokens.norms[first] in self._pronouns:
            subject = self._known.last
        elif tokens.norms[first] in self._plural:
            subject = self._known.group or Mention(Sort.GROUP, first, first + 1, *place)
        for mention in candidates:
            opens = mention.first == first or (
                mention.first == first + 1 and tokens.norms[first] in self._before_subject
            )
            if opens and mention.sort in (Sort.PERSON, Sort.TITLE, Sort.GROUP):
                subject, place = self._known.resolved(mention), (mention.start, mention.end)
                break
        return Attribution(subject, *place) if subject else None

    def _subject(self, verb: Match, candidates: list[Mention], sentence: Sentence) -> Mention | None:
        text = self._marks.text
        if verb.label.value == "self":
            return self._known.last
        if verb.label.value == "performs":  # «Требуем от властей …»: no subject comes after
            return self._preceding(verb, candidates)
        follows = verb.label.value in ("after", "passive")
        inverted = inverts(self._marks, verb) and bool(
            _INVERTED.search(text, max(sentence.start, verb.start - 4), verb.start)
        )
        if follows:
            reach = _CLAUSE if verb.label.value == "passive" else _NEAR
            named = self._following(verb, candidates, reach)
            before = verb.label.value == "passive" or not self._marks.pack.words("subject_heads")
            return named or (self._preceding(verb, candidates) if before else None)
        if inverted and others_say(self._marks, verb):
            return None
        if inverted or (self._marks.pack.words("verb_first") and not self._told_before(verb, candidates)):
            after = self._following(verb, candidates, _AFTER)
            if after is not None and (
                after in candidates or not opens(self._marks, verb, candidates, sentence)
            ):
                return after
        subject = (
            self._preceding(verb, candidates)
            or self._known.resolved_or_none(far_behind(self._marks, verb, candidates))
            or self._known.resolved_or_none(opening_one(self._marks, verb, candidates, sentence.start))
        )
        alone = inverted or verb.first - self._marks.tokens.at_or_after(sentence.start) <= 1
        dropped = alone and (self._marks.pack.words("pro_drop") or goes_on_saying(self._marks, verb))
        dropped = dropped and subject is None
        return self._known.last if dropped else subject  # «…», añadió.

    def _told_before(self, verb: Match, candidates: list[Mention]) -> bool:
        """«Министр … не призвал Вальдорию»: with its subject before it a verb has none after it."""
        return any(
            stands_before(self._marks, verb, m) and self._may_act(m) and not is_object(self._marks, m)
            for m in candidates
            if m.sort is not Sort.GROUP
        )

    def _is_institution(self, mention: Mention) -> bool:
        return bool(self._marks.within("institution", mention.start, mention.end))

    def _following(self, verb: Match, candidates: list[Mention], reach: int) -> Mention | None:
        named = verb.label.value in ("after", "passive")  # "according to the head of …, Minister X": X
        order = sorted(candidates, key=lambda m: (_ranks(m) if named else 0, m.first))
        for mention in order:
            near = mention.first >= verb.last and self._between(verb, mention) <= reach
            if near and self._may_follow(verb, mention):
                return self._known.resolved(mention)
        for mention in order:  # «объявили послу Вальдории в министерстве»
            near = self._is_institution(mention) and 0 <= mention.first - verb.last <= _NEAR
            if near and is_within(self._marks, verb, mention):
                return self._known.resolved(mention)
        first = self._marks.tokens.norms[verb.last] if verb.last < len(self._marks.tokens) else ""
        return self._known.last if first in self._pronouns else None

    def _between(self, verb: Match, mention: Mention) -> int:
        """Count the words between, but for those that only tell when: "a dit jeudi soir le ministre"."""
        words = self._marks.tokens.norms[verb.last : min(mention.first, verb.last + _CLAUSE)]
        return sum(word not in self._when_said for word in words)

    def _may_follow(self, verb: Match, mention: Mention) -> bool:
        """In English a subject follows its verb at once: "said Minister X", not "said that X …"."""
        before = self._marks.tokens.norms[mention.first - 1] if mention.first else ""
        if before in self._inside:  # «заявили в МИД», but «заявили, что рейсы в Нордмарк …»
            passive = verb.label.value == "passive"
            beside = mention.first - verb.last <= 2
            return is_within(self._marks, verb, mention) and (
                passive or beside or self._is_institution(mention)
            )
        said_that = set(self._marks.tokens.norms[verb.last : mention.first]) & self._reporting
        if verb.label.value == "say" and said_that:
            return False  # "…, said that the Minister …": the Minister is spoken of
        if verb.label.value in ("after", "passive"):
            return True
        if self._marks.pack.words("verb_first"):
            begins = ":" in self._marks.text[verb.end : mention.start]  # what is said, not who says it
            return not begins and before not in self._prepositions and not is_object(self._marks, mention)
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
        for hit in self._marks.parties_within(mention.end, mention.end + 30):
            following = hit.last if hit.first == following else following  # "le gouvernement freedonien"
        if following >= len(tokens) or tokens.cases[following] != LOWER:
            return False
        gap = tokens.text[tokens.ends[following - 1] : tokens.starts[following]]
        return not set(gap) & set(".,;:—)，。；：،؛") and tokens.norms[following] not in self._prepositions

    def _preceding(self, verb: Match, candidates: list[Mention]) -> Mention | None:
        tokens = self._marks.tokens
        told = self._before_relative(verb, candidates)
        if told is not None:
            return told
        for index in range(verb.first - 1, max(-1, verb.first - 1 - _NEAR), -1):
            if tokens.norms[index] in self._referring:
                told = unnamed_at(self._marks, index, candidates)
                return told or self._referred(verb, tokens.norms[index])
            for mention in candidates:
                within = is_within(self._marks, verb, mention)
                if mention.last - 1 == index and (within or self._may_act(mention)):
                    return self._known.with_partner(mention, candidates) or self._known.resolved(mention)
            if tokens.text[tokens.ends[index]] in ";:；：؛。":
                return None
        return None

    def _referred(self, verb: Match, word: str) -> Mention | None:
        """Return whom "he", "they" and «там» mean, nobody for «эксперты»."""
        if word in self._pronouns:
            return self._known.last
        if word in self._plural:
            return self._known.group
        there = word in self._there and is_plural(self._marks, verb)
        return self._known.place if there else None

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
                return self._known.resolved(mention)
        return None

    def _may_act(self, mention: Mention) -> bool:
        before = self._marks.tokens.norms[mention.first - 1] if mention.first else ""
        return mention.sort is Sort.GROUP or before not in self._prepositions


def _ranks(mention: Mention) -> int:
    """A named official goes before an office, an office before an institution."""
    if mention.sort is Sort.PERSON:
        return 0 if mention.key or mention.role else 4
    return {Sort.TITLE: 1, Sort.ANONYMOUS: 2, Sort.INSTITUTION: 2}.get(mention.sort, 3)
