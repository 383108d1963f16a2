"""Sentences of a paragraph, with exact offsets.

Own and small: the libraries at hand either change the text or do not give offsets. A full stop
ends a sentence unless it belongs to an abbreviation, an initial, an acronym or a number.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

_END = re.compile(
    r"(?:\.{2,}|[.!?…。！？؟۔])+[\"'”’»“)\]]*(?=\s|\Z)"
    r"|(?:[。！？]|……)+[」』”’）]*(?!\Z|[，、；：])"  # no space follows in Chinese
)
_LAST_WORD = re.compile(r"[\w.’'-]{1,24}\Z")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?\Z")
_OPENERS = "\"'“”„«‘([¿¡"
MAX_SENTENCE = 2_000  # characters; longer runs without a stop are cut at a line or a word


@dataclass(frozen=True, slots=True)
class Sentence:
    start: int
    end: int


def split_sentences(
    text: str, start: int, end: int, *, abbreviations: Collection[str] = (), starters: Collection[str] = ()
) -> list[Sentence]:
    """Return the sentences of text[start:end]; abbreviations and starters are case-folded words."""
    sentences: list[Sentence] = []
    begin = start
    for match in _END.finditer(text, start, end):
        numbered = match.end() - begin < 8 and text[begin : match.end()].strip(" \n.)").isdigit()
        if numbered or not _is_boundary(text, match, end, abbreviations, starters):
            continue
        _append(text, begin, match.end(), sentences)
        begin = match.end()
    _append(text, begin, end, sentences)
    return sentences


def _append(text: str, begin: int, end: int, sentences: list[Sentence]) -> None:
    while begin < end and text[begin].isspace():
        begin += 1
    while begin < end and text[end - 1].isspace():
        end -= 1
    while end - begin > MAX_SENTENCE:
        cut = text.rfind(" ", begin, begin + MAX_SENTENCE)
        cut = cut if cut > begin else begin + MAX_SENTENCE
        sentences.append(Sentence(begin, cut))
        begin = cut + 1 if text[cut : cut + 1] == " " else cut
    if begin < end:
        sentences.append(Sentence(begin, end))


def _is_boundary(
    text: str, match: re.Match[str], end: int, abbreviations: Collection[str], starters: Collection[str]
) -> bool:
    stop = match.group()
    following = text[match.end() : min(match.end() + 40, end)].lstrip()
    if not following:
        return True
    if stop[0] in "!?。！？؟۔":
        return not (following[0].islower() or following[0] in ",،—–-") or stop[0] in "。！？"
    if following[0].islower() or following[0] in ",;:)—–،؛":
        return False
    if len(stop) > 1 and stop[:1] == "." and stop[1] not in "\"'”’»“)]":
        return True  # an ellipsis before a capital
    word = _LAST_WORD.search(text, max(0, match.start() - 24), match.start())
    if word is None or stop != ".":
        return True
    return _word_ends_sentence(word.group(), following, abbreviations, starters)


def _word_ends_sentence(
    word: str, following: str, abbreviations: Collection[str], starters: Collection[str]
) -> bool:
    next_word = re.split(r"[\s,’']", following.lstrip(_OPENERS), maxsplit=1)[0].casefold()
    if _ACRONYM.match(word + ".") and (len(word) > 1 or word.isalpha()):
        if len(word) == 1 and word.isupper() and word not in "IЯ":
            return False  # an initial: "J. Smith", "С. Петров"
        return "." in word and next_word in starters
    if word.casefold().replace(".", "") in abbreviations:
        return False
    return not (word.isdigit() and len(word) <= 2 and following[0].isdigit())
