"""Whoever does something and speaks for no party: people in the street, the press, experts, gangs."""

from issues.reading.forms import Form, form_of
from issues.reading.marks import Marks

OPENING = 6  # words of a sentence in which its subject stands
NEAR = 5  # words between a subject and the passive that makes it the one acted upon


def is_private(marks: Marks, start: int, end: int) -> bool:
    """«Горожане блокировали посольство Вальдории»: the sentence begins with somebody private who acts."""
    private, tokens = marks.pack.words("private_subjects"), marks.tokens
    if not private:
        return False
    words = marks.tokens_within(start, end)[:OPENING]
    named = {hit.first for hit in marks.parties_within(start, end) if hit.sort == "name"}
    for index in words:
        gap = tokens.text[tokens.ends[index - 1] : tokens.starts[index]] if index > words[0] else ""
        if tokens.norms[index] in private:
            before = tokens.norms[index - 1] if index > words[0] else ""
            return before not in marks.pack.words("prepositions") and not _done_to(marks, index)
        verb = form_of(tokens.norms[index], marks.pack) in (Form.PAST, Form.PRESENT)
        if index in named or verb or set(gap) & set(",:;—«"):
            return False  # somebody else is its subject
    return False


def _done_to(marks: Marks, index: int) -> bool:
    """«Журналисты задержаны»: they are the ones acted upon."""
    passives = tuple(marks.pack.words("passive_endings"))
    following = marks.tokens.norms[index + 1 : index + 1 + NEAR]
    return any(word.endswith(passives) and len(word) > NEAR for word in following)
