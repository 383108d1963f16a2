"""Offices and the parties they belong to, as the words around a name tell them."""

import re

from issues.reading.chiefs import heads_of
from issues.reading.marks import Marks, PartyHit
from issues.reading.matching import Match
from issues.reading.tokens import LOWER

MAX_STEPS = 6  # words of party, institution or article between an office and its holder's name
ANONYMOUS, POSTED, REPRESENTATIVE = "anonymous", "ambassador", "representative"
_PARTING = frozenset('.;:!?()"“«—–。；：！？（）「؛؟')
_QUOTE_ENDS = re.compile(r"[\w.,!?…][\"”»]")


class Offices:
    """The office phrases of one text and what stands before and after them."""

    def __init__(self, marks: Marks) -> None:
        self.institutions: list[Match] = outermost(marks.all("institution"))
        self._marks = marks
        told = [m for m in marks.all("office") if self._is_office(m)]
        self.all: list[Match] = outermost([*told, *heads_of(marks, self.institutions)])
        named = [match for match in self.all if match.label.value != ANONYMOUS]
        self._ends = {match.last: match for match in named}
        self._starts = {match.first: match for match in named}
        self._institution_ends = {match.last: match for match in self.institutions}
        self._institution_starts = {match.first: match for match in self.institutions}
        self._hit_ends = {hit.last: hit for hit in marks.parties}
        self._hit_starts = {hit.first: hit for hit in marks.parties}
        self.party_words = {index for hit in marks.parties for index in range(hit.first, hit.last)}
        self._honorifics = marks.pack.words("honorifics")
        self._linking = marks.pack.words("linking")
        self._posted = marks.pack.words("posted")
        self._own = marks.pack.words("own_side")
        self._clause = "," if marks.pack.words("subject_heads") else ""  # a Russian comma begins a clause

    def taken_words(self) -> set[int]:
        """Return the words of offices, institutions and parties: no part of a person's name."""
        spans: list[Match | PartyHit] = [*self.all, *self.institutions, *self._marks.parties]
        return {index for span in spans for index in range(span.first, span.last)}

    def before(self, first: int) -> tuple[Match | None, str | None]:
        """Return the office right before a name ("Foreign Minister of Freedonia X") and its party."""
        index, party, sent = first, None, False
        honoured = first > 0 and self._marks.tokens.norms[first - 1].strip(".") in self._honorifics
        right = first - 1 if honoured else first  # the stop of "Mr." parts nothing
        for _ in range(MAX_STEPS):
            office = self._ends.get(index)
            if office is not None and self._adjacent(index - 1, max(right, index)):
                sent = sent or self._marks.tokens.norms[office.last - 1] in self._posted
                own = None if sent and office.label.value == POSTED else party
                office = self._outer(office)
                return office, own or self.party_of(office)
            hit, institution = self._hit_ends.get(index), self._institution_ends.get(index)
            if hit is not None:
                party, inner = hit.code, [i for i in range(hit.last - 1, hit.first, -1) if i in self._ends]
                index = inner[0] if inner else hit.first  # "spokesman of the [Foreign Ministry of X]"
            elif institution is not None:
                index = institution.first
            elif index > 0 and self._may_step_over(index, first):
                sent = sent or self._marks.tokens.norms[index - 1] in self._posted
                index -= 1
            else:
                break
        return None, None

    def _outer(self, office: Match) -> Match:
        """ "Minister for Foreign Affairs, Senator X": the seat in parliament is the lesser office."""
        before = self._ends.get(office.first)
        return before if before is not None and office.label.value == "parliament" else office

    def _is_office(self, office: Match) -> bool:
        """A "representative" may be anybody's: only one of a party or of its institutions holds an office."""
        if office.label.value != REPRESENTATIVE:
            return "," not in self._marks.text[office.start : office.end]  # "head of X, … department" are two
        near = {hit.first for hit in self._marks.parties_within(office.end, office.end + 20)}
        near |= {m.first for m in self.institutions if office.end < m.start < office.end + 20}
        before = self._marks.parties_within(max(0, office.start - 30), office.start)
        return office.last in near or (bool(before) and before[-1].last == office.first)

    def titled(self, first: int) -> tuple[Match | None, str | None]:
        """Return the office that a run of capitals goes on: "Commissioner for [Citizens Abroad Ann Lee]"."""
        if first < 2 or self._marks.tokens.norms[first - 1] not in self._linking:
            return None, None
        office = self._ends.get(first - 1)
        if office is None or not self._adjacent(first - 2, first):
            return None, None
        return office, self.party_before(office.first)

    def title(self, office: Match, first: int) -> str:
        """Return an office in the text's words, with the field a name follows: "Commissioner for Water"."""
        tokens = self._marks.tokens
        between = range(office.last, first)
        named = [i for i in between if tokens.cases[i] != LOWER and i not in self.party_words]
        if len(between) < 2 or not named or tokens.norms[office.last] not in self._linking:
            return match_words(tokens.text, office)
        return " ".join(tokens.text[office.start : tokens.ends[named[-1]]].split())

    def _may_step_over(self, index: int, first: int) -> bool:
        """A linking word stands between office and party; right before a name only an honorific does."""
        word = self._marks.tokens.norms[index - 1]
        of_country = self._marks.pack.words("of_country")  # «президент страны Карл Лужин»
        return (
            word in self._honorifics
            or word in of_country
            or (index < first and (word in self._linking or word in self._own))
        )

    def after(self, last: int) -> tuple[Match | None, str | None]:
        """Return the office of an apposition: "Ann Lee, the Freedonian foreign minister, said"."""
        tokens = self._marks.tokens
        gap = tokens.text[tokens.ends[last - 1] : tokens.starts[last]].strip() if last < len(tokens) else ""
        own_line = last < len(tokens) and "\n" in tokens.text[tokens.ends[last - 1] : tokens.starts[last]]
        if gap not in (",", "(", "–", "—") and not (own_line and not gap):
            return None, None
        others = self._marks.pack.words("possessives") - self._marks.pack.words("first_person")
        reach = 2 if own_line and not gap else 5  # a line below opens with the office
        home = self._marks.sentence_of_token
        for index in range(last, min(last + reach, len(tokens))):
            if tokens.norms[index] in others or (gap and home[index] != home[last - 1]):
                break  # "…, its chief negotiator": somebody else; "Ann, the floor is yours. Minister …"
            office = self._starts.get(index)
            if office is not None:
                return office, self.party_of(office)
        return None, None

    def described(self, office: Match) -> tuple[str, str | None]:
        """Return an unnamed official in the text's words and the party: "a senior Nordmarkian official"."""
        party = next((hit.code for hit in self._marks.parties_within(office.start, office.end)), None)
        first, words = office.first, self._marks.pack.words("descriptions")
        while first > 0 and self._adjacent(first - 1, first):
            hit = self._hit_ends.get(first)
            if hit is not None and hit.sort != "name":
                first, party = hit.first, hit.code
            elif self._marks.tokens.norms[first - 1] in words:
                first -= 1
            else:
                break
        party = party or self._sits_in(office)
        return " ".join(self._marks.text[self._marks.tokens.starts[first] : office.end].split()), party

    def _sits_in(self, office: Match) -> str | None:
        """Return the party of «источник агентства в вальдорском министерстве»."""
        norms, inside = self._marks.tokens.norms, self._marks.pack.words("impersonal_prepositions")
        for index in range(office.last, min(office.last + MAX_STEPS, len(norms))):
            if norms[index] in inside:
                near = [m for m in self.institutions if index < m.first <= index + 2]
                return self.party_of(near[0], office=False) if near else None
        return None

    def party_before(self, first: int) -> str | None:
        """Return the party of "Russian Deputy Foreign Minister", "Iran's minister", "UK Secretary"."""
        hit = self._hit_ends.get(first)
        if hit is not None and self._adjacent(first - 1, first, ","):
            return self._sender(hit.first) or hit.code
        hit = self._hit_starts.get(first)
        return hit.code if hit else None

    def party_of(self, match: Match, office: bool = True) -> str | None:
        """Return the party before an office or institution, behind it or in it ("le ministre freedonien")."""
        inside = self._marks.parties_within(match.start, match.end)
        told = self.party_before(match.first)
        if told is None:  # «сотрудники вальдорского посольства в Хальвике»
            told = next((hit.code for hit in inside if hit.sort == "adjective"), None)
        if told is None and not self._stands_in(match):
            told = self.party_after(match.last, match if office else None)
        return told or (inside[0].code if inside else None)

    def _sender(self, first: int) -> str | None:
        """Return the party of «X驻Y大使», X's ambassador in Y, where Y begins at a token."""
        stationed = self._marks.pack.words("stationed")
        hit = (
            self._hit_ends.get(first - 1)
            if first and self._marks.tokens.norms[first - 1] in stationed
            else None
        )
        return hit.code if hit else None

    def posted_to(self, office: Match) -> str | None:
        """Return the party an ambassador is sent to: "Ambassador [of Freedonia] to Sylvania"."""
        if office.label.value != POSTED:
            return None
        norms, index = self._marks.tokens.norms, office.last
        sent = norms[index - 1] in self._posted
        for _ in range(MAX_STEPS):
            hit = self._hit_starts.get(index)
            if hit is not None and sent:
                return hit.code
            if hit is not None:
                index = hit.last
            elif index < len(norms) and norms[index] in self._linking:
                sent = sent or norms[index] in self._posted
                index += 1
            else:
                break
        return None

    def party_after(self, last: int, office: Match | None = None) -> str | None:
        """Return the party of "… of Israel" or "Израиля" after a name or an office.

        Where the office is an ambassador's, "to Israel" tells no party of it.
        """
        index, norms = last, self._marks.tokens.norms
        sent = office is not None and office.label.value == POSTED
        if sent and norms[last - 1] in self._posted:
            return None
        for _ in range(MAX_STEPS):
            hit, institution = self._hit_starts.get(index), self._institution_starts.get(index)
            if hit is not None and self._adjacent(last - 1, hit.first, self._clause):
                return hit.code
            if institution is not None:  # "Spokesperson of the Ministry of Foreign Affairs of Freedonia"
                index = institution.last
            elif index < len(norms) and norms[index] in self._linking:
                if sent and norms[index] in self._posted:
                    return None
                index += 1
            else:
                return None
        return None

    def _stands_in(self, match: Match) -> bool:
        """ "The embassy in Halvik" is not Halvik's, as "the court in Halvik" is."""
        if match.label.value != "embassy" or match.last >= len(self._marks.tokens):
            return False
        return self._marks.tokens.norms[match.last] in self._marks.pack.words("place_prepositions")

    def party_near(self, start: int) -> str | None:
        """Return the party whose official is meant where the sentence says it apart.

        "Freedonia has summoned …, Foreign Ministry spokesman X said"; "In Minsk, Deputy Minister X".
        """
        if not self._marks.sentences:
            return None
        sentence = self._marks.sentences[self._marks.sentence_at(start)]
        text = self._marks.text
        hits = [
            hit
            for hit in self._marks.parties_within(sentence.start, start)
            if hit.sort == "name"
            and not _QUOTE_ENDS.search(text, hit.end, start)
            and not self._another_s(hit, start)
        ]
        subjects = [hit for hit in hits if not hit.located and hit.base]
        if not subjects and len(hits) > 1 and self._between(hits[-2], hits[-1]):
            return None  # "envoys of A and B, Minister X": either
        chosen = subjects[0] if subjects else hits[-1] if hits else None
        return chosen.code if chosen else None

    def _another_s(self, hit: PartyHit, start: int) -> bool:
        """ "The meeting with the Minister of Freedonia": Freedonia is that minister's."""
        index, norms = hit.first, self._marks.tokens.norms
        while index > 0 and norms[index - 1] in self._linking:
            index -= 1
        office = self._ends.get(index)
        return office is not None and office.end < start and index < hit.first

    def _between(self, one: PartyHit, other: PartyHit) -> bool:
        joins = self._marks.pack.words("joins")
        return other.first - one.last == 1 and self._marks.tokens.norms[one.last] in joins

    def _adjacent(self, left: int, right: int, stop: str = "") -> bool:
        tokens = self._marks.tokens
        gap = tokens.text[tokens.ends[left] : tokens.starts[right]]
        return "\n\n" not in gap and not set(gap) & {*_PARTING, *stop}


def outermost(matches: list[Match]) -> list[Match]:
    """Return the matches that do not overlap, the longest first at each place."""
    kept: list[Match] = []
    for match in sorted(matches, key=lambda m: (m.start, -m.end)):
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
    return kept


def match_words(text: str, match: Match) -> str:
    return " ".join(text[match.start : match.end].split())
