import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from benchmarks.judging import __main__ as command
from benchmarks.judging.curves import by_text
from benchmarks.judging.examples import IRRELEVANT, JUDGED, UNKNOWN, Example, read_examples
from benchmarks.judging.fitting import evidence_of, fit, held_back, table
from benchmarks.reading.cases import BadCases
from issues.reference.judgement import read_judge
from tests.benchmarks.reading_cases import TEXT, label, write_cases

PARTIES = """
[[party]]
code = "XV"
names = {en = ["Valdoria"]}
adjectives = {en = ["Valdorian"]}

[[party]]
code = "XN"
names = {en = ["Nordmark"]}
adjectives = {en = ["Nordmarkian"]}
"""
AGREED = "Valdoria and Nordmark agreed to resume direct flights"
EXAMPLE = Example("f/a", "en", ("numerals",), True, 1.0, sure=True, faint=False, reviewed=False)


def folder(path: Path) -> Path:
    write_cases(path, [label(AGREED)])
    (path / "parties.toml").write_text(PARTIES, encoding="utf-8")
    return path


def test_what_answers_a_label_rightly_is_to_be_kept(tmp_path: Path) -> None:
    examples = list(read_examples(folder(tmp_path)))
    kept = [example for example in examples if example.label]
    assert kept
    assert all(example.keep and "matter flights" in example.evidence for example in kept)
    assert any(not example.keep and example.weight < 1 for example in examples)


def test_an_editors_word_counts_where_there_is_one(tmp_path: Path) -> None:
    place = folder(tmp_path)
    sentence = f"{AGREED}, Deputy Minister Karel Aldren said."
    start = TEXT.index(sentence)
    word = {"doc": "a", "start": start, "end": start + len(sentence), "category": "flights"}
    line = json.dumps(word | {"relationship": ["XV", "XN"], "keep": False})
    (place / JUDGED).write_text(line, encoding="utf-8")
    first, *others = sorted(read_examples(place), key=lambda example: -example.weight)
    assert first.reviewed
    assert not first.keep
    assert {example.weight for example in others} <= {UNKNOWN}


def test_a_broken_review_is_named(tmp_path: Path) -> None:
    place = folder(tmp_path)
    (place / JUDGED).write_text('{"doc": "a"}', encoding="utf-8")
    with pytest.raises(BadCases, match=r"judged\.jsonl, line 1"):
        list(read_examples(place))


def many(times: int = 40) -> list[Example]:
    """Half of the examples have numerals and are kept; each two stand in a document of their own."""
    return [
        replace(
            EXAMPLE, group=f"f/{n // 2}", keep=n % 2 == 0, evidence=("numerals",) if n % 2 == 0 else ("asks",)
        )
        for n in range(times)
    ]


def test_what_decides_is_given_the_weight() -> None:
    examples = many()
    names = evidence_of(examples)
    assert names == ["asks", "numerals"]
    keep = np.array([float(example.keep) for example in examples])
    weights = fit(table(examples, names), keep, np.ones(len(examples)), penalty=1.0)
    assert weights[1] > 1 > -1 > weights[0]


def test_each_document_is_judged_by_weights_that_never_saw_it() -> None:
    examples = many()
    found = table(examples, evidence_of(examples))
    likely = held_back(examples, found)
    assert likely[::2].min() > likely[1::2].max()
    turned = [
        replace(example, keep=not example.keep) if example.group == "f/0" else example for example in examples
    ]
    assert held_back(turned, found)[:2] == pytest.approx(likely[:2])


def test_evidence_of_few_documents_has_no_weight() -> None:
    assert evidence_of([replace(EXAMPLE, group="f/one") for _ in range(100)]) == []


def test_of_a_text_with_doubtful_candidates_alone_nothing_is_proposed() -> None:
    clear = replace(EXAMPLE, group="f/clear", label="f/0")
    poor = replace(EXAMPLE, group="f/poor", keep=False, weight=IRRELEVANT)
    told = by_text("en", [clear, poor], np.array([0.9, 0.45]), 0.2).splitlines()
    assert told[0].endswith("lost of 1, alarms of 1")
    assert told[3] == "  0.40   –  of 0  0.50 of 2  1.00  0  1"
    assert told[4] == "  0.50   –  of 0  1.00 of 1  1.00  0  0"
    assert told[-1] == "  0.80   –  of 0  1.00 of 1  1.00  0  0"


def test_what_nobody_judged_teaches_nothing() -> None:
    unknown = [replace(one, weight=UNKNOWN, keep=False) for one in many()]
    assert evidence_of(unknown) == []
    examples = [*many(), *unknown]
    found = table(examples, evidence_of(examples))
    assert held_back(examples, found)[: len(unknown)] == pytest.approx(
        held_back(examples[: len(unknown)], found[: len(unknown)]), abs=0.2
    )


def test_the_weights_are_written_as_the_reader_reads_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    written = tmp_path / "weights.tsv"
    monkeypatch.setattr(command, "FILE", written)
    monkeypatch.setattr(command, "read_examples", lambda _: many())
    assert command.main(["folder", "--write", "--en", "0.4"]) == 0
    known = read_judge(written)
    assert known.thresholds["en"] == 0.4
    assert known.weights["numerals"] > 0 > known.weights["asks"]
    assert "each document held back once" in capsys.readouterr().out


def test_a_folder_without_labels_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main([str(tmp_path)]) == 2
    assert "gold_docs.jsonl" in capsys.readouterr().err
