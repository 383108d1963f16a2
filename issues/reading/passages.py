"""Where a statement begins and ends: neighbouring sentences on one matter between one pair.

Each sentence of an utterance is asked what it is about, between whom, and what it signals; those
that say nothing themselves belong to the sentence before when they go on from it.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from issues.reading.marks import Marks
from issues.reading.matters import MAX_TAIL, MatterReader
from issues.reading.pairs import find_pair
from issues.reading.people import People
from issues.reading.pledges import is_dated
from issues.reading.sentences import Sentence
from issues.reading.signals import NEGATED, SignalFound, find_signal
from issues.reading.standing import count_parties
from issues.reading.talk import Passage, Subject, Talk, has_room, joined, lengthened, may_join
from issues.reading.topics import ENOUGH, Topic, find_topics
from issues.reading.worth import is_hollow, says_more, states
from issues.vocabulary import CATEGORY_OTHER_BILATERAL, Signal

MIN_DENIAL = 4  # words of one that says what is denied
MAX_DENIAL = 5  # words of a "Frankly, no."


class PassageReader:
    """Cuts utterances into passages."""

    def __init__(
        self,
        marks: Marks,
        people: People,
        *,
        on: date | None = None,
        language: str = "en",
        wide: bool = False,
    ) -> None:
        """on: the day of the text. wide: catch also what touches a matter but faintly, for a judge."""
        self._marks, self._people, self._wide = marks, people, wide
        self._on, self._language = on, language
        self._matters = MatterReader(marks)
        self._regions = marks.pack.words("regions")

    def read(self, sentences: Iterable[Sentence], talk: Talk) -> list[Passage]:
        """Return the passages of one utterance's sentences; talk is carried on."""
        passages: list[Passage] = []
        last: dict[str, int] = {}
        for sentence in sentences:
            current: dict[str, int] = {}
            if not self._is_aside(sentence):
                if self._says_something(sentence, talk):
                    current = self._add(passages, last, sentence, talk)
                    talk.since = 0 if current else talk.since + 1
                talk.spoken += 1
                mentions = self._people.mentions_within(sentence.start, sentence.end)
                talk.focus.before = count_parties(self._marks, mentions, sentence.start, sentence.end)
            last = current
        if any(not passage.faint for passage in passages):
            return passages
        return [*passages, *self._bare_denial(talk)]

    def _says_something(self, sentence: Sentence, talk: Talk) -> bool:
        """Tell a statement from a question and a fragment; a bare "no" at the beginning is kept in mind."""
        denies = self._denies(sentence)
        if denies and talk.spoken == 0:
            talk.denied = sentence
            return False
        return denies or states(self._marks, sentence)

    def _add(
        self, passages: list[Passage], last: dict[str, int], sentence: Sentence, talk: Talk
    ) -> dict[str, int]:
        """Add what a sentence states to the passages; return which passages the next may go on."""
        current: dict[str, int] = {}
        for passage in self._passages_of(sentence, talk):
            category = passage.subject.category
            index = last.get(category)
            if index is not None and may_join(passages[index], passage):
                passages[index] = joined(passages[index], passage)
                current[category] = index
            else:
                current[category] = len(passages)
                passages.append(passage)
        if current or self._rounds_off(passages, last, sentence, talk):
            return current
        passages += self._faintly(sentence, talk) if self._wide else []
        return current

    def _rounds_off(
        self, passages: list[Passage], last: dict[str, int], sentence: Sentence, talk: Talk
    ) -> bool:
        """A short sentence that only goes on from the one before is made part of its statements."""
        longer = [i for i in last.values() if has_room(passages[i], sentence.end)]
        if not longer or not self._tail(sentence, talk):
            return False
        for index in longer:
            passages[index] = lengthened(passages[index], sentence.end)
        return True

    def _bare_denial(self, talk: Talk) -> list[Passage]:
        """ "We have no such plans." and not a word more: the answer itself."""
        denied = talk.denied
        if denied is None or not talk.asked or talk.asked[0] == CATEGORY_OTHER_BILATERAL:
            return []
        if len(self._marks.tokens_within(denied.start, denied.end)) < MIN_DENIAL:
            return []
        signal = self._after_denial(denied.start, SignalFound(Signal.POSITION), talk)[1]
        mentions = self._people.mentions_within(denied.start, denied.end)
        link = find_pair(self._marks, mentions, denied.start, denied.end, talk.focus, talk.asked[0])
        if link.pair is None:
            return []
        talk.denied, talk.carried = None, talk.asked[0]
        return [Passage(denied.start, denied.end, Subject(talk.asked[0], "asked"), link, (signal,))]

    def _is_aside(self, sentence: Sentence) -> bool:
        """ "(Laughter.)" or "I'm happy to take your questions": no part of what is stated."""
        text = self._marks.text
        if (
            text[sentence.start] in "(["
            and text[sentence.end - 1] in ")]"
            and "(" not in text[sentence.start + 1 : sentence.end]
        ):
            return True
        if (
            text[sentence.end - 1] in ":："
            and len(self._marks.tokens_within(sentence.start, sentence.end)) <= 6
        ):
            return True  # "Have agreed as follows:"
        if not self._marks.within("courtesy", sentence.start, sentence.end):
            return False
        return not any(t.score >= ENOUGH for t in find_topics(self._marks, sentence.start, sentence.end))

    def _denies(self, sentence: Sentence) -> bool:
        words = self._marks.tokens_within(sentence.start, sentence.end)
        denials = self._marks.pack.words("denials")
        return len(words) <= MAX_DENIAL and any(self._marks.tokens.norms[index] in denials for index in words)

    def _passages_of(self, sentence: Sentence, talk: Talk) -> list[Passage]:
        start, end = sentence.start, sentence.end
        topics = find_topics(self._marks, start, end)
        regions = self._marks.words_in(start, end, self._regions)
        talk.elsewhere |= bool(regions) and not self._marks.parties_within(start, end)
        signal = find_signal(self._marks, start, end, talk.focus.speaker)
        if talk.denied is not None and talk.asked:
            start, signal = self._after_denial(start, signal, talk)
        talk.denied = None
        mentions = self._people.mentions_within(start, end)
        home = bool(self._marks.within("politics", start, end))
        dated = is_dated(self._marks, start, end, signal, self._on, self._language)
        found: list[Passage] = []
        two = len({hit.code for hit in self._marks.parties_within(start, end)}) > 1
        plans = dated and two and signal.signal is Signal.POSITION
        moving = replace(signal, signal=Signal.COMMITMENT) if plans else signal  # what is owed by a day moves
        for subject in self._matters.subjects(topics, sentence, moving, talk):
            if not self._matters.goes_on(start):
                talk.focus.carried = talk.focus.carried if subject.topic is None or talk.spoken == 0 else None
            link = find_pair(self._marks, mentions, start, end, talk.focus, subject.category)
            if link.pair is None:
                continue
            talk.focus.carried = talk.focus.last = link.pair
            talk.focus.carried_sure = link.sure
            talk.focus.topic_pairs.setdefault(subject.category, link.pair)
            talk.carried = subject.category
            found.append(
                Passage(
                    start,
                    end,
                    subject,
                    link,
                    (signal,),
                    home,
                    talk.focus.loose,
                    spoken=talk.spoken,
                    dated=dated,
                )
            )
        return found

    def _faintly(self, sentence: Sentence, talk: Talk) -> list[Passage]:
        """What the rules do not hold for a statement, and an editor may; it changes nothing in the talk."""
        start, end = sentence.start, sentence.end
        signal = find_signal(self._marks, start, end, talk.focus.speaker)
        topics = find_topics(self._marks, start, end)
        if is_hollow(self._marks, sentence, signal) and not self._says_more(sentence, signal, topics):
            return []
        subject = self._matters.faint_subject(topics, sentence, talk)
        mentions = self._people.mentions_within(start, end)
        link = find_pair(self._marks, mentions, start, end, talk.focus, subject.category)
        if link.pair is None or not (link.hits or subject.topic or signal.words or talk.focus.firm):
            return []
        home = bool(self._marks.within("politics", start, end))
        passage = Passage(start, end, subject, link, (signal,), home, talk.focus.loose)
        return [replace(passage, spoken=talk.spoken, faint=True)]

    def _says_more(self, sentence: Sentence, signal: SignalFound, topics: list[Topic]) -> bool:
        """A hollow beginning, and then something that moves or that names its matter."""
        moves = signal.signal not in (Signal.POSITION, Signal.EVASION)
        return says_more(self._marks, sentence) and (moves or any(t.score >= ENOUGH for t in topics))

    def _after_denial(self, start: int, signal: SignalFound, talk: Talk) -> tuple[int, SignalFound]:
        """ "No. We exchanged drafts …": nothing of what was asked about, unless the rest moves."""
        denied = talk.denied
        if denied is None or signal.signal not in (Signal.POSITION, Signal.NO_PROGRESS, Signal.CONSULTATION):
            return start, signal
        text = self._marks.text[denied.start : denied.end]
        turned = NEGATED.get(talk.wanted, Signal.NO_PROGRESS) if talk.wanted else Signal.NO_PROGRESS
        words = " ".join(text.split())
        return denied.start, SignalFound(turned, denied.start, denied.end, words, "answers the question")

    def _tail(self, sentence: Sentence, talk: Talk) -> bool:
        """A short sentence that only rounds off the one before."""
        if talk.since or sentence.end - sentence.start > MAX_TAIL:
            return False
        if is_hollow(self._marks, sentence, find_signal(self._marks, sentence.start, sentence.end)):
            return False
        return self._matters.goes_on(sentence.start) or self._matters.speaks_for_itself(sentence)
