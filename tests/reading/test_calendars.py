"""On which day a speaker said something, where the words beside it name none."""

import pytest

from issues.reading.gazetteer import Gazetteer
from tests.reading.reading_help import about, read

PUBLISHED = "2025-03-03"  # a Monday

REPORT = """Nordmark will close its airspace to all airlines of Valdoria from Thursday, Transport Minister \
Erik Solvang announced {day}.

“We gave them six months. The agreement on air services with Valdoria is suspended,” Solvang told reporters.

“Nordmark has closed our consulate in Halvik,” Valdorian Foreign Minister Olga Brenn said.
"""


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("on Sunday", "2025-03-02"),
        ("on 12 February", PUBLISHED),  # too long ago for what is told today
    ],
)
def test_who_spoke_on_a_day_spoke_on_it_further_on(day: str, expected: str, gazetteer: Gazetteer) -> None:
    found = read(REPORT.format(day=day), gazetteer, published=PUBLISHED)
    (suspended,) = about(found, "is suspended")
    assert suspended.stated_on is not None
    assert (suspended.speaker, suspended.stated_on.edtf) == ("Erik Solvang", expected)
    (closed,) = about(found, "our consulate")
    assert closed.stated_on is not None
    assert closed.stated_on.edtf == PUBLISHED


INTERVIEW = """*Valdoria's ambassador to Nordmark, Olga Brenn, came home last week. {lead}*

**Are there flights again?**

No. Direct flights to Nordmark are still suspended.

**And visas?**

Nordmark has stopped issuing visas to our drivers.
"""


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("She spoke to the Courier on Saturday.", "2025-03-01"),
        ("Her house stood empty until Saturday.", PUBLISHED),
    ],
)
def test_the_lead_dates_an_interview(lead: str, expected: str, gazetteer: Gazetteer) -> None:
    found = read(INTERVIEW.format(lead=lead), gazetteer, "Olga Brenn on a hard year", published=PUBLISHED)
    assert found
    assert {one.stated_on.edtf for one in found if one.stated_on} == {expected}
