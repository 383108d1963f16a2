"""Review the demonstration as its editor would: accept, enter statuses, decide pledges.

All of it is done at once, in the order in which it would have been done, and then dated so.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from operator import attrgetter

from issues.demo.additions import Addition, add_one, read_additions
from issues.demo.articles import read_edition
from issues.demo.dating import Recorder
from issues.demo.decisions import (
    accept_found,
    correct_signal,
    decide_pledge,
    decided_rows,
    enter_status,
    found_statements,
    take_status_back,
)
from issues.demo.moments import Moments, path_of
from issues.demo.newsroom import EDITOR, SOURCE_PREFIX, reference_day_of_sources
from issues.demo.press import date_press
from issues.demo.script import Script, ScriptedStatus, Words, read_script
from issues.models import Capture, Document, Source, Statement, User

# How long after reading the last of what a decision needs it is taken; first what stands in the
# documents, then what follows from it.
ADDING, TAKING_BACK, ENTERING, DECIDING = (timedelta(minutes=minutes) for minutes in (20, 40, 60, 80))


@dataclass(frozen=True, slots=True)
class Review:
    """What one pass did, and whether all the press has been read, so that no further pass is needed."""

    accepted: int
    statuses: int
    outcomes: int
    is_complete: bool
    added: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """A decision: when it is taken, what it counts as, and how; `decide` says whether there was one."""

    at: datetime
    counts_as: str
    decide: Callable[[], bool]


def review_newsroom() -> Review:
    """Accept what the reader found in the demo's sources and decide what the script says. Idempotent.

    To be called again where documents came later; what a person decided meanwhile stays. What the reader
    left the editor adds by hand. A status takes what there is of its evidence, and without any is left out.
    """
    today = reference_day_of_sources()
    editor = User.objects.filter(username=EDITOR).first()
    if today is None or editor is None:
        return Review(0, 0, 0, is_complete=True)
    is_complete = is_everything_read()
    moments = Moments(read_edition(today))
    date_press(moments)
    agenda = Agenda(moments, read_script(today), read_additions(today), editor)
    recorder = Recorder()
    done: Counter[str] = Counter()
    for step in sorted(agenda.steps(), key=attrgetter("at")):
        with recorder.at(step.at):
            done[step.counts_as] += step.decide()
    recorder.write(decided_rows())
    return Review(done["accepted"], done["statuses"], done["outcomes"], is_complete, done["added"])


def is_everything_read() -> bool:
    """Say whether every demo feed was polled, its documents fetched and their captures read."""
    sources = Source.objects.filter(slug__startswith=SOURCE_PREFIX)
    if sources.exclude(runs__documents_new__gt=0).exists():
        return False
    documents = Document.objects.filter(source__in=sources)
    if documents.filter(captures__isnull=True, fetch_error="").exists():
        return False
    return not Capture.objects.filter(document__in=documents, read_at__isnull=True).exists()


@dataclass(frozen=True, slots=True)
class Agenda:
    """All that the editor has to decide."""

    moments: Moments
    script: Script
    additions: tuple[Addition, ...]
    editor: User

    def steps(self) -> Iterator[Step]:
        """In no order."""
        on = self.moments.on
        for statement, address in self._found():
            yield Step(self.moments.reviewed(path_of(address)), "accepted",
                partial(accept_found, statement, editor=self.editor))  # fmt: skip
        for added in self.additions:
            yield Step(self._known(added.looked_up) + ADDING, "added",
                partial(add_one, added, editor=self.editor))  # fmt: skip
        for status in self.script.statuses:
            yield Step(self._entered(status), "statuses",
                partial(enter_status, status, editor=self.editor))  # fmt: skip
            if status.retracted_for:
                yield Step(self._known(status.retracted_for) + TAKING_BACK, "taken back",
                    partial(take_status_back, status, editor=self.editor))  # fmt: skip
        for correction in self.script.corrections:
            at = max(on(correction.on), self._known(correction.statement) + ADDING)
            yield Step(at, "corrected", partial(correct_signal, correction, editor=self.editor))
        for outcome in self.script.outcomes:
            at = max(
                self._known(outcome.shown_by), on(outcome.met_on) if outcome.met_on else self.moments.opened
            )
            yield Step(at + DECIDING, "outcomes", partial(decide_pledge, outcome, editor=self.editor))

    def _found(self) -> list[tuple[Statement, str]]:
        """The suggestions to accept, each with the address of its first document."""
        late = (each.looked_up for each in self.additions if each.added_on)
        found = found_statements(accept_from=self.script.accept_from, but=(*self.script.left, *late))
        places = found.order_by("appearances__capture__captured_at").values_list(
            "pk", "appearances__capture__document__address"
        )
        first: dict[int, str] = {}
        for pk, address in places:
            first.setdefault(pk, address)
        return [(statement, first[statement.pk]) for statement in found]

    def _known(self, words: Words) -> datetime:
        """When the desk had these words as a statement."""
        added = (each for each in self.additions if each.looked_up.path == words.path and each.added_on)
        late = (each.added_on for each in added if words.words in each.passage)
        return max([self.moments.reviewed(words.path), *(self.moments.on(day) for day in late if day)])

    def _entered(self, status: ScriptedStatus) -> datetime:
        return max(self._known(words) for words in status.evidence) + ENTERING
