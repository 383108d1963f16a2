"""Who does what a report tells without naming the doer first: "were detained by the guard of A"."""

from issues.reading.marks import Marks
from issues.reading.pairs import Pair
from issues.reading.people import People, Sort


def whoever_acts(
    marks: Marks, people: People, usual: Pair | None, start: int, end: int
) -> tuple[str, str] | None:
    """Return the words and the party of who acts in [start, end): an institution, a party named in it.

    Where it names nobody, the two parties of the text ("A+B"), in the words of the first named.
    """
    for mention in people.mentions_within(start, end):
        if mention.sort is Sort.INSTITUTION and mention.party:
            return mention.role, mention.party
    hits = marks.parties_within(start, end)
    if hits:
        hit = next((hit for hit in hits if hit.sort == "name"), hits[0])  # "sailors of A were held in B"
        return " ".join(marks.text[hit.start : hit.end].split()), hit.code
    ours = [hit for hit in marks.parties if hit.code in (usual or ())]
    named = (hit for hit in ours if hit.sort == "name" and not hit.located)
    first = next(named, ours[0] if ours else None)
    if usual is None or first is None:
        return None
    return " ".join(marks.text[first.start : first.end].split()), "+".join(usual)
