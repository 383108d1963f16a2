from typing import Any

import pytest

from issues.reading.packs import STRONG, PackError, parse_pack


def test_a_pack_labels_its_phrases() -> None:
    pack = parse_pack(
        {
            "language": "en",
            "lists": {"negations": ["no", "not"]},
            "categories": {"flights": {"strong": ["direct flight*"], "against": ["flight of stairs"]}},
            "signals": {"no_progress": ["{negations} progress"]},
            "office": {"spokesperson": ["spokesman"]},
        }
    )
    labels = dict(pack.phrases)
    assert labels["direct flight*"].weight == STRONG
    assert labels["flight of stairs"].kind == "against"
    assert labels["(no|not) progress"].value == "no_progress"
    assert labels["spokesman"].kind == "office"
    assert pack.categories == ("flights",)
    assert pack.words("negations") == {"no", "not"}
    assert pack.words("unheard of") == frozenset()


@pytest.mark.parametrize(
    ("data", "where"),
    [
        ({}, "language"),
        ({"language": "english"}, "language"),
        ({"language": "en", "signals": {"happy": ["hooray"]}}, "happy"),
        ({"language": "en", "signals": {"progress": "hooray"}}, "signals.progress"),
        ({"language": "en", "categories": {"flights": {"medium": ["a"]}}}, "categories.flights.medium"),
        ({"language": "en", "speech": {"say": ["said .."]}}, "speech"),
        ({"language": "en", "speech": {"say": ["{nothing} said"]}}, "nothing"),
        ({"language": "en", "lists": ["a"]}, "lists"),
        ({"language": "en", "deed": {"dances": ["dance*"]}}, r"\[deed\] dances"),
        ({"language": "en", "thing": {"weather": ["rain"]}}, r"\[thing\] weather"),
        ({"language": "en", "mood": {"gay": ["tra la"]}}, r"\[mood\] gay"),
    ],
)
def test_a_faulty_pack_says_where(data: dict[str, Any], where: str) -> None:
    with pytest.raises(PackError, match=where):
        parse_pack(data)


def test_the_packs_of_the_project_can_be_read(packs: dict[str, Any]) -> None:
    for pack in packs.values():
        assert set(pack.categories) >= {"flights", "diplomatic_property", "visas", "prisoner_exchange"}
        assert set(pack.categories) >= {"arms_control", "other_bilateral"}
