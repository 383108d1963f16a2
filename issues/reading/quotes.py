"""What somebody said, in prose: direct quotes, reported speech and the one who is named for it.

An utterance is a stretch of text and whoever the sentence around it names. Quotes without an
attribution and the words of people who hold no office give nothing.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from issues.reading.attribution import Attribution, AttributionFinder
from issues.reading.interposed import without_interposed
from issues.reading.marks import Marks
from issues.reading.people import Mention, People
from issues.reading.quotations import left_open, quote_spans
from issues.reading.sentences import Sentence
from issues.reading.signals import find_signal
from issues.reading.topics import ENOUGH, find_topics
from issues.reading.worth import states
from issues.vocabulary import CATEGORY_OTHER_BILATERAL, Signal, StatementKind

MIN_QUOTE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words of one source: sentences cut to the stretch; by is None when the turn tells who."""

    start: int
    end: int
    kind: StatementKind
    by: Attribution | None = None
    question: tuple[int, int] | None = None
    label: str = ""
    act: bool = False
    between: bool = False  # an act in a report on two parties: somebody of the two has done it


_Read = tuple[Sentence, Attribution | None, bool]  # the last: it tells of the one before


class ProseReader:
    """Reads paragraphs in order; keeps who spoke last, for "he said" and "the diplomat added"."""

    def __init__(
        self,
        marks: Marks,
        people: People,
        *,
        subjects: bool = False,
        reports: bool = False,
        main: Mention | None = None,
        brief: bool = False,
    ) -> None:
        """brief: a short item of news, each sentence of which may tell an act."""
        self._marks, self._brief = marks, brief
        self._reports = reports  # a report on two parties: what it tells of their matters are acts
        self._attributions = AttributionFinder(marks, people, subjects=subjects, main=main)
        self._open = ""  # the mark of a quotation that goes on in the next paragraph
        self._source: Attribution | None = None  # whose it is; also after "X said:"

    def read(self, start: int, end: int) -> list[Utterance]:
        """Return the utterances of one paragraph in order."""
        sentences = self._marks.sentences_within(start, end)
        text, inside = self._marks.text, self._open
        spans = quote_spans(text, start, end, inside=inside)
        quotes = [span for span in spans if self._long_enough(span)]
        self._open = left_open(text, start, end, inside=inside)
        if self._open == '"':
            self._open = ""  # a straight mark does not tell its side: a slip must not swallow the rest
        found: list[_Read] = []
        spoken = without_interposed(self._marks, quotes)
        for sentence in sentences:
            attribution, passive = self._attributions.find(sentence, spoken)
            found.append((sentence, attribution, passive))
        announced = self._source if inside or (quotes and quotes[0][0] - start <= 2) else None
        unmarked = self._unmarked(found, quotes)
        utterances = unmarked or self._utterances(found, quotes, announced)
        named = [attribution for _, attribution, _ in found if attribution is not None]
        goes_on = bool(self._open) or text[start:end].rstrip().endswith((":", "："))
        self._source = [*named[-1:], announced][0] if goes_on else None
        return utterances

    def _unmarked(self, found: list[_Read], quotes: list[tuple[int, int]]) -> list[Utterance]:
        """ "X said:", and below, without marks, what X said."""
        if self._source is None or self._open or quotes or any(by for _, by, _ in found) or not found:
            return []
        return [Utterance(found[0][0].start, found[-1][0].end, StatementKind.DIRECT_QUOTE, self._source)]

    def _long_enough(self, span: tuple[int, int]) -> bool:
        return len(self._marks.tokens_within(*span)) >= MIN_QUOTE_WORDS

    def _utterances(
        self,
        found: list[_Read],
        quotes: list[tuple[int, int]],
        announced: Attribution | None,
    ) -> list[Utterance]:
        utterances: list[Utterance] = []
        used: set[int] = set()
        starts, ends = [s.start for s, _, _ in found], [s.end for s, _, _ in found]
        for span in quotes:
            inside = list(range(bisect_right(ends, span[0]), bisect_left(starts, span[1])))
            by = self._quote_source(found, inside) or announced
            covered = sum(min(found[i][0].end, span[1]) - max(found[i][0].start, span[0]) for i in inside)
            whole = sum(found[i][0].end - found[i][0].start for i in inside)
            if by is None or covered * 5 < whole * 2:
                continue
            words = self._marks.text[span[0] : span[1]]
            start = span[0] + len(words) - len(words.lstrip())  # « Oui », with spaces inside
            end = span[0] + len(words.rstrip(",，، \n"))  # "…," he said: the comma is the reporter's
            utterances.append(Utterance(start, end, StatementKind.DIRECT_QUOTE, by))
            used.update(inside)
        utterances += self._told(found, used)
        return sorted(utterances, key=lambda utterance: utterance.start)

    def _told(self, found: list[_Read], used: set[int]) -> list[Utterance]:
        """Return the reported speech and the reported acts among the sentences no quote has used."""
        utterances: list[Utterance] = []
        for index, (sentence, by, passive) in enumerate(found):
            if index in used:
                continue
            if passive and by is not None and index and index - 1 not in used:
                told = found[index - 1][0]
                if utterances and utterances[-1].start == told.start:
                    utterances.pop()
                utterances.append(Utterance(told.start, told.end, StatementKind.REPORTED_SPEECH, by))
                if not find_topics(self._marks, told.start, told.end):  # it tells what the matter is
                    utterances.append(
                        Utterance(sentence.start, sentence.end, StatementKind.REPORTED_SPEECH, by)
                    )
            elif passive and self._brief and not index:
                continue  # "This was said by X": of the title, which is no part of the text
            elif by is not None:
                utterances.append(Utterance(sentence.start, sentence.end, StatementKind.REPORTED_SPEECH, by))
            elif self._brief or self._tells_an_act(sentence):
                utterances.append(
                    Utterance(
                        sentence.start,
                        sentence.end,
                        StatementKind.REPORTED_SPEECH,
                        act=True,
                        between=self._reports,
                    )
                )
        return utterances

    def _tells_an_act(self, sentence: Sentence) -> bool:
        """ "The two have been in custody since Monday": a named matter, and something that moved in it."""
        if self._marks.within("act", sentence.start, sentence.end):
            return True
        if not self._reports or not states(self._marks, sentence):
            return False
        moved = find_signal(self._marks, sentence.start, sentence.end)
        named = find_topics(self._marks, sentence.start, sentence.end)
        between = {hit.code for hit in self._marks.parties_within(sentence.start, sentence.end)}
        if moved.ahead is not None and len(between) > 1:
            return True
        return (moved.signal is not Signal.POSITION or moved.ahead is not None) and any(
            topic.score >= ENOUGH or topic.category != CATEGORY_OTHER_BILATERAL for topic in named
        )

    def _quote_source(self, found: list[_Read], inside: list[int]) -> Attribution | None:
        """Ask the sentence that closes the quote, then the one that opens it, the next, the one before."""
        if not inside:
            return None
        order = [inside[-1], inside[0], inside[-1] + 1, inside[0] - 1]
        for index in order:
            if 0 <= index < len(found) and found[index][1] is not None:
                return found[index][1]
        return None
