import json
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.reading import __main__ as bench
from benchmarks.reading.cases import Cases, read_cases
from benchmarks.reading.figures import Judged, figures
from benchmarks.reading.report import confusion_table, misses, table, worst
from benchmarks.reading.run import COARSE, SIGNALS, run
from benchmarks.reading.tallies import Confusion
from issues.reference import load_gazetteer
from issues.vocabulary import Signal
from tests.benchmarks.reading_cases import TEXT, label, write_cases
from tests.benchmarks.test_reading_figures import RESUME, VILLA, said

STATEMENT = """Statement by Press Secretary Ada Holm

France and Italy agreed on Monday to resume direct flights between Paris and Rome. France will open its
embassy's consular section in Rome by 20 April 2026, French Deputy Foreign Minister Ada Holm said.
"""


@pytest.fixture
def cases(tmp_path: Path) -> Cases:
    return read_cases(write_cases(tmp_path, [label(RESUME), label(VILLA, category="visas")]))


def test_every_signal_has_its_place_among_the_labels() -> None:
    assert set(COARSE) == set(Signal)
    assert set(COARSE.values()) == set(SIGNALS)


def test_the_table_has_a_row_for_each_group(cases: Cases) -> None:
    head, row = table({"all": figures(cases, [said(RESUME)])}).split("\n")
    assert head.split()[:4] == ["docs", "labels", "recall", "speaker"]
    assert row.split()[:5] == ["all", "1", "2", "0.500", "1.000"]


def test_what_was_missed_comes_before_what_is_wrong(cases: Cases) -> None:
    one, two = cases.labels
    wrong = Judged(one, said(RESUME), ("date",))
    worse = Judged(one, said(RESUME), ("speaker", "date"))
    fine = Judged(one, said(RESUME))
    missed = Judged(two, None)
    assert worst([wrong, fine, worse, missed], 9) == [missed, worse, wrong]
    assert worst([wrong, fine, worse, missed], 1) == [missed]


def test_misses_show_the_words_and_both_answers(cases: Cases) -> None:
    found = said(RESUME, speaker="Somebody Else")
    shown = misses(figures(cases, [found]).judged, false_alarms=[found], at_most=5)
    assert "[a] missed" in shown
    assert VILLA in shown
    assert "[a] speaker" in shown
    assert "label  Karel Aldren" in shown
    assert "read   Somebody Else" in shown
    assert "[a] false alarm" in shown


def test_the_confusion_reads_down_and_across() -> None:
    confusion = Confusion()
    confusion.add("setback", "none")
    rows = {line.split()[0]: line.split()[1:] for line in confusion_table(confusion).split("\n")[1:]}
    assert rows["setback"] == ["·"] * 6 + ["1"]
    assert rows["none"] == ["·"] * 7


def test_the_reader_is_told_title_and_day(tmp_path: Path) -> None:
    cases = read_cases(write_cases(tmp_path, [], texts={"a": STATEMENT}))
    result = run(cases, load_gazetteer(), passes=1)
    assert result.documents_per_second > 0
    assert result.found
    assert {one.date for one in result.found} == {"2026-03-01"}
    undated = replace(cases, documents=(replace(cases.documents[0], published=None),))
    assert "2026-03-01" not in {one.date for one in run(undated, load_gazetteer(), passes=1).found}


def test_the_command_prints_and_records(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_cases(tmp_path, [label(RESUME)], texts={"a": TEXT})
    recorded: list[tuple[str, object]] = []
    monkeypatch.setattr(bench, "record", lambda name, figures: recorded.append((name, figures)))
    monkeypatch.setattr("sys.argv", ["bench", str(tmp_path), "--passes", "1"])
    assert bench.main() == 0
    printed = capsys.readouterr().out
    assert "documents a second" in printed
    assert "Worst misses" in printed
    ((name, row),) = recorded
    assert name == "reading"
    assert json.loads(json.dumps(row))["labels"] == 1


def test_another_folder_is_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["bench", str(tmp_path)])
    assert bench.main() == 2
    assert "is missing" in capsys.readouterr().err


def test_the_cases_of_our_own_hold() -> None:
    cases = read_cases(bench.OWN_CASES)
    texts = {document.name: document.text for document in cases.documents}
    assert len(texts) >= 12
    assert {document.language for document in cases.documents} >= {"en", "ru"}
    assert sum(document.relevant is False for document in cases.documents) >= 5
    for one in cases.labels:
        assert texts[one.doc][one.start : one.end] == one.quote
        assert one.signal in SIGNALS
        document = next(document for document in cases.documents if document.name == one.doc)
        assert one.category in document.categories
    assert not [one for one in cases.documents if one.relevant and not one.categories]
