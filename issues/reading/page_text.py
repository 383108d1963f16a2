"""Plain text: the file exactly as it is, its title line and its dateline."""

import re

from issues.reading.charsets import decode
from issues.reading.page import UnreadablePage

_LONGEST_TITLE, _FEWEST_WORDS = 200, 3
_HEADING = re.compile(r"#{1,6}\s+")
_UNDERLINE = re.compile(r"[=-]{3,}\s*")
# Lines that open a text and are no title: clock times, places of a briefing, credits, labels, questions.
_NO_TITLE = re.compile(
    r"""(?x) [—–―-]\s | [•*·>|] | \d{1,2}[:.]\d{2} | https?: | [\d\W]+\Z
    | (?i:via|aboard|en\s+route|photo|image|source|by|from|фото|источник|автор)\b
    | (?i:q(?:uestion)?|a(?:nswer)?|moderator|вопрос|ответ|ведущ\w\w|модератор)\s?[.:]\s
    | [A-ZА-ЯЁ][A-ZА-ЯЁ.'’\ -]{1,60}:\s"""
)
_CREDIT = re.compile(r"(?i)(?:photo|image|picture|credit|©|фото|снимок|иллюстрация)\b.{0,80}\Z")
_ENDS_OPEN = re.compile(r"[.,;:…—–-]['\"”»)]?\Z")
_PROSE = 120
FEW_CONTROLS = 16  # a text may hold by accident
# What no text is written with, and a tenth of random bytes is.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def read_text(raw: bytes, charset: str | None) -> str:
    """Decode plain text or HTML exactly; only NUL, which no database keeps, becomes U+FFFD.

    Raises UnreadablePage for bytes that are no text.
    """
    decoded = decode(raw, charset=charset)
    controls = len(_CONTROLS.findall(decoded.text))
    if decoded.damaged * 10 > len(decoded.text) or controls > max(FEW_CONTROLS, len(decoded.text) // 25):
        raise UnreadablePage(
            "This is no text: most of it is not made of letters. Save the document as text, HTML or PDF."
        )
    return decoded.text.replace("\0", "\ufffd")


def title_of_text(text: str) -> str | None:
    """Return the first line where it looks like a title, else None.

    A title is a line of a few words without a full stop, set off by a blank line or followed by a
    paragraph that is plainly longer; a caption above a photo credit is none, nor is the first line of a
    hard-wrapped paragraph.
    """
    lines = text[:6_000].lstrip("\ufeff").splitlines()
    while lines and not lines[0].strip():
        lines.pop(0)
    if not lines:
        return None
    first, following = lines[0].strip(), lines[1:]
    heading = _HEADING.match(first)
    if heading:
        return first[heading.end() :].strip(" #") or None
    if _UNDERLINE.fullmatch(following[0] if following else "") and len(first.split()) < 30:
        return first
    if len(first) > _LONGEST_TITLE or len(first.split()) < _FEWEST_WORDS:
        return None
    if _NO_TITLE.match(first) or _ENDS_OPEN.search(first):
        return None
    return first if _set_off(first, following) else None


def _set_off(first: str, following: list[str]) -> bool:
    """Tell whether what follows a first line shows that it stands on its own."""
    below = [line.strip() for line in following if line.strip()][:2]
    if not below or _CREDIT.match(below[0]):
        return False
    if not following[0].strip():
        return True
    longer = max(_PROSE, len(first) * 3 // 2)
    caption_between = len(below[0]) < len(first) and not _ENDS_OPEN.search(below[0])
    return len(below[0]) > longer or (caption_between and len(below) > 1 and len(below[1]) > longer)
