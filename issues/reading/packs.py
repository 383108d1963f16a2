"""A language pack: the words by which one language speaks of diplomacy.

A pack is data, written as TOML by people (issues/reference/languages/<language>/phrases.toml) and handed in
as the parsed mapping. Its tables:

    language = "en"
    [lists]               plain words the rules ask about (articles, pronouns, labels of questions …)
    [categories.<slug>]   strong: enough by themselves; weak: want company; against: a false friend
    [signals]             <signal> = phrases that show it
    [deed], [thing]       words of what can be done, and to what, by the classes of issues.reading.deeds
    [mood]                words that govern a deed (will, must, refuse to …), by issues.reading.mood.Mood
    [<kind>]              any other kind of phrase, e.g. [speech], [office], [institution], [context]

The lists past_endings, infinitive_endings … (issues.reading.forms) tell the form of a deed's verb.

Phrases are written in the small language of issues.reading.matching; {negations} in a phrase
stands for any word of the list of that name.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from issues.reading.deeds import DEEDS, THINGS
from issues.reading.language_rules import UNSPACED
from issues.reading.matching import Label, PhraseError, expand_phrase
from issues.reading.mood import Mood
from issues.reading.tokens import fold_arabic
from issues.vocabulary import Signal

STRONG, WEAK = 2.0, 1.0
_LIST_NAME = re.compile(r"\{(\w+)\}")
_NONE: frozenset[str] = frozenset()
_CLASSES = {"deed": frozenset(DEEDS), "thing": THINGS, "mood": frozenset(Mood)}
_WEIGHTS = {"strong": STRONG, "weak": WEAK}


class PackError(ValueError):
    """A language pack cannot be used; the message says where and why."""


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """The phrases of one language, each with the label it carries, and its plain word lists."""

    language: str
    phrases: tuple[tuple[str, Label], ...]
    lists: Mapping[str, frozenset[str]]
    categories: tuple[str, ...]
    forms: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)  # what form_of has told

    def words(self, name: str) -> frozenset[str]:
        """Return a plain list as a set, case-folded; empty when the pack has no such list."""
        return self.lists.get(name, _NONE)


def parse_pack(data: Mapping[str, Any]) -> LanguagePack:
    """Read the parsed TOML of a language pack; raises PackError with the table at fault."""
    language = data.get("language")
    if not isinstance(language, str) or len(language) != 2:
        raise PackError("a language pack needs language = an ISO 639-1 code of two letters")
    lists = {name: tuple(_strings(listed, f"lists.{name}")) for name, listed in _table(data, "lists").items()}
    phrases: list[tuple[str, Label]] = []
    categories = _table(data, "categories")
    for slug, weights in categories.items():
        phrases.extend(_category_phrases(slug, _table(categories, slug) if weights else {}))
    for signal, listed in _table(data, "signals").items():
        if signal not in set(Signal):
            raise PackError(f"[signals] {signal}: no such signal")
        phrases.extend((phrase, Label("signal", signal)) for phrase in _strings(listed, f"signals.{signal}"))
    for kind, classes in _CLASSES.items():
        if unknown := sorted(_table(data, kind).keys() - classes):
            raise PackError(f"[{kind}] {', '.join(unknown)}: no such class")
    for kind in data.keys() - {"language", "lists", "categories", "signals"}:
        for value, listed in _table(data, kind).items():
            phrases.extend((phrase, Label(kind, value)) for phrase in _strings(listed, f"{kind}.{value}"))
    negations = frozenset(lists.get("negations", ()))
    phrases = [
        (_filled(phrase, lists), replace(label, negated=_negates(phrase, negations, language)))
        for phrase, label in phrases
    ]
    _check(phrases)
    folded = {
        name: frozenset(fold_arabic(word.casefold()) for word in listed) for name, listed in lists.items()
    }
    return LanguagePack(language, tuple(phrases), folded, tuple(categories))


def _negates(phrase: str, negations: frozenset[str], language: str) -> bool:
    """Tell whether a phrase has its own negation: a word of it, or a part where words are not parted."""
    if language in UNSPACED:
        return any(negation in phrase for negation in negations)
    return bool(negations & set(re.findall(r"[\w']+", phrase)))


def _category_phrases(slug: str, weights: Mapping[str, Any]) -> Iterable[tuple[str, Label]]:
    for name, listed in weights.items():
        where = f"categories.{slug}.{name}"
        if name == "against":
            yield from ((phrase, Label("against", slug)) for phrase in _strings(listed, where))
        elif name in _WEIGHTS:
            label = Label("category", slug, _WEIGHTS[name])
            yield from ((phrase, label) for phrase in _strings(listed, where))
        else:
            raise PackError(f"[{where}]: only strong, weak and against are known")


def _filled(phrase: str, lists: Mapping[str, tuple[str, ...]]) -> str:
    for name in _LIST_NAME.findall(phrase):
        if name not in lists:
            raise PackError(f"{phrase!r}: there is no list {name!r}")
        phrase = phrase.replace(f"{{{name}}}", "({})".format("|".join(lists[name])))
    return phrase


def _check(phrases: Iterable[tuple[str, Label]]) -> None:
    for phrase, label in phrases:
        try:
            expand_phrase(phrase)
        except PhraseError as error:
            raise PackError(f"[{label.kind}] {label.value}: {error}") from error


def _table(data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    table = data.get(name, {})
    if not isinstance(table, Mapping):
        raise PackError(f"[{name}] must be a table")
    return table


def _strings(listed: Any, where: str) -> list[str]:
    if not isinstance(listed, list) or not all(isinstance(item, str) and item.strip() for item in listed):
        raise PackError(f"{where} must be a list of phrases")
    return listed
