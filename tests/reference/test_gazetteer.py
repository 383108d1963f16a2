"""The gazetteer built from the files finds parties and people in two languages."""

import subprocess
import sys
from pathlib import Path

import pytest

from issues.reading.marks import Marks
from issues.reference import load_gazetteer, packs
from issues.reference.gazetteer import read_not_parties, read_pack
from issues.reference.tables import BadReferenceData

# Starts a fresh interpreter, because imports and caches of this one would hide the cost.
MEASURE = """
import time, issues.reading.reader
start = time.process_time()
import issues.reference as reference
reference.parties(), reference.people.people(), reference.issues()
print(time.process_time() - start)
"""


def found(text: str, language: str) -> list[tuple[str, str]]:
    hits = Marks(text, gazetteer=load_gazetteer(), language=language).parties
    return list(dict.fromkeys((hit.code, text[hit.start : hit.end]) for hit in hits))


def test_is_built_once() -> None:
    assert load_gazetteer() is load_gazetteer()
    assert {pack.language for pack in packs()} == {"ar", "en", "es", "fr", "pl", "pt", "ru", "zh"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the U.S. told us that", [("US", "U.S.")]),
        ("The US and the USA, not us", [("US", "US"), ("US", "USA")]),
        ("views from Washington and the Kremlin", [("US", "Washington"), ("RU", "Kremlin")]),
        ("Sino-Russian talks", [("CN", "Sino"), ("RU", "Russian")]),
        ("a turkey, fine china and Turkey", [("TR", "Turkey")]),
        (
            "the Democratic Republic of the Congo and Equatorial Guinea",
            [("CD", "Democratic Republic of the Congo"), ("GQ", "Equatorial Guinea")],
        ),
        ("Guinea-Bissau, Côte d’Ivoire", [("GW", "Guinea-Bissau"), ("CI", "Côte d’Ivoire")]),
        ("Northern Ireland and Ireland", [("GB", "Northern Ireland"), ("IE", "Ireland")]),
        ("North Korean and South Korean", [("KP", "North Korean"), ("KR", "South Korean")]),
        ("in Latin America, the South China Sea and New Mexico", []),
        ("the Buy Indian Act, Indian reservations and Mexican-Americans", []),
        ("the Organization of American States", [("OAS", "Organization of American States")]),
        (
            "the EU, NATO and the UN Security Council",
            [("EU", "EU"), ("NATO", "NATO"), ("UN", "UN Security Council")],
        ),
    ],
)
def test_finds_parties_in_english(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("члены российской делегации", [("RU", "российской")]),
        (
            "в Соединённых Штатах и Соединенных Штатах",
            [("US", "Соединённых Штатах"), ("US", "Соединенных Штатах")],
        ),
        ("российско-американские отношения", [("RU", "российско"), ("US", "американские")]),
        ("сообщили в Белом доме и Кремле", [("US", "Белом доме"), ("RU", "Кремле")]),
        ("граждане Польши вернулись, россиянами довольны", [("PL", "Польши"), ("RU", "россиянами")]),
        ("кроме того, перу писателя и Перу", [("PE", "Перу")]),
        ("страны Латинской Америки", []),
        ("Китайскую Народную Республику", [("CN", "Китайскую Народную Республику")]),
        ("северокорейская сторона и Южной Кореей", [("KP", "северокорейская"), ("KR", "Южной Кореей")]),
        ("в СБ ООН и Евросоюзе", [("UN", "СБ ООН"), ("EU", "Евросоюзе")]),
    ],
)
def test_finds_parties_in_russian(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "ru") == expected


@pytest.mark.parametrize(
    ("words", "slugs"),
    [
        (("Sergei", "Ryabkov"), ("sergey-ryabkov",)),
        (("Ryabkov",), ("sergey-ryabkov",)),
        (("Рябкова",), ("sergey-ryabkov",)),
        (("Марии", "Захаровой"), ("maria-zakharova",)),
        (("Байденом",), ("joe-biden",)),
        (("Xi",), ("xi-jinping",)),
        (("Sullivan",), ("jake-sullivan", "john-j-sullivan")),
    ],
)
def test_finds_people_under_any_spelling(words: tuple[str, ...], slugs: tuple[str, ...]) -> None:
    assert sorted(load_gazetteer().names.find(words)) == sorted(slugs)


def test_says_what_is_wrong_with_a_pack_or_a_list(tmp_path: Path) -> None:
    folder = tmp_path / "xx"
    folder.mkdir()
    pack = folder / "phrases.toml"
    for words, problem in (
        ('language = "english"', r"xx/phrases\.toml: .*ISO 639-1"),
        ("language = ", r"xx/phrases\.toml: .*line 1"),
        ('language = "en"', r"xx/phrases\.toml: this is the folder of another language"),
    ):
        pack.write_text(f"{words}\n", encoding="utf-8")
        with pytest.raises(BadReferenceData, match=problem):
            read_pack(folder)
    listed = folder / "not-parties.tsv"
    listed.write_text("forms\nLatin America\n\n", encoding="utf-8")
    with pytest.raises(BadReferenceData, match=r"not-parties\.tsv:3: forms is missing"):
        read_not_parties(listed)


def test_the_files_load_fast() -> None:
    run = subprocess.run([sys.executable, "-c", MEASURE], capture_output=True, text=True, check=True)  # noqa: S603
    assert float(run.stdout) < 0.4  # seconds of processor time; 0.08 on the machine it was written on
