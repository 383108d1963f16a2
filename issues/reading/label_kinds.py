"""Labels that look like a speaker's and are none: what comes next is on, or somebody who holds no office."""

from datetime import date

from issues.reading.gazetteer import Gazetteer
from issues.reading.marks import Marks
from issues.reading.packs import LanguagePack
from issues.reading.people import Mention, People, Sort


def is_private(label: str, pack: LanguagePack) -> bool:
    """ "Northern Rail CEO Ann Lee", "Managing Partner Ann Lee" speak for no party."""
    words = [word.strip(",.") for word in label.casefold().split()]
    said = f" {' '.join(words)} "
    return any(f" {office} " in said for office in pack.words("private_offices"))


def is_heading_alone(label: str, pack: LanguagePack, gazetteer: Gazetteer) -> bool:
    """ "Sarkand" or "In the Gulf" says what comes next is on, not who says it; capitals are a speaker's."""
    words = label.casefold().split()
    if not words or label.isupper():
        return False
    if words[0] in pack.words("place_prepositions") | pack.words("topic_prepositions"):
        return True
    marks = Marks(label, gazetteer=gazetteer, language=pack.language)
    named = {index for hit in marks.parties if hit.sort == "name" for index in range(hit.first, hit.last)}
    articles = pack.words("articles")
    return bool(named) and all(i in named or word in articles for i, word in enumerate(marks.tokens.norms))


def official_of(label: str, pack: LanguagePack, gazetteer: Gazetteer, on: date | None) -> Mention | None:
    """ "Sen. Ann Lee", "Minister Ann Lee of Valdoria": who a label names with an office, else None."""
    plain = label.replace(".", "")
    marks = Marks(plain, gazetteer=gazetteer, language=pack.language)
    people = [m for m in People(marks, gazetteer, on).mentions if m.sort is Sort.PERSON]
    officials = [m for m in people if m.key or m.role]
    return officials[-1] if officials else None
