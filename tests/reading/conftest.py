"""An invented world for the reading tests: three states, one organisation, a few officials."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

import issues.reference
from issues.reading.gazetteer import Gazetteer, OfficialEntry, PartyEntry, TenureEntry
from issues.reading.packs import LanguagePack, parse_pack

LANGUAGES = Path(issues.reference.__file__).parent / "languages"

PARTIES = (
    PartyEntry(
        "XV",
        "demo",
        {"en": ("Valdoria", "Republic of Valdoria", "Korvast", "VR"), "ru": ("Вальдория", "Корваст")},
        {"en": ("Valdorian",), "ru": ("вальдорский",)},
        {"en": ("Valdorian", "Valdorians"), "ru": ("вальдорец",)},
    ),
    PartyEntry(
        "XN",
        "demo",
        {"en": ("Nordmark", "Kingdom of Nordmark", "Halvik"), "ru": ("Нордмарк", "Хальвик")},
        {"en": ("Nordmarkian",), "ru": ("нордмаркский",)},
        {"en": ("Nordmarker", "Nordmarkers"), "ru": ("нордмаркец",)},
    ),
    PartyEntry(
        "XS",
        "demo",
        {"en": ("Sarkand", "Temurat"), "ru": ("Сарканд", "Темурат")},
        {"en": ("Sarkandi",), "ru": ("саркандский",)},
        {"en": ("Sarkandi", "Sarkandis"), "ru": ("саркандец",)},
    ),
    PartyEntry("XO", "demo", {"en": ("Ostmark",)}, {"en": ("Ostmarkian",)}, {"en": ("Ostmarkers",)}),
    PartyEntry("XP", "demo", {"en": ("Pelagia",)}, {"en": ("Pelagian",)}, {"en": ("Pelagians",)}),
    PartyEntry("XU", "organisation", {"en": ("Inner Sea Union", "ISU"), "ru": ("Союз Внутреннего моря",)}),
)

OFFICIALS = (
    OfficialEntry(
        "elena-varga",
        "Elena Varga",
        ("Елена Варга",),
        "XV",
        (
            TenureEntry("Ambassador to Nordmark", "XV", date(2019, 1, 1), date(2023, 12, 31)),
            TenureEntry("Deputy Foreign Minister", "XV", date(2024, 1, 1), None),
        ),
    ),
    OfficialEntry(
        "tomas-lind",
        "Tomas Lind",
        ("Томас Линд",),
        "XN",
        (TenureEntry("Minister of Foreign Affairs", "XN", date(2022, 5, 1), None),),
    ),
    OfficialEntry(
        "sergei-orlov",
        "Sergei Orlov",
        ("Сергей Орлов",),
        "XV",
        (TenureEntry("President", "XV", date(2020, 1, 1), None),),
    ),
    OfficialEntry(
        "anna-lind",
        "Anna Lind",
        (),
        "XN",
        (TenureEntry("Minister of Transport", "XN", date(2021, 1, 1), date(2022, 12, 31)),),
    ),
)


def load_pack(language: str) -> LanguagePack:
    with (LANGUAGES / language / "phrases.toml").open("rb") as file:
        return parse_pack(tomllib.load(file))


@pytest.fixture(scope="session")
def packs() -> dict[str, LanguagePack]:
    return {language: load_pack(language) for language in ("en", "ru")}


@pytest.fixture(scope="session")
def gazetteer(packs: dict[str, LanguagePack]) -> Gazetteer:
    return Gazetteer(parties=PARTIES, officials=OFFICIALS, packs=packs.values())
