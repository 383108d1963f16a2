"""The address tells the whole view, and an address that means nothing asks for nothing."""

from urllib.parse import parse_qsl

from hypothesis import given
from hypothesis import strategies as st

from issues.analysis.board.asked import MARKS, MONTHS, Asked, Group, Sort
from issues.vocabulary import Phase

VIEWS = st.builds(
    Asked,
    phase=st.sampled_from(["", *(phase.value for phase in Phase)]),
    category=st.sampled_from(["", "flights", "arms_control"]),
    party=st.sampled_from(["", "XN", "XV"]),
    marks=st.frozensets(st.sampled_from(MARKS)),
    group=st.sampled_from(["", *(group.value for group in Group)]),
    sort=st.sampled_from([sort.value for sort in Sort]),
    is_matrix=st.just(True),
    months=st.sampled_from(MONTHS),
)


@given(VIEWS)
def test_what_is_written_is_read(asked: Asked) -> None:
    address = asked.write("/board/")
    assert Asked.read(dict(parse_qsl(address.partition("?")[2]))) == asked


def test_the_plain_board_has_a_plain_address() -> None:
    assert Asked.read({}).write("/board/") == "/board/"
    assert Asked.read({"phase": "", "sort": "", "view": "table"}).write("/board/") == "/board/"


@given(st.dictionaries(st.sampled_from(["phase", "group", "sort", "view", "months", "silent"]), st.text()))
def test_nonsense_asks_for_nothing(params: dict[str, str]) -> None:
    asked = Asked.read(params)
    assert asked.phase in {"", *(phase.value for phase in Phase)}
    assert asked.months in MONTHS
    assert asked.group in {"", *(group.value for group in Group)}


def test_without_filters_the_rest_of_the_view_stays() -> None:
    asked = Asked.read({"phase": "stalled", "silent": "1", "sort": "name", "group": "phase"})
    assert asked.is_filtered
    assert asked.unfiltered.write("/board/") == "/board/?group=phase&sort=name"
