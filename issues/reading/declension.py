"""Forms of Russian names and adjectives, by their endings.

Not a morphology of Russian: only what names of states, their adjectives and their citizens need,
so that "России", "Соединённых Штатах" and "иранскую" are found. A form too many does no harm.
"""

_ADJECTIVE = ("ский", "ской", "цкий", "ый", "ний", "ая", "яя", "ое", "ые", "ие", "ий")
_ADJECTIVE_ENDINGS = (
    *("ий", "ый", "ой", "ая", "яя", "ое", "ее", "ие", "ые", "ого", "его", "ому", "ему"),
    *("им", "ым", "ими", "ыми", "их", "ых", "ей", "ую", "юю", "ом", "ем"),
)
_SUFFIXES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ия", ("ия", "ии", "ию", "ией", "ий", "иям", "иями", "иях")),
    ("ья", ("ья", "ьи", "ье", "ью", "ьей", "ей")),
    ("ея", ("ея", "еи", "ее", "ею", "еей", "ей")),
    ("анин", ("анин", "анина", "анину", "анином", "анине", "ане", "ан", "анам", "анами", "анах")),
    ("янин", ("янин", "янина", "янину", "янином", "янине", "яне", "ян", "янам", "янами", "янах")),
    ("инец", ("инец", "инца", "инцу", "инцем", "инце", "инцы", "инцев", "инцам", "инцами", "инцах")),
    ("ец", ("ец", "ца", "цу", "цем", "цом", "це", "цы", "цев", "цам", "цами", "цах")),
    ("ка", ("ка", "ки", "ке", "ку", "кой", "ок", "кам", "ками", "ках")),
    ("а", ("а", "ы", "и", "е", "у", "ой", "ей", "ою", "", "ам", "ами", "ах")),
    ("я", ("я", "и", "е", "ю", "ей", "ям", "ями", "ях")),
    ("ий", ("ий", "ия", "ию", "ием", "ии")),
    ("й", ("й", "я", "ю", "ем", "е", "и", "ев", "ям", "ями", "ях")),
    ("ь", ("ь", "я", "ю", "ем", "ем", "е", "и", "ью")),
    ("во", ("во", "ва", "ву", "вом", "ве")),
    ("ие", ("ие", "ия", "ию", "ием", "ии")),
    ("ы", ("ы", "", "ов", "ам", "ами", "ах")),
    ("и", ("и", "ей", "ов", "", "ам", "ами", "ах", "ям", "ями", "ях")),
)
_CONSONANT_ENDINGS = ("", "а", "у", "ом", "ем", "е", "ы", "ов", "ам", "ами", "ах", "ым")


def adjective_forms(word: str) -> set[str]:
    """Return every form of a Russian adjective given in any nominative: российский → российскую …"""
    for ending in sorted(_ADJECTIVE_ENDINGS, key=len, reverse=True):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            # "российско-…", "американо-…": the first half of a compound
            halves = {stem + "о", stem.removesuffix("ск") + "о"}
            return {word} | halves | {stem + other for other in _ADJECTIVE_ENDINGS}
    return {word}


def noun_forms(word: str) -> set[str]:
    """Return the forms of a Russian name, state or citizen: Франция → Франции, Францию …"""
    if len(word) < 3 or word.isupper() or not word[-1].isalpha():
        return {word}
    if word.endswith(_ADJECTIVE) and not word.endswith(("ия", "ии")) and len(word) > 5:
        return adjective_forms(word)
    for ending, others in _SUFFIXES:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            return {word} | {stem + other for other in others if len(stem + other) > 2}
    if word[-1].lower() in "оуюэеё":
        return {word}
    return {word + ending for ending in _CONSONANT_ENDINGS}
