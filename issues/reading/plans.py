"""What is said to lie ahead, whoever does it: enough for a pledge where a day is given with it.

"Ambassador Lee will travel to Valdoria", "talks are to be held": not the words of a promise, and with "on
Tuesday" a thing that can be checked, as a promise can.
"""

from issues.reading.agents import is_idle
from issues.reading.forms import Form, form_of
from issues.reading.marks import Marks
from issues.reading.matching import Match
from issues.reading.mood import Mood
from issues.reading.moods import MoodReader
from issues.reading.sayings import is_asked

_AHEAD = (Mood.WILL, Mood.PLANS)


def looks_ahead(marks: Marks, moods: MoodReader, start: int, end: int) -> bool:
    """Tell whether the sentence [start, end) says as a fact what somebody will do or what will take place."""
    unsure = any(marks.within(kind, start, end) for kind in ("contingent", "opinion"))
    if unsure or is_asked(marks, start, end):
        return False
    # What is wished for behind a plan tells what it is for: "to meet, so that …".
    end = min((match.start for match in marks.within("unreal", start, end)), default=end)
    if any(not _denied(marks, match, start) for match in marks.within("ahead", start, end)):
        return True
    governors = [m for m in marks.within("mood", start, end) if m.label.value in _AHEAD or _ready(marks, m)]
    if any(_plans(marks, moods, match, start, end) for match in governors):
        return True
    prefixes = tuple(marks.pack.words("perfective_prefixes"))
    return bool(prefixes) and any(
        _will(marks, index, prefixes, start) and not moods.supposed(index) and not moods.wanted(index)
        for index in marks.tokens_within(start, end)
    )


def _will(marks: Marks, index: int, prefixes: tuple[str, ...], start: int) -> bool:
    """«Проведут»: a perfective verb whose ending says that it is still to come."""
    word = marks.tokens.norms[index]
    if not word.startswith(prefixes) or word in marks.pack.words("first_person"):
        return False
    return form_of(word, marks.pack) is Form.FUTURE and _by_somebody(marks, index, index + 1, start)


def _denied(marks: Marks, match: Match, start: int) -> bool:
    """ "No meeting with the minister is planned": a negation before it in its clause."""
    tokens, negations = marks.tokens, marks.pack.words("negations")
    for index in range(match.first - 1, tokens.at_or_after(start) - 1, -1):
        if tokens.text[tokens.ends[index] : tokens.ends[index] + 1] in tuple(",;:—"):
            return False
        if tokens.norms[index] in negations:
            return True
    return False


def _ready(marks: Marks, match: Match) -> bool:
    """ "Is ready to …", and a day is named: owed as what is promised is."""
    offers = match.label.value == Mood.OFFERS
    return offers and marks.tokens.norms[match.first] in marks.pack.words("readiness")


def _plans(marks: Marks, moods: MoodReader, match: Match, start: int, end: int) -> bool:
    words, norms = marks.pack.words, marks.tokens.norms
    if moods.supposed(match.first) or moods.wanted(match.first):
        return False
    inside = set(norms[match.first : match.last])
    if inside & words("denied_future"):
        return False
    if inside & words("reported_future") and not marks.within("speech", start, end):
        return False  # "would" lies ahead only of what somebody said
    return _by_somebody(marks, match.first, match.last, start)


def _is_reported(marks: Marks, index: int, start: int) -> bool:
    """Tell whether the word at an index stands right behind "said" or "said that"."""
    verbs = marks.within("speech", start, marks.tokens.starts[index])
    return any(verb.last in (index, index - 1) for verb in verbs)


def _by_somebody(marks: Marks, first: int, last: int, start: int) -> bool:
    """Nothing denies it, and its subject is no "it" or "you"; "will need" and "will be hard" do nothing."""
    words, norms = marks.pack.words, marks.tokens.norms
    before = norms[first - 1] if first and marks.tokens.starts[first - 1] >= start else ""
    if before in words("reported_it") and _is_reported(marks, first - 1, start):
        before = ""  # "Freedonia said it would …"
    following, next_one = [*norms[last : last + 2], "", ""][:2]
    if before in words("nobody_acts") | words("negations"):
        return False
    if following in words("negations") or is_idle(marks, last):
        return False
    return not (following == "be" and next_one in words("articles") | words("states_of_things"))
