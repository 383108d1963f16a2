"""Every state is there, in two languages, and a wrong line is named."""

import re
from collections import Counter
from pathlib import Path

import pytest

from issues.reading.declension import adjective_forms
from issues.reference.parties import LANGUAGES, Party, parties, read_parties
from issues.reference.tables import BadReferenceData
from issues.vocabulary import PartyKind

# ISO 3166-1 alpha-2, officially assigned codes (249).
_CODES = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV
BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES
ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE
IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY
MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU
NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM
SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE
VG VI VN VU WF WS YE YT ZA ZM ZW
"""
ISO_3166_1 = _CODES.split()

# Territories for which a language has no customary adjective.
_NO_RUSSIAN = "BL BQ BV CC CK CX GS HM IO MO MP NF PM SH TC TF UM VG VI WF"
NO_ADJECTIVE = {"en": {"JE"}, "ru": set(_NO_RUSSIAN.split())}

CYRILLIC = re.compile(r"[А-Яа-яЁё]")
LATIN = re.compile(r"[A-Za-z]")


def by_code() -> dict[str, Party]:
    return {party.code: party for party in parties()}


def states() -> list[Party]:
    return [party for party in parties() if party.kind == PartyKind.STATE]


def test_every_state_of_the_standard_is_there_and_no_other() -> None:
    codes = [party.code for party in states()]
    assert len(ISO_3166_1) == 249
    assert codes == ISO_3166_1


def test_organisations_have_codes_of_their_own() -> None:
    codes = {party.code for party in parties() if party.kind == PartyKind.ORGANISATION}
    assert codes >= {"EU", "NATO", "UN", "OSCE", "IAEA", "OPCW", "CIS", "CSTO", "SCO", "BRICS", "G7", "G20"}
    assert codes >= {"ICAO", "ICRC", "AFU", "ASEAN", "ARABLEAGUE", "HAMAS"}
    assert not codes & set(ISO_3166_1)
    assert not [code for code in codes if re.fullmatch("X[A-Z]", code)], "XA–XZ belong to demo states"


def test_codes_and_names_come_once() -> None:
    for names in (
        [party.code for party in parties()],
        [party.name for party in parties()],
        [party.name_ru for party in parties()],
    ):
        assert [name for name, times in Counter(names).items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_means_one_party(language: str) -> None:
    named: dict[str, set[str]] = {}
    for party in parties():
        for name in (*party.names[language], *party.metonyms[language]):
            for form in filter(None, (each.strip() for each in name.split("|"))):
                named.setdefault(form, set()).add(party.code)
    assert {form: codes for form, codes in named.items() if len(codes) > 1} == {}


def test_every_state_with_a_customary_adjective_has_it_in_english_and_russian() -> None:
    missing = {
        language: {party.code for party in states() if not party.adjectives[language]}
        for language in NO_ADJECTIVE
    }
    assert missing == NO_ADJECTIVE


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_has_a_name_in_every_language(language: str) -> None:
    assert [party.code for party in states() if not party.names[language]] == []


# The states most in diplomatic news: their adjectives, and the capitals and houses that stand for them.
IN_THE_NEWS = """
US RU CN GB FR DE ES IT PL UA BY GE AM AZ KZ TR IR IQ SY LB IL JO EG SA AE QA YE LY DZ MA SD ET IN PK AF
BD MM TH VN PH ID JP KR KP TW AU CA MX CU VE CO BR AR CL NO SE FI DK NL CZ SK HU RO BG RS GR EE LT IE
"""


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"en", "ru"}))
def test_states_in_the_news_have_adjectives_and_metonyms(language: str) -> None:
    found, codes = by_code(), IN_THE_NEWS.split()
    unspoken = {"zh": set(codes), "ar": {"MM"}}.get(language, set())  # Chinese has no adjectives
    assert [code for code in codes if not found[code].adjectives[language]] == [
        code for code in codes if code in unspoken
    ]
    # the capital is called as the state, or as another one, or as a city elsewhere
    same = {("pl", "BR"), ("ar", "DZ"), ("pl", "MX"), ("ar", "JO"), ("pl", "CL")}
    assert [
        code for code in codes if not found[code].metonyms[language] and (language, code) not in same
    ] == []


def test_words_are_written_in_the_letters_of_their_language() -> None:
    for party in parties():
        for words in (party.names, party.metonyms, party.adjectives, party.demonyms):
            for language in ("en", "fr", "es", "pt", "pl", "zh", "ar"):
                assert not [word for word in words[language] if CYRILLIC.search(word)], party.code
            mixed = [word for word in words["ru"] if LATIN.search(word)]
            assert set(mixed) <= {"G7|", "G20|"}, party.code


def test_russian_names_carry_their_cases_and_keep_one_number_of_words() -> None:
    for party in parties():
        for name in (*party.names["ru"], *party.metonyms["ru"], *party.demonyms["ru"]):
            assert "|" in name, (party.code, name)
            forms = [form.split() for form in name.split("|") if form.strip()]
            assert len({len(form) for form in forms if "–" not in form and "—" not in form}) <= 2, name
    assert by_code()["RU"].names["ru"][0] == "Россия | России | Россию | Россией"
    assert by_code()["PE"].names["ru"][0] == "Перу|"


def test_russian_adjectives_decline_and_bring_their_compound() -> None:
    words = by_code()["RU"].adjectives["ru"]
    assert words[:2] == ("российский", "российско")
    assert {"российской", "российскую", "российских", "российскими"} <= adjective_forms(words[0])


def test_capitals_and_houses_of_government_are_metonyms() -> None:
    found = by_code()
    assert {"Moscow", "Kremlin"} <= set(found["RU"].metonyms["en"])
    assert {"Washington", "White House", "State Department", "Pentagon"} <= set(found["US"].metonyms["en"])
    assert {"London", "Downing Street", "Whitehall"} <= set(found["GB"].metonyms["en"])
    assert "Beijing" in found["CN"].metonyms["en"]
    assert "Tehran" in found["IR"].metonyms["en"]
    assert "Belgium" in found["BE"].names["en"]
    assert "Brussels" in found["EU"].metonyms["en"]
    assert found["RU"].forms()["names"]["en"][:1] == ("Russia",)
    assert "Moscow" in found["RU"].forms()["names"]["en"]


FILES = {
    "parties/states.tsv": ["code\tname\tname_ru", "XA\tNorland\tНорландия"],
    "parties/organisations.tsv": ["code\tname\tname_ru", "XORG\tLeague\tЛига"],
    "languages/en/parties.tsv": ["code\tuse\tforms", "XA\tadjective\tNorlandic"],
    "languages/ru/parties.tsv": [
        "code\tuse\tforms",
        "XA\tname\tНорландия | Норландии",
        "XORG\tname\tЛига | Лиги",
    ],
}


def folder_with(path: Path, name: str = "", *lines: str) -> Path:
    for file, good in FILES.items():
        content = [*good, *lines] if file == name else good
        (path / file).parent.mkdir(parents=True, exist_ok=True)
        (path / file).write_text("".join(f"{line}\n" for line in content), encoding="utf-8")
    return path


def test_reads_a_folder(tmp_path: Path) -> None:
    state, organisation = read_parties(folder_with(tmp_path))
    assert (state.code, state.kind, state.names["en"]) == ("XA", PartyKind.STATE, ("Norland",))
    assert state.entry().names["ru"] == ("Норландия | Норландии",)
    assert organisation.kind == PartyKind.ORGANISATION


@pytest.mark.parametrize(
    ("file", "line", "problem"),
    [
        ("parties/states.tsv", "xb\tSudland\tЮжландия", r"states\.tsv:3: 'xb' is not a code"),
        ("parties/states.tsv", "XORG\tSudland\tЮжландия", r"organisations\.tsv:2: XORG is listed twice"),
        (
            "parties/states.tsv",
            "XB\tSudland\tЮжландия",
            r"states\.tsv:3: the first Russian name of XB must be",
        ),
        ("languages/en/parties.tsv", "XC\tname\tWestland", r"en/parties\.tsv:3: no party has the code 'XC'"),
        ("languages/en/parties.tsv", "XA\tnickname\tThe North", r"en/parties\.tsv:3: use is one of"),
        (
            "languages/en/parties.tsv",
            "XA\tadjective\tNorlandic",
            r"en/parties\.tsv:3: 'Norlandic' is already a adjective of XA",
        ),
        ("languages/en/parties.tsv", "XA\tname\t", r"en/parties\.tsv:3: forms is missing"),
        (
            "languages/ru/parties.tsv",
            "XA\tadjective\tнорландский | норландская",
            r"ru/parties\.tsv:4: an adjective is given in the",
        ),
    ],
)
def test_names_the_wrong_line(tmp_path: Path, file: str, line: str, problem: str) -> None:
    with pytest.raises(BadReferenceData, match=problem):
        read_parties(folder_with(tmp_path, file, line))
