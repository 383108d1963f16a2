"""Titles: one for a text that has none, from the last part of its address; one without its escapes."""

import re
from urllib.parse import unquote, urlsplit

from issues.reading.packs import LanguagePack

MIN_LETTERS = 20  # of a title, that an address which begins so is its own
MIN_WORDS = 4  # fewer are a section or a number, not a title


_CODE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|~-])|\\\Z")


def plain_title(title: str) -> str:
    """Return a title as people read it: "President\\_Lee\\u2019s Call" is "President Lee’s Call".

    Metadata written in Markdown escapes the marks that have a meaning there, and its hard spaces.
    """
    if "\\" not in title:
        return title
    decoded = _CODE.sub(lambda code: chr(int(code.group(1) or code.group(2), 16)), title)
    shown = _ESCAPED.sub(lambda mark: " " if mark.group(1) == "_" else mark.group(1) or "", decoded)
    return " ".join(shown.split())


def title_from_address(url: str, pack: LanguagePack) -> str | None:
    """Return "Statement by Spokesperson Ann Lee" for "…/statement-by-spokesperson-ann-lee/".

    Words that begin no name stay small, so that names can be told; None where the address says nothing.
    """
    try:
        parts = [part for part in unquote(urlsplit(url).path).split("/") if part]
    except ValueError:
        return None
    last = parts[-1].rsplit(".", 1)[0] if parts else ""
    words = [word for word in last.replace("_", "-").split("-") if word]
    if len(words) < MIN_WORDS or sum(word.isalpha() for word in words) * 2 < len(words):
        return None
    small = pack.words("not_names") | pack.words("prepositions") | pack.words("linking")
    titled = [
        word if word in small else word.upper() if word in _ACRONYMS else word.capitalize() for word in words
    ]
    return " ".join([words[0].capitalize(), *titled[1:]])


def completed(title: str, told: str) -> str | None:
    """Return a title with the rest of what its address tells, where it breaks off: "Joint Statement of A,".

    None where the address tells something else.
    """
    begun = _letters(title)
    if len(begun) < MIN_LETTERS or not _letters(told).startswith(begun):
        return None
    words, length = told.split(), 0
    while words and length < len(begun):
        length += len(_letters(words.pop(0)))
    return " ".join([title.rstrip("…"), *words]) if length == len(begun) else None


def _letters(words: str) -> str:
    return "".join(character for character in words.casefold() if character.isalnum())


_ACRONYMS = frozenset({"us", "uk", "eu", "un", "usa", "nsc", "nato", "g7", "g20", "prc", "dprk", "mfa"})
