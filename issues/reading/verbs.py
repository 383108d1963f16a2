"""Verbs of saying: which of them say something, and which may stand before their subject."""

from issues.reading.marks import Marks
from issues.reading.matching import Match

_AHEAD = 5  # words after "told" in which "why" announces what is to come


def no_saying(marks: Marks, verb: Match) -> bool:
    """ "To say" says nothing yet; "explains why …" tells what is to come, not what was said."""
    norms, pack = marks.tokens.norms, marks.pack
    before = norms[verb.first - 1] if verb.first else ""
    following = norms[verb.last : verb.last + 1]
    ahead = norms[verb.last : verb.last + _AHEAD]
    listener = bool(set(ahead) & pack.words("announcing")) and not set(ahead) & pack.words("reporting")
    return (
        (norms[verb.first] in pack.words("needs_clause") and not _has_clause(marks, verb))
        or before in pack.words("infinitives")
        or bool(set(following) & pack.words("introductions"))
        or (listener and norms[verb.first] in pack.words("telling"))
    )


def _has_clause(marks: Marks, verb: Match) -> bool:
    """«В ведомстве отмечают, что …», «…, — отмечают в ведомстве»: what is said stands beside the verb."""
    before, after = marks.text[max(0, verb.start - 3) : verb.start], marks.text[verb.end : verb.end + 2]
    return bool(set(before) & set(',—–»"”') or set(after) & set(",:"))


def inverts(marks: Marks, verb: Match) -> bool:
    """ "…," said X: verbs of saying may stand before who says; who is told or accused comes after."""
    inverting = marks.pack.words("inverting")
    return not inverting or marks.tokens.norms[verb.first] in inverting
