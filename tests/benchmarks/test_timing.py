from benchmarks.timing import in_turns


def test_each_is_called_once_a_round_in_turns_after_one_that_does_not_count() -> None:
    called: list[str] = []
    seconds = in_turns({"a": lambda: called.append("a"), "b": lambda: called.append("b")}, rounds=2)
    assert called == ["a", "b"] * 3
    assert seconds.keys() == {"a", "b"}
    assert all(0 <= taken < 1 for taken in seconds.values())
