"""What the reader knows of the world: parties, officials and the phrases of each language.

The reader opens no file and no database: whoever calls it builds a Gazetteer from reference data
or from the tables, once, and hands it in. Building compiles the lookups; reading only uses them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import product

from issues.reading.declension import adjective_forms, noun_forms
from issues.reading.judge import Judge
from issues.reading.language_rules import UNSPACED, WRITINGS
from issues.reading.matching import MAX_GAP, Label, PhraseTree
from issues.reading.names import NameIndex
from issues.reading.packs import LanguagePack
from issues.reading.writing import Writing

FALLBACK_LANGUAGE = "en"
DECLINED = 0.9  # the weight of a form that is not the one listed
MAX_FORMS = 400  # of one Russian name of several words
_SEPARATORS = str.maketrans("-(),–—", "      ")


@dataclass(frozen=True, slots=True)
class PartyEntry:
    """A state or organisation and how texts call it, by language (ISO 639-1).

    names: the name first, then aliases, short forms and metonyms ("Moscow", "the Kremlin", "White
    House"). adjectives: "Russian", "российский". demonyms: "Russian", "Russians", "россиянин".
    Capitals count: "US" is never "us". Russian words are given in the nominative and their forms
    follow by rule, or with all their forms: "Перу|", "Кремль | Кремля | Кремлю | Кремлём | Кремле".
    """

    code: str
    kind: str
    names: Mapping[str, tuple[str, ...]]
    adjectives: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    demonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TenureEntry:
    """An office held between two days; None is an open end."""

    office: str
    party: str
    started_on: date | None = None
    ended_on: date | None = None

    def covers(self, on: date) -> bool:
        return (self.started_on is None or self.started_on <= on) and (
            self.ended_on is None or on <= self.ended_on
        )


@dataclass(frozen=True, slots=True)
class OfficialEntry:
    """A person who speaks: key (slug), name, other spellings in any script, party, offices held."""

    key: str
    name: str
    aliases: tuple[str, ...]
    party: str
    tenures: tuple[TenureEntry, ...] = ()

    def office_on(self, on: date | None) -> TenureEntry | None:
        """Return the office held that day, the latest begun when several; None when not known."""
        if on is None:
            return None
        held = [tenure for tenure in self.tenures if tenure.covers(on)]
        return max(held, key=lambda tenure: tenure.started_on or date.min, default=None)


class Gazetteer:
    """Compiled lookups over parties, officials and language packs; share one between documents."""

    def __init__(
        self,
        *,
        parties: Iterable[PartyEntry],
        officials: Iterable[OfficialEntry],
        packs: Iterable[LanguagePack],
        judge: Judge | None = None,
    ) -> None:
        """judge: what decides on proposals; without one the rules' thresholds do."""
        self.judge = judge
        self.parties = {party.code: party for party in parties}
        self.officials = {official.key: official for official in officials}
        self.organisations = {party.code for party in self.parties.values() if party.kind == "organisation"}
        self.packs = {pack.language: pack for pack in packs}
        self.names = NameIndex()
        for official in self.officials.values():
            self.names.add(official.key, (official.name, *official.aliases))
        self._trees: dict[str, PhraseTree] = {}
        self._writings: dict[str, Writing | None] = {}

    def pack(self, language: str | None) -> LanguagePack:
        """Return the pack of a language, else the English one, else an empty one."""
        empty = LanguagePack(language or FALLBACK_LANGUAGE, (), {}, ())
        return self.packs.get(language or "") or self.packs.get(FALLBACK_LANGUAGE) or empty

    def tree(self, language: str | None) -> PhraseTree:
        """Return the phrases of a language together with the parties' names in it."""
        language = language if language in self.packs else FALLBACK_LANGUAGE
        tree = self._trees.get(language)
        if tree is None:
            tree = self._trees[language] = self._build_tree(language)
        return tree

    def writing(self, language: str | None) -> Writing | None:
        """Return how the words of a language are cut where spaces do not tell; None where they do."""
        self.tree(language)  # which teaches it the words
        return self._writings.get(language or "")

    def reads(self, language: str | None) -> bool:
        """Tell whether there is a pack for the language; an unknown one is read as English."""
        return language is None or language in self.packs or not self.packs

    def _build_tree(self, language: str) -> PhraseTree:
        pack, make = self.pack(language), WRITINGS.get(language)
        writing = make({word for listed in pack.lists.values() for word in listed}) if make else None
        self._writings[language] = writing
        tree = PhraseTree(writing, MAX_GAP * 3 if language in UNSPACED else MAX_GAP)
        for phrase, label in pack.phrases:
            tree.add(phrase, label)
        for party in self.parties.values():
            for kind, listed in (
                ("name", party.names),
                ("adjective", party.adjectives),
                ("demonym", party.demonyms),
            ):
                for name in listed.get(language, ()):
                    for words in _forms(name, kind, language):
                        listed_form = words == _words(name.split("|")[0])
                        base = 1.0 if listed_form or not _declines(name, language) else DECLINED
                        tree.add_words(words, Label(f"party_{kind}", party.code, base))
        return tree


def _declines(name: str, language: str) -> bool:
    return language == "ru" or "|" in name


def _forms(name: str, kind: str, language: str) -> Iterable[tuple[str, ...]]:
    """Return a name as sequences of words; in Russian, in all its cases, unless it lists them."""
    if "|" in name:
        yield from filter(None, (_words(form) for form in name.split("|")))
        return
    words = _words(name)
    if language == "en" and words and words[0] in ("the", "The") and len(words) > 1:
        words = words[1:]
    if not words:
        return
    if language != "ru":
        yield words
        return
    decline = adjective_forms if kind == "adjective" else noun_forms
    choices = [sorted(decline(word)) for word in words]
    total = 1
    for choice in choices:
        total *= len(choice)
    if total > MAX_FORMS:
        choices = [sorted(noun_forms(words[0])), *([word] for word in words[1:])]
    yield from product(*choices)


def _words(name: str) -> tuple[str, ...]:
    """Return the words of a name, as the text's words are cut."""
    spaced = name.translate(_SEPARATORS)
    return tuple(word for word in spaced.split() if word[:1].isalnum())
