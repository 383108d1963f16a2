"""What somebody said, in prose: direct quotes, reported speech and the one who is named for it.

An utterance is a stretch of text and whoever the sentence around it names. Quotes without an
attribution and the words of people who hold no office give nothing.
"""

import re
from dataclasses import dataclass

from issues.reading.marks import Marks, PartyHit
from issues.reading.matching import Match
from issues.reading.people import Mention, People, Sort
from issues.reading.sentences import Sentence
from issues.vocabulary import StatementKind

_PAIRS = {"“": "”", "«": "»", "„": "“”", '"': '"'}
_NEAR = 9  # words between a subject and its verb
_AFTER = 3  # words between a verb and a subject that follows it
MIN_QUOTE_WORDS = 4
_INVERTED = re.compile(r"[\"”»“,—–-]\s*\Z")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have said it, and by which words."""

    mention: Mention
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words of one source: sentences cut to the stretch; by is None when the turn tells who."""

    start: int
    end: int
    kind: StatementKind
    by: Attribution | None = None
    question: tuple[int, int] | None = None
    label: str = ""
    act: bool = False


def quote_spans(text: str, start: int, end: int, *, inside: str = "") -> list[tuple[int, int]]:
    """Return the outermost quotations inside [start, end): offsets of the words between the marks.

    A quotation that is not closed runs to the end, as when it goes on in the next paragraph;
    inside is the mark of one that was left open by the paragraph before.
    """
    return [(opened, closed) for opened, closed, _ in _quotations(text, start, end, inside)]


def left_open(text: str, start: int, end: int, *, inside: str = "") -> str:
    """Return the mark of a quotation that [start, end) opens and does not close, else ""."""
    quotations = _quotations(text, start, end, inside)
    return quotations[-1][2] if quotations else ""


def _quotations(text: str, start: int, end: int, inside: str) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    mark, closers, opened, depth = inside, _PAIRS.get(inside, ""), start if inside else -1, 1
    for index in range(start, end):
        char = text[index]
        if opened < 0:
            if char in _PAIRS:
                opened, mark, closers, depth = index + 1, char, _PAIRS[char], 1
        elif char in closers:
            depth -= 1
            if depth == 0:
                found.append((opened, index, ""))
                opened = -1
        elif char == mark:
            if index == start:  # each paragraph of a long quotation may open it again
                opened = index + 1
            else:
                depth += 1
    if 0 <= opened < end:
        found.append((opened, end, mark))
    return found


