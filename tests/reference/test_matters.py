"""The categories and the issues the tracker starts with."""

from pathlib import Path

import pytest

from issues import vocabulary
from issues.reference.matters import categories, issues, read_matters, relationships
from issues.reference.tables import BadReferenceData


def test_categories_are_those_of_the_vocabulary_in_order() -> None:
    assert [(category.slug, category.position) for category in categories()] == [
        (vocabulary.CATEGORY_FLIGHTS, 1),
        (vocabulary.CATEGORY_DIPLOMATIC_PROPERTY, 2),
        (vocabulary.CATEGORY_VISAS, 3),
        (vocabulary.CATEGORY_PRISONER_EXCHANGE, 4),
        (vocabulary.CATEGORY_ARMS_CONTROL, 5),
        (vocabulary.CATEGORY_OTHER_BILATERAL, 6),
    ]
    assert all(category.definition.endswith(".") for category in categories())


def test_russia_and_the_united_states_have_their_five_issues() -> None:
    (pair,) = relationships()
    assert (pair.first, pair.second, pair.slug) == ("RU", "US", "ru-us")
    assert [issue.category for issue in issues() if issue.relationship == "ru-us"] == [
        "flights",
        "diplomatic_property",
        "visas",
        "prisoner_exchange",
        "arms_control",
    ]
    assert len({issue.slug for issue in issues()}) == len(issues())
    assert all(issue.title and issue.title_ru and issue.summary.endswith(".") for issue in issues())


FILES = {
    "categories.tsv": [
        "slug\tname\tname_ru\tdefinition",
        "ferries\tFerries\tПаромы\tShips between two parties.",
    ],
    "relationships.tsv": ["first\tsecond\tslug", "XA\tXB\txa-xb"],
    "issues.tsv": [
        "slug\trelationship\tcategory\ttitle\ttitle_ru\tsummary",
        "xa-xb-ferries\txa-xb\tferries\tFerries\tПаромы\tWhether they run.",
    ],
}


@pytest.mark.parametrize(
    ("file", "line", "problem"),
    [
        ("categories.tsv", "ferries\tFerries\tПаромы\tShips.", r"categories\.tsv:3: ferries is listed twice"),
        ("categories.tsv", "trains\tTrains\tПоезда\t", r"categories\.tsv:3: definition is missing"),
        (
            "relationships.tsv",
            "XB\tXA\txb-xa",
            r"relationships\.tsv:3: the code that sorts first comes first",
        ),
        ("relationships.tsv", "XA\tXC\txa-xc", r"relationships\.tsv:3: XA or XC is not the code of a party"),
        ("relationships.tsv", "XA\tXB\tagain", r"relationships\.tsv:3: XA–XB is listed twice"),
        ("issues.tsv", "two\txa-xc\tferries\tT\tТ\tS.", r"issues\.tsv:3: no relationship 'xa-xc'"),
        ("issues.tsv", "two\txa-xb\ttrains\tT\tТ\tS.", r"issues\.tsv:3: no category 'trains'"),
        ("issues.tsv", "xa-xb-ferries\txa-xb\tferries\tT\tТ\tS.", r"issues\.tsv:3: .* is listed twice"),
        ("issues.tsv", "two\txa-xb\tferries\tT\tТ\t", r"issues\.tsv:3: summary is missing"),
    ],
)
def test_names_the_wrong_line(tmp_path: Path, file: str, line: str, problem: str) -> None:
    for name, good in FILES.items():
        content = [*good, line] if name == file else good
        (tmp_path / name).write_text("".join(f"{each}\n" for each in content), encoding="utf-8")
    with pytest.raises(BadReferenceData, match=problem):
        read_matters(tmp_path, frozenset({"XA", "XB"}))
