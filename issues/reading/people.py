"""Persons, institutions and groups a text mentions, with the office they are given.

"Deputy Foreign Minister Sergei Ryabkov" introduces a person even when nobody listed him: name,
office and party come from the words around. A surname alone later means the person introduced.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from issues.reading.gazetteer import Gazetteer, OfficialEntry
from issues.reading.marks import Marks, PartyHit
from issues.reading.matching import Match
from issues.reading.names import skeleton
from issues.reading.tokens import LOWER

MAX_NAME_WORDS = 4


class Sort(StrEnum):
    PERSON = "person"
    INSTITUTION = "institution"
    ANONYMOUS = "anonymous"
    GROUP = "group"
    TITLE = "title"  # "the Minister": a person by office alone


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody named at a place; role is the office or institution in the text's own words."""

    sort: Sort
    first: int
    last: int
    start: int
    end: int
    name: str | None = None
    key: str | None = None
    party: str | None = None
    role: str = ""
    office: str = ""
    namesakes: tuple[str, ...] = ()


class People:
    """The mentions of one text in order, and who a surname or a title stands for."""

    def __init__(
        self, marks: Marks, gazetteer: Gazetteer, on: date | None, introduced: Iterable[Mention] = ()
    ) -> None:
        self._marks, self._gazetteer, self._on = marks, gazetteer, on
        self._by_surname: dict[str, Mention] = {}
        self._by_office: dict[str, Mention] = {}
        self._offices = _longest(marks.all("office"))
        self._office_ends = {match.last: match for match in self._offices if match.label.value != "anonymous"}
        self._institution_ends = {match.last: match for match in _longest(marks.all("institution"))}
        self._office_starts = {match.first: match for match in self._office_ends.values()}
        self._hit_ends = {hit.last: hit for hit in marks.parties}
        self._hit_starts = {hit.first: hit for hit in marks.parties}
        self._linking = marks.pack.words("linking")
        self._honorifics = marks.pack.words("honorifics")
        for mention in introduced:  # by the title
            self._by_surname.setdefault(skeleton(mention.name.split()[-1] if mention.name else ""), mention)
            if mention.office:
                self._by_office.setdefault(mention.office, mention)
        persons = self._persons()
        taken = {index for person in persons for index in range(person.first, person.last)}
        others = [*self._titles(taken), *self._institutions(), *self._groups()]
        self.mentions = sorted([*persons, *others], key=lambda mention: (mention.start, -mention.end))
        self._mention_starts = [mention.start for mention in self.mentions]

    def mentions_within(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that begin inside [start, end)."""
        starts = self._mention_starts
        return self.mentions[bisect_left(starts, start) : bisect_left(starts, end)]

    def by_surname(self, word: str) -> Mention | None:
        return self._by_surname.get(skeleton(word))

    def by_office(self, office: str) -> Mention | None:
        return self._by_office.get(office)

    # ------------------------------------------------------------ persons

    def _persons(self) -> list[Mention]:
        found: list[Mention] = []
        index, length = 0, len(self._marks.tokens)
        blocked = self._blocked()
        while index < length:
            run = self._run(index, blocked)
            if run == index:
                index += 1
                continue
            person = self._person(index, run)
            if person is not None:
                found.append(self._remember(person))
            index = run
        return found

    def _blocked(self) -> set[int]:
        """Words that belong to an office, an institution or a party are no part of a name."""
        blocked: set[int] = set()
        spans: Iterable[Match | PartyHit] = (
            *self._offices,
            *self._marks.all("institution"),
            *self._marks.parties,
        )
        for span in spans:
            blocked.update(range(span.first, span.last))
        return blocked

    def _run(self, first: int, blocked: set[int]) -> int:
        """Return where a run of capitalised words that may be a name ends; first when none."""
        tokens, words = self._marks.tokens, self._marks.pack
        particles, never = words.words("name_particles"), words.words("not_names")
        index = first
        while index < len(tokens) and index - first < MAX_NAME_WORDS:
            gap = tokens.text[tokens.ends[index - 1] : tokens.starts[index]] if index > first else ""
            if (
                gap.strip(" .\n\r")
                or gap.count("\n") > 1
                or len(gap) > 4
                or ("." in gap and not self._initial(index - 1))
            ):
                break
            norm = tokens.norms[index]
            capital = tokens.cases[index] != LOWER and norm[0].isalpha() and index not in blocked
            if not (capital and norm not in never) and not (index > first and norm in particles):
                break
            index += 1
        while index > first and tokens.cases[index - 1] == LOWER:
            index -= 1
        return index

    def _joins_name(self, gap: str, before: int) -> bool:
        if gap.strip(" .\n\r\xa0") or gap.count("\n") > 1 or len(gap) > 4:
            return False
        return "." not in gap or self._initial(before)

    def _initial(self, index: int) -> bool:
        tokens = self._marks.tokens
        return tokens.ends[index] - tokens.starts[index] <= 2 or tokens.raw(index).count(".") > 0

    def _person(self, first: int, last: int) -> Mention | None:
        tokens = self._marks.tokens
        words = [tokens.raw(index) for index in range(first, last)]
        office, party = self._office_before(first)
        honorific = first > 0 and tokens.norms[first - 1].strip(".") in self._honorifics
        keys, used = self._known(words)
        name = " ".join(words)
        mention = Mention(Sort.PERSON, first, last, tokens.starts[first], tokens.ends[last - 1], name)
        if keys and (used > 1 or office or honorific or self._plausible(keys, words[-1])):
            return self._official(mention, keys, office, used)
        introduced = self._by_surname.get(skeleton(words[-1])) if len(words) == 1 else None
        if introduced is not None:
            return replace(introduced, first=first, last=last, start=mention.start, end=mention.end)
        if office is None:
            office, party = self._office_after(last)
        if office is None:
            return mention if len(words) > 1 or honorific else None
        party = party or self._party_after(last) or self._party_near(mention)
        role = office_words(tokens.text, office)
        return replace(mention, party=party, role=" ".join(role.split()), office=office.label.value)

    def _known(self, words: list[str]) -> tuple[tuple[str, ...], int]:
        """Return the officials so called and how many of the words the name took (from the end)."""
        for used in range(len(words), 0, -1):
            keys = self._gazetteer.names.find(words[-used:])
            if keys:
                return keys, used
        return (), 0

    def _plausible(self, keys: tuple[str, ...], word: str) -> bool:
        """A surname alone counts when introduced before, or when its one bearer is in office."""
        remembered = self._by_surname.get(skeleton(word))
        if remembered is not None:
            return True
        officials = [self._gazetteer.officials[key] for key in keys]
        return any(o.office_on(self._on) is not None or self._on is None for o in officials)

    def _official(self, mention: Mention, keys: tuple[str, ...], office: Match | None, used: int) -> Mention:
        remembered = self._by_surname.get(skeleton(self._marks.tokens.raw(mention.last - 1)))
        if used == 1 and remembered is not None:
            return replace(
                remembered, first=mention.first, last=mention.last, start=mention.start, end=mention.end
            )
        ranked = sorted((self._gazetteer.officials[key] for key in keys), key=self._rank, reverse=True)
        chosen = ranked[0]
        tenure = chosen.office_on(self._on)
        role = tenure.office if tenure else office_words(self._marks.text, office) if office else ""
        others = tuple(official.name for official in ranked[1:])
        return replace(
            mention,
            name=chosen.name,
            key=chosen.key,
            party=tenure.party if tenure else chosen.party,
            role=role,
            office=office.label.value if office else "",
            namesakes=others,
        )

    def _rank(self, official: OfficialEntry) -> tuple[bool, bool]:
        named = {hit.code for hit in self._marks.parties[:200]}
        return official.office_on(self._on) is not None, official.party in named

    def _remember(self, person: Mention) -> Mention:
        word = skeleton(self._marks.tokens.raw(person.last - 1))
        known = self._by_surname.get(word)
        full = person.last - person.first > 1 or person.key or person.role
        if full and (
            known is None or (known.party is None and person.party) or (not known.key and person.key)
        ):
            self._by_surname[word] = person
        elif known is not None and known.name == person.name:
            person = replace(person, key=known.key, party=known.party, role=known.role, office=known.office)
        if person.office:
            self._by_office[person.office] = person
        return person

    # ------------------------------------------------------------ offices around a name

    def _office_before(self, first: int) -> tuple[Match | None, str | None]:
        """Return the office right before a name and its party."""
        index, party = first, None
        for _ in range(6):
            office = self._office_ends.get(index)
            if office is not None and self._adjacent(index - 1, first):
                return office, party or self._party_before(office.first)
            hit, institution = self._hit_ends.get(index), self._institution_ends.get(index)
            if hit is not None:
                party, index = hit.code, hit.first
            elif institution is not None:
                index = institution.first
            elif index > 0 and self._marks.tokens.norms[index - 1] in self._linking | self._honorifics:
                index -= 1
            else:
                break
        return None, None

    def _adjacent(self, left: int, right: int) -> bool:
        tokens = self._marks.tokens
        return not set(tokens.text[tokens.ends[left] : tokens.starts[right]]) & set('.;:!?()"“«—')

    def _party_before(self, first: int) -> str | None:
        """Return the party of "Russian Deputy Foreign Minister", "Iran's minister", "UK Secretary"."""
        hit = self._hit_ends.get(first)
        if hit is not None and self._adjacent(first - 1, first):
            return hit.code
        hit = self._hit_starts.get(first)
        return hit.code if hit else None

    def _party_near(self, mention: Mention) -> str | None:
        """Return the party whose official is meant where the sentence says it apart.

        "Freedonia has summoned …, Foreign Ministry spokesman X said"; "In Minsk, Deputy Minister X".
        """
        sentence = self._marks.sentences[self._marks.sentence_at(mention.start)]
        hits = [h for h in self._marks.parties_within(sentence.start, mention.start) if h.sort == "name"]
        subjects = [hit for hit in hits if not hit.located and hit.base]
        chosen = subjects[0] if subjects else hits[-1] if hits else None
        return chosen.code if chosen else None

    def _party_after(self, last: int) -> str | None:
        """Return the party of "… of Israel" or "Израиля" after a name or an office."""
        for index in range(last, last + 4):
            hit = self._hit_starts.get(index)
            if hit is not None:
                return hit.code
            if index >= len(self._marks.tokens) or self._marks.tokens.norms[index] not in self._linking:
                return None
        return None

    def _office_after(self, last: int) -> tuple[Match | None, str | None]:
        """Return the office of an apposition: "Ann Lee, the Freedonian foreign minister, said"."""
        tokens = self._marks.tokens
        if last >= len(tokens) or tokens.text[tokens.ends[last - 1] : tokens.starts[last]].strip() not in (
            ",",
            "(",
            "–",
            "—",
        ):
            return None, None
        for index in range(last, min(last + 5, len(tokens))):
            office = self._office_starts.get(index)
            if office is not None:
                return office, self._party_before(office.first) or self._party_after(office.last)
        return None, None

    # ------------------------------------------------------------ titles, institutions, groups

    def _titles(self, taken: set[int]) -> list[Mention]:
        """Return "the Minister", "a senior official": offices that no name follows."""
        found: list[Mention] = []
        for office in self._offices:
            if office.last in taken or office.first in taken:
                continue
            sort = Sort.ANONYMOUS if office.label.value == "anonymous" else Sort.TITLE
            party = self._party_before(office.first) or self._party_after(office.last)
            found.append(
                Mention(
                    sort,
                    office.first,
                    office.last,
                    office.start,
                    office.end,
                    party=party,
                    role=office_words(self._marks.text, office),
                    office=office.label.value,
                )
            )
        return found

    def _institutions(self) -> list[Mention]:
        found: list[Mention] = []
        for match in _longest(self._marks.all("institution")):
            party = self._party_before(match.first) or self._party_after(match.last)
            role = office_words(self._marks.text, match)
            found.append(
                Mention(
                    Sort.INSTITUTION, match.first, match.last, match.start, match.end, party=party, role=role
                )
            )
        return found

    def _groups(self) -> list[Mention]:
        return [
            Mention(
                Sort.GROUP,
                match.first,
                match.last,
                match.start,
                match.end,
                role=office_words(self._marks.text, match),
            )
            for match in _longest(self._marks.all("group"))
        ]


def office_words(text: str, office: Match) -> str:
    return " ".join(text[office.start : office.end].split())


def _longest(matches: list[Match]) -> list[Match]:
    kept: list[Match] = []
    for match in sorted(matches, key=lambda m: (m.start, -m.end)):
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
    return kept