class ProseReader:
    """Reads paragraphs in order; keeps who spoke last, for "he said" and "the diplomat added"."""

    def __init__(self, marks: Marks, people: People) -> None:
        self._marks, self._people = marks, people
        self._mentions = people.mentions
        self._cursor = 0
        self._last: Mention | None = None
        self._group: Mention | None = None
        self._open = ""  # the mark of a quotation that goes on in the next paragraph
        self._source: Attribution | None = None  # whose it is; also after "X said:"
        pack = marks.pack
        self._pronouns, self._plural = pack.words("pronouns"), pack.words("plural_pronouns")
        self._prepositions = pack.words("prepositions")
        self._reference = pack.words("reference")
        self._before_subject = pack.words("articles") | pack.words("honorifics")

    def read(self, start: int, end: int) -> list[Utterance]:
        """Return the utterances of one paragraph in order."""
        sentences = self._marks.sentences_within(start, end)
        text, inside = self._marks.text, self._open
        spans = quote_spans(text, start, end, inside=inside)
        quotes = [span for span in spans if self._long_enough(span)]
        self._open = left_open(text, start, end, inside=inside)
        if self._open == '"':
            self._open = ""  # a straight mark does not tell its side: a slip must not swallow the rest
        mentions = self._mentions_within(start, end)
        found: list[tuple[Sentence, Attribution | None, bool]] = []
        for sentence in sentences:
            attribution, passive = self._attribution(sentence, quotes, mentions)
            found.append((sentence, attribution, passive))
        announced = self._source if inside or (quotes and quotes[0][0] - start <= 2) else None
        utterances = self._utterances(found, quotes, announced)
        named = [attribution for _, attribution, _ in found if attribution is not None]
        goes_on = bool(self._open) or text[start:end].rstrip().endswith(":")
        self._source = [*named[-1:], announced][0] if goes_on else None
        return utterances

    def _long_enough(self, span: tuple[int, int]) -> bool:
        return len(self._marks.tokens_within(*span)) >= MIN_QUOTE_WORDS

    def _mentions_within(self, start: int, end: int) -> list[Mention]:
        while self._cursor < len(self._mentions) and self._mentions[self._cursor].start < start:
            self._cursor += 1
        found: list[Mention] = []
        for mention in self._mentions[self._cursor :]:
            if mention.start >= end:
                break
            found.append(mention)
        return found

    def _utterances(
        self,
        found: list[tuple[Sentence, Attribution | None, bool]],
        quotes: list[tuple[int, int]],
        announced: Attribution | None,
    ) -> list[Utterance]:
        utterances: list[Utterance] = []
        used: set[int] = set()
        for span in quotes:
            inside = [i for i, (s, _, _) in enumerate(found) if s.start < span[1] and s.end > span[0]]
            by = self._quote_source(found, inside) or announced
            covered = sum(min(found[i][0].end, span[1]) - max(found[i][0].start, span[0]) for i in inside)
            whole = sum(found[i][0].end - found[i][0].start for i in inside)
            if by is None or covered * 5 < whole * 2:
                continue
            words = self._marks.text[span[0] : span[1]]
            end = span[0] + len(words.rstrip(", \n"))  # "…," he said: the comma is the reporter's
            utterances.append(Utterance(span[0], end, StatementKind.DIRECT_QUOTE, by))
            used.update(inside)
        for index, (sentence, by, passive) in enumerate(found):
            if index in used:
                continue
            if passive and by is not None and index and index - 1 not in used:
                told = found[index - 1][0]
                utterances = [u for u in utterances if u.start != told.start]
                utterances.append(Utterance(told.start, told.end, StatementKind.REPORTED_SPEECH, by))
            elif by is not None:
                utterances.append(Utterance(sentence.start, sentence.end, StatementKind.REPORTED_SPEECH, by))
            elif self._marks.within("act", sentence.start, sentence.end):
                utterances.append(
                    Utterance(sentence.start, sentence.end, StatementKind.REPORTED_SPEECH, act=True)
                )
        return sorted(utterances, key=lambda utterance: utterance.start)

    def _quote_source(
        self, found: list[tuple[Sentence, Attribution | None, bool]], inside: list[int]
    ) -> Attribution | None:
        """Ask the sentence that closes the quote, then the one that opens it, the next, the one before."""
        if not inside:
            return None
        order = [inside[-1], inside[0], inside[-1] + 1, inside[0] - 1]
        for index in order:
            if 0 <= index < len(found) and found[index][1] is not None:
                return found[index][1]
        return None

    # ------------------------------------------------------------ one sentence

    def _attribution(
        self, sentence: Sentence, quotes: list[tuple[int, int]], mentions: list[Mention]
    ) -> tuple[Attribution | None, bool]:
        verbs = [
            verb
            for verb in self._marks.within("speech", sentence.start, sentence.end)
            if not _quoted(verb.start, quotes) and not self._infinitive(verb)
        ]
        near = [
            m for m in mentions if sentence.start <= m.start < sentence.end and not _quoted(m.start, quotes)
        ]
        candidates = sorted(
            [*near, *self._party_subjects(sentence, near, quotes)], key=lambda m: (m.start, -m.end)
        )
        passive = any(verb.label.value == "passive" for verb in verbs)
        best: Attribution | None = None
        for verb in verbs:
            subject = self._subject(verb, candidates, sentence)
            if subject is not None and (best is None or _ranks(subject) < _ranks(best.mention)):
                best = Attribution(subject, verb.start, verb.end)
        if best is not None and best.mention.sort in (Sort.PERSON, Sort.TITLE, Sort.ANONYMOUS):
            self._last = best.mention
        elif best is not None and best.mention.sort is Sort.GROUP:
            self._group = best.mention
        if best is None or best.mention.sort is Sort.INSTITUTION:
            self._note_subject(near)
        return best, passive

    def _infinitive(self, verb: Match) -> bool:
        before = self._marks.tokens.norms[verb.first - 1] if verb.first else ""
        return before in self._marks.pack.words("infinitives")

    def _note_subject(self, near: list[Mention]) -> None:
        groups = [m for m in near if m.sort is Sort.GROUP]
        self._group = groups[0] if groups else self._group
        officials = [m for m in near if m.sort is Sort.PERSON and (m.key or m.role)]
        if officials:
            self._last = officials[0]

    def _party_subjects(
        self, sentence: Sentence, near: list[Mention], quotes: list[tuple[int, int]]
    ) -> list[Mention]:
        """A party's name speaks ("Moscow said") unless it is a place or belongs to an office."""
        found: list[Mention] = []
        for hit in self._marks.parties_within(sentence.start, sentence.end):
            owned = any(m.first <= hit.first < m.last or 0 <= m.first - hit.last <= 1 for m in near)
            if (
                hit.sort == "name"
                and hit.base
                and not owned
                and not _quoted(hit.start, quotes)
                and self._free(hit)
            ):
                words = self._marks.text[hit.start : hit.end]
                place = (hit.first, hit.last, hit.start, hit.end)
                role = " ".join(words.split())
                found.append(Mention(Sort.INSTITUTION, *place, party=hit.code, role=role))
        return found

    def _free(self, hit: PartyHit) -> bool:
        tokens = self._marks.tokens
        before = hit.first - 1
        if before >= 0 and tokens.norms[before] in self._marks.pack.words("articles"):
            before -= 1
        apostrophe = tokens.text[hit.end : hit.end + 1] in ("'", "’")
        possessive = apostrophe or tokens.raw(hit.last - 1).endswith(("'s", "’s"))
        return not possessive and (before < 0 or tokens.norms[before] not in self._prepositions)

    def _subject(self, verb: Match, candidates: list[Mention], sentence: Sentence) -> Mention | None:
        text = self._marks.text
        if verb.label.value == "self":
            return self._last
        follows = verb.label.value in ("after", "passive")
        inverted = bool(_INVERTED.search(text, max(sentence.start, verb.start - 4), verb.start))
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
        norms, between = self._marks.tokens.norms, range(verb.last, mention.first)
        owned = {
            i for hit in self._marks.parties_within(verb.end, mention.end) for i in range(hit.first, hit.last)
        }
        return all(index in owned or norms[index] in self._before_subject for index in between)

    def _preceding(self, verb: Match, candidates: list[Mention]) -> Mention | None:
        tokens = self._marks.tokens
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

    def _may_act(self, mention: Mention) -> bool:
        before = self._marks.tokens.norms[mention.first - 1] if mention.first else ""
        return mention.sort is Sort.GROUP or before not in self._prepositions

    def _resolved(self, mention: Mention) -> Mention | None:
        """Turn "the Minister", "the diplomat" into the person meant, when one was introduced."""
        if mention.sort is Sort.TITLE:
            known = self._people.by_office(mention.office)
            same = known is not None and (mention.party is None or known.party in (None, mention.party))
            return known if same else mention
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


def _quoted(offset: int, quotes: list[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in quotes)
