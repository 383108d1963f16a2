"""Where a statement begins and ends: neighbouring sentences on one matter between one pair.

Each sentence of an utterance is asked what it is about, between whom, and what it signals; those
that say nothing themselves belong to the sentence before when they go on from it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from issues.reading.marks import Marks
from issues.reading.pairs import Focus, Link, Pair, find_pair
from issues.reading.people import People
from issues.reading.sentences import Sentence
from issues.reading.signals import ORDER, SignalFound, find_signal
from issues.reading.topics import ENOUGH, Topic, find_topics
from issues.vocabulary import CATEGORY_OTHER_BILATERAL, SIGNAL_DIRECTION, Signal

MAX_SENTENCES = 3
MAX_LENGTH = 480  # characters of one statement of several sentences
MAX_TAIL = 140  # characters of a sentence that may round off a statement
MAX_PAUSE = 1  # sentences on nothing after which a matter may still be taken up again
POINTS_BACK = 4  # first words of a sentence in which "this" or "here" points back
MAX_ASKED = 3  # sentences of an answer that may take the question's matter as theirs


@dataclass(frozen=True, slots=True)
class Subject:
    """A category of a sentence and how it was told: "own", "weak", "asked" or "carried"."""

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
    sentences: int = 1

    @property
    def pair(self) -> Pair | None:
        return self.link.pair

    @property
    def signal(self) -> SignalFound:
        """The strongest signal of its sentences."""
        ranked = [found for signal in ORDER for found in self.signals if found.signal is signal]
        return ranked[0] if ranked else SignalFound(Signal.POSITION)


@dataclass(slots=True)
class Talk:
    """What is kept from sentence to sentence of one answer, statement or article."""

    focus: Focus
    asked: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()
    carried: str | None = None
    spoken: int = 0
    elsewhere: bool = False  # the answer went off to a region, not to a party
    since: int = 99  # sentences since one was on the carried matter


class PassageReader:
    """Cuts utterances into passages."""

    def __init__(self, marks: Marks, people: People) -> None:
        self._marks, self._people = marks, people
        self._continuations = marks.pack.words("continuations")
        self._regions = marks.pack.words("regions")
        self._back = marks.pack.words("points_back")
        self._first_person = marks.pack.words("first_person")

    def read(self, sentences: Iterable[Sentence], talk: Talk) -> list[Passage]:
        """Return the passages of one utterance's sentences; talk is carried on."""
        passages: list[Passage] = []
        last: dict[str, int] = {}
        for sentence in sentences:
            current: dict[str, int] = {}
            for passage in self._passages_of(sentence, talk):
                category = passage.subject.category
                index = last.get(category)
                if index is not None and _may_join(passages[index], passage):
                    passages[index] = _joined(passages[index], passage)
                    current[category] = index
                else:
                    current[category] = len(passages)
                    passages.append(passage)
            if not current and self._tail(sentence, talk):
                for index in last.values():
                    if _has_room(passages[index], sentence.end):
                        passages[index] = _lengthened(passages[index], sentence.end)
            last = current
            talk.spoken += 1
            talk.since = 0 if current else talk.since + 1
        return passages

    def _passages_of(self, sentence: Sentence, talk: Talk) -> list[Passage]:
        start, end = sentence.start, sentence.end
        topics = find_topics(self._marks, start, end)
        regions = self._marks.words_in(start, end, self._regions)
        talk.elsewhere |= bool(regions) and not self._marks.parties_within(start, end)
        signal = find_signal(self._marks, start, end)
        mentions = self._people.mentions_within(start, end)
        found: list[Passage] = []
        for subject in self._subjects(topics, sentence, signal, talk):
            if not self._goes_on(start):
                talk.focus.carried = (
                    talk.focus.carried if subject.basis == "carried" or talk.spoken == 0 else None
                )
            link = find_pair(self._marks, mentions, start, end, talk.focus, subject.category)
            if link.pair is None:
                continue
            talk.focus.carried = talk.focus.last = link.pair
            talk.focus.carried_sure = link.sure
            talk.focus.topic_pairs.setdefault(subject.category, link.pair)
            talk.carried = subject.category
            found.append(Passage(start, end, subject, link, (signal,)))
        return found

    def _subjects(
        self, topics: list[Topic], sentence: Sentence, signal: SignalFound, talk: Talk
    ) -> list[Subject]:
        named = [t for t in topics if t.category != CATEGORY_OTHER_BILATERAL]
        strong = [t for t in named if t.score >= ENOUGH]
        if strong:
            return [
                Subject(t.category, "own", t) for t in strong[:2] if t is strong[0] or _apart(strong[0], t)
            ]
        other = next((t for t in topics if t.category == CATEGORY_OTHER_BILATERAL), None)
        plain_other = other is not None and other.score >= ENOUGH
        hinted = set(talk.asked) | talk.known | (set() if plain_other else {talk.carried})
        backed = next((t for t in named if t.category in hinted), None)
        if backed is not None:
            return [Subject(backed.category, "own", backed)]
        if other is not None and plain_other:
            return [Subject(other.category, "own", other)]
        if signal.signal is Signal.POSITION:
            # Faint words that move nothing are no statement, unless they answer with a party's name.
            hits = self._marks.parties_within(sentence.start, sentence.end)
            answers = self._may_answer(talk) and any(hit.code != talk.focus.speaker for hit in hits)
            return [Subject(talk.asked[0], "asked")] if answers else []
        subject = self._faint_subject(named, other, sentence, talk)
        return [subject] if subject else []

    def _faint_subject(
        self, named: list[Topic], other: Topic | None, sentence: Sentence, talk: Talk
    ) -> Subject | None:
        if other is not None and talk.carried == other.category:
            return Subject(other.category, "weak", other)
        if named and self._marks.within("context", sentence.start, sentence.end):
            return Subject(named[0].category, "weak", named[0])
        if talk.carried and self._belongs(sentence, talk):
            return Subject(talk.carried, "carried")
        if self._may_answer(talk):
            return Subject(talk.asked[0], "asked")
        if other is not None and (
            talk.focus.asked or self._marks.parties_within(sentence.start, sentence.end)
        ):
            return Subject(other.category, "weak", other)
        return None

    def _may_answer(self, talk: Talk) -> bool:
        return bool(talk.asked) and talk.spoken < MAX_ASKED and not talk.carried and not talk.elsewhere

    def _goes_on(self, start: int) -> bool:
        """The sentence begins as one that goes on, or points back within its first words."""
        norms = self._marks.tokens.norms
        index = self._marks.tokens.at_or_after(start)
        if index >= len(norms):
            return False
        return norms[index] in self._continuations or bool(
            self._back & set(norms[index : index + POINTS_BACK])
        )

    def _belongs(self, sentence: Sentence, talk: Talk) -> bool:
        """Nothing in it is of another matter: it points back, speaks for us, or is short."""
        short = sentence.end - sentence.start <= MAX_TAIL
        if talk.since == 0 and short:
            return True
        near = talk.since <= MAX_PAUSE
        return near and (self._goes_on(sentence.start) or self._speaks_for_itself(sentence))

    def _speaks_for_itself(self, sentence: Sentence) -> bool:
        return bool(self._marks.words_in(sentence.start, sentence.end, self._first_person))

    def _tail(self, sentence: Sentence, talk: Talk) -> bool:
        """A short sentence that only rounds off the one before."""
        short = sentence.end - sentence.start <= MAX_TAIL
        return (
            short and talk.since == 0 and (self._goes_on(sentence.start) or self._speaks_for_itself(sentence))
        )


