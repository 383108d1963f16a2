import pytest

from benchmarks.reading.values import codes_of, last_day, same_date, same_name, same_position


@pytest.mark.parametrize("given", ["XV-XN", "xn+xv", ["XV", "XN"], ["xn", "xv", "XN"]])
def test_codes_are_sorted_however_written(given: str | list[str]) -> None:
    assert codes_of(given) == ("XN", "XV")


def test_nothing_has_no_codes() -> None:
    assert codes_of(None) == codes_of("") == ()


@pytest.mark.parametrize(
    "given",
    ["Sergei Aldrenov", "Сергей Алдренов", "S. Aldrenov", "Aldrenov", "Aldrenov Sergey",
     "Deputy Minister Sergey Aldrenov", "Sergey Petrovich Aldrenov"],
)  # fmt: skip
def test_a_name_is_known_in_other_spellings(given: str) -> None:
    assert same_name(given, "Sergey Aldrenov")


@pytest.mark.parametrize("given", ["Sergey", "Maria Aldrenova", "Karel Oster", "", None, "S."])
def test_another_name_is_another_person(given: str | None) -> None:
    assert not same_name(given, "Sergey Aldrenov")


def test_whoever_is_unnamed_is_nobody_or_described() -> None:
    assert same_position(None, "Senior Administration Official")
    assert same_position("a senior official", "Senior Administration Official")
    assert not same_position("Karel Aldren", "Senior Administration Official")
    assert not same_position("Karel Aldren", "")


@pytest.mark.parametrize(
    ("given", "right"),
    [("2026-06-26", True), ("2026-06", True), ("2026", True), ("2026-06-26~", True),
     ("2026-07", False), ("202", False), ("", False), (None, False)],
)  # fmt: skip
def test_dates_may_be_more_or_less_precise(given: str | None, right: bool) -> None:
    assert same_date(given, "2026-06-26") is right


@pytest.mark.parametrize(
    ("edtf", "day"),
    [("../2026-08-31", "2026-08-31"), ("2026-06-26/2026-08-31", "2026-08-31"), ("2026-22", "2026-08-31"),
     ("2024-02", "2024-02-29"), ("2026", "2026-12-31"), ("2026-06-26~", "2026-06-26"),
     ("2026-06-26/..", None), ("2026-13", None), (None, None)],
)  # fmt: skip
def test_the_last_day_of_a_date(edtf: str | None, day: str | None) -> None:
    assert last_day(edtf) == day
