"""Everything the phrases and names mark in one text, found once and asked for by place."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from issues.reading.gazetteer import Gazetteer
from issues.reading.layout import Paragraph
from issues.reading.matching import Match, longest_only
from issues.reading.packs import LanguagePack
from issues.reading.sentences import Sentence, split_sentences
from issues.reading.tokens import LOWER, UPPER, Tokens, tokenise

MAX_LED = 5  # words between an office and the party it belongs or is sent to


@dataclass(frozen=True, slots=True)
class PartyHit:
    """A party named: sort is name, adjective or demonym; located: only as a place ("in Moscow").

    base: the form is the one listed, in Russian the nominative: such a name can be a subject."""

    code: str
    sort: str
    located: bool
    base: bool
    organisation: bool
    first: int
    last: int
    start: int
    end: int


class Marks:
    """The words, sentences and phrase matches of a text."""

    def __init__(
        self,
        text: str,
        *,
        gazetteer: Gazetteer,
        language: str | None,
        paragraphs: Sequence[Paragraph] = (),
    ) -> None:
        self.text = text
        self.pack: LanguagePack = gazetteer.pack(language)
        tree, writing = gazetteer.tree(language), gazetteer.writing(language)
        self.tokens: Tokens = tokenise(text, writing.cut if writing else None)
        self._organisations = gazetteer.organisations
        self.known_parties = gazetteer.parties.keys()
        self.sentences: list[Sentence] = []
        words = self.pack.words("abbreviations"), self.pack.words("sentence_starters")
        for paragraph in paragraphs or (Paragraph(0, len(text)),):
            self.sentences += split_sentences(
                text, paragraph.start, paragraph.end, abbreviations=words[0], starters=words[1]
            )
        self._sentence_starts = [sentence.start for sentence in self.sentences]
        self._kinds: dict[str, list[Match]] = {}
        self._starts: dict[str, list[int]] = {}
        self.sentence_of_token = [bisect_right(self._sentence_starts, start) for start in self.tokens.starts]
        self.outlets: list[str] = []  # parties that lend a newspaper its name: "Korvast Courier"
        self.adopted: frozenset[int] = frozenset()  # words that mean the outlet's own party
        parties: list[Match] = []
        for match in tree.find(self.tokens, self.sentence_of_token.__getitem__):
            if match.label.kind.startswith("party_"):
                parties.append(match)
            else:
                self._kinds.setdefault(match.label.kind, []).append(match)
        for kind, matches in self._kinds.items():
            self._starts[kind] = [match.start for match in matches]
        self.parties = self._party_hits(
            longest_only(sorted(parties, key=lambda m: (m.start, -m.end, -m.label.weight)))
        )
        self._party_starts = [hit.start for hit in self.parties]

    def adopt(self, hits: Iterable[PartyHit]) -> None:
        """Add parties that the words alone do not name: "our country" in an outlet's own text."""
        hits = list(hits)
        self.adopted = frozenset(hit.first for hit in hits)
        self.parties = sorted([*self.parties, *hits], key=lambda hit: (hit.start, -hit.end))
        self._party_starts = [hit.start for hit in self.parties]

    def within(self, kind: str, start: int, end: int) -> list[Match]:
        """Return the matches of a kind that lie inside [start, end)."""
        starts = self._starts.get(kind)
        if not starts:
            return []
        matches = self._kinds[kind]
        return [m for m in matches[bisect_left(starts, start) : bisect_left(starts, end)] if m.end <= end]

    def all(self, kind: str) -> list[Match]:
        return self._kinds.get(kind, [])

    def parties_within(self, start: int, end: int) -> list[PartyHit]:
        return self.parties[bisect_left(self._party_starts, start) : bisect_left(self._party_starts, end)]

    def tokens_within(self, start: int, end: int) -> range:
        """Return the indices of the words that begin inside [start, end)."""
        return range(self.tokens.at_or_after(start), self.tokens.at_or_after(end))

    def sentence_at(self, offset: int) -> int:
        """Return the index of the sentence that begins at or before the offset."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def sentences_within(self, start: int, end: int) -> list[Sentence]:
        """Return the sentences that overlap [start, end), cut to it."""
        found: list[Sentence] = []
        for sentence in self.sentences[self.sentence_at(start) :]:
            if sentence.start >= end:
                break
            if sentence.end > start:
                found.append(Sentence(max(sentence.start, start), min(sentence.end, end)))
        return found

    def words_in(self, start: int, end: int, listed: frozenset[str]) -> list[int]:
        """Return the indices of the words of [start, end) that are in a list."""
        norms = self.tokens.norms
        return [index for index in self.tokens_within(start, end) if norms[index] in listed]

    def _party_hits(self, matches: list[Match]) -> list[PartyHit]:
        articles = self.pack.words("articles")
        tails, places = self.pack.words("organisation_tail"), self.pack.words("place_prepositions")
        hits: list[PartyHit] = []
        for match in matches:
            sort = match.label.kind.removeprefix("party_")
            if sort == "none" or self._names_something_else(match, sort, tails):  # "Latin America"
                continue
            before = match.first - 1
            if before >= 0 and self.tokens.norms[before] in articles:
                before -= 1
            located = sort == "name" and before >= 0 and self.tokens.norms[before] in places
            if hits and (hits[-1].start, hits[-1].code) == (match.start, match.label.value):
                continue
            base = match.label.weight == 1 and self._may_be_subject(match.first)
            place = (match.first, match.last, match.start, match.end)
            organisation = match.label.value in self._organisations
            hits.append(PartyHit(match.label.value, sort, located, base, organisation, *place))
        return hits

    def _may_be_subject(self, first: int) -> bool:
        """Tell «США ввели» from «граждан США»: where an acronym stands shows its case."""
        openers, tokens = self.pack.words("clause_openers"), self.tokens
        if not openers or tokens.cases[first] != UPPER or first == 0:
            return True
        gap = tokens.text[tokens.ends[first - 1] : tokens.starts[first]]
        return (
            self.sentence_of_token[first] != self.sentence_of_token[first - 1]
            or bool(gap.strip())
            or tokens.norms[first - 1] in openers
        )

    def _names_something_else(self, match: Match, sort: str, tails: frozenset[str]) -> bool:
        """Tell "Washington Post", "American Airlines" and "Jordan Baker" from the parties."""
        tokens, following = self.tokens, match.last
        marks = self.text[match.start - 1 : match.start] + self.text[match.end : match.end + 1]
        if sort == "name" and marks == "«»":
            return True  # the cruiser «Москва»
        gap = tokens.text[match.end : tokens.starts[following]] if following < len(tokens) else ""
        if gap == "-" and tokens.norms[following] in self.pack.words("region_tails"):
            return True  # "Indo-Pacific"
        if gap != " " or tokens.cases[following] == LOWER:
            return False
        if tokens.norms[following] in self.pack.words("media"):
            self.outlets.append(match.label.value)
            return True
        if tokens.norms[following] in tails:
            return True
        return sort == "name" and not self._may_stand_before_capital(match)

    def _may_stand_before_capital(self, match: Match) -> bool:
        """A party's name keeps its meaning before a known word, in an office, owning, as an acronym."""
        tokens, following = self.tokens, match.last
        kinds = ("office", "institution", "group", "category", "party_name", "context", "signal", "form")
        window = tokens.starts[following], tokens.ends[following] + 40
        known = any(other.first == following for kind in kinds for other in self.within(kind, *window))
        owned = any(
            self._leads_to(other.last, match.first)
            for kind in ("office", "institution")
            for other in self.within(kind, max(0, match.start - 60), match.start)
        )
        possessive = tokens.raw(match.last - 1).lower().endswith(("'s", "’s", "s'", "s’"))
        declined = match.label.weight < 1  # «Вальдории Фарид …»: no part of a name in the nominative
        return known or owned or possessive or declined or tokens.cases[match.first] > 1

    def _leads_to(self, last: int, first: int) -> bool:
        """Only linking words and one other name stand between: "Ambassador of A to [B Ann Lee]"."""
        linking = self.pack.words("linking") | self.pack.words("articles")
        between = range(last, first)
        unlinked = sum(self.tokens.norms[index] not in linking for index in between)
        return len(between) <= MAX_LED and unlinked <= (1 if len(between) > 1 else 0)
