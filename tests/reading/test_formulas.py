"""Stock phrases of a voice."""

from hypothesis import given
from hypothesis import strategies as st

from issues.reading.formulas import formulas
from issues.reading.tokens import tokenise

STOCK = "step by step and without preconditions"


def test_a_phrase_in_three_statements_is_found_whatever_its_case_and_punctuation() -> None:
    found = formulas(
        [
            "We will resume flights step by step, and without preconditions.",
            "Talks go on.",
            "Step by step and without preconditions: that is our offer.",
            "STEP BY STEP AND WITHOUT PRECONDITIONS!",
        ]
    )
    assert [(formula.words, formula.places) for formula in found] == [
        ("step by step, and without preconditions", (0, 2, 3))
    ]


def test_twice_is_no_habit() -> None:
    assert formulas([f"We act {STOCK}.", f"They act {STOCK}."]) == ()


def test_a_part_of_a_phrase_stands_alone_only_where_it_is_more_frequent() -> None:
    long = "our diplomatic property must be returned without further delay"
    short = "our diplomatic property must be returned"
    found = formulas([long, long, long, f"Today {short}."])
    assert [(formula.words, len(formula.places)) for formula in found] == [(short, 4), (long, 3)]


def test_empty_words_make_no_phrase() -> None:
    assert formulas(["It is what it is to us and to them."] * 3) == ()
    assert formulas(["Это то, что мы с вами и для них."] * 3) == ()


def test_russian_phrases_are_found() -> None:
    found = formulas(
        [f"{before} вернуть незаконно отнятую собственность" for before in ("Надо", "Пора", "Просим")]
    )
    assert [formula.words for formula in found] == ["вернуть незаконно отнятую собственность"]


def test_no_phrase_runs_from_one_statement_into_the_next() -> None:
    assert (
        formulas(["alpha beta", "gamma delta", "alpha beta", "gamma delta", "alpha beta", "gamma delta"])
        == ()
    )


WORDS = st.lists(st.sampled_from(["ant", "bee", "cow", "dog", "the", "of"]), max_size=14).map(" ".join)


def _has(text: str, words: list[str]) -> bool:
    norms = tokenise(text).norms
    return any(norms[at : at + len(words)] == words for at in range(len(norms)))


@given(st.lists(WORDS, max_size=8))
def test_each_formula_stands_in_just_the_statements_that_it_names(texts: list[str]) -> None:
    for formula in formulas(texts):
        words = tokenise(formula.words).norms
        assert formula.places == tuple(n for n, text in enumerate(texts) if _has(text, words))
        assert len(formula.places) >= 3
        assert len(words) >= 4


@given(st.lists(WORDS, max_size=8))
def test_every_frequent_phrase_is_part_of_a_formula_as_frequent(texts: list[str]) -> None:
    """By trying each run of each statement: nothing is missed, and nothing is there twice."""
    found = {tuple(tokenise(formula.words).norms): formula.places for formula in formulas(texts)}
    runs = {
        tuple(norms[first:last])
        for text in texts
        for norms in [tokenise(text).norms]
        for first in range(len(norms))
        for last in range(first + 4, len(norms) + 1)
        if sum(word not in ("the", "of") for word in norms[first:last]) >= 3
    }
    places = {run: tuple(n for n, text in enumerate(texts) if _has(text, list(run))) for run in runs}
    frequent = {run: where for run, where in places.items() if len(where) >= 3}
    maximal = {
        run: where
        for run, where in frequent.items()
        if not any(
            len(other) > len(run) and frequent[other] == where and _has(" ".join(other), list(run))
            for other in frequent
        )
    }
    assert found == maximal
