"""Labelled documents replayed as reviews, and the curve that is measured on them."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks.learning import __main__ as learning
from benchmarks.learning.curve import NEXT, Point, curves
from benchmarks.learning.replay import Replayed, replay, shuffled
from benchmarks.learning.report import drawing, table
from benchmarks.reading.cases import read_cases
from benchmarks.reading.world import gazetteer_for
from benchmarks.results import HERE
from issues.learning.features import Observer
from issues.learning.observation import Question
from issues.learning.suggester import examples_for
from tests.benchmarks.reading_cases import label, write_cases
from tests.learning.reviews import desk, observer

PARTIES = """
[[party]]
code = "XV"
names = {en = ["Valdoria"]}
adjectives = {en = ["Valdorian"]}
demonyms = {}
[[party]]
code = "XN"
names = {en = ["Nordmark"]}
adjectives = {en = ["Nordmark"]}
demonyms = {}
"""


TALK = """Valdoria and Nordmark talked, the Deputy Foreign Minister of Valdoria, Karel Aldren, told the press.

“We agreed with Nordmark to resume direct flights,” Aldren said.

“We will not issue visas to Nordmark diplomats,” Aldren added.

“The villa was not mentioned,” he said.
"""


@pytest.fixture
def replayed(tmp_path: Path) -> list[Replayed]:
    """Two passages that the reader finds, one labelled; and one labelled that it does not find."""
    labels = [
        label("We agreed with Nordmark to resume direct flights", TALK, signal="progress"),
        label("The villa was not mentioned", TALK, category="diplomatic_property", signal="none"),
    ]
    folder = write_cases(tmp_path, labels, texts={"a": TALK})
    (folder / "parties.toml").write_text(PARTIES, encoding="utf-8")
    return replay(read_cases(folder), gazetteer_for(folder))[f"{tmp_path.name}/a"]


def test_the_editor_corrects_to_the_labels_rejects_the_rest_and_adds_what_is_missing(
    replayed: list[Replayed],
) -> None:
    flights = next(one for one in replayed if one.label and one.label.category == "flights")
    assert flights.review.kept
    assert flights.review.proposed
    assert (flights.review.category, flights.review.signal) == ("flights", "progress")
    assert flights.review.passage.signal == "agreement"
    rejected = [one for one in replayed if not one.review.kept]
    assert "visas" in {one.review.passage.category for one in rejected}
    assert {one.label for one in rejected} == {None}
    added = [one for one in replayed if not one.review.proposed]
    assert [one.review.category for one in added] == ["diplomatic_property"]
    assert len({one.review.document for one in replayed}) == 1


def test_what_the_labels_also_accept_is_right_and_not_to_the_letter(tmp_path: Path) -> None:
    labels = [label("Valdoria and Nordmark agreed to resume direct flights", alt_signal=["progress"])]
    folder = write_cases(tmp_path, labels)
    (folder / "parties.toml").write_text(PARTIES, encoding="utf-8")
    one = next(
        one for one in replay(read_cases(folder), gazetteer_for(folder))[f"{tmp_path.name}/a"] if one.label
    )
    assert one.is_right(Question.SIGNAL, "agreement", to_the_letter=True)
    assert one.is_right(Question.SIGNAL, "progress", to_the_letter=False)
    assert not one.is_right(Question.SIGNAL, "progress", to_the_letter=True)
    assert not one.is_right(Question.SIGNAL, "refusal", to_the_letter=False)


def test_documents_are_shuffled_whole_and_alike_for_one_seed() -> None:
    watcher = observer()
    documents = _documents(watcher)
    order = [one.review.document for one in shuffled(documents, 7)]
    assert order == [one.review.document for one in shuffled(documents, 7)]
    assert order != [one.review.document for one in shuffled(documents, 8)]
    assert all(order[index] == order[index - index % 4] for index in range(len(order)))


def test_a_desk_that_means_something_raises_its_curve() -> None:
    points = curves(_documents(observer()), orders=2, after=(0, 100))[Question.SIGNAL]
    assert [point.reviews for point in points] == [0, 100]
    assert points[0].learned == points[0].rules
    assert points[1].learned > points[1].rules + 0.2
    assert points[1].let_in == 1


def test_too_little_left_is_not_drawn() -> None:
    found = curves(_documents(observer()), orders=1, after=(150,))
    assert found[Question.SIGNAL] == []


def test_table_and_drawing() -> None:
    points = {
        Question.SIGNAL: [
            Point(0, 3, 0.8, 0.8, 0.8, 0.5, 0.5, 0),
            Point(100, 3, 0.8, 0.85, 0.86, 0.5, 0.6, 1),
        ],
        Question.CATEGORY: [],
    }
    assert "    100    80.0     85.0   +5.0     86.0" in table(points)
    assert len(ElementTree.fromstring(drawing(points, "A & B".replace("&", "and")))) > 4  # noqa: S314 - our own


def test_it_runs_and_records_nothing_unless_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_cases(tmp_path, [label("Valdoria and Nordmark agreed to resume direct flights")])
    before = (HERE / "learning.jsonl").read_text() if (HERE / "learning.jsonl").is_file() else ""
    assert learning.main([str(folder), "--no-record", "--orders", "1"]) == 0
    assert "1 documents" in capsys.readouterr().out
    after = (HERE / "learning.jsonl").read_text() if (HERE / "learning.jsonl").is_file() else ""
    assert before == after
    assert learning.main([str(tmp_path / "nothing")]) == 2


def test_a_recorded_curve_is_json() -> None:
    path = HERE / "learning.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert all(point["reviews"] >= 0 for point in row["signal"])
        assert NEXT == 100


def _documents(watcher: Observer) -> dict[str, list[Replayed]]:
    """The invented desk of tests.learning, twice as large; its labels are not asked for."""
    documents: dict[str, list[Replayed]] = {}
    for review in desk(45):
        examples = {one: example for one in Question for example in examples_for(one, [review], watcher)}
        labelled = _Label(review.category or "", review.signal or "") if review.kept else None
        documents.setdefault(review.document, []).append(Replayed(review, examples, labelled))  # type: ignore[arg-type]  # as much of a label as is asked for
    return documents


class _Label:
    also_signals: frozenset[str] = frozenset()
    also_categories: frozenset[str] = frozenset()

    def __init__(self, category: str, signal: str) -> None:
        self.category = category
        self.signal = {"offer": "progress", "position": "none"}[signal]
