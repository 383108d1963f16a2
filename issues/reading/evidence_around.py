"""The evidence of what stands around a passage: how near, how often and in what part the other side is named.

A pair told by context is as good as what the context is on: whether the other side was just named or long
ago, whether others were named since, and whether the talk around is on matters abroad at all.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from issues.reading.candidates import Candidate, Setting
from issues.reading.marks import Marks, PartyHit
from issues.reading.pairs import CLUBS, FORUMS
from issues.reading.steps import step
from issues.reading.tokens import LOWER

AROUND = 1_000  # characters on either side of a passage that are around it
NEAR = 400  # characters in which home affairs are near
MOST = 4  # words of a passage's beginning that are looked at


class Surroundings:
    """Tells the evidence around the passages of one text."""

    def __init__(self, marks: Marks, setting: Setting) -> None:
        self._marks, self._setting = marks, setting
        small = zip(marks.tokens.norms, marks.tokens.cases, strict=True)
        self._small = {norm for norm, case in small if case == LOWER}  # words that are no names
        self._named = Counter(hit.code for hit in marks.parties)
        self._places: dict[str, list[int]] = {}
        for hit in marks.parties:
            self._places.setdefault(hit.code, []).append(hit.start)

    def of(self, one: Candidate) -> Iterator[str]:
        """Yield the names of the evidence around one candidate."""
        others = set(one.passage.pair or ()) - set((one.speaker.party or "").split("+"))
        hits = self._marks.parties_within(one.passage.start, one.passage.end)
        here = [hit for hit in hits if hit.code in others]
        yield from self._last_named(one, others, bool(here))
        yield from self._around(one, others)
        yield from self._sorts(others)
        if here:
            yield from self._standing(one, here[0], len(here))
        if one.utterance.question:
            yield from self._question(one, others)
        yield from self._opening(one)

    def _last_named(self, one: Candidate, others: set[str], here: bool) -> Iterator[str]:
        start = one.passage.start
        if here:
            yield "the other side is named here"
            return
        last = -1
        for code in others:
            places = self._places.get(code, [])
            index = bisect_left(places, start)
            last = max(last, places[index - 1] if index else -1)
        if last < 0:
            yield "the other side was not named before"
            return
        yield step("characters since the other side was named", start - last, (150, 300, 600, 1200, 3000))
        between = self._marks.parties_within(last, start)
        speaker = one.speaker.party
        strange = {hit.code for hit in between if hit.code not in others and hit.code != speaker}
        yield step("others named since", len(strange), (1, 2, 3))

    def _around(self, one: Candidate, others: set[str]) -> Iterator[str]:
        start, end = one.passage.start, one.passage.end
        around = self._marks.parties_within(start - AROUND, end + AROUND)
        abroad = [hit for hit in around if hit.code != one.speaker.party]
        theirs = sum(hit.code in others for hit in abroad)
        yield step("parties named around", len(abroad), (1, 2, 4, 8, 16))
        yield step("the other side named around", theirs, (1, 2, 4, 8))
        yield step(
            "its share of those named around", theirs / max(len(abroad), 1), (0.01, 0.2, 0.4, 0.6, 0.9)
        )
        all_of_it = sum(self._named[code] for code in others)
        yield step("the other side named in the text", all_of_it, (1, 2, 4, 8, 16))
        foreign = sum(times for code, times in self._named.items() if code != one.speaker.party)
        yield step(
            "its share of those named in the text", all_of_it / max(foreign, 1), (0.05, 0.15, 0.3, 0.6)
        )
        for kind, name in (("home", "home affairs"), ("politics", "parliaments")):
            yield step(f"{name} near", len(self._marks.within(kind, start - NEAR, end + NEAR)), (1, 2, 4))

    def _sorts(self, others: set[str]) -> Iterator[str]:
        if others & CLUBS:
            yield "the other side is a club"
        elif others & FORUMS:
            yield "the other side is a forum"
        elif any(len(code) > 2 for code in others):
            yield "the other side is an organisation"
        if len(others) != 1:
            yield "neither side speaks" if others else "both sides speak"

    def _standing(self, one: Candidate, hit: PartyHit, times: int) -> Iterator[str]:
        """How the passage names the other side first: behind which word, before which, in which part."""
        tokens, sentence = self._marks.tokens, self._marks.sentence_of_token
        norms, articles = tokens.norms, self._marks.pack.words("articles")
        yield step("times the other side is named here", times, (2, 3))
        length = max(one.passage.end - one.passage.start, 1)
        yield step("part of the passage", (hit.start - one.passage.start) / length, (0.02, 0.25, 0.5, 0.75))
        before = hit.first - 1
        if before >= 0 and norms[before] in articles:
            before -= 1
        if before >= 0 and sentence[before] == sentence[hit.first]:
            if tokens.cases[before] == LOWER:
                yield f"the other side behind “{norms[before]}”"
            elif tokens.text[tokens.ends[before] : tokens.starts[before + 1]] == " ":
                yield "the other side behind a capital"
        after = hit.last
        if after < len(tokens) and sentence[after] == sentence[hit.last - 1]:
            if tokens.text[tokens.ends[after - 1] : tokens.starts[after]] not in (" ", "-"):
                yield "the other side before a mark"
            elif tokens.cases[after] == LOWER:
                yield f"the other side before “{norms[after]}”"
            else:
                yield "the other side before a capital"
        if tokens.raw(hit.last - 1).lower().endswith(("'s", "’s", "s'", "s’")):
            yield "the other side owns something"

    def _question(self, one: Candidate, others: set[str]) -> Iterator[str]:
        start, end = one.utterance.question or (0, 0)
        asked = {hit.code for hit in self._marks.parties_within(start, end)} - {one.speaker.party}
        if asked & others:
            yield "asked about the other side" + (" among others" if asked - others else "")
        else:
            yield "asked about others" if asked else "asked about nobody"
        topics = {match.label.value for match in self._marks.within("category", start, end)}
        if topics:
            yield (
                "asked on this matter"
                if one.passage.subject.category in topics
                else "asked on another matter"
            )

    def _opening(self, one: Candidate) -> Iterator[str]:
        tokens, pack = self._marks.tokens, self._marks.pack
        all_words = self._marks.tokens_within(one.passage.start, one.passage.end)
        words, back = all_words[:MOST], pack.words("points_back")
        for name in ("continuations", "first_person", "contrasts", "plural_pronouns"):
            if words and tokens.norms[words[0]] in pack.words(name):
                yield f"begins with one of the {name}"
        if words and tokens.norms[words[0]] in self._small:
            yield f"begins with “{tokens.norms[words[0]]}”"
        if words and tokens.norms[all_words[-1]] in back:
            yield "ends pointing back"
        for first, second in pairwise(words):
            if tokens.norms[first] in pack.words("first_person") and tokens.cases[second] == LOWER:
                yield f"begins with “we {tokens.norms[second]}”"
                return
