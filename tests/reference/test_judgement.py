from pathlib import Path

import pytest

from issues.reference import judge, officials, parties
from issues.reference.judgement import read_judge
from issues.reference.tables import BadReferenceData


def test_the_weights_are_there_for_the_languages_they_were_fitted_on() -> None:
    known = judge()
    assert set(known.thresholds) == set(known.texts) == {"en", "ru"}
    assert all(0 < known.thresholds[language] <= known.texts[language] < 1 for language in known.thresholds)
    assert all(abs(weight) < 5 for weight in known.weights.values())


def test_the_weights_name_nobody() -> None:
    """A weight is on how something is said, never on who says it or of whom."""
    words = {name.removeprefix("the word ") for name in judge().weights if name.startswith("the word ")}
    surnames = {official.name.split()[-1].casefold() for official in officials()}
    names = {party.name.casefold() for party in parties()}
    assert len(words) > 100
    assert not words & surnames - {"little", "may", "power"}
    assert not words & names


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        (["a\tmuch"], "weights.tsv:2: 'much' is no number"),
        (["a\t1", "a\t2"], "weights.tsv:3: 'a' is there twice"),
        (["\t1"], "weights.tsv:2: evidence is missing"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, lines: list[str], wrong: str) -> None:
    path = tmp_path / "weights.tsv"
    path.write_text("\n".join(["evidence\tweight", *lines]), encoding="utf-8")
    with pytest.raises(BadReferenceData, match=wrong):
        read_judge(path)


def test_thresholds_stand_among_the_weights(tmp_path: Path) -> None:
    path = tmp_path / "weights.tsv"
    rows = ["evidence\tweight", "base\t-1", "threshold en\t0.4", "text en\t0.6", "numerals\t0.5"]
    path.write_text("\n".join(rows), encoding="utf-8")
    known = read_judge(path)
    assert (known.base, dict(known.thresholds), dict(known.texts)) == (-1.0, {"en": 0.4}, {"en": 0.6})
    assert known.weights == {"numerals": 0.5}
