"""A mission that only speaks, or is only where something happens, is no matter between two states.

«В посольстве подтвердили», «у посольства собрались», «советник посольства сообщил»: what is said, or what
happens, may be a matter; the mission is one where something is done to it or it is told to work.
"""

from issues.reading.acts import find_acts
from issues.reading.marks import Marks
from issues.reading.matching import Match

EMBASSY = "embassy"
SPEAKS = 6  # words between a mission and its verb of saying
STEPS = 3  # words between a mission and whoever or whatever it belongs to
REACH = 250  # characters around a mission in which it is told what is done to it
_DONE_TO = frozenset(
    {"closes", "opens", "expels", "trims", "seizes", "denies", "suspends", "resumes", "halts"}
)


def is_scene(marks: Marks, match: Match) -> bool:
    """Tell whether a word for a mission, marked as a matter, only says who speaks or where it is."""
    places = marks.pack.words("scene_prepositions")
    if not places or not _is_bare(marks, match):
        return False
    sentence = marks.sentences[marks.sentence_at(match.start)]
    start, end = max(sentence.start, match.start - REACH), min(sentence.end, match.end + REACH)
    if any(act.deed in _DONE_TO for act in find_acts(marks, start, end)):
        return False
    before, verbs = _before(marks, match), marks.within("speech", start, end)
    people = marks.pack.words("staff_of") | marks.pack.words("heads_of") | _ends_office(marks, match)
    return before in places or (bool(verbs) and (before in people or _says(marks, match, verbs)))


def only_serves(marks: Marks, matches: list[Match]) -> bool:
    """«Визы, которые консульство начало выдавать»: missions that only do what they are there for."""
    if not marks.pack.words("scene_prepositions") or not all(_is_bare(marks, match) for match in matches):
        return False
    start, end = max(0, matches[0].start - REACH), matches[-1].end + REACH
    return not any(act.deed in _DONE_TO - {"halts"} for act in find_acts(marks, start, end))


def _is_bare(marks: Marks, match: Match) -> bool:
    """One word, not a phrase that tells what is done: «посольство», not «штат посольства»."""
    kinds = marks.within("institution", match.start, match.end)
    return any(kind.label.value == EMBASSY and kind.first == match.first for kind in kinds)


def _before(marks: Marks, match: Match) -> str:
    """Return the word before a mission and what says whose it is."""
    norms, own = marks.tokens.norms, marks.pack.words("own_side") | marks.pack.words("inner_words")
    near = marks.parties_within(max(0, match.start - REACH), match.start)
    owned = {i for hit in near if hit.sort == "adjective" for i in range(hit.first, hit.last)}
    index = match.first - 1
    while index >= 0 and match.first - index <= STEPS and (index in owned or norms[index] in own):
        index -= 1
    return norms[index] if index >= 0 else ""


def _ends_office(marks: Marks, match: Match) -> frozenset[str]:
    """Return the last words of the offices right before a mission: «советник-посланник посольства»."""
    near = marks.within("office", max(0, match.start - 60), match.end)
    return frozenset(marks.tokens.norms[m.last - 1] for m in near if match.first - m.last <= STEPS)


def _says(marks: Marks, match: Match, verbs: list[Match]) -> bool:
    """«Посольство требует», «подтвердило посольство»: the mission is the subject of a verb of saying."""
    if marks.tokens.norms[match.first] not in marks.pack.words("subject_heads"):
        return False
    return any(
        (0 <= match.first - verb.last <= 1 and "," not in marks.text[verb.end : match.start])
        or (0 <= verb.first - match.last <= SPEAKS and "," not in marks.text[match.end : verb.start])
        for verb in verbs
    )
