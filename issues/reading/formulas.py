"""Stock phrases: what one voice says again and again in the same words. Pure.

A phrase is a run of words that several statements have, whatever the case and the punctuation. All runs
are found at once in a suffix automaton over the words, whose size is linear in theirs (Blumer et al.,
1985): each of its states is a set of runs that end at the same places, so that the longest of a state that
neither a word before nor a word after would keep as frequent is a phrase that stands for all inside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from issues.reading.tokens import Tokens, tokenise

WORDS_AT_LEAST = 4
CONTENT_AT_LEAST = 3
STATEMENTS_AT_LEAST = 3
WORDS_READ = 300  # of one statement

# Words that say nothing by themselves, in English and in Russian.
_SMALL = """
a about after all also an and any are as at be been before but by can could did do does for from had
has have he her his how i if in into is it it's its more most must my no not of on only or our out
over shall she should so some such than that the their them then there these they this those to
under up us was we were what when where which who will with would you your а без бы был была были
было быть в вам вас весь во вот все всех вы где да для до его ее если есть еще же за и из или им их
к как ко когда кто ли между мне мы на над нам нас наш не него нее нет ни них но ну о об однако он
она они оно от очень по под при с со так также такой там те тем то того тоже той только том ты у уже
чем что чтобы это этого этой этом эту я
"""
_EMPTY_WORDS = frozenset(_SMALL.split())


@dataclass(frozen=True, slots=True)
class Formula:
    """A phrase, as it was worded first, and the places of the statements that have it, in their order."""

    words: str
    places: tuple[int, ...]


@dataclass(slots=True)
class _State:
    """Runs of words that end at the same places. `end` is the first of these."""

    length: int
    end: int
    link: int = -1
    following: dict[str, int] = field(default_factory=dict)
    places: list[int] = field(default_factory=list)


def formulas(texts: Sequence[str], *, at_least: int = STATEMENTS_AT_LEAST) -> tuple[Formula, ...]:
    """The stock phrases of statements given oldest first; the most frequent first, then the longest.

    Maximal: no phrase is part of another that as many statements have.
    """
    read = [tokenise(text) for text in texts]
    states, words = _automaton(read)
    found = []
    for number in _maximal(states, at_least):
        state = states[number]
        place, last = words[state.end]
        first = last - state.length + 1
        if _is_worth_tracing(read[place].norms[first : last + 1]):
            tokens = read[place]
            said = tokens.text[tokens.starts[first] : tokens.ends[last]]
            found.append((Formula(" ".join(said.split()), tuple(state.places)), state.length))
    found.sort(key=lambda one: (-len(one[0].places), -one[1], one[0].words))
    return tuple(formula for formula, _length in found)


def _is_worth_tracing(words: Sequence[str]) -> bool:
    content = [word for word in words if word not in _EMPTY_WORDS and not word.isdigit()]
    return len(words) >= WORDS_AT_LEAST and len(content) >= CONTENT_AT_LEAST


def _automaton(read: Sequence[Tokens]) -> tuple[list[_State], list[tuple[int, int]]]:
    """The automaton, and of each end the statement and the word in it.

    After each statement stands a word that is in no other: nothing that crosses it is frequent.
    """
    states = [_State(0, -1)]
    words: list[tuple[int, int]] = []
    ends: list[int] = []  # the state of each end
    last = 0
    for place, tokens in enumerate(read):
        for index, word in enumerate([*tokens.norms[:WORDS_READ], f"\0{place}"]):
            words.append((place, index))
            last = _extended(states, last, word, len(words) - 1)
            ends.append(last)
    for (place, _index), number in zip(words, ends, strict=True):
        # Every run that ends here is in this statement, until one that is known to be.
        while number > 0 and states[number].places[-1:] != [place]:
            states[number].places.append(place)
            number = states[number].link  # noqa: PLW2901  # climbs from it
    return states, words


def _extended(states: list[_State], last: int, word: str, end: int) -> int:
    """Add a word after the state `last`; return the state of all that was read."""
    new = len(states)
    states.append(_State(states[last].length + 1, end))
    at = last
    while at >= 0 and word not in states[at].following:
        states[at].following[word] = new
        at = states[at].link
    if at < 0:
        states[new].link = 0
        return new
    after = states[at].following[word]
    if states[after].length == states[at].length + 1:
        states[new].link = after
        return new
    copy = len(states)
    shorter = states[after]
    states.append(_State(states[at].length + 1, shorter.end, shorter.link, dict(shorter.following)))
    while at >= 0 and states[at].following.get(word) == after:
        states[at].following[word] = copy
        at = states[at].link
    shorter.link = states[new].link = copy
    return new


def _maximal(states: Sequence[_State], at_least: int) -> list[int]:
    """The states whose longest run no word before or after it leaves in as many statements."""
    counts = [len(state.places) for state in states]
    longer_before = [0] * len(states)  # the most statements that a run with one more word before it has
    for number, state in enumerate(states):
        if state.link >= 0:
            longer_before[state.link] = max(longer_before[state.link], counts[number])
    return [
        number
        for number, state in enumerate(states)
        if number
        and counts[number] >= at_least
        and longer_before[number] < counts[number]
        and all(counts[after] < counts[number] for after in state.following.values())
    ]
