import json
from pathlib import Path

import pytest

from benchmarks.reading.cases import BadCases, read_cases
from benchmarks.reading.world import gazetteer_for
from issues.reference import load_gazetteer
from tests.benchmarks.reading_cases import TEXT, label, write_cases


def test_labels_and_documents_are_read(tmp_path: Path) -> None:
    said = label("We refuse to return the villa", alt_category=["visas"], alt_relationship=[["XV", "XA"]])
    cases = read_cases(write_cases(tmp_path, [said]))
    (document,), (one,) = cases.documents, cases.labels
    assert (document.text, document.title, document.published) == (TEXT, "Flights", "2026-03-01")
    assert (one.relationship, one.party, one.speaker) == (("XN", "XV"), ("XV",), "Karel Aldren")
    assert one.also_categories == {"visas"}
    assert one.also_relationships == {("XA", "XV")}


def test_line_ends_stay_as_they_were_published(tmp_path: Path) -> None:
    cases = read_cases(write_cases(tmp_path, [], texts={"a": "One.\r\nTwo."}))
    assert cases.documents[0].text == "One.\r\nTwo."


@pytest.mark.parametrize("mark", [{"dup_of": "b"}, {"ambiguous": True}])
def test_what_is_not_judged_is_left_out(tmp_path: Path, mark: dict[str, object]) -> None:
    write_cases(tmp_path, [label("We refuse")], texts={"a": TEXT}, **mark)
    with pytest.raises(BadCases, match="no document"):
        read_cases(tmp_path)


def test_a_document_without_its_text_is_left_out(tmp_path: Path) -> None:
    write_cases(tmp_path, [label("We refuse")], texts={"a": TEXT, "b": "Rain."})
    (tmp_path / "docs" / "a.txt").unlink()
    cases = read_cases(tmp_path)
    assert [document.name for document in cases.documents] == ["b"]
    assert cases.labels == ()


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    write_cases(tmp_path, [label("We refuse")])
    with (tmp_path / "gold.jsonl").open("a", encoding="utf-8") as file:
        file.write("{nonsense\n")
    with pytest.raises(BadCases, match=r"gold\.jsonl, line 2"):
        read_cases(tmp_path)


def test_a_folder_of_something_else_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadCases, match="is missing"):
        read_cases(tmp_path)


def test_other_spellings_are_read(tmp_path: Path) -> None:
    write_cases(tmp_path, [label("We refuse")])
    (tmp_path / "aliases.json").write_text(json.dumps({"Karel Aldren": ["Карел Алдрен"]}), encoding="utf-8")
    assert read_cases(tmp_path).aliases == {"Karel Aldren": ("Карел Алдрен",)}


def test_a_folder_may_invent_states(tmp_path: Path) -> None:
    known = set(load_gazetteer().parties)
    assert set(gazetteer_for(tmp_path).parties) == known
    (tmp_path / "parties.toml").write_text(
        '[[party]]\ncode = "XV"\nnames.en = ["Valdoria"]\n', encoding="utf-8"
    )
    invented = gazetteer_for(tmp_path)
    assert set(invented.parties) - known == {"XV"}
    assert invented.parties["XV"].names == {"en": ("Valdoria",)}
    assert invented.officials == load_gazetteer().officials


@pytest.mark.parametrize("broken", ["party = 1", "[[party]]\nname = 2", "nonsense", "[other]"])
def test_invented_states_written_wrongly_are_refused(tmp_path: Path, broken: str) -> None:
    (tmp_path / "parties.toml").write_text(broken, encoding="utf-8")
    with pytest.raises(BadCases, match=r"parties\.toml cannot be read"):
        gazetteer_for(tmp_path)
