"""Where a statement begins and ends: neighbouring sentences on one matter between one pair.

Each sentence of an utterance is asked what it is about, between whom, and what it signals; those
that say nothing themselves belong to the sentence before when they go on from it.
"""

from collections.abc import Iterable

from issues.reading.marks import Marks
from issues.reading.pairs import find_pair
from issues.reading.people import People
from issues.reading.sentences import Sentence
from issues.reading.signals import NEGATED, SignalFound, find_signal
from issues.reading.talk import Passage, Subject, Talk, has_room, joined, lengthened, may_join
from issues.reading.topics import ENOUGH, Topic, find_topics
from issues.vocabulary import CATEGORY_OTHER_BILATERAL, Signal

MAX_TITLED_PAUSE = 3  # the same, where the title names that matter alone
MAX_TAIL = 140  # characters of a sentence that may round off a statement
MAX_PAUSE = 1  # sentences on nothing after which a matter may still be taken up again
POINTS_BACK = 4  # first words of a sentence in which "this" or "here" points back
MAX_CARRIED = 240  # characters of a sentence that may go on with a matter it does not name
MIN_DENIAL = 4  # words of one that says what is denied
MAX_DENIAL = 5  # words of a "Frankly, no."
MIN_ANSWER = 5  # words of a sentence that answers without naming anything
MAX_ASKED = 3  # sentences of an answer that may take the question's matter as theirs


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
            if self._is_aside(sentence):
                last = current
                continue
            if talk.spoken == 0 and self._denies(sentence):
                talk.denied = sentence
                talk.spoken += 1
                continue
            for passage in self._passages_of(sentence, talk):
                category = passage.subject.category
                index = last.get(category)
                if index is not None and may_join(passages[index], passage):
                    passages[index] = joined(passages[index], passage)
                    current[category] = index
                else:
                    current[category] = len(passages)
                    passages.append(passage)
            if not current and self._tail(sentence, talk):
                for index in last.values():
                    if has_room(passages[index], sentence.end):
                        passages[index] = lengthened(passages[index], sentence.end)
            last = current
            talk.spoken += 1
            talk.since = 0 if current else talk.since + 1
        return passages or self._bare_denial(talk)

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
            text[sentence.end - 1] == ":"
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
        found: list[Passage] = []
        for subject in self._subjects(topics, sentence, signal, talk):
            if not self._goes_on(start):
                talk.focus.carried = talk.focus.carried if subject.topic is None or talk.spoken == 0 else None
            link = find_pair(self._marks, mentions, start, end, talk.focus, subject.category)
            if link.pair is None:
                continue
            talk.focus.carried = talk.focus.last = link.pair
            talk.focus.carried_sure = link.sure
            talk.focus.topic_pairs.setdefault(subject.category, link.pair)
            talk.carried = subject.category
            found.append(Passage(start, end, subject, link, (signal,)))
        return found

    def _after_denial(self, start: int, signal: SignalFound, talk: Talk) -> tuple[int, SignalFound]:
        """ "No. We exchanged drafts …": nothing of what was asked about, unless the rest moves."""
        denied = talk.denied
        if denied is None or signal.signal not in (Signal.POSITION, Signal.NO_PROGRESS, Signal.CONSULTATION):
            return start, signal
        text = self._marks.text[denied.start : denied.end]
        turned = NEGATED.get(talk.wanted, Signal.NO_PROGRESS) if talk.wanted else Signal.NO_PROGRESS
        words = " ".join(text.split())
        return denied.start, SignalFound(turned, denied.start, denied.end, words, "answers the question")

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
            # Faint words that move nothing are no statement, unless they answer.
            return [Subject(talk.asked[0], "asked")] if self._answers(sentence, talk) else []
        subject = self._faint_subject(named, other, sentence, talk)
        return [subject] if subject else []

    def _faint_subject(
        self, named: list[Topic], other: Topic | None, sentence: Sentence, talk: Talk
    ) -> Subject | None:
        moved_on = named and talk.carried not in (None, CATEGORY_OTHER_BILATERAL, named[0].category)
        if named and (moved_on or self._marks.within("context", sentence.start, sentence.end)):
            return Subject(named[0].category, "weak", named[0])
        if talk.carried and self._belongs(sentence, talk):
            titled = "titled" if talk.known == {talk.carried} else "carried"
            return Subject(talk.carried, "asked" if talk.carried in talk.asked else titled)
        if self._may_answer(talk):
            return Subject(talk.asked[0], "asked")
        if other is not None and (talk.carried == other.category or self._names_other(sentence, talk)):
            return Subject(other.category, "weak", other)
        return None

    def _names_other(self, sentence: Sentence, talk: Talk) -> bool:
        hits = self._marks.parties_within(sentence.start, sentence.end)
        return any(hit.code != talk.focus.speaker and not hit.located for hit in hits)

    def _may_answer(self, talk: Talk) -> bool:
        return bool(talk.asked) and talk.spoken < MAX_ASKED and not talk.carried and not talk.elsewhere

    def _answers(self, sentence: Sentence, talk: Talk) -> bool:
        """The first words of an answer that say something: a party's name, or enough on a named matter."""
        if not self._may_answer(talk):
            return False
        hits = self._marks.parties_within(sentence.start, sentence.end)
        if any(hit.code != talk.focus.speaker for hit in hits):
            return True
        words = len(self._marks.tokens_within(sentence.start, sentence.end))
        asks = self._marks.text[sentence.end - 1] == "?"
        return talk.asked[0] != CATEGORY_OTHER_BILATERAL and words >= MIN_ANSWER and not asks

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
        if talk.carried in talk.asked and self._names_the_matter(sentence):
            return True
        brief = sentence.end - sentence.start <= MAX_CARRIED
        if brief and talk.known == {talk.carried} and talk.since <= MAX_TITLED_PAUSE:
            return True  # the one matter of the title
        near = talk.since <= MAX_PAUSE and brief
        return near and (self._goes_on(sentence.start) or self._speaks_for_itself(sentence))

    def _names_the_matter(self, sentence: Sentence) -> bool:
        """ "In this area", "по этому вопросу": the matter asked about, however far back it was named."""
        norms = self._marks.tokens.norms
        matters = self._marks.words_in(sentence.start, sentence.end, self._marks.pack.words("matters"))
        return any(index and norms[index - 1] in self._back for index in matters)

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
