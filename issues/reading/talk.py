"""What is kept while somebody talks, and how neighbouring sentences become one statement."""

from dataclasses import dataclass, replace

from issues.reading.pairs import Focus, Link, Pair
from issues.reading.sentences import Sentence
from issues.reading.signals import SignalFound, strongest
from issues.reading.topics import Topic
from issues.vocabulary import SIGNAL_DIRECTION, Signal

MAX_SENTENCES = 3
MAX_LENGTH = 480  # characters of one statement of several sentences


@dataclass(frozen=True, slots=True)
class Subject:
    """A category of a sentence and how it was told: "own", "weak", "asked", "told", "titled" or "carried"."""

    category: str
    basis: str
    topic: Topic | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A statement-to-be: text[start:end] on one category between one pair."""

    start: int
    end: int
    subject: Subject
    link: Link
    signals: tuple[SignalFound, ...]
    politics: bool = False  # names parliaments and parties: often a matter at home
    loose: bool = False  # said in a talk on many matters: what stands around tells little
    sentences: int = 1
    spoken: int = 0  # sentences of the answer before it
    dated: bool = False  # promises or plans something for a day
    faint: bool = False  # nothing but the wider net has caught it

    @property
    def pair(self) -> Pair | None:
        return self.link.pair

    @property
    def signal(self) -> SignalFound:
        """The strongest signal of its sentences."""
        return strongest(self.signals)


@dataclass(slots=True)
class Talk:
    """What is kept from sentence to sentence of one answer, statement or article."""

    focus: Focus
    asked: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()
    carried: str | None = None
    spoken: int = 0
    began: int = 0  # where the point of a joint text begins
    wanted: Signal | None = None  # what the question hopes or fears, where its words show it
    denied: Sentence | None = None  # a bare "no" that the next sentence goes on from
    elsewhere: bool = False  # the answer went off to a region, not to a party
    told: str | None = None  # the one matter of a short item: what its sentences are about unless they say
    since: int = 99  # sentences since one was on the carried matter


def may_join(before: Passage, passage: Passage) -> bool:
    if before.pair != passage.pair or not has_room(before, passage.end):
        return False
    if before.dated and passage.dated:
        return False  # each promise with a day is owed by itself
    own = passage.subject.basis == "own"
    if own and _promises(before) != _promises(passage) and before.signal.words and passage.signal.words:
        return False
    ways = {SIGNAL_DIRECTION[found.signal] for found in (*before.signals, *passage.signals) if found.words}
    return passage.subject.basis in ("carried", "titled", "asked", "told") or len(ways) <= 1


def _promises(passage: Passage) -> bool:
    return any(found.promises for found in passage.signals)


def has_room(before: Passage, end: int) -> bool:
    return before.sentences < MAX_SENTENCES and end - before.start <= MAX_LENGTH


def lengthened(before: Passage, end: int) -> Passage:
    return replace(before, end=end, sentences=before.sentences + 1)


def joined(before: Passage, passage: Passage) -> Passage:
    link = before.link if before.link.sure >= passage.link.sure else passage.link
    subject = before.subject if before.subject.basis == "own" else passage.subject
    return replace(
        before,
        end=passage.end,
        subject=subject,
        link=link,
        signals=before.signals + passage.signals,
        politics=before.politics or passage.politics,
        dated=before.dated or passage.dated,
        sentences=before.sentences + 1,
    )
