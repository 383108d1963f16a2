"""Whose a government's address is: the party an official site speaks for."""

import re
from urllib.parse import urlsplit

_OFFICIAL = frozenset(
    {
        *("gov", "gob", "gouv", "gub", "govt", "go", "mfa", "mid", "mofa", "msz", "government", "president"),
        *("kremlin", "premier", "elysee", "diplomatie", "parliament", "senate", "mil", "governo", "gv"),
    }
)
_COUNTRY = re.compile(r"[a-z]{2}")
_CODES = {"uk": "GB"}  # where the name of the domain is not the code of the state


_GENERIC = frozenset({"io", "co", "tv", "me", "ai", "fm", "cc", "ws", "eu", "su"})  # sold to anybody


def country_of_address(url: str) -> str | None:
    """Return the ISO 3166 code of the state in whose domain an address is, whoever's site it is."""
    try:
        last = (urlsplit(url).hostname or "").casefold().rpartition(".")[2]
    except ValueError:
        return None
    if not _COUNTRY.fullmatch(last) or last in _GENERIC:
        return None
    return _CODES.get(last, last.upper())


def party_of_address(url: str) -> str | None:
    """Return the ISO 3166 code of the state whose official site an address is on, else None.

    "mfa.gov.xx" and "kremlin.xx" are official; ".gov" and ".mil" alone belong to the United States, ".eu"
    sites of the institutions ("europa.eu") to the EU.
    """
    try:
        labels = (urlsplit(url).hostname or "").casefold().split(".")
    except ValueError:
        return None
    if labels[-1] in ("gov", "mil"):
        return "US"
    if labels[-2:] == ["europa", "eu"]:
        return "EU"
    if len(labels) < 2 or not _COUNTRY.fullmatch(labels[-1]) or not _OFFICIAL & set(labels[:-1]):
        return None
    return _CODES.get(labels[-1], labels[-1].upper())
