"""Persons, institutions and groups a text mentions, with the office they are given.

"Deputy Foreign Minister Sergei Ryabkov" introduces a person even when nobody listed him: name,
office and party come from the words around. A surname alone later means the person introduced.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from issues.reading.gazetteer import Gazetteer, OfficialEntry
from issues.reading.marks import Marks
from issues.reading.matching import Match
from issues.reading.mentions import Introductions, Mention, Sort
from issues.reading.name_runs import name_end, name_parts, styled_parts, without_owner
from issues.reading.names import is_declined, spelt_alike
from issues.reading.nominative import Case, case_of_office, nominative_name
from issues.reading.offices import Offices, match_words, outermost
from issues.reading.one_side import is_one_head, is_one_side, sides
from issues.reading.tokens import UPPER

OWNING = ("'s", "’s", "s'", "s’")  # "the President's Trip" is nobody's name
SEAT = "parliament"  # an office at home: its holder has nothing of the party the sentence names
ACRONYM = 4  # letters of a word in capitals that is no surname
_PLACE = "ии"  # how the name of a Russian region in the genitive ends, and no surname


__all__ = ["Mention", "People", "Sort"]


class People:
    """The mentions of one text in order, and who a surname or a title stands for."""

    def __init__(
        self,
        marks: Marks,
        gazetteer: Gazetteer,
        on: date | None,
        introduced: Iterable[Mention] = (),
        *,
        state: str | None = None,
    ) -> None:
        """introduced: by the title; state: the party whose own title it is, in which a "Director" is its."""
        self._marks, self._gazetteer, self._on, self._state = marks, gazetteer, on, state
        self._known_here = Introductions()
        self._offices = Offices(marks)
        self._honorifics = marks.pack.words("honorifics")
        self._plural = marks.pack.words("plural_offices")
        for mention in introduced:
            self._known_here.preset(mention)
        persons = self._persons()
        taken = {index for person in persons for index in range(person.first, person.last)}
        starts = marks.tokens.starts  # «представитель министра Анны Линд» speaks for her, and is not she
        served = {m.first: m.party for m in persons if m.declined and starts[m.first] < m.start}
        others = [*self._titles(taken, served), *self._institutions(taken), *self._groups(taken)]
        self.mentions = sorted([*persons, *others], key=lambda mention: (mention.start, -mention.end))
        self._mention_starts = [mention.start for mention in self.mentions]

    def mentions_within(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that begin inside [start, end)."""
        starts = self._mention_starts
        return self.mentions[bisect_left(starts, start) : bisect_left(starts, end)]

    def by_name(self, name: str) -> Mention | None:
        """Return the person a surname stands for here, with or without initials."""
        return self._known_here.by_name(name)

    def joined(self, one: Mention, other: Mention) -> bool:
        """Tell whether nothing but an "and" and the other's office stands between two people."""
        norms, pack = self._marks.tokens.norms, self._marks.pack
        owned = self._offices.party_words
        between = [i for i in range(one.last, other.first) if i not in owned]
        joins = [i for i in between if norms[i] in pack.words("joins")]
        return len(joins) == 1 and all(norms[i] in pack.words("linking") for i in between if i not in joins)

    def party_near(self, mention: Mention) -> str | None:
        """Return the party the sentence names before a mention that names none."""
        return self._offices.party_near(mention.start)

    def holder(self, title: Mention) -> Mention | None:
        """Return who is meant by an office that no name follows."""
        return self._known_here.offices.find(title)

    def by_office(self, office: str) -> Mention | None:
        """Return the only one whom the text gives an office."""
        return self.holder(Mention(Sort.TITLE, 0, 0, 1 << 30, 1 << 30, office=office, role=""))

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
                found.append(self._known_here.remember(person))
            index = run
        return found

    def _person(self, first: int, last: int) -> Mention | None:
        tokens = self._marks.tokens
        parts = name_parts(tokens, first, last)
        words = [word for word, _ in parts]
        if len(words) == 1 and (
            (tokens.cases[first] == UPPER and len(words[0]) <= ACRONYM) or words[0].endswith(_PLACE)
        ):
            return None
        run, (styled, parts) = first, styled_parts(self._marks.pack, without_owner(tokens, parts))
        words, first = [word for word, _ in parts], parts[0][1]
        keys, used = self._known(words)
        office, party = self._offices.titled(first) if len(words) > 2 else (None, None)
        if used > 1 or office:
            parts = parts[-max(used, 2) :]
            words, first = [word for word, _ in parts], parts[0][1]
        if office is None:
            office, party = self._offices.before(run if not styled else first)
            office = None if office and tokens.raw(office.last - 1).endswith(OWNING) else office
        opens, closes = office.first if office else run if styled else first, last
        if office is not None and len(words) == 1 and tokens.norms[office.first] in self._plural:
            return None  # «совет министров Союза»
        if office is None:
            office, party = self._offices.after(last)
            closes = office.last if office else last
        honorific = first > 0 and tokens.norms[first - 1].strip(".") in self._honorifics
        keys = self._seated(keys, office) if len(words) == 1 else keys
        place = (opens, closes, tokens.starts[first], tokens.ends[last - 1])
        named = nominative_name(words, self._case(office, first))
        mention = Mention(Sort.PERSON, *place, name=" ".join(named), declined=named != words)
        if keys and (used > 1 or office or honorific or self._plausible(keys, named[-1])):
            return self._official(mention, keys, office, words[-used:])
        introduced = self._known_here.by_name(mention.name or "") if office is None else None
        if introduced is not None and (introduced.role or introduced.key or len(words) == 1):
            return introduced.at(replace(mention, declined=is_declined(words, [introduced.name or ""])))
        if office is None:
            return (
                self._styled_official(mention, styled, honorific) if styled or honorific else _whole(mention)
            )
        role, posted = self._offices.title(office, first), self._offices.posted_to(office)
        near = self._offices.party_near(mention.start) if office.label.value != SEAT else None
        party = party or self._offices.party_after(last, office) or (near if near != posted else None)
        return replace(mention, party=party, role=role, office=office.label.value, posted=posted)

    def _seated(self, keys: tuple[str, ...], office: Match | None) -> tuple[str, ...]:
        """ "Speaker Lee" is not the Lee who was prime minister elsewhere: only who sat there that day."""
        if office is None or office.label.value != SEAT:
            return keys
        words = set(match_words(self._marks.text, office).casefold().split())
        held = {key: self._gazetteer.officials[key].office_on(self._on) for key in keys}
        return tuple(
            key for key, tenure in held.items() if tenure and words & set(tenure.office.casefold().split())
        )

    def _styled_official(self, mention: Mention, style: str, honorific: bool) -> Mention | None:
        """A "Director" alone may make films; "EPA Administrator" and "Nordmark's Director" are in office."""
        party = self._offices.party_before(mention.first) or self._offices.party_after(mention.last)
        if not style or (party is None and " " not in style and self._state is None):
            return mention if honorific else _whole(mention)
        party = party or self._offices.party_near(mention.start) or self._state
        return replace(mention, role=style, party=party)

    def _case(self, office: Match | None, first: int) -> Case | None:
        """Return the case a name stands in, as the office or the word before it tells."""
        norms = self._marks.tokens.norms
        if self._marks.pack.language != "ru":
            return None
        if office is not None and office.first < first:
            return case_of_office(norms[office.first : office.last])
        before = norms[first - 1] if first else ""
        return Case.GENITIVE if before in self._marks.pack.words("genitive_governors") else None

    def _known(self, words: list[str]) -> tuple[tuple[str, ...], int]:
        """Return the officials so called and how many of the words the name took (from the end)."""
        for used in range(len(words), 0, -1):
            keys = self._gazetteer.names.find(words[-used:])
            if keys and used == 1 and len(words) > 1:  # "Vera Linde" is not Ann Linde
                pairs = ([word, words[-1]] for word in words[:-1])
                keys = next((found for pair in pairs if (found := self._gazetteer.names.find(pair))), ())
                return keys, 2 if keys else 0
            if keys:
                return keys, used
        return (), 0

    def _plausible(self, keys: tuple[str, ...], word: str) -> bool:
        """A surname alone counts when introduced before, or when its one bearer is in office."""
        if self._known_here.by_name(word) is not None:
            return True
        officials = [self._gazetteer.officials[key] for key in keys]
        if not any(spelt_alike(word, name) for o in officials for name in (o.name, *o.aliases)):
            return False  # "En Route" is nobody
        return any(o.office_on(self._on) is not None or self._on is None for o in officials)

    def _official(
        self, mention: Mention, keys: tuple[str, ...], office: Match | None, words: list[str]
    ) -> Mention:
        remembered = self._known_here.by_name(mention.name or "")
        declined = is_declined(words, self._names_of(keys))
        if len(words) == 1 and remembered is not None:
            return remembered.at(replace(mention, declined=declined))
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
            declined=declined,
        )

    def _names_of(self, keys: tuple[str, ...]) -> list[str]:
        officials = [self._gazetteer.officials[key] for key in keys]
        return [name for official in officials for name in (official.name, *official.aliases)]

    def _rank(self, official: OfficialEntry) -> tuple[bool, bool]:
        named = {hit.code for hit in self._marks.parties[:200]}
        return official.office_on(self._on) is not None, official.party in named

    def _titles(self, taken: set[int], served: dict[int, str | None]) -> list[Mention]:
        """Return "the Minister", "a senior official": offices that no name follows."""
        found: list[Mention] = []
        text = self._marks.text
        for office in self._offices.all:
            if (office.last in taken and office.last not in served) or office.first in taken:
                continue
            sort = Sort.ANONYMOUS if office.label.value == "anonymous" else Sort.TITLE
            party = self._offices.party_of(office) or served.get(office.last)
            role, own = self._offices.described(office)
            if sort is Sort.TITLE:
                role, own = match_words(text, office), None
            place = (office.first, office.last, office.start, office.end)
            found.append(Mention(sort, *place, party=party or own, role=role, office=office.label.value))
        return found

    def _institutions(self, taken: set[int]) -> list[Mention]:
        found: list[Mention] = []
        found += sides(self._marks)
        for match in self._offices.institutions:
            if match.first in taken:
                continue
            party = self._offices.party_of(match, office=False)
            role = match_words(self._marks.text, match)
            found.append(
                Mention(
                    Sort.INSTITUTION, match.first, match.last, match.start, match.end, party=party, role=role
                )
            )
        return found

    def _groups(self, taken: set[int]) -> list[Mention]:
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
            if match.first not in taken  # «главы МИД [Карла Лужина]» is one
            and not is_one_head(self._marks, match)
            and not is_one_side(self._marks, match)
        ]


def _whole(mention: Mention) -> Mention | None:
    """One capitalised word that nothing introduces is nobody."""
    return mention if " " in (mention.name or "") else None
