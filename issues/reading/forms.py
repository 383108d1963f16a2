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


_LISTS = tuple((form, f"{form.value}_endings", f"{form.value}_words") for form in Form)
LONGEST = 6  # letters of an ending
MOST_TOLD = 50_000  # words whose form is kept


def form_of(word: str, pack: LanguagePack) -> Form:
    """Return the form whose ending is the longest that fits; BASE where none does. Told once a word."""
    told: Form | None = pack.forms.get(word)
    if told is None:
        if len(pack.forms) >= MOST_TOLD:
            pack.forms.clear()
        told = pack.forms[word] = _form_of(word, pack)
    return told


def _form_of(word: str, pack: LanguagePack) -> Form:
    known = [(form, pack.words(endings)) for form, endings, _ in _LISTS if pack.words(endings)]
    for form, _, words in _LISTS:
        if word in pack.words(words):
            return form
    for length in range(min(LONGEST, len(word) - 2), 0, -1):
        ending = word[-length:]
        for form, endings in known:
            if ending in endings:
                return form
    return Form.BASE
