"""The closed lists are whole: every word has its label, every signal its direction and its event class."""

import re
from pathlib import Path

import pytest

from issues import vocabulary
from issues.vocabulary import SIGNAL_DIRECTION, SIGNAL_PLOVER, PledgeOutcome, Role, Signal, Term

METHODOLOGY = Path(__file__).parent.parent / "docs" / "methodology.md"
LISTS = [
    value
    for value in vars(vocabulary).values()
    if isinstance(value, type) and issubclass(value, Term) and value is not Term
]
# The event classes of the PLOVER codebook (Open Event Data Alliance).
PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip


@pytest.mark.parametrize("words", LISTS, ids=lambda words: words.__name__)
def test_every_word_has_a_label_and_fits_its_column(words: type[Term]) -> None:
    assert len({term.label for term in words}) == len(words)
    for term in words:
        assert term.label
        assert len(term.value) <= 20
    assert words.choices() == [(term.value, term.label) for term in words]


def test_a_word_is_found_by_its_value_and_others_are_refused() -> None:
    assert Role("editor") is Role.EDITOR
    assert Role.EDITOR.label == "Editor"
    with pytest.raises(ValueError, match="not a valid Role"):
        Role("owner")


def test_every_signal_has_a_direction_and_an_event_class_or_none() -> None:
    assert set(SIGNAL_DIRECTION) == set(Signal)
    assert set(SIGNAL_PLOVER) == set(Signal)
    assert {code for code in SIGNAL_PLOVER.values() if code} <= PLOVER


def test_the_methodology_page_explains_every_signal_as_the_code_has_it() -> None:
    rows = re.findall(r"^\| ([a-z ]+) \| .+ \| (\w+) \| (\w+|–) \|$", METHODOLOGY.read_text(), re.MULTILINE)
    written = {label: (direction, plover) for label, direction, plover in rows if label != "signal"}
    assert written == {
        signal.label: (SIGNAL_DIRECTION[signal].value, SIGNAL_PLOVER[signal] or "–") for signal in Signal
    }


def test_overdue_is_a_word_for_pages_not_for_the_table() -> None:
    from issues.models import Pledge

    constraint = next(c for c in Pledge._meta.constraints if c.name == "pledge_overdue_is_computed")
    assert str(PledgeOutcome.OVERDUE) in repr(constraint)
