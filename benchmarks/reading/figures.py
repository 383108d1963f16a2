"""The figures of a reading: how much was found, and how much of it is right."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.reading.cases import CaseDocument, Cases, Label
from benchmarks.reading.matching import (
    Matches,
    accepted_categories,
    accepted_relationships,
    accepted_signals,
    match,
    one_to_one,
)
from benchmarks.reading.run import PLEDGE, Found
from benchmarks.reading.tallies import Confusion, Detection, Share
from benchmarks.reading.values import last_day, same_date, same_name, same_position
from issues.vocabulary import CATEGORY_OTHER_BILATERAL

# What is compared of an answer, in the order of the tables.
ASPECTS = (
    "speaker", "speaker_named_only", "party", "date", "date_left_open",
    "relationship_strict", "relationship_lenient", "category_strict", "category_lenient",
    "signal_strict", "signal_lenient", "pledge_due_exact", "pledge_due_last_day",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Judged:
    """A label with its answer (None: missed) and the aspects that are wrong."""

    label: Label
    answer: Found | None
    wrong: tuple[str, ...] = ()


@dataclass(slots=True)
class Figures:
    """All figures of some documents. Lenient ones accept what the labeller accepts besides.

    one_to_one: recall when a suggestion may answer one label only. on_labelled: of the passages
    suggested in labelled documents, those that touch a labelled one; labels are not exhaustive, so the
    rest is not wrong. dated_pledges: of the labels with a due date, those answered by a dated pledge.
    alarmed: of the irrelevant documents, those with a suggestion. verbatim: quotes that stand at their
    offsets.
    """

    documents: int = 0
    suggestions: int = 0
    recall: Share = field(default_factory=Share)
    one_to_one: Share = field(default_factory=Share)
    on_labelled: Share = field(default_factory=Share)
    aspects: dict[str, Share] = field(default_factory=lambda: {aspect: Share() for aspect in ASPECTS})
    pledges: Detection = field(default_factory=Detection)
    dated_pledges: Share = field(default_factory=Share)
    relevance: Detection = field(default_factory=Detection)
    issues: Detection = field(default_factory=Detection)
    categories: Detection = field(default_factory=Detection)
    alarmed: Share = field(default_factory=Share)
    false_alarms: int = 0
    verbatim: Share = field(default_factory=Share)
    signals: Confusion = field(default_factory=Confusion)
    judged: list[Judged] = field(default_factory=list)

    @property
    def suggestions_per_label(self) -> float | None:
        return self.suggestions / self.recall.whole if self.recall.whole else None


def figures(cases: Cases, found: Sequence[Found]) -> Figures:
    """Compare what was found with what is labelled."""
    result = Figures(documents=len(cases.documents), suggestions=len(found))
    for one in found:
        result.verbatim.add(one.holds)
    _count_documents(result, cases.documents, found)
    matches = match(cases, found)
    _count_statements(result, cases, matches)
    _count_pledges(result, cases.labels, matches)
    return result


def figures_by(key: str, cases: Cases, found: Sequence[Found]) -> dict[str, Figures]:
    """Return the figures by language or genre (the name of a document's field)."""
    groups: dict[str, list[CaseDocument]] = defaultdict(list)
    for document in cases.documents:
        groups[str(getattr(document, key))].append(document)
    result = {}
    for value, documents in sorted(groups.items()):
        names = {document.name for document in documents}
        result[value] = figures(cases.among(documents), [one for one in found if one.doc in names])
    return result


def _count_documents(result: Figures, documents: Iterable[CaseDocument], found: Sequence[Found]) -> None:
    counts: dict[str, int] = defaultdict(int)
    said: dict[str, set[str]] = defaultdict(set)
    for one in found:
        counts[one.doc] += 1
        if one.category is not None:
            said[one.doc].add(one.category)
    for document in documents:
        read = said[document.name]
        named = read - {CATEGORY_OTHER_BILATERAL}
        result.relevance.add(there=bool(document.relevant), found=bool(read))
        # Whether a document with nothing but other matters has an issue nobody has labelled.
        if not document.relevant or document.categories - {CATEGORY_OTHER_BILATERAL}:
            result.issues.add(there=bool(document.relevant), found=bool(named))
        for category in document.categories | read:
            result.categories.add(there=category in document.categories, found=category in read)
        if document.relevant is False:
            result.alarmed.add(bool(counts[document.name]))
            result.false_alarms += counts[document.name]


def _count_statements(result: Figures, cases: Cases, matches: Matches) -> None:
    for number, label in enumerate(cases.labels):
        answer = matches.answers.get(number)
        result.recall.add(answer is not None)
        if answer is None:
            result.judged.append(Judged(label, None))
            continue
        compared = compare(answer, label, cases.aliases)
        for aspect, right in compared.items():
            result.aspects[aspect].add(right)
        result.signals.add(label.signal, answer.signal)
        wrong = tuple(aspect for aspect in ASPECTS if compared.get(aspect) is False)
        result.judged.append(Judged(label, answer, wrong))
    result.one_to_one = Share(one_to_one(matches.candidates.values()), len(cases.labels))
    for touches in matches.passages.values():
        result.on_labelled.add(touches)


def compare(one: Found, label: Label, aliases: Mapping[str, Sequence[str]]) -> dict[str, bool]:
    """Return which aspects are right; only those that the label speaks of."""
    names = [label.speaker, *aliases.get(label.speaker, ())] if label.speaker else []
    speaker = (
        any(same_name(one.speaker, name) for name in names)
        if label.speaker
        else same_position(one.speaker, label.position)
    )
    compared = {"speaker": speaker}
    if label.speaker:
        compared["speaker_named_only"] = speaker
    compared["party"] = bool(one.party) and set(one.party) <= set(label.party)
    if label.date:
        compared["date"] = same_date(one.date, label.date)
    else:
        compared["date_left_open"] = not one.date
    compared["relationship_strict"] = one.relationship == label.relationship
    compared["relationship_lenient"] = one.relationship in accepted_relationships(label)
    compared["category_strict"] = one.category == label.category
    compared["category_lenient"] = one.category in accepted_categories(label)
    compared["signal_strict"] = one.signal == label.signal
    compared["signal_lenient"] = one.signal in accepted_signals(label)
    if label.pledge_due:
        compared["pledge_due_exact"] = one.pledge_due == label.pledge_due
        compared["pledge_due_last_day"] = last_day(one.pledge_due) == last_day(label.pledge_due)
    return compared


def _count_pledges(result: Figures, labels: Sequence[Label], matches: Matches) -> None:
    """A labelled pledge that nothing answers is a miss; a pledge where one is accepted is no false alarm."""
    for number, label in enumerate(labels):
        answer = matches.answers.get(number)
        promised = answer is not None and answer.signal == PLEDGE
        if label.signal == PLEDGE or PLEDGE not in accepted_signals(label):
            result.pledges.add(there=label.signal == PLEDGE, found=promised)
        if label.pledge_due:
            result.dated_pledges.add(promised and answer is not None and answer.pledge_due is not None)
