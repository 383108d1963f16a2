"""Who has the word where: questions, answers and prose.

Interviews come with dashes, labels, bold questions or with nothing but question marks. What an
interviewer says never becomes a statement; it is kept as the context of the answer.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from issues.reading.headings import is_heading
from issues.reading.labels import Labelled, asks_by_name, find_labels
from issues.reading.layout import Paragraph
from issues.reading.packs import LanguagePack
from issues.reading.quotations import quote_spans
from issues.reading.roundups import find_round

_DASH = re.compile(r"[—–―‒-]{1,2}\s+(?=\S)")
_ASKS = re.compile(r"[?？؟][\"'”’»」』)\]*_]*\s*\Z")
_TRAILS_OFF = re.compile(r"(?:…|\.\.\.)[\"'”’»)\]*_]*\s*\Z")
_BOLD = re.compile(r"(?:\*\*|__)(?P<words>.+?)(?:\*\*|__)\s*\Z", re.DOTALL)
_DASHED_SPEECH = re.compile(r"[,!?…]\s+[—–-]\s+[^\W\d_]")


class Role(StrEnum):
    QUESTION = "question"
    ANSWER = "answer"
    PROSE = "prose"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Turn:
    """One paragraph's part in the talk: its words without dash or label.

    label is the name in front, carried to the following paragraphs of the same turn; question
    is the offsets of what was asked before, None where nobody asked.
    """

    role: Role
    start: int
    end: int
    label: str = ""
    question: tuple[int, int] | None = None
    opens: bool = True
    quoted: bool = False  # one voice of a round-up


def find_turns(
    text: str, paragraphs: Sequence[Paragraph], pack: LanguagePack, title: str | None = None
) -> list[Turn]:
    """Return one Turn a paragraph, in order; who the title names may have the one label of a speech."""
    asking, answering = pack.words("question_labels"), pack.words("answer_labels")
    labels = find_labels(text, paragraphs, pack, title)
    asked = any(asks_by_name(found.label, asking) for found in labels.values())
    quoted = {} if asked else find_round(text, paragraphs, pack.words("topic_prepositions"))
    if quoted:
        turns = _quoted_turns(text, paragraphs, quoted)
    elif labels:
        turns = _labelled_turns(text, paragraphs, labels, asking, answering)
    else:
        turns = _unlabelled_turns(text, paragraphs)
    return _with_questions(turns)


def _labelled_turns(
    text: str,
    paragraphs: Sequence[Paragraph],
    labels: dict[int, Labelled],
    asking: frozenset[str],
    answering: frozenset[str],
) -> list[Turn]:
    roles = _label_roles(text, paragraphs, labels, asking, answering)
    turns: list[Turn] = []
    role, label = Role.PROSE, ""
    for index, paragraph in enumerate(paragraphs):
        labelled = labels.get(index)
        if labelled is not None:
            label, role = labelled.label, roles[labelled.label.casefold()]
            turns.append(Turn(role, labelled.start, paragraph.end, label))
        elif role is Role.ANSWER and _is_bold_question(text, paragraph):
            turns.append(Turn(Role.QUESTION, paragraph.start, paragraph.end))
        elif is_heading(text, paragraph):
            turns.append(Turn(Role.HEADING, paragraph.start, paragraph.end))
        else:
            turns.append(Turn(role, paragraph.start, paragraph.end, label, opens=False))
    return turns


def _quoted_turns(text: str, paragraphs: Sequence[Paragraph], labels: dict[int, Labelled]) -> list[Turn]:
    """A label of a round-up goes as far as its quotation, which may take more than one paragraph."""
    turns: list[Turn] = []
    open_label = mark = ""
    for index, paragraph in enumerate(paragraphs):
        labelled = labels.get(index)
        start = labelled.start if labelled else paragraph.start
        if labelled:
            open_label, mark = labelled.label, text[start - 1]
        if not open_label:
            turns.append(_prose(text, paragraph))
            continue
        begin, end = quote_spans(text, start, paragraph.end, inside=mark)[0]
        turns.append(Turn(Role.ANSWER, begin, end, open_label, opens=labelled is not None, quoted=True))
        open_label = open_label if end == paragraph.end else ""
    return turns


def _label_roles(
    text: str,
    paragraphs: Sequence[Paragraph],
    labels: dict[int, Labelled],
    asking: frozenset[str],
    answering: frozenset[str],
) -> dict[str, Role]:
    """A label asks when it says so, or when most of its turns end in a question mark."""
    turns: dict[str, list[bool]] = {}
    places = sorted(labels)
    for index, following in zip(places, [*places[1:], len(paragraphs)], strict=True):
        labelled, last = labels[index], paragraphs[following - 1]
        asks = bool(_ASKS.search(text, max(0, last.end - 8), last.end))
        turns.setdefault(labelled.label.casefold(), []).append(asks)
    quiet = any(sum(asked) * 2 < len(asked) for asked in turns.values())
    roles: dict[str, Role] = {}
    for label, asked in turns.items():
        mostly = label not in answering and quiet and sum(asked) * 5 >= len(asked) * 3
        asks = mostly or asks_by_name(label, asking)
        roles[label] = Role.QUESTION if asks else Role.ANSWER
    return roles


def _unlabelled_turns(text: str, paragraphs: Sequence[Paragraph]) -> list[Turn]:
    dashes = [m.end() if (m := _DASH.match(text, p.start, p.end)) else None for p in paragraphs]
    dashed = [i for i, dash in enumerate(dashes) if dash is not None]
    asked = [i for i in dashed if _asks(text, paragraphs[i])]
    spoken = [i for i in dashed if _DASHED_SPEECH.search(text, paragraphs[i].start + 2, paragraphs[i].end)]
    if len(dashed) > 1 and asked and len(spoken) * 2 < len(dashed):
        return _dashed_turns(text, paragraphs, dashes, dashed)
    bold = {i for i, p in enumerate(paragraphs) if _is_bold_question(text, p)}
    if len(bold) > 1:  # among bold questions a bold remark asks as well
        bold |= {i for i, p in enumerate(paragraphs) if i > min(bold) and _is_bold(text, p)}
    plain = {i for i, p in enumerate(paragraphs) if _is_plain_question(text, p)}
    for questions in (bold, plain):
        answered = [i for i in questions if i + 1 < len(paragraphs) and i + 1 not in questions]
        if len(answered) > 1:
            return _asked_turns(text, paragraphs, questions)
    return [_prose(text, paragraph) for paragraph in paragraphs]


def _dashed_turns(
    text: str, paragraphs: Sequence[Paragraph], dashes: list[int | None], dashed: list[int]
) -> list[Turn]:
    roles = _dashed_roles(text, paragraphs, dashed)
    turns: list[Turn] = []
    role = Role.PROSE
    for index, paragraph in enumerate(paragraphs):
        dash = dashes[index]
        if dash is not None:
            role = roles[index]
            turns.append(Turn(role, dash, paragraph.end))
        elif role is not Role.PROSE and is_heading(text, paragraph):
            turns.append(Turn(Role.HEADING, paragraph.start, paragraph.end))
        elif role is Role.QUESTION and not any(i in roles and roles[i] is Role.ANSWER for i in dashed):
            turns.append(Turn(Role.ANSWER, paragraph.start, paragraph.end))
        else:
            turns.append(Turn(role, paragraph.start, paragraph.end, opens=False))
    return turns


def _dashed_roles(text: str, paragraphs: Sequence[Paragraph], dashed: list[int]) -> dict[int, Role]:
    """Question and answer by turns, set right by question marks.

    Where nearly every dash asks, only the questions have dashes.
    """
    asks = [_asks(text, paragraphs[i]) for i in dashed]
    if sum(asks) * 10 >= len(asks) * 8 and any(b - a > 1 for a, b in pairwise(dashed)):
        return dict.fromkeys(dashed, Role.QUESTION)
    roles: dict[int, Role] = {}
    expected = Role.QUESTION
    for place, index in enumerate(dashed):
        next_asks = place + 1 < len(dashed) and asks[place + 1]
        if expected is Role.QUESTION:
            prompt = _TRAILS_OFF.search(text, paragraphs[index].start, paragraphs[index].end)
            is_question = asks[place] or bool(prompt) or not next_asks
            is_question = is_question and place + 1 < len(dashed)
        else:
            is_question = asks[place] and not next_asks and place + 1 < len(dashed) and place > 0
        roles[index] = Role.QUESTION if is_question else Role.ANSWER
        expected = Role.ANSWER if is_question else Role.QUESTION
    return roles


def _asked_turns(text: str, paragraphs: Sequence[Paragraph], questions: set[int]) -> list[Turn]:
    first = min(questions)
    turns: list[Turn] = []
    for index, paragraph in enumerate(paragraphs):
        if index in questions:
            turns.append(Turn(Role.QUESTION, paragraph.start, paragraph.end))
        elif index < first:
            turns.append(_prose(text, paragraph))
        elif is_heading(text, paragraph):
            turns.append(Turn(Role.HEADING, paragraph.start, paragraph.end))
        else:
            turns.append(Turn(Role.ANSWER, paragraph.start, paragraph.end, opens=index - 1 in questions))
    return turns


def _with_questions(turns: list[Turn]) -> list[Turn]:
    kept: list[Turn] = []
    question: tuple[int, int] | None = None
    previous = Role.PROSE
    for turn in turns:
        if turn.role is Role.QUESTION:
            start = question[0] if question and previous is Role.QUESTION else turn.start
            question = (start, turn.end)
        kept.append(replace(turn, question=question) if turn.role is Role.ANSWER else turn)
        if turn.role is not Role.HEADING:
            previous = turn.role
    return kept


def _prose(text: str, paragraph: Paragraph) -> Turn:
    role = Role.HEADING if is_heading(text, paragraph) else Role.PROSE
    return Turn(role, paragraph.start, paragraph.end)


def _asks(text: str, paragraph: Paragraph) -> bool:
    return bool(_ASKS.search(text, max(paragraph.start, paragraph.end - 12), paragraph.end))


def _is_bold_question(text: str, paragraph: Paragraph) -> bool:
    match = _BOLD.match(text, paragraph.start, paragraph.end)
    return bool(match and match.group("words").rstrip().endswith(("?", "?»", "?”", "？", "؟")))


def _is_bold(text: str, paragraph: Paragraph) -> bool:
    match = _BOLD.match(text, paragraph.start, paragraph.end)
    return bool(match) and not is_heading(text, paragraph)


def _is_plain_question(text: str, paragraph: Paragraph) -> bool:
    opens_quote = text[paragraph.start] in '"“«„「'
    return not opens_quote and paragraph.end - paragraph.start < 900 and _asks(text, paragraph)
