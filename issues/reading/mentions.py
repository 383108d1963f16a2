"""Somebody named at a place of a text, and whom a surname or an office stands for once introduced."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from enum import StrEnum

from issues.reading.names import name_words, nominatives, skeleton

TITLED = -1  # where somebody stands whom the title introduces
STEM, LINKING = 6, 3  # letters by which words of an office are compared; of words that link
DEPUTIES = frozenset({"vice", "deputy"})
GENERIC = "minister"  # an office so general that "the Secretary" and "the Minister" share it


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
    posted: str | None = None  # the party an ambassador is sent to: never the own one
    declined: bool = False  # a Russian name in another case than a subject's

    def at(self, here: "Mention") -> "Mention":
        """Return a person known before as mentioned at another place."""
        place = replace(self, first=here.first, last=here.last, start=here.start, end=here.end)
        return replace(place, declined=here.declined)


class Holders:
    """Who was introduced with an office so far, by the kind of the office and by its words."""

    def __init__(self) -> None:
        self._listed: dict[str, list[tuple[int, Mention]]] = {}

    def add(self, person: Mention, start: int) -> None:
        words = {word[:STEM] for word in person.role.casefold().split() if len(word) > LINKING}
        for key in (*([person.office] if person.office else []), *(f"={word}" for word in words)):
            listed = self._listed.setdefault(key, [])
            if not listed or listed[-1][1].name != person.name:
                listed.append((start, person))

    def find(self, title: Mention) -> Mention | None:
        """Return whom "the Minister" means: the one last so called before, else the only one so called.

        A title of one word asks for that word: "the Minister" is no Secretary.
        """
        words = title.role.casefold().split()
        listed = self._listed.get(f"={words[0][:STEM]}", []) if len(words) == 1 else []
        if not listed and title.office != GENERIC:
            listed = self._listed.get(title.office, [])
        fitting = [(at, m) for at, m in listed if title.party is None or m.party in (None, title.party)]
        fitting = [(at, m) for at, m in fitting if _of_rank(m, title) == _of_rank(title)] or fitting
        before = bisect_left([at for at, _ in fitting], title.start)
        if before:
            return fitting[before - 1][1]
        return fitting[0][1] if len({m.name for _, m in fitting}) == 1 else None


def _of_rank(holder: Mention, title: Mention | None = None) -> bool:
    """Tell a deputy's office from that of the one above: "the President" is no Vice President."""
    words = (holder.role or (title.role if title else "")).casefold().split()
    return bool(DEPUTIES & set(words))


class Introductions:
    """Who was introduced so far: by surname, whatever its case, and by office."""

    def __init__(self) -> None:
        self._by_surname: dict[str, Mention] = {}
        self.offices = Holders()

    def by_name(self, name: str) -> Mention | None:
        """Return the person a surname stands for, with or without initials or the given name."""
        words = name_words(name)
        if not words:
            return None
        for surname in nominatives(words[-1]):
            known = self._by_surname.get(surname)
            if known is not None and _fits(words[:-1], name_words(known.name or "")[:-1]):
                return known
        return None

    def preset(self, mention: Mention) -> None:
        """Take over somebody whom the title introduces."""
        self._by_surname.setdefault(surname_of(mention), mention)
        self.offices.add(mention, TITLED)

    def remember(self, person: Mention) -> Mention:
        """Note a person found in the text; return it with what an earlier mention told of it."""
        word = surname_of(person)
        known = self._by_surname.get(word)
        full = " " in (person.name or "") or person.key or person.role
        better = known is None or any(
            not getattr(known, detail) and getattr(person, detail) for detail in ("party", "key", "role")
        )
        if full and better:
            if known is not None and known.name == person.name and not person.office:
                person = replace(person, role=person.role or known.role, office=known.office)
            self._by_surname[word] = person
        elif known is not None and known.name == person.name:
            person = replace(person, key=known.key, party=known.party, role=known.role, office=known.office)
        self.offices.add(person, person.start)
        return person


def surname_of(mention: Mention) -> str:
    """Return the skeleton of the last word of a name."""
    return skeleton(mention.name.split()[-1]) if mention.name else ""


def _fits(given: list[str], known: list[str]) -> bool:
    """Initials must begin a known given name; a given name must be one of them, in any case."""
    if not given or not known:
        return True
    firsts = {skeleton(word)[:1] for word in known}
    initials = [word for word in given if len(word.strip(".")) < 2]
    if len(initials) == len(given):
        return skeleton(given[0])[:1] in firsts
    names = {skeleton(word) for word in known if len(word) > 1}
    return not names or any(names & set(nominatives(word)) for word in given)