def _apart(one: Topic, other: Topic) -> bool:
    """Two topics of one sentence count when each has words of its own."""
    taken = {(m.start, m.end) for m in one.matches if m.label.weight >= ENOUGH}
    return any(
        m.label.weight >= ENOUGH and not any(m.start < end and start < m.end for start, end in taken)
        for m in other.matches
    )


def _may_join(before: Passage, passage: Passage) -> bool:
    if before.pair != passage.pair or not _has_room(before, passage.end):
        return False
    ways = {SIGNAL_DIRECTION[found.signal] for found in (*before.signals, *passage.signals) if found.words}
    return passage.subject.basis in ("carried", "asked") or len(ways) <= 1


def _has_room(before: Passage, end: int) -> bool:
    return before.sentences < MAX_SENTENCES and end - before.start <= MAX_LENGTH


def _lengthened(before: Passage, end: int) -> Passage:
    return replace(before, end=end, sentences=before.sentences + 1)


def _joined(before: Passage, passage: Passage) -> Passage:
    link = before.link if before.link.sure >= passage.link.sure else passage.link
    subject = before.subject if before.subject.basis == "own" else passage.subject
    return replace(
        before,
        end=passage.end,
        subject=subject,
        link=link,
        signals=before.signals + passage.signals,
        sentences=before.sentences + 1,
    )
