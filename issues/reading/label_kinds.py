"""Labels that look like a speaker's and are none: what comes next is on, or somebody who holds no office."""

from issues.reading.gazetteer import Gazetteer
from issues.reading.marks import Marks
from issues.reading.packs import LanguagePack


def is_private(label: str, pack: LanguagePack) -> bool:
    """ "Northern Rail CEO Ann Lee" speaks for no party."""
    return bool({word.strip(",.") for word in label.casefold().split()} & pack.words("private_offices"))


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
