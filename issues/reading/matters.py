"""What a sentence is about, by its own words or by the talk it stands in.

A strong phrase is enough. Faint words want company: the matter asked about, the matter of the title,
the sentence before. A sentence that says nothing on any matter has none.
"""

from issues.reading.marks import Marks
from issues.reading.sentences import Sentence
from issues.reading.signals import SignalFound
from issues.reading.talk import Subject, Talk
from issues.reading.topics import ENOUGH, Topic
from issues.reading.worth import is_hollow
from issues.vocabulary import CATEGORY_OTHER_BILATERAL, Signal

MAX_TAIL = 140  # characters of a sentence that may round off a statement
MAX_TITLED_PAUSE = 3  # the same, where the title names that matter alone
MAX_PAUSE = 1  # sentences on nothing after which a matter may still be taken up again
POINTS_BACK = 4  # first words of a sentence in which "this" or "here" points back
MAX_CARRIED = 240  # characters of a sentence that may go on with a matter it does not name
MIN_ANSWER = 5  # words of a sentence that answers without naming anything
MIN_TOLD = 4  # words of a sentence of a short item that tells something
MAX_ASKED = 3  # sentences of an answer that may take the question's matter as theirs


class MatterReader:
    """Tells the categories of sentences."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        self._continuations = marks.pack.words("continuations")
        self._back = marks.pack.words("points_back")
        self._first_person = marks.pack.words("first_person")

    def subjects(
        self, topics: list[Topic], sentence: Sentence, signal: SignalFound, talk: Talk
    ) -> list[Subject]:
        """Return one subject, two where each has words of its own, none where nothing is stated."""
        named = [t for t in topics if t.category != CATEGORY_OTHER_BILATERAL]
        strong = [t for t in named if t.score >= ENOUGH]
        if strong and not (talk.focus.loose and is_hollow(self._marks, sentence, signal)):
            return [
                Subject(t.category, "own", t) for t in strong[:2] if t is strong[0] or _apart(strong[0], t)
            ]
        if is_hollow(self._marks, sentence, signal):
            return self._evasion(sentence, signal, talk)
        other = next((t for t in topics if t.category == CATEGORY_OTHER_BILATERAL), None)
        plain_other = other is not None and other.score >= ENOUGH
        hinted = set(talk.asked) | talk.known | (set() if plain_other else {talk.carried})
        backed = next((t for t in named if t.category in hinted), None)
        if backed is not None:
            return [Subject(backed.category, "own", backed)]
        if other is not None and plain_other:
            return [Subject(other.category, "own", other)]
        if talk.told is not None and self._says_enough(sentence):
            return [Subject(talk.told, "told")]
        if signal.signal is not Signal.POSITION:
            subject = self._faint_subject(named, other, sentence, talk)
        else:  # faint words that move nothing are no statement, unless they answer
            subject = Subject(talk.asked[0], "asked") if self._answers(sentence, talk) else None
        subject = subject or self._between_the_two(sentence, signal, talk)
        return [subject] if subject else []

    def faint_subject(self, topics: list[Topic], sentence: Sentence, talk: Talk) -> Subject:
        """What a sentence is about where the rules would rather not say: the nearest there is.

        A named matter that it does not name goes on in words that go on; what else is said is said at large.
        """
        named = [t for t in topics if t.category != CATEGORY_OTHER_BILATERAL]
        chosen = next(
            (t for t in [*named, *topics] if t.score >= ENOUGH), next(iter([*named, *topics]), None)
        )
        if chosen is not None:
            return Subject(chosen.category, "weak", chosen)
        goes_on = talk.since <= MAX_PAUSE and self.goes_on(sentence.start)
        told: list[tuple[str, str]] = []
        if talk.asked and talk.spoken < MAX_ASKED:
            told.append((talk.asked[0], "asked"))
        if talk.carried and talk.since <= MAX_TITLED_PAUSE:
            told.append((talk.carried, "carried"))
        if len(talk.known) == 1:
            told.append((next(iter(talk.known)), "titled"))
        for category, basis in told:
            first = basis == "asked" and talk.spoken == 0
            if category == CATEGORY_OTHER_BILATERAL or goes_on or first:
                return Subject(category, basis)
        return Subject(CATEGORY_OTHER_BILATERAL, "pair")

    def _says_enough(self, sentence: Sentence) -> bool:
        return len(self._marks.tokens_within(sentence.start, sentence.end)) >= MIN_TOLD

    def _evasion(self, sentence: Sentence, signal: SignalFound, talk: Talk) -> list[Subject]:
        """What is evaded is worth a line once: as the first words on a named matter asked about."""
        hollow = self._marks.within("hollow", sentence.start, sentence.end)
        away = any(match.label.value == "away" for match in hollow)  # somebody else may know
        evades = signal.signal is Signal.EVASION and talk.spoken == 0 and not away
        named = talk.asked[:1] if talk.asked[:1] != (CATEGORY_OTHER_BILATERAL,) else ()
        return [Subject(named[0], "asked")] if evades and named else []

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

    def _between_the_two(self, sentence: Sentence, signal: SignalFound, talk: Talk) -> Subject | None:
        """Where a text is about one pair, what one of them states on the other is between the two.

        On the matter of the title, where it names one; else on their relations at large.
        """
        focus, marks = talk.focus, self._marks
        moved = signal.signal is not Signal.POSITION
        codes = {hit.code for hit in marks.parties_within(sentence.start, sentence.end) if not hit.located}
        side = bool(marks.words_in(sentence.start, sentence.end, marks.pack.words("own_side")))
        other = bool(codes & set(focus.usual or focus.joint or ()) - {focus.speaker})
        foreign = (side or focus.speaker in codes) and bool(codes - {focus.speaker})
        if not focus.firm:
            return Subject(CATEGORY_OTHER_BILATERAL, "pair") if moved and foreign else None
        if len(talk.known) == 1 and (other or moved):
            return Subject(next(iter(talk.known)), "titled")
        both = bool(marks.within("mutual", sentence.start, sentence.end))
        if moved and (both or other or foreign or focus.told):
            return Subject(CATEGORY_OTHER_BILATERAL, "pair")
        if moved and not codes and (focus.issued or (side and talk.since <= MAX_PAUSE)):
            return Subject(CATEGORY_OTHER_BILATERAL, "pair")
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
        asks = self._marks.text[sentence.end - 1] in "?？؟"
        return talk.asked[0] != CATEGORY_OTHER_BILATERAL and words >= MIN_ANSWER and not asks

    def goes_on(self, start: int) -> bool:
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
        if self._turns_away(sentence):
            return False
        short = sentence.end - sentence.start <= MAX_TAIL
        if talk.since == 0 and short:
            return True
        if talk.carried in talk.asked and self._names_the_matter(sentence):
            return True
        brief = sentence.end - sentence.start <= MAX_CARRIED
        if brief and talk.known == {talk.carried} and talk.since <= MAX_TITLED_PAUSE:
            return True  # the one matter of the title
        near = talk.since <= MAX_PAUSE and brief
        return near and (self.goes_on(sentence.start) or self.speaks_for_itself(sentence))

    def _turns_away(self, sentence: Sentence) -> bool:
        """ "Finally, they agreed to …": what comes last is another matter than the one before."""
        first = self._marks.tokens.at_or_after(sentence.start)
        return bool(set(self._marks.tokens.norms[first : first + 1]) & self._marks.pack.words("turns_away"))

    def _names_the_matter(self, sentence: Sentence) -> bool:
        """ "In this area", "по этому вопросу": the matter asked about, however far back it was named."""
        norms = self._marks.tokens.norms
        matters = self._marks.words_in(sentence.start, sentence.end, self._marks.pack.words("matters"))
        return any(index and norms[index - 1] in self._back for index in matters)

    def speaks_for_itself(self, sentence: Sentence) -> bool:
        return bool(self._marks.words_in(sentence.start, sentence.end, self._first_person))


def _apart(one: Topic, other: Topic) -> bool:
    """Two topics of one sentence count when each has words of its own."""
    taken = {(m.start, m.end) for m in one.matches if m.label.weight >= ENOUGH}
    return any(
        m.label.weight >= ENOUGH and not any(m.start < end and start < m.end for start, end in taken)
        for m in other.matches
    )
