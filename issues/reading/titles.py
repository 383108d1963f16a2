"""A title for a text that has none: what the last part of its address says."""

from urllib.parse import unquote, urlsplit

from issues.reading.packs import LanguagePack

MIN_WORDS = 4  # fewer are a section or a number, not a title


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


_ACRONYMS = frozenset({"us", "uk", "eu", "un", "usa", "nsc", "nato", "g7", "g20", "prc", "dprk", "mfa"})
