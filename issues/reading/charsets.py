"""From bytes to text: which character set, and the text exactly as it stands in it."""

import codecs
import re
from dataclasses import dataclass

# Longest signature first: the UTF-32 one begins with the UTF-16 one. UTF-8 keeps its mark as U+FEFF, so
# that offsets hold in the file decoded as UTF-8; the codecs of UTF-16 and UTF-32 take theirs away.
_SIGNATURES = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""(?:<\?xml[^>]{0,200}?\bencoding\s{0,5}=\s{0,5}["']([\w.:-]{1,40})|<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?([\w.:-]{1,40}))""",
    re.IGNORECASE,
)
_NO_CHARACTER_SETS = ("idna", "punycode", "raw", "unicode", "utf-7", "utf-16", "utf-32")
_SAMPLE = 65_536
_CYRILLIC = ("cp1251", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic")
# The ten letters that make up 60% of running Russian.
_FREQUENT = frozenset("оеаинтсрвл")
_LOWER = frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґў")
_UPPER = frozenset("АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁІЇЄҐЎ")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and the character set it was read in; damaged counts the characters that could not be read."""

    text: str
    charset: str
    damaged: int = 0


def decode(raw: bytes, *, charset: str | None = None) -> Decoded:
    """Decode bytes: by their signature, else as UTF-8, else as declared, else as they look.

    charset is what the carrier said (an HTTP header); a declaration inside XML or HTML counts after it.
    UTF-8 that holds is believed against any declaration, because text in another set is almost never
    valid UTF-8 by accident. Never fails: what cannot be read becomes U+FFFD.
    """
    signed = next((name for signature, name in _SIGNATURES if raw.startswith(signature)), None) or _wide(raw)
    if signed:
        return _replacing(raw, signed)
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    for declared in (charset, declared_charset(raw)):
        codec = _known(declared)
        if codec and codec != "utf-8":
            return _replacing(raw, codec)
    broken = _replacing(raw, "utf-8")
    multibyte = sum(1 for char in broken.text[:_SAMPLE] if char > "\x7f" and char != "\ufffd")
    if multibyte and broken.damaged * 10 < multibyte:
        return broken
    return _replacing(raw, _single_byte(raw))


def declared_charset(raw: bytes) -> str | None:
    """Return the character set that an XML declaration or an HTML meta element names, if any."""
    match = _DECLARED.search(raw[:4096])
    return (match[1] or match[2]).decode("ascii") if match else None


def _known(name: str | None) -> str | None:
    """Return the codec of a named character set; None for none, for what is none, and for wide ones.

    Bytes that get here were not UTF-16 or UTF-32 by their look, whatever they are declared to be.
    """
    try:
        b" ".decode(name or "undefined")
        codec = codecs.lookup(name or "").name
    except (LookupError, ValueError):
        return None
    return None if codec.startswith(_NO_CHARACTER_SETS) else codec


def _replacing(raw: bytes, charset: str) -> Decoded:
    text = raw.decode(charset, errors="replace")
    return Decoded(text, charset, text.count("\ufffd"))


def _wide(raw: bytes) -> str | None:
    """Recognise UTF-16 without a signature by the NULs of its ASCII characters or its Cyrillic high bytes."""
    sample = raw[: _SAMPLE // 2 * 2]
    if len(sample) < 8 or len(raw) % 2:
        return None
    for high, name in ((sample[1::2], "utf-16-le"), (sample[0::2], "utf-16-be")):
        low = sample[0::2] if name == "utf-16-le" else sample[1::2]
        typical = high.count(0) + high.count(4) + high.count(0x20)
        if high.count(0) and typical > 0.9 * len(high) and low.count(0) < 0.1 * len(low):
            return name
    return None


def _single_byte(raw: bytes) -> str:
    """Choose between the Cyrillic sets and Western European by how much like Russian the text looks."""
    sample = raw[:_SAMPLE]
    high = sum(1 for byte in sample if byte > 0x7F)
    latin = sum(1 for byte in sample if 0x41 <= byte <= 0x5A or 0x61 <= byte <= 0x7A)
    best = max(_CYRILLIC, key=lambda name: _russian(sample.decode(name, errors="replace")))
    if high * 3 >= latin and _russian(sample.decode(best, errors="replace")) > 0.5:
        return best
    return "cp1252"


def _russian(text: str) -> float:
    """Say how much of the non-ASCII part reads as Russian, between -1 and 2.

    Frequent small letters speak for it, signs that are no letters and capitals inside words against.
    """
    total = points = 0
    before = " "
    for char in text:
        if char > "\x7f":
            total += 1
            if char in _FREQUENT:
                points += 2
            elif char in _LOWER:
                points += 1
            elif char in _UPPER:
                points += -1 if before in _LOWER else 0
            else:
                points -= 1
        before = char
    return points / total if total else 0.0
