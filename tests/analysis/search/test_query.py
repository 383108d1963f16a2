import pytest

from issues.analysis.search.query import DOCUMENTS, RELEVANCE, Query


def test_an_address_holds_the_whole_search() -> None:
    params = {
        "q": "  visas  -cargo ",
        "party": "XN",
        "year": "2026",
        "sort": "relevance",
        "after": "2026-01-01.7",
    }
    query = Query.read(params)
    assert query.words == "visas -cargo"
    assert query.chosen == (("party", "XN"), ("year", "2026"))
    assert query.address("/search/") == (
        "/search/?q=visas+-cargo&party=XN&year=2026&after=2026-01-01.7&sort=relevance"
    )
    assert Query.read({}).address("/search/") == "/search/"


@pytest.mark.parametrize(
    "params",
    [
        {"signal": "no such signal"},
        {"kind": "rumour"},
        {"year": "26"},
        {"year": "20²6"},
        {"year": "abcd"},
        {"sort": "price", "of": "people"},
        {"party": "  "},
        {"q": "\0"},
    ],
)
def test_what_means_nothing_is_left_out(params: dict[str, str]) -> None:
    assert Query.read(params) == Query()


def test_choosing_a_facet_again_lets_it_go_and_paging_begins_again() -> None:
    query = Query.read({"q": "visas", "signal": "offer", "after": ".3"})
    other = query.with_facet("party", "XN")
    assert (other.chosen, other.after) == ((("party", "XN"), ("signal", "offer")), "")
    assert other.with_facet("party", "XN").chosen == (("signal", "offer"),)


def test_documents_know_fewer_facets() -> None:
    query = Query.read({"of": DOCUMENTS, "party": "XN", "language": "ru"})
    assert query.chosen == (("language", "ru"),)


def test_relevance_needs_words() -> None:
    assert not Query.read({"sort": RELEVANCE}).by_relevance
    assert Query.read({"sort": RELEVANCE, "q": "visas"}).by_relevance


def test_long_words_are_cut() -> None:
    assert len(Query.read({"q": "visas " * 200}).words) == 300


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("“direct flights” –visas", '"direct flights" -visas'),
        ("«прямые рейсы» −визы", '"прямые рейсы" -визы'),
        ("„direct flights“", '"direct flights"'),
        ("talks — or no talks", "talks — or no talks"),  # a dash by itself leaves nothing out
        ("New–Norland", "New–Norland"),
    ],
)
def test_marks_as_phones_set_them_mean_what_straight_ones_mean(typed: str, read: str) -> None:
    query = Query.read({"q": typed})
    assert query.syntax == read
    assert query.words == typed  # which is what the box and the address keep
