from issues.reading.steps import step


def test_a_number_is_told_as_the_step_it_falls_in() -> None:
    bounds = (2, 4.5)
    told = [step("words", value, bounds) for value in (0, 2, 4.4, 4.5, 100)]
    assert told == ["words under 2", "words 2 to 4.5", "words 2 to 4.5", "words from 4.5", "words from 4.5"]
