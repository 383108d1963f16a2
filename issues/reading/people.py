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
from issues.reading.marks import Marks
from issues.reading.matching import Match
from issues.reading.name_runs import name_end, name_parts
from issues.reading.names import skeleton
from issues.reading.offices import Offices, match_words, outermost
from issues.reading.tokens import UPPER

ACRONYM = 4  # letters of a word in capitals that is no surname


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
        self._offices = Offices(marks)
        self._honorifics = marks.pack.words("honorifics")
        for mention in introduced:  # by the title
            self._by_surname.setdefault(_surname(mention), mention)
            if mention.office:
                self._by_office.setdefault(mention.office, mention)
        persons = self._persons()
        taken = {index for person in persons for index in range(person.first, person.last)}
        others = [*self._titles(taken), *self._institutions(taken), *self._groups()]
        self.mentions = sorted([*persons, *others], key=lambda mention: (mention.start, -mention.end))
        self._mention_starts = [mention.start for mention in self.mentions]

    def mentions_within(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that begin inside [start, end)."""
        starts = self._mention_starts
        return self.mentions[bisect_left(starts, start) : bisect_left(starts, end)]

    def by_surname(self, word: str) -> Mention | None:
        return self._by_surname.get(skeleton(word))

    def party_near(self, mention: Mention) -> str | None:
        """Return the party the sentence names before a mention that names none."""
        return self._offices.party_near(mention.start)

    def by_office(self, office: str) -> Mention | None:
        return self._by_office.get(office)

    # ------------------------------------------------------------ persons

    def _persons(self) -> list[Mention]:
        found: list[Mention] = []
        index, length = 0, len(self._marks.tokens)
        blocked = self._offices.taken_words()
        while index < length:
            run = name_end(self._marks, index, blocked)
            if run == index:
                index += 1
                continue
            person = self._person(index, run)
            if person is not None:
                found.append(self._remember(person))
            index = run
        return found

    def _person(self, first: int, last: int) -> Mention | None:
        tokens = self._marks.tokens
        parts = name_parts(tokens, first, last)
        words = [word for word, _ in parts]
        if len(words) == 1 and tokens.cases[first] == UPPER and len(words[0]) <= ACRONYM:
            return None
        keys, used = self._known(words)
        office, party = self._offices.titled(first) if len(words) > 2 else (None, None)
        if used > 1 or office:
            parts = parts[-max(used, 2) :]
            words, first = [word for word, _ in parts], parts[0][1]
        if office is None:
            office, party = self._offices.before(first)
        opens, closes = office.first if office else first, last
        if office is None:
            office, party = self._offices.after(last)
            closes = office.last if office else last
        honorific = first > 0 and tokens.norms[first - 1].strip(".") in self._honorifics
        place = (opens, closes, tokens.starts[first], tokens.ends[last - 1])
        mention = Mention(Sort.PERSON, *place, name=" ".join(words))
        if keys and (used > 1 or office or honorific or self._plausible(keys, words[-1])):
            return self._official(mention, keys, office, used)
        introduced = self._by_surname.get(skeleton(words[-1])) if len(words) == 1 else None
        if introduced is not None:
            return _moved(introduced, mention)
        if office is None:
            return mention if len(words) > 1 or honorific else None
        party = party or self._offices.party_after(last) or self._offices.party_near(mention.start)
        role = self._offices.title(office, first)
        return replace(mention, party=party, role=role, office=office.label.value)

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
        remembered = self._by_surname.get(_surname(mention))
        if used == 1 and remembered is not None:
            return _moved(remembered, mention)
        ranked = sorted((self._gazetteer.officials[key] for key in keys), key=self._rank, reverse=True)
        chosen = ranked[0]
        tenure = chosen.office_on(self._on)
        role = tenure.office if tenure else match_words(self._marks.text, office) if office else ""
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
        word = _surname(person)
        known = self._by_surname.get(word)
        full = " " in (person.name or "") or person.key or person.role
        better = known is None or any(
            not getattr(known, detail) and getattr(person, detail) for detail in ("party", "key", "role")
        )
        if full and better:
            self._by_surname[word] = person
        elif known is not None and known.name == person.name:
            person = replace(person, key=known.key, party=known.party, role=known.role, office=known.office)
        if person.office:
            self._by_office[person.office] = person
        return person

    # ------------------------------------------------------------ titles, institutions, groups

    def _titles(self, taken: set[int]) -> list[Mention]:
        """Return "the Minister", "a senior official": offices that no name follows."""
        found: list[Mention] = []
        text = self._marks.text
        for office in self._offices.all:
            if office.last in taken or office.first in taken:
                continue
            sort = Sort.ANONYMOUS if office.label.value == "anonymous" else Sort.TITLE
            party = self._offices.party_before(office.first) or self._offices.party_after(office.last)
            found.append(
                Mention(
                    sort,
                    office.first,
                    office.last,
                    office.start,
                    office.end,
                    party=party,
                    role=self._offices.described(office)
                    if sort is Sort.ANONYMOUS
                    else match_words(text, office),
                    office=office.label.value,
                )
            )
        return found

    def _institutions(self, taken: set[int]) -> list[Mention]:
        found: list[Mention] = []
        for match in self._offices.institutions:
            if match.first in taken:
                continue
            party = self._offices.party_before(match.first) or self._offices.party_after(match.last)
            role = match_words(self._marks.text, match)
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
                role=match_words(self._marks.text, match),
            )
            for match in outermost(self._marks.all("group"))
        ]


def _surname(mention: Mention) -> str:
    """Return the skeleton of the last word of a name; the text's own form, in Russian undeclined later."""
    return skeleton(mention.name.split()[-1]) if mention.name else ""


def _moved(known: Mention, here: Mention) -> Mention:
    """Return a person known before as mentioned at another place."""
    return replace(known, first=here.first, last=here.last, start=here.start, end=here.end)
