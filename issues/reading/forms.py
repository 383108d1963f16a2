"""The form a verb stands in, told by its ending: the endings and odd words are lists of the pack."""

from enum import StrEnum

from issues.reading.packs import LanguagePack


class Form(StrEnum):
    """The pack lists the endings and the odd words of each (`past_endings`, `past_words` …)."""

    PAST = "past"
    PASSIVE = "passive"
    PRESENT = "present"
    FUTURE = "future"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    NOUN = "noun"
    ATTRIBUTE = "attribute"
    BASE = "base"


def form_of(word: str, pack: LanguagePack) -> Form:
    """Return the form whose ending is the longest that fits; BASE where none does."""
    best, found = 0, Form.BASE
    for form in Form:
        if word in pack.words(f"{form.value}_words"):
            return form
        for ending in pack.words(f"{form.value}_endings"):
            if len(ending) > best and len(word) > len(ending) + 1 and word.endswith(ending):
                best, found = len(ending), form
    return found
