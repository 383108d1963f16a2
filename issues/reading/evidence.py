"""What speaks for and against a candidate, as names that an editor can read.

Each name is one finding of the rules: on the passage, on who says it, on the text around it. How much
it weighs is the judge's to say (issues.reading.judge).
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from issues.reading.candidates import Candidate, Setting
from issues.reading.evidence_around import Surroundings
from issues.reading.evidence_scene import Scene
from issues.reading.evidence_words import evidence_of_words
from issues.reading.marks import Marks
from issues.reading.people import People
from issues.reading.steps import step
from issues.vocabulary import CATEGORY_OTHER_BILATERAL

_CROSSED = ("the rules' sureness", "told by", "speaker:", "pair:", "signal", "said as")


class Evidence:
    """Gathers the evidence on the candidates of one text."""

    def __init__(
        self, marks: Marks, people: People, candidates: Sequence[Candidate], setting: Setting
    ) -> None:
        self._marks, self._people, self._setting = marks, people, setting
        self._around = Surroundings(marks, setting)
        self._scene = Scene(marks, people, setting)
        sure = [one for one in candidates if one.sure]
        self._pairs = Counter(one.passage.pair for one in sure)
        self._matters = Counter(one.passage.subject.category for one in sure)
        self._speakers = Counter((one.speaker.name, one.speaker.role) for one in candidates)
        self._all = max(len(candidates), 1)
        self._places = sorted(one.passage.start for one in sure)
        self._whole = tuple(self._of_the_text(len(sure)))

    def of(self, one: Candidate) -> list[str]:
        """Return the names of the evidence on one candidate; some count by the form of the text."""
        findings = [
            *self._of_the_speaker(one),
            *self._of_the_side(one),
            *self._of_the_matter(one),
            *self._of_the_pair(one),
            *self._of_the_place(one),
            *self._around.of(one),
            *self._scene.of(one),
            *evidence_of_words(self._marks, self._people, one, self._setting.language),
        ]
        form = f"{self._setting.form}{' in brief' if self._setting.brief else ''}"
        crossed = [f"{name} ({form})" for name in findings if name.startswith(_CROSSED)]
        return [*self._whole, *findings, *crossed]

    def _of_the_text(self, sure: int) -> Iterator[str]:
        setting = self._setting
        yield f"a text of the form {setting.form}"
        yield f"language {setting.language}"
        yield "a short item" if setting.brief else "no short item"
        yield "a text on other things" if setting.domestic else "a text on matters abroad"
        yield "title or lead name the pair" if setting.firm else "title and lead name no pair"
        yield step("characters of the text", setting.length, (400, 1000, 2500, 6000, 15000, 30000))
        yield step("sure findings of the text", sure, (1, 2, 4, 8, 16))
        yield step("sure findings a page", sure * 3000 / max(setting.length, 600), (0.01, 0.5, 1, 2, 4))
        yield step("pairs of the text", len(self._pairs), (1, 2, 3, 5))
        yield step("matters of the title", len(setting.known), (1, 2))
        yield step("what the rules ask of the text", setting.threshold, (0.67, 0.8, 0.9))
        yield from (f"titled {name}" for name in sorted(setting.titled))
        if setting.joint:
            yield step("parties of a joint text", setting.joint, (2, 3))

    def _of_the_speaker(self, one: Candidate) -> Iterator[str]:
        speaker, utterance = one.speaker, one.utterance
        note = f"{speaker.note.split('“')[0].strip()} {speaker.note.rpartition('”')[2][:25].strip()}"
        if utterance.act:
            yield f"speaker: an act, {note.strip()}"
        elif speaker.key:
            yield "speaker: an official we know"
        elif speaker.name:
            yield "speaker: a name with an office" if speaker.role else "speaker: a bare name"
        else:
            yield "speaker: an office" if speaker.role else "speaker: the text itself"
        yield f"who speaks is told by: {note.strip()}"
        yield step("sureness of the speaker", speaker.sure, (0.55, 0.65, 0.75, 0.85, 0.93))
        asked = " to a question" if utterance.question else ""
        yield f"said as {utterance.kind.value}{asked}{' between the two' if utterance.between else ''}"
        if speaker.start is not None and speaker.end is not None:
            away = max(one.passage.start - speaker.end, speaker.start - one.passage.end, 0)
            yield step("characters to who speaks", away, (1, 60, 200))
        share = self._speakers[speaker.name, speaker.role] / self._all
        yield step("share of this speaker", share, (0.1, 0.3, 0.6, 0.95))
        yield step("speakers of the text", len(self._speakers), (2, 3, 6))

    def _of_the_side(self, one: Candidate) -> Iterator[str]:
        party = one.speaker.party
        if party is None:
            yield "speaks for nobody"
        elif "+" in party:
            yield "speaks for several"
        else:
            yield "speaks for one of the pair" if party in (one.passage.pair or ()) else "speaks of others"
            if self._setting.issuer:
                own = party == self._setting.issuer
                yield "speaks for the side of the text" if own else "speaks for another side"
        if one.introduces:
            yield "only announces what follows"
        if one.moves_nothing:
            yield "the scenery of a short item"

    def _of_the_matter(self, one: Candidate) -> Iterator[str]:
        passage, subject = one.passage, one.passage.subject
        sort = "relations" if subject.category == CATEGORY_OTHER_BILATERAL else "a named matter"
        faint = "faintly " if passage.faint else ""
        yield f"matter {subject.category}"
        yield f"told by {faint}{subject.basis}, {sort}"
        yield step(
            f"weight of the words for {sort}", subject.topic.score if subject.topic else 0, (1, 2, 2.5, 4)
        )
        yield step(f"phrases for {sort}", len(subject.topic.matches) if subject.topic else 0, (1, 2, 3))
        if one.utterance.question:
            yield step("sentences since the question", passage.spoken, (1, 2, 3, 4))
        if self._setting.known:
            yield (
                "the title's matter" if subject.category in self._setting.known else "not the title's matter"
            )
        yield step("others on this matter", self._matters[subject.category] - one.sure, (1, 3, 6))
        rules = (0.5, 0.6, 0.66, 0.7, 0.75, 0.8, 0.85, 0.9)
        yield step(f"the rules' sureness {faint}", one.suggestion.confidence, rules)
        if passage.politics:
            yield "names parliaments"
        if passage.loose:
            yield "in a talk on many matters"

    def _of_the_pair(self, one: Candidate) -> Iterator[str]:
        link, pair = one.passage.link, one.passage.pair or ()
        hits = self._marks.parties_within(one.passage.start, one.passage.end)
        codes = {hit.code for hit in hits}
        yield f"pair: {link.note}"
        yield step("sureness of the pair", link.sure, (0.45, 0.65, 0.75, 0.85, 0.95))
        yield step("parties named", len(codes), (1, 2, 3, 4))
        yield step("of the pair named", len(codes & set(pair)), (1, 2))
        yield step("others named", len(codes - set(pair)), (1, 2, 3))
        others = [hit for hit in hits if hit.code in pair and hit.code != one.speaker.party]
        ways = {("place" if hit.located else hit.sort) + ("" if hit.base else " declined") for hit in others}
        yield f"the other side as {min(ways)}" if len(ways) == 1 else "the other side in several ways or none"
        usual = self._setting.usual
        yield "the usual pair" if pair == usual else "another pair" if usual else "no usual pair"
        yield step("others on this pair", self._pairs[one.passage.pair] - one.sure, (1, 3, 6))
        if any(hit.organisation for hit in hits):
            yield "names an organisation"
        if any(hit.located for hit in hits):
            yield "names a place"
        if any(hit.sort == "name" and hit.base and not hit.located for hit in hits):
            yield "a party may be the subject"

    def _of_the_place(self, one: Candidate) -> Iterator[str]:
        start = one.passage.start
        yield step("place in the text", start / max(self._setting.length, 1), (0.02, 0.1, 0.3, 0.7))
        yield step("characters before it", start, (5, 300, 1000, 3000))
        index = bisect_right(self._places, start)
        near = [abs(start - place) for place in self._places[max(0, index - 2) : index + 1] if place != start]
        yield step("characters to a sure finding", min(near, default=99999), (250, 600, 1500, 5000))
