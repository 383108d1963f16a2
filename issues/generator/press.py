"""Who says what to whom: the documents of a generated archive, written one after the other."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from random import Random

from issues.generator.cast import Cast, Outlet
from issues.generator.decisions import Desk
from issues.generator.papers import Papers, Store, Text
from issues.generator.plan import Plan
from issues.generator.records import Records
from issues.generator.schedule import Schedule
from issues.generator.tables import COLUMNS, Rows
from issues.generator.utterances import Voice, make_utterance
from issues.generator.words import Name, Speech

BATCH = 1_000  # documents
LANGUAGES = ("en", "ru")
AN_AGENCY, AN_INSTITUTION, FILLED = 0.4, 0.25, 0.4
ONE_SIDE = 0.48  # of the documents; as many the other, the rest somebody else
REPRINTED, EDITED, LATE = 0.06, 0.02, 0.03


class Press:
    """Rows in batches; the same plan makes the same rows."""

    def __init__(
        self, plan: Plan, schedule: Schedule, cast: Cast, names: list[Name], desk: Desk, store: Store
    ) -> None:
        self._plan, self._schedule, self._cast = plan, schedule, cast
        self._chance = chance = Random(f"{plan.seed} press")  # noqa: S311  # no secret
        self._speech = {language: Speech(language, names, chance) for language in LANGUAGES}
        self._seen: set[str] = set()
        self._last = datetime(plan.today.year, plan.today.month, plan.today.day, tzinfo=UTC)
        self._papers = Papers(store)
        self._records = Records(plan, schedule, cast, desk, self._last, chance)

    def batches(self) -> Iterator[tuple[Rows, int]]:
        """Rows by table, and the number of statements so far."""
        for start in range(0, self._schedule.documents, BATCH):
            rows: Rows = {model: [] for model in COLUMNS}
            self._papers.rows = self._records.rows = rows
            end = min(start + BATCH, self._schedule.documents)
            for number in range(start, end):
                self._write(number)
            yield rows, int(self._schedule.first[end])

    def _write(self, number: int) -> None:
        time = float(self._schedule.time[number])
        day = self._plan.today - timedelta(days=1 + int((1 - time) * 365 * self._plan.years))
        pair, first, second = self._cast.pairs[self._schedule.pair[number]]
        voice = self._voice(first, second, day)
        outlet = self._outlet(voice)
        speech, found = self._speech[outlet.language], self._found(day)
        title = self._title(speech, first, second, voice)
        text = Text(outlet.language, title)
        for place in range(self._schedule.first[number], self._schedule.first[number + 1]):
            said = make_utterance(speech, voice, day, time, self._chance, self._seen)
            text.add_statement(self._records.add(place, said, voice, pair, found, outlet.language), said)
            if self._chance.random() < FILLED:
                text.add(speech.line("filler"))
        document = self._papers.add_document(outlet, title, day, found)
        self._papers.add_capture(document, 1, title, day, text, found)
        drawn = self._chance.random()
        if drawn < REPRINTED:
            self._reprint(title, text, day, found)
        elif drawn < REPRINTED + EDITED and len(text.places) > 1:
            later = min(found + timedelta(days=1), self._last)
            self._papers.add_capture(document, 2, title, day, text.without_end(), later)

    def _reprint(self, title: str, text: Text, day: date, found: datetime) -> None:
        """An agency carries some of the words."""
        agency = self._chance.choice([one for one in self._cast.agencies if one.language == text.language])
        again = Text(text.language, self._speech[text.language].line("filler"))
        for statement, said, _, _ in text.places[: self._chance.randint(1, 3)]:
            again.add_statement(statement, said)
        later = min(found + timedelta(hours=1), self._last)
        document = self._papers.add_document(agency, title, day, later)
        self._papers.add_capture(document, 1, title, day, again, later)

    def _voice(self, first: str, second: str, day: date) -> Voice:
        drawn, chance = self._chance.random(), self._chance
        others = list(self._cast.party_names)
        party = first if drawn < ONE_SIDE else second if drawn < 2 * ONE_SIDE else chance.choice(others)
        if chance.random() < AN_INSTITUTION:
            labels = {language: str(speech.told["institution"]) for language, speech in self._speech.items()}
            return Voice(party, None, labels)
        speaking = [each for each in self._cast.speakers[party] if each.first <= day <= each.last]
        speaker = chance.choices(speaking, weights=[each.weight for each in speaking])[0]
        return Voice(party, speaker, {})

    def _outlet(self, voice: Voice) -> Outlet:
        by_agency = self._chance.random() < AN_AGENCY
        # Three in five documents are in English.
        language = LANGUAGES[self._chance.random() > 0.62]
        offered = self._cast.agencies if by_agency else self._cast.ministries[voice.party]
        return self._chance.choice([one for one in offered if one.language == language])

    def _title(self, speech: Speech, first: str, second: str, voice: Voice) -> str:
        place = LANGUAGES.index(speech.language)
        names = self._cast.party_names
        return speech.line(
            "headlines", a=names[first][place], b=names[second][place], who=voice.shown(speech.language)
        )

    def _found(self, day: date) -> datetime:
        """When we had it: the same day, but for some that came to us late."""
        late = self._chance.randint(20, 400) if self._chance.random() < LATE else 0
        hour, minute = self._chance.randint(6, 20), self._chance.randint(0, 59)
        moment = datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC) + timedelta(days=late)
        return min(moment, self._last)
