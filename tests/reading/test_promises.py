"""Five hundred sentences of officials: which of them owe something by a day, and by which.

texts/promises.tsv holds language, last day and sentence; "-" for no pledge with a date: told of the past,
denied, asked, conditional, demanded of others, or a date that comes by itself.
"""

from datetime import date
from pathlib import Path

import pytest

from issues.reading.gazetteer import Gazetteer
from issues.reading.marks import Marks
from issues.reading.pledges import find_plan, find_pledge
from issues.reading.signals import find_signal
from tests.reading.abroad import world_abroad

ON = date(2025, 6, 26)  # a Thursday
LINES = (Path(__file__).parent / "texts" / "promises.tsv").read_text(encoding="utf-8").splitlines()
CASES = [line.split("\t") for line in LINES]


def due_of(text: str, language: str, gazetteer: Gazetteer) -> str:
    marks = Marks(text, gazetteer=gazetteer, language=language)
    found = find_signal(marks, 0, len(text))
    pledge = find_pledge(marks, 0, len(text), found.promises or found.awaits, ON, language)
    if pledge is None or pledge.due is None:
        pledge = find_plan(marks, [found.ahead] if found.ahead else [], ON, language)
    return str(pledge.due.upper) if pledge and pledge.due else "-"


@pytest.mark.parametrize(("language", "due", "text"), CASES)
def test_what_is_owed_by_when(language: str, due: str, text: str, gazetteer: Gazetteer) -> None:
    read_by = gazetteer if language in ("en", "ru") else world_abroad()
    assert due_of(text, language, read_by) == due
