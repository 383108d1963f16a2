"""The evidence of a passage's own words: what they signal, how it is put, the plain words themselves."""

from collections.abc import Iterator

from issues.reading.candidates import Candidate
from issues.reading.marks import Marks
from issues.reading.people import People, Sort
from issues.reading.steps import step
from issues.reading.tokens import LOWER

_KINDS = (
    "act", "awaited", "contingent", "countrymen", "courtesy", "group", "home", "institution", "kept",
    "lasting", "mutual", "national", "opinion", "speech", "unreal",
)  # fmt: skip
_LABELLED = ("context", "form", "hollow", "mood")  # kinds of phrases whose label says more
_LISTS = (
    "continuations", "contrasts", "denials", "first_person", "future_auxiliaries", "joins", "obligations",
    "own_side", "points_back", "regions", "venues",
)  # fmt: skip
STEM = {"en": 12, "ru": 6}  # letters of a word that count


def evidence_of_words(marks: Marks, people: People, one: Candidate, language: str) -> Iterator[str]:
    """Yield the names of the evidence in the words of a candidate."""
    start, end = one.passage.start, one.passage.end
    yield from _signals(one)
    for kind in (*_KINDS, *_LABELLED):
        matches = marks.within(kind, start, end)
        if matches:
            yield f"has words of {kind}"
        if kind in _LABELLED:
            yield from sorted({f"has words of {kind}: {match.label.value}" for match in matches})
    words = marks.tokens_within(start, end)
    norms = marks.tokens.norms
    here = {norms[index] for index in words}
    yield step("words", len(words), (7, 12, 18, 26, 40, 60))
    yield step("sentences", one.passage.sentences, (2, 3))
    for name in _LISTS:
        if here & marks.pack.words(name):
            yield f"has one of the {name}"
    if any(word.isdigit() for word in here):
        yield "numerals"
    yield from _writing(marks.text[start:end])
    persons = sum(mention.sort is Sort.PERSON for mention in people.mentions_within(start, end))
    yield step("people named", persons, (1, 2))
    yield from sorted(_plain_words(marks, start, end, STEM.get(language, 12)))


def _signals(one: Candidate) -> Iterator[str]:
    found = one.passage.signal
    yield f"signal {one.suggestion.signal.value}{'' if found.words else ', no words for it'}"
    if found.note:
        yield f"signal read as {found.note}"
    yield step("weight of the signal", found.weight if found.words else 0, (1, 2, 3))
    if any(signal.promises for signal in one.passage.signals):
        yield "promises something"
    if any(signal.awaits for signal in one.passage.signals):
        yield "waits for something"
    if one.suggestion.pledge_due:
        yield "says by when"


def _writing(text: str) -> Iterator[str]:
    if "?" in text:
        yield "asks"
    if text.rstrip("\"'”») \n")[-1:] not in (".", "!", "…"):
        yield "ends without a full stop"
    if text[:1].islower():
        yield "begins with a small letter"
    if any(mark in text for mark in '"“«'):
        yield "quotes somebody"
    if ";" in text:
        yield "a list"


def _plain_words(marks: Marks, start: int, end: int, letters: int) -> set[str]:
    """Return the words in small letters that name no party, cut to their first letters: no names."""
    tokens = marks.tokens
    named = {i for hit in marks.parties_within(start, end) for i in range(hit.first, hit.last)}
    return {
        f"the word {tokens.norms[index][:letters]}"
        for index in marks.tokens_within(start, end)
        if tokens.cases[index] == LOWER and index not in named and tokens.norms[index].isalpha()
    }
