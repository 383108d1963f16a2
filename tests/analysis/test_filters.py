"""Filters travel in the address and back."""

from datetime import date
from urllib.parse import parse_qsl, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from issues.analysis.filters import Cursor, Filters, toggled, write_address
from issues.analysis.windows import Window, read_window
from issues.vocabulary import Signal

TODAY = date(2026, 11, 24)
WINDOW = Window("3y", date(2023, 11, 24), TODAY)

CURSORS = st.builds(Cursor, st.none() | st.dates(), st.integers(0, 10**15))
FILTERS = st.builds(
    Filters,
    party=st.sampled_from(["", "XN", "others"]),
    signal=st.sampled_from(["", *(signal.value for signal in Signal)]),
    official=st.sampled_from(["", "karel-aldren"]),
    evidence=st.none() | st.integers(1, 10**15),
    before=st.none() | CURSORS,
)


@given(FILTERS, st.sampled_from(["3m", "1y", "3y"]))
def test_an_address_says_the_whole_view(filters: Filters, name: str) -> None:
    window = read_window({"window": name}, first=None, today=TODAY)
    address = write_address("/issues/x/", window, filters, default_window=False)
    params = dict(parse_qsl(urlsplit(address).query))
    assert Filters.read(params) == filters
    assert read_window(params, first=None, today=TODAY) == window


def test_the_default_view_has_a_bare_address() -> None:
    assert write_address("/issues/x/", WINDOW, Filters(), default_window=True) == "/issues/x/"


@given(st.dictionaries(st.sampled_from(["signal", "evidence", "before", "party", "official"]), st.text()))
def test_junk_filters_nothing_and_breaks_nothing(params: dict[str, str]) -> None:
    filters = Filters.read(params)
    assert filters.signal in {"", *Signal}
    assert len(filters.party) <= 12


def test_choosing_again_lets_go_and_begins_at_the_newest() -> None:
    chosen = toggled(Filters(before=Cursor(TODAY, 5)), "party", "XN")
    assert (chosen.party, chosen.before) == ("XN", None)
    assert toggled(chosen, "party", "XN").party == ""
    assert toggled(chosen, "party", "XV").party == "XV"
