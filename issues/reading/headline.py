"""What a title says of its text: whom it names, by what words, and what sort of event it is on."""

from dataclasses import dataclass

from issues.reading.marks import Marks
from issues.reading.people import People, Sort
from issues.reading.tokens import Tokens

LETTERS = 5  # letters by which a word of the title is known again, declined or not
SHORTEST = 4  # letters of a word that says something
KINDS = ("act", "countrymen", "office", "signal", "speech")
LABELLED = ("context", "scene")


@dataclass(frozen=True, slots=True)
class Headline:
    """stems: the beginnings of its words; parties and people it names; kinds: the sorts of its phrases."""

    stems: frozenset[str]
    parties: frozenset[str]
    people: frozenset[str]
    kinds: frozenset[str]


def headline_of(title: Marks | None, people: People | None) -> Headline | None:
    """Return what a title says, None where there is no title."""
    if title is None or people is None:
        return None
    kinds = {kind for kind in KINDS if title.all(kind)}
    kinds |= {f"{kind}: {match.label.value}" for kind in LABELLED for match in title.all(kind)}
    persons = [m for m in people.mentions if m.sort is Sort.PERSON and m.name]
    parties = {hit.code for hit in title.parties} | {m.party for m in people.mentions if m.party}
    return Headline(
        frozenset(stems_of(title.tokens, range(len(title.tokens)))),
        frozenset(parties),
        frozenset(m.name or "" for m in persons if m.key or m.role),
        frozenset(kinds),
    )


def stems_of(tokens: Tokens, words: range) -> set[str]:
    """Return the first letters of the words that say something."""
    return {tokens.norms[i][:LETTERS] for i in words if len(tokens.norms[i]) >= SHORTEST}
