"""«Вальдорской стороны» is one side, in the genitive; «стороны» alone are both."""

from issues.reading.marks import Marks
from issues.reading.matching import Match
from issues.reading.mentions import Mention, Sort

_ONE = ("ой", "ей")  # endings of an adjective in the genitive of one
_FORMER = ("ого", "его")  # of one that belongs to a head: «бывшего главы»


def is_one_side(marks: Marks, match: Match) -> bool:
    """Tell «нашей стороны», «со стороны» from «стороны»."""
    norms, first = marks.tokens.norms, match.first
    if not first or norms[first] not in marks.pack.words("one_side"):
        return False
    before = norms[first - 1]
    return before.endswith(_ONE) or before in marks.pack.words("facing")


def is_one_head(marks: Marks, match: Match) -> bool:
    """«Адвокат бывшего главы ведомства»: the genitive of one, not several heads."""
    before = marks.tokens.norms[match.first - 1] if match.first else ""
    return marks.tokens.norms[match.first] in marks.pack.words("heads_of") and before.endswith(_FORMER)


def sides(marks: Marks) -> list[Mention]:
    """Return the sides that are told by their party's adjective."""
    owners = {hit.last: hit for hit in marks.parties if hit.sort == "adjective"}
    found: list[Mention] = []
    for match in marks.all("group"):
        owner = owners.get(match.first)
        if owner is not None and is_one_side(marks, match):
            role = " ".join(marks.text[owner.start : match.end].split())
            place = owner.first, match.last, owner.start, match.end
            found.append(Mention(Sort.INSTITUTION, *place, party=owner.code, role=role))
    return found
