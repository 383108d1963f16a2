"""Silence is said only where somebody listened."""

from datetime import date, timedelta

from issues.analysis.listening import Ear, deaf, listened

TODAY = date(2026, 11, 24)
SINCE = TODAY - timedelta(days=40)


def ear(source: int = 1, *, newest: int | None = 2, first_poll: int | None = 300, failing: int = 0) -> Ear:
    """A source by days ago: its newest publication, its first poll, and how long it has failed."""
    return Ear(
        source,
        f"Courier {source}",
        None if newest is None else TODAY - timedelta(days=newest),
        None if first_poll is None else TODAY - timedelta(days=first_poll),
        frozenset(TODAY - timedelta(days=back) for back in range(failing, 61)),
    )


def hears(one: Ear) -> bool:
    return listened(one, since=SINCE, today=TODAY)


def test_a_source_that_answered_and_brought_others_words_listened() -> None:
    assert hears(ear())


def test_one_that_brought_nothing_since_is_silent_itself() -> None:
    assert not hears(ear(newest=40))
    assert not hears(ear(newest=None))


def test_one_that_failed_a_quarter_of_the_days_did_not() -> None:
    assert hears(ear(failing=9))
    assert not hears(ear(failing=12))


def test_days_before_its_first_poll_are_not_held_against_it() -> None:
    """A feed that was added yesterday brings last month's news as well."""
    assert hears(ear(first_poll=0, failing=61))
    assert not hears(ear(first_poll=5, failing=61))


def test_what_is_pasted_listens_when_something_newer_was_pasted() -> None:
    assert hears(ear(first_poll=None, failing=61))
    assert not hears(ear(first_poll=None, newest=41))


def test_half_of_the_words_must_come_from_sources_that_listened() -> None:
    ears = [ear(1), ear(2, failing=30)]
    assert deaf([1, 2], ears, since=SINCE, today=TODAY) == ()
    assert [one.source for one in deaf([1, 2, 2], ears, since=SINCE, today=TODAY)] == [2]
    assert deaf([], ears, since=SINCE, today=TODAY) == ()


def test_sources_of_others_do_not_matter() -> None:
    ears = [ear(1, failing=30), ear(2), ear(3, failing=60)]
    assert [one.source for one in deaf([1], ears, since=SINCE, today=TODAY)] == [1]
