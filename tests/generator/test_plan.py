from datetime import date

import numpy as np
import pytest

from issues.generator.plan import FEW, ImpossibleArchiveError, Plan, issue_sizes

TODAY = date(2026, 11, 24)


def plan(statements: int, largest: int, issues: int = 0) -> Plan:
    return Plan.of(statements=statements, largest=largest, seed=1, today=TODAY, issues=issues)


@pytest.mark.parametrize(
    ("statements", "largest", "issues"),
    [(10_000, 5_000, 0), (1_000_000, 5_000, 0), (100, 40, 3), (1_000, 600, 25), (500, 150, 5)],
)
def test_sizes_are_told_and_add_up(statements: int, largest: int, issues: int) -> None:
    told = plan(statements, largest, issues)
    sizes = issue_sizes(told, np.random.default_rng(1))
    assert len(sizes) == told.issues
    assert sizes[0] == largest
    assert sizes[1:].max() < largest
    assert sizes.min() >= FEW
    assert sizes.sum() == told.linked


def test_a_large_archive_has_a_long_tail() -> None:
    sizes = np.sort(issue_sizes(plan(1_000_000, 5_000), np.random.default_rng(1)))
    assert np.median(sizes) < sizes.mean() / 1.2
    assert (sizes > 3_000).sum() < 100


def test_the_second_issue_is_of_one_size_in_archives_of_any_size() -> None:
    small, large = (issue_sizes(plan(n, 5_000), np.random.default_rng(1)) for n in (10_000, 200_000))
    assert small[1] == large[1] == 500


def test_the_first_two_issues_are_of_one_pair() -> None:
    told = plan(1_000_000, 5_000)
    assert told.pairs == 50
    assert [told.pair_of(issue) for issue in (0, 1, 2, 51, 50)] == [0, 0, 2, 1, 0]


@pytest.mark.parametrize(
    ("statements", "largest", "issues", "said"),
    [
        (10, 5, 0, "100 statements or more"),
        (1_000, 2, 0, "or more on the largest"),
        (1_000, 5_000, 0, "change --largest"),
        (1_000_000, 100, 20, "change --largest"),
        (1_000_000, 100, 10_000, "3 to 6500 issues"),
    ],
)
def test_what_cannot_be_is_refused(statements: int, largest: int, issues: int, said: str) -> None:
    with pytest.raises(ImpossibleArchiveError, match=said):
        plan(statements, largest, issues)
