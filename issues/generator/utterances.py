"""One statement of a generated archive: its words, its kind, its date as precise as the world gives them."""

import json
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812  # a field is named date
from datetime import timedelta
from random import Random

from issues.generator.cast import Speaker
from issues.generator.words import Speech
from issues.vocabulary import Credibility, StatementKind

PROMISED = 0.012
KINDS = (
    StatementKind.DIRECT_QUOTE.value,
    StatementKind.REPORTED_SPEECH.value,
    StatementKind.OFFICIAL_TEXT.value,
)
CREDIBILITIES = tuple(one.value for one in Credibility)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in a document: an official, or an institution by its name in each language."""

    party: str
    speaker: Speaker | None
    labels: dict[str, str]

    def shown(self, language: str) -> str:
        return self.speaker.name if self.speaker else self.labels[language]


@dataclass(frozen=True, slots=True)
class Promise:
    """Until when something is promised: EDTF text and the words that say it."""

    due: str
    words: str
    last: Date


@dataclass(frozen=True, slots=True)
class Utterance:
    """`who` is the sentence part that tells who spoke; `day` the first day that the date allows."""

    quote: str
    kind: str
    who: str
    question: str
    credibility: str
    date: str
    date_words: str
    date_origin: str
    day: Date | None
    is_joint: bool
    promise: Promise | None
    speaker_reasons: str
    signal_reasons: str

    @property
    def is_direct(self) -> bool:
        return self.kind == KINDS[0]


def make_utterance(
    speech: Speech, voice: Voice, day: Date, time: float, chance: Random, seen: set[str]
) -> Utterance:
    """Draw a statement; its words are none of `seen`, and are added there."""
    promise = _promise(day, speech.language, chance) if chance.random() < PROMISED else None
    promised = speech.line("pledges", due=promise.words) if promise else ""
    quote = speech.quote(time, promised)
    while quote in seen:
        quote += f" {speech.line('sentences')}."
    seen.add(quote)
    kind = KINDS[0] if (drawn := chance.random()) < 0.6 else KINDS[1] if drawn < 0.85 else KINDS[2]
    who = voice.shown(speech.language)
    said = {KINDS[0]: "said", KINDS[1]: "reported_said"}.get(kind)
    written, words, origin, first = _date(day, chance)
    first_words = quote.partition(" ")[0]
    return Utterance(
        quote=quote,
        kind=kind,
        who=speech.line(said, who=who, day=f"{day:%-d %B %Y}") if said else "",
        question=speech.line("questions") if kind == KINDS[0] and chance.random() < 0.15 else "",
        credibility=CREDIBILITIES[int(6 * chance.random() ** 0.5)],
        date=written,
        date_words=words,
        date_origin=origin,
        day=first,
        is_joint=kind == KINDS[2] and chance.random() < 0.1,
        promise=promise,
        speaker_reasons=_reason("speaker", who),
        signal_reasons=_reason("signal", first_words),
    )


def _reason(about: str, words: str) -> str:
    return json.dumps(
        [{"about": about, "words": words, "start": None, "end": None, "note": ""}], ensure_ascii=False
    )


def _date(day: Date, chance: Random) -> tuple[str, str, str, Date | None]:
    """The date as EDTF, its words, where it comes from, and the first day that it allows."""
    drawn = chance.random()
    if drawn < 0.95:
        return day.isoformat(), "", "publication" if drawn < 0.75 else "text", day
    if drawn < 0.985:
        return f"{day:%Y-%m}", "this month", "text", day.replace(day=1)
    if drawn < 0.995:
        return f"{day.isoformat()}~", "about that day", "text", day
    return "", "", "", None


def _promise(day: Date, language: str, chance: Random) -> Promise:
    due = day + timedelta(days=chance.randint(10, 420))
    if chance.random() < 0.5:
        words = f"by {due:%-d %B %Y}" if language == "en" else f"до {due:%d.%m.%Y}"
        return Promise(f"{day.isoformat()}/{due.isoformat()}", words, due)
    month = (due.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    words = f"in {due:%B %Y}" if language == "en" else f"в {due:%m.%Y}"
    return Promise(f"{due:%Y-%m}", words, month)
