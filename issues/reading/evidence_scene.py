"""The evidence of what a passage is a part of: the news its title tells, or the scenery around the news.

News is full of sentences that only say what was spoken of, how the press or the street took it, or what
was years ago.
"""

import re
from collections.abc import Iterator
from datetime import date

from issues.reading.candidates import Candidate, Setting
from issues.reading.forms import Form, form_of
from issues.reading.headline import stems_of
from issues.reading.marks import Marks
from issues.reading.people import People, Sort
from issues.reading.steps import step

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TENSES = (Form.PAST, Form.PRESENT, Form.FUTURE, Form.PASSIVE)
_OFFICIAL = (Sort.PERSON, Sort.TITLE, Sort.ANONYMOUS)


class Scene:
    """Tells the evidence on the passages of one text against its title."""

    def __init__(self, marks: Marks, people: People, setting: Setting) -> None:
        self._marks, self._people, self._setting = marks, people, setting
        self._whole = tuple(sorted(f"the title has words of {kind}" for kind in self._kinds()))

    def of(self, one: Candidate) -> Iterator[str]:
        """Yield the names of the evidence on one candidate."""
        yield from self._whole
        yield from self._titled(one)
        start, end = one.passage.start, one.passage.end
        for label in sorted({match.label.value for match in self._marks.within("scene", start, end)}):
            yield f"has words of scene: {label}"
        if one.utterance.by is not None:
            verbs = self._marks.within("speech", one.utterance.by.start, one.utterance.by.end)
            yield from sorted({f"told by a verb of the sort {verb.label.value}" for verb in verbs})
        if self._marks.words_in(start, end, self._marks.pack.words("other_sources")):
            yield "names the press or experts"
        yield from self._names(start, end)
        yield from self._times(start, end)

    def _kinds(self) -> frozenset[str]:
        return self._setting.headline.kinds if self._setting.headline else frozenset()

    def _titled(self, one: Candidate) -> Iterator[str]:
        title = self._setting.headline
        if title is None:
            yield "no title"
            return
        here = stems_of(self._marks.tokens, self._marks.tokens_within(one.passage.start, one.passage.end))
        yield step("words of the title", len(here & title.stems), (1, 2, 3, 5))
        share = len(here & title.stems) / max(1, len(title.stems))
        yield step("share of the title's words", share, (0.01, 0.2, 0.4, 0.6))
        sides = sum(code in title.parties for code in one.passage.pair or ())
        yield f"sides that the title names: {sides}"
        if one.speaker.name:
            named = one.speaker.name in title.people
            yield "the title names who speaks" if named else "the title names another or nobody"
        elif one.speaker.party:
            ours = one.speaker.party in title.parties
            yield "the title names whose words they are" if ours else "the title names others"

    def _names(self, start: int, end: int) -> Iterator[str]:
        mentions = self._people.mentions_within(start, end)
        officials = [m for m in mentions if m.sort in _OFFICIAL and (m.key or m.role or m.party)]
        yield step("officials named", len(officials), (1, 2))
        if any(m.sort is Sort.INSTITUTION and m.party for m in mentions):
            yield "names an institution of a party"

    def _times(self, start: int, end: int) -> Iterator[str]:
        on: date | None = self._setting.on
        years = [int(year) for year in _YEAR.findall(self._marks.text[start:end])]
        if on is not None and years:
            yield "tells of an earlier year" if min(years) < on.year else "names this year or a later one"
        pack = self._marks.pack
        if pack.words("past_endings"):
            words = {self._marks.tokens.norms[i] for i in self._marks.tokens_within(start, end)}
            forms = {form_of(word, pack) for word in words if len(word) > 1}
            if not forms & set(_TENSES):
                yield "has no verb in a tense"
            elif Form.PAST not in forms:
                yield "tells nothing of the past"
