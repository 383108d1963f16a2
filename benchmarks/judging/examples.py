"""What may be proposed in labelled documents, and whether an editor would keep it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.reading.cases import BadCases, CaseDocument, Cases, Label, read_cases
from benchmarks.reading.figures import compare
from benchmarks.reading.matching import LEAST_COVERED, LONGEST, LONGEST_TIMES
from benchmarks.reading.run import Found, found_in, published_on
from benchmarks.reading.texts import SquashedText, common_characters, squash
from benchmarks.reading.values import Codes, codes_of
from benchmarks.reading.world import gazetteer_for
from issues.reading.gazetteer import Gazetteer
from issues.reading.judge import Judge
from issues.reading.pages import read_page
from issues.reading.reader import read_candidates

JUDGED = "judged.jsonl"  # an editor's word on single proposals: doc, start, end, category, relationship, keep
LANGUAGES = ("en", "ru")
ASKED = ("speaker", "party", "relationship_lenient", "category_lenient")  # must be right to be kept
# How much an example counts: labels are not exhaustive, so that what none of them holds may still be right.
# What nobody judged beside what was counts for nothing, but its text is only known with it.
UNKNOWN, UNLABELLED, PARTLY, LABELLED, IRRELEVANT, REVIEWED = 0.0, 0.3, 0.5, 1.0, 1.5, 1.5


@dataclass(frozen=True, slots=True)
class Example:
    """One candidate: group is its document, label the number of the label it answers rightly."""

    group: str
    language: str
    evidence: tuple[str, ...]
    keep: bool
    weight: float
    sure: bool
    faint: bool
    reviewed: bool
    label: str | None = None


def read_examples(folder: Path) -> Iterator[Example]:
    """Yield the examples of one folder; raises BadCases."""
    cases, known = read_cases(folder), gazetteer_for(folder)
    all_of_it = Judge({}, 0.0, dict.fromkeys(LANGUAGES, 0.0))
    world = Gazetteer(
        parties=known.parties.values(),
        officials=known.officials.values(),
        packs=known.packs.values(),
        judge=all_of_it,
    )
    reviews = _reviews(folder / JUDGED)
    for document in cases.documents:
        yield from _of_document(folder.name, document, cases, world, reviews)


type _Place = tuple[str, int, int, str | None, Codes]


def _reviews(path: Path) -> dict[_Place, bool]:
    if not path.is_file():
        return {}
    reviews: dict[_Place, bool] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            row = json.loads(line)
            pair = codes_of(row["relationship"])
            place = (str(row["doc"]), int(row["start"]), int(row["end"]), row["category"], pair)
            reviews[place] = bool(row["keep"])
        except (ValueError, KeyError, TypeError) as error:
            raise BadCases(f"{path}, line {number}: {error!r}") from error
    return reviews


def _of_document(
    folder: str, document: CaseDocument, cases: Cases, world: Gazetteer, reviews: dict[_Place, bool]
) -> Iterator[Example]:
    on = published_on(document.published)
    page = read_page(document.text.encode(), media_type="text/plain", published=on)
    read = read_candidates(
        page.text,
        gazetteer=world,
        title=document.title,
        language=page.language,
        published=page.published,
        url=document.address,
    )
    found = found_in([(document, tuple(one.suggestion for one, _ in read))])
    labels = [(i, label) for i, label in enumerate(cases.labels) if label.doc == document.name]
    text = SquashedText(document.text)
    for answer, (one, names) in zip(found, read, strict=True):
        place = (answer.doc, answer.start, answer.end, answer.category, answer.relationship)
        example = Example(
            group=f"{folder}/{document.name}",
            language=page.language or "",
            evidence=tuple(dict.fromkeys(names)),
            keep=reviews.get(place, False),
            weight=REVIEWED if place in reviews else UNLABELLED,
            sure=one.sure,
            faint=one.passage.faint,
            reviewed=place in reviews,
        )
        if reviews and not example.reviewed:
            example = replace(example, weight=UNKNOWN)
        yield example if reviews else _against(labels, example, answer, text, document, cases)


def _against(
    labels: list[tuple[int, Label]],
    example: Example,
    answer: Found,
    text: SquashedText,
    document: CaseDocument,
    cases: Cases,
) -> Example:
    """Return the example as the labels have it."""
    if document.relevant is False:
        return replace(example, weight=IRRELEVANT)
    words, spans = squash(answer.quote), text.spans(answer.quote, answer.start, answer.end)
    for number, label in labels:
        wanted = squash(label.quote)
        shared = common_characters(words, spans, wanted, text.spans(label.quote, label.start, label.end))
        covers = shared >= LEAST_COVERED * len(wanted)
        if len(words) > max(LONGEST, LONGEST_TIMES * len(wanted)):
            continue
        if not covers and shared < LEAST_COVERED * len(words):
            continue
        right = compare(answer, label, cases.aliases)
        if all(right.get(aspect, True) for aspect in ASKED):
            name = f"{cases.name}/{number}" if covers else None
            return replace(example, keep=True, weight=LABELLED if covers else PARTLY, label=name)
        example = replace(example, weight=LABELLED)
    return example
