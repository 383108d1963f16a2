"""What stands around a passage: how near and how often the other side is named, and in what part."""

from issues.reading.gazetteer import Gazetteer
from issues.reading.judge import Judge
from issues.reading.reader import read_candidates
from tests.reading.test_judge import judging

TALK = """Q What is the state of your talks with Valdoria?

MR. LIND: We are working with the Republic of Valdoria on a visa agreement. {far}

We will sign the agreement on visas soon.

Q Thank you.

MR. LIND: Good day."""


def evidence(text: str, words: str, gazetteer: Gazetteer) -> set[str]:
    """Return the evidence on the candidate that holds the words."""
    world = judging(gazetteer, Judge({}, 0.0, {"en": 0.0}))
    title = "Press Briefing by Foreign Minister Tomas Lind"
    found = read_candidates(text, gazetteer=world, title=title, language="en", published=None)
    return next(set(names) for one, names in found if words in one.suggestion.quote)


def test_the_other_side_named_in_the_passage_has_a_part_in_it(gazetteer: Gazetteer) -> None:
    named = evidence(TALK.format(far=""), "Republic of Valdoria", gazetteer)
    assert {"the other side is named here", "the other side behind “with”"} <= named
    assert {"the other side before “on”", "begins with “we are”"} <= named
    assert "asked about the other side" in named


def test_the_other_side_named_long_ago_counts_by_how_long_and_who_came_between(gazetteer: Gazetteer) -> None:
    near = evidence(TALK.format(far=""), "will sign", gazetteer)
    assert {"characters since the other side was named under 150", "others named since under 1"} <= near
    between = "The hills of Sarkand and the lakes of Pelagia are lovely. " * 9
    far = evidence(TALK.format(far=between), "will sign", gazetteer)
    assert "characters since the other side was named 300 to 600" in far
    assert "others named since 2 to 3" in far
    assert "its share of those named around under 0.2" not in near


def test_affairs_at_home_near_a_passage_are_told(gazetteer: Gazetteer) -> None:
    home = "Inflation is down, and Medicare and student loans are what voters ask the senators about."
    told = evidence(TALK.format(far=home), "will sign", gazetteer)
    assert "home affairs near from 4" in told
    assert "home affairs near under 1" in evidence(TALK.format(far=""), "will sign", gazetteer)
