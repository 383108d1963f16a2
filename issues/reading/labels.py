"""Labels in front of what somebody says: "Q", "Answer:", "MR. CARNEY:", "**Lavrov:**".

A label is believed when the document uses labels: one that asks, one that comes again, or one in
capitals. "Note: …" once in an article is none, and so is the heading of a point in a list, and "Trade: …"
where the speakers' labels are in capitals.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from issues.reading.layout import Paragraph
from issues.reading.packs import LanguagePack

_MARKS = "*_#> \t"
_Q = re.compile(r"(?P<label>Q(?=[.:\s])|В(?=[.:]))\.?\s*:?\s*(?=\S)")  # «В Москве» is no label
_COLON = re.compile(
    r"(?P<label>[^\W\d_][^:\n?!;\"“«()]{0,68})(?:\([^()\n]{0,60}\)\s*)?[*_]{0,2}:(?!//)[*_]{0,2}(?:\s+|\Z)"
)
_WIDE_COLON = re.compile(r"(?P<label>《?[^\W\d_][^:：\n。？！“「]{0,20})：\s*")  # Chinese: no space follows
_STOP = re.compile(r"(?P<label>[A-ZА-ЯЁ][A-ZА-ЯЁ.'’ -]{2,40})\.\s+(?=\S)")
_NUMBERED = re.compile(r"\s*\(?\d{1,2}[.)]\s+")
_PAUSE = re.compile(r"[,،，、]|\d")
MAX_WORDS = 9
UNCASED_AT_MOST = 16  # characters
MIN_CAPITALS = 3  # labels in capitals that show how a text writes them
LINE = 100  # characters of a line that names who asked or answered
ASKED, ANSWERED = "q", "a"  # labels of every language


@dataclass(frozen=True, slots=True)
class Labelled:
    """A paragraph that begins with a label; start is where the words after the label begin."""

    label: str
    start: int
    bold: bool
    quotes: bool = False  # what follows is a quotation, and the label's no further than that


def asks_by_name(label: str, asking: frozenset[str]) -> bool:
    """Whether a label is of those who ask; in a writing without capitals it may end so: "路透社记者"."""
    folded = label.casefold()
    return folded in asking or (
        _has_no_case(label) and any(len(word) > 1 and folded.endswith(word) for word in asking)
    )


def _has_no_case(label: str) -> bool:
    return label.upper() == label.lower()


def find_labels(
    text: str, paragraphs: Sequence[Paragraph], pack: LanguagePack, title: str | None = None
) -> dict[int, Labelled]:
    """Return the believed labels by index of paragraph."""
    known = pack.words("question_labels") | pack.words("answer_labels")
    folded = (title or "").casefold()
    told = any(folded.startswith(text_kind) for text_kind in pack.words("told_texts"))
    never, addressed = pack.words("not_labels"), pack.words("place_prepositions")
    found: dict[int, Labelled] = {}
    for index, paragraph in enumerate(paragraphs):
        labelled = _by_line(text, paragraph, pack) or _label_at(text, paragraph, known)
        if labelled is None or labelled.label.casefold() in never:
            continue
        if labelled.label.isupper() and labelled.label.casefold().split()[0] in addressed:
            continue  # "TO THE PARLIAMENT:"
        if labelled.label.casefold() in known or not _is_point(text, paragraph):
            found[index] = labelled
    if told and not any(labelled.label.casefold() in known for labelled in found.values()):
        return {}  # "NEXT STEPS:" in a fact sheet
    return _believed(found, known, pack, frozenset(re.findall(r"\w+", folded)))


def _is_point(text: str, paragraph: Paragraph) -> bool:
    """ "2. **Local Capacity:** …": a point of a list has a heading, not a speaker."""
    line = text.rfind("\n", 0, paragraph.start) + 1
    return bool(_NUMBERED.fullmatch(text, line, paragraph.start))


def _by_line(text: str, paragraph: Paragraph, pack: LanguagePack) -> Labelled | None:
    """ "Answered by: …" on a line of its own says who answered what follows."""
    asked, answered = pack.words("asked_by"), pack.words("answered_by")
    line = text[paragraph.start : min(paragraph.end, paragraph.start + LINE)].strip(_MARKS)
    folded = line.casefold()
    if paragraph.end - paragraph.start >= LINE:
        return None
    if any(folded.startswith(phrase) for phrase in asked):
        return Labelled(ASKED, paragraph.end, False)
    for phrase in answered:
        if folded.startswith(phrase):
            return Labelled(line[len(phrase) :].strip(" :*_") or ANSWERED, paragraph.end, False)
    return None


def _label_at(text: str, paragraph: Paragraph, known: frozenset[str]) -> Labelled | None:
    start, end = paragraph.start, paragraph.end
    begin = start
    while begin < end and text[begin] in _MARKS:
        begin += 1
    bold = text[start:begin].count("*") > 1 or text[start:begin].count("_") > 1
    for pattern in (_Q, _COLON, _WIDE_COLON, _STOP):
        match = pattern.match(text, begin, end)
        label = match.group("label").strip(_MARKS) if match else ""
        label = label.rstrip(".") if label.rstrip(".").casefold() in known else label  # "R. : …"
        if match and _is_label(label, known, pattern is _STOP):
            return Labelled(label, match.end(), bold)
    line = text[begin:end].strip(_MARKS + ":：")
    if len(line) <= 60 and (line.casefold() in known or (bold and _is_label(line, known, False))):
        return Labelled(line, end, bold)
    return None


def _is_label(label: str, known: frozenset[str], capitals_only: bool) -> bool:
    if label.casefold() in known:
        return True
    if _has_no_case(label):  # a name, an outlet's reporter: short, and no part of a sentence
        return 1 < len(label) <= UNCASED_AT_MOST and not _PAUSE.search(label)
    words = re.split(r"[\s,]+", label)
    if not label or len(words) > MAX_WORDS:
        return False
    if capitals_only:
        return label.isupper() and len(words) > 1 and len(words[-1]) > 1  # no "ANN R. LEE"
    letters = [word for word in words if word[:1].isalpha()]
    capital = sum(word[0].isupper() for word in letters)
    return bool(letters) and letters[0][0].isupper() and capital * 2 > len(letters)


def _believed(
    found: dict[int, Labelled], known: frozenset[str], pack: LanguagePack, titled: frozenset[str]
) -> dict[int, Labelled]:
    openers, articles = pack.words("label_openers") | pack.words("honorifics"), pack.words("articles")
    times = Counter(labelled.label.casefold() for labelled in found.values())
    asks = any(asks_by_name(label, known) for label in times)

    def believe(labelled: Labelled) -> bool:
        label = labelled.label
        if asks_by_name(label, known):
            return len(found) > 1
        words = label.casefold().split()
        called = words[1:] if words[0] in articles and len(words) > 2 else words  # "THE NEW ALLIANCE:"
        named = called == words and words[-1] in titled - {words[0]}
        announced = label.isupper() and (called[0].strip(".") in openers or named)
        return times[label.casefold()] > 1 or announced or (asks and len(found) > 1)

    kept = {index: labelled for index, labelled in found.items() if believe(labelled)}
    kept = _of_one_style(kept, known)
    return kept if len(kept) > 1 or any(x.label.isupper() for x in kept.values()) else {}


def _of_one_style(labels: dict[int, Labelled], known: frozenset[str]) -> dict[int, Labelled]:
    """Where speakers' labels are in capitals, "Trade: …" at the head of what one says is none."""
    named = [labelled for labelled in labels.values() if labelled.label.casefold() not in known]
    capitals = sum(labelled.label.isupper() for labelled in named)
    if capitals < MIN_CAPITALS or capitals * 2 < len(named):
        return labels
    return {
        index: labelled
        for index, labelled in labels.items()
        if labelled.label.isupper() or labelled.label.casefold() in known
    }
