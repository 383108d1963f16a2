"""Somebody named at a place of a text, and whom a surname or an office stands for once introduced."""

from dataclasses import dataclass, replace
from enum import StrEnum

from issues.reading.names import name_words, nominatives, skeleton


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

    def at(self, here: "Mention") -> "Mention":
        """Return a person known before as mentioned at another place."""
        return replace(self, first=here.first, last=here.last, start=here.start, end=here.end)


class Introductions:
    """Who was introduced so far: by surname, whatever its case, and by office."""

    def __init__(self) -> None:
        self._by_surname: dict[str, Mention] = {}
        self._by_office: dict[str, Mention] = {}

    def by_office(self, office: str) -> Mention | None:
        return self._by_office.get(office)

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
        if mention.office:
            self._by_office.setdefault(mention.office, mention)

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
        if person.office:
            self._by_office[person.office] = person
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
