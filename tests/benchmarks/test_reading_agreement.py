"""Our figures are those of the scorer that the cases' rules come from."""

import json
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from benchmarks.reading.cases import Cases, read_cases
from benchmarks.reading.figures import Figures, figures
from benchmarks.reading.run import SIGNALS, Found, run
from issues.reference import load_gazetteer

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "reading-cases"
SCORER = FOLDER / "score.py"

pytestmark = pytest.mark.skipif(
    not SCORER.is_file(), reason="the labelled documents and their scorer are not beside the repository"
)


@pytest.fixture(scope="module")
def cases() -> Cases:
    return read_cases(FOLDER)


@pytest.fixture(scope="module")
def found(cases: Cases) -> tuple[Found, ...]:
    return run(cases, load_gazetteer(), passes=1).found


def scored(found: list[Found], folder: Path) -> dict[str, Any]:
    """Let the scorer judge the same suggestions."""
    predictions, full = folder / "predictions.jsonl", folder / "full.json"
    rows = (
        {
            "doc": one.doc, "quote": one.quote, "start": one.start, "end": one.end,
            "speaker": one.speaker, "party": "+".join(one.party), "date": one.date,
            "relationship": list(one.relationship), "category": one.category,
            "signal": one.signal, "pledge_due": one.pledge_due,
        }
        for one in found
    )  # fmt: skip
    predictions.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    command = [sys.executable, str(SCORER), str(predictions), "--full", str(full), "--json"]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - the cases' own scorer
    result: dict[str, Any] = json.loads(full.read_text(encoding="utf-8"))
    return result


def check(ours: Figures, theirs: dict[str, Any]) -> None:
    statements = theirs["statements"]
    assert (ours.documents, ours.suggestions) == (theirs["documents_scored"], statements["predictions"])
    assert (ours.recall.part, ours.recall.whole) == (statements["matched"], statements["gold"])
    assert ours.one_to_one.value == statements["recall_one_to_one"]
    assert ours.on_labelled.whole == statements["passages_in_labelled_docs"]
    assert (ours.on_labelled.value or 0) == statements["precision_informative"]
    assert ours.false_alarms == statements["false_alarms"]
    assert (ours.verbatim.value or 0) == (theirs["offsets_hold"] or 0)
    kept = {name: share for name, share in ours.aspects.items() if share.whole}
    assert {name: share.whole for name, share in kept.items()} == {
        name: each["n"] for name, each in statements["on_matches"].items()
    }
    for name, share in kept.items():
        assert share.value == statements["on_matches"][name]["accuracy"], name
    detections = (
        (ours.pledges, statements["pledges"]),
        (ours.relevance, theirs["doc_relevance"]),
        (ours.issues, theirs["doc_has_issue"]),
        (ours.categories, theirs["doc_categories_micro"]),
    )
    for mine, other in detections:
        assert (mine.hits, mine.false_alarms, mine.misses) == (other["tp"], other["fp"], other["fn"])
    dated = statements["dated_pledges"]
    assert (ours.dated_pledges.part, ours.dated_pledges.whole) == (dated["found_with_a_date"], dated["gold"])


def test_on_what_the_reader_finds(cases: Cases, found: tuple[Found, ...], tmp_path: Path) -> None:
    assert len(found) > 50
    check(figures(cases, found), scored(list(found), tmp_path))


@pytest.mark.parametrize("seed", range(4))
def test_on_answers_made_wrong(cases: Cases, found: tuple[Found, ...], tmp_path: Path, seed: int) -> None:
    """Words moved, values exchanged, passages doubled and put into the irrelevant document."""
    wrong = [spoil(one, cases, _chance(seed, one)) for one in (*found, *found)]
    numbered = [replace(one, number=number) for number, one in enumerate(wrong)]
    check(figures(cases, numbered), scored(numbered, tmp_path))


def spoil(one: Found, cases: Cases, chance: random.Random) -> Found:
    document = next(document for document in cases.documents if document.name == one.doc)
    if chance.random() < 0.05:
        document = next(document for document in cases.documents if document.relevant is False)
    start = max(0, min(one.start + chance.randint(-150, 150), len(document.text) - 60))
    end = min(max(start + 40, one.end + chance.randint(-150, 300)), len(document.text))
    label = chance.choice(cases.labels)
    return replace(
        one,
        doc=document.name,
        quote=document.text[start:end],
        start=start,
        end=end,
        holds=True,
        speaker=chance.choice([one.speaker, label.speaker, label.position, None]),
        party=chance.choice([one.party, label.party]),
        date=chance.choice([one.date, label.date, "2023", None]),
        relationship=chance.choice([one.relationship, label.relationship]),
        category=chance.choice([one.category, label.category, None]),
        signal=chance.choice([one.signal, *SIGNALS]),
        pledge_due=chance.choice([one.pledge_due, label.pledge_due, "2026-22"]),
    )


def _chance(seed: int, one: Found) -> random.Random:
    return random.Random(f"{seed} {one.number}")
