"""Offices told by an institution and whoever is at its head, with its party in between."""

from issues.reading.marks import Marks
from issues.reading.matching import Label, Match

STAFF = "staff"  # «сотрудники посольства»
HEADS = {  # the office of the head, by the kind of institution
    "foreign_ministry": "foreign_minister",
    "ministry": "minister",
    "government": "head_of_government",
    "embassy": "ambassador",
    "parliament": "parliament",
}
DEPUTIES = {"foreign_ministry": "deputy_foreign_minister"}


def heads_of(marks: Marks, institutions: list[Match]) -> list[Match]:
    """Return the offices told by an institution and its head: «глава российского МИД»."""
    heads, staff = marks.pack.words("heads_of"), marks.pack.words("staff_of")
    deputies = marks.pack.words("deputies_of")
    own = marks.pack.words("own_side")
    if not heads:
        return []
    norms, found = marks.tokens.norms, []
    owners = {hit.last: hit.first for hit in marks.parties if hit.sort == "adjective"}
    for institution in institutions:
        first = owners.get(institution.first, institution.first)
        first -= first > 0 and norms[first - 1] in own
        head = norms[first - 1] if first else ""
        serves = head in staff and institution.label.value == "embassy"
        if head in heads or head in deputies or serves:
            kind = STAFF if serves else (DEPUTIES if head in deputies else HEADS).get(institution.label.value)
            label = Label("office", kind or "head_of_body")
            place = first - 1, institution.last, marks.tokens.starts[first - 1], institution.end
            found.append(Match(label, *place))
    return found
