"""Why the reader proposes something, in the reader's language: its findings, and what weighed with the judge.

The phrases are those of issues/reading: speakers, pairs, signals, dates. What the judge weighs
(evidence.py) has names for its own use; those that are often told have a translation.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_noop as _

from issues.analysis.noted import Phrases


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the reader proposes something; `words` triggered it, "" where a rule without words did."""

    about: str
    words: str
    note: str


_NOTES = Phrases(
    (
        # Who speaks
        _("“%(words)s” names the speaker"),
        _("“%(words)s” names an institution"),
        _("“%(words)s” names an office"),
        _("the label “%(words)s”"),
        _("reported act: “%(words)s”"),
        _("an official the text does not name"),
        _("answers the questions"),
        _("a joint text"),
        _("both sides together"),
        _("the document's speaker"),
        _("the document's own words"),
        _("the subject of the act"),
        _("the party that acts"),
        _("the institution that acts"),
        _("by whom it is done"),
        _("at whose order it is done"),
        _("where it is done"),
        _("the side opposite to the one it is done to"),
        # On what
        _("the matter asked about"),
        _("the matter of this short item"),
        _("the matter of the title"),
        _("goes on from the sentence before"),
        _("said by one of the two on the other"),
        # Between whom
        _("the speaker's party and the party named"),
        _("the two parties of the text"),
        _("the two parties spoken of"),
        _("the passage names two parties"),
        _("the passage names both parties"),
        _("the passage names two other parties"),
        _("goes on about the same two parties"),
        _("carried from the sentences before"),
        _("the party of the sentence before"),
        _("two of those who speak together"),
        _("one party named, the other from the text around"),
        _("the parties of the joint text"),
        _("the party asked about"),
        _("the pair this document links with the matter"),
        _("the pair this document is about"),
        _("the pair spoken of before"),
        # What it signals
        _("a promise kept"),
        _("answers the question"),
        _("ahead"),
        _("wished for"),
        _("wished for or conditional"),
        _("somebody is told to"),
        _("offered"),
        _("possible"),
        _("refused"),
        _("not brought about"),
        _("only spoken of"),
        _("told as a fact"),
        _("told as the background"),
        _("blamed"),
        _("goes on"),
        _("conditional"),
        _("negated"),
        _("another side's doing"),
        _("what comes of it"),
        _("proposed by the language model %(model)s"),
        _("learned from %(count)s reviews: speaks for %(answer)s"),
    )
)
_DATES = Phrases(
    (
        _("a promise without a date"),
        _("about %(count)s days"),
        _("about %(count)s weeks"),
        _("about %(count)s months"),
        _("about %(count)s years"),
        _("working days counted as 7 in 5"),
        _("unknown: the day it was said is not known"),
        _("unknown: it counts from another event"),
        _("unknown: nobody said how many"),
        _("until %(day)s"),
        _("until about %(day)s"),
        _("on %(day)s"),
        _("on about %(day)s"),
        _("from %(day_first)s until %(day_last)s"),
        _("from about %(day_first)s until about %(day_last)s"),
        _("said %(day)s"),
    )
)
_EVIDENCE = Phrases(
    (
        _("the usual pair"),
        _("another pair"),
        _("the title's matter"),
        _("not the title's matter"),
        _("told by own, a named matter"),
        _("told by own, relations"),
        _("told by asked, a named matter"),
        _("told by titled, a named matter"),
        _("told by carried, a named matter"),
        _("speaker: an official we know"),
        _("speaker: a name with an office"),
        _("speaker: a bare name"),
        _("speaker: an office"),
        _("speaker: the text itself"),
        _("who speaks is told by: %(how)s"),
        _("speaks for one of the pair"),
        _("speaks for the side of the text"),
        _("speaks for another side"),
        _("speaks for several"),
        _("speaks for nobody"),
        _("speaks of others"),
        _("has words of mood"),
        _("has words of mood: %(mood)s"),
        _("has words of speech"),
        _("has words of %(kind)s"),
        _("signal %(signal)s, no words for it"),
        _("signal read as %(note)s"),
        _("phrases for a named matter"),
        _("phrases for relations"),
        _("weight of the words for a named matter"),
        _("weight of the words for relations"),
        _("weight of the signal"),
        _("others on this matter"),
        _("others on this pair"),
        _("others named"),
        _("parties named"),
        _("people named"),
        _("of the pair named"),
        _("sureness of the pair"),
        _("the rules' sureness"),
        _("share of this speaker"),
        _("speakers of the text"),
        _("sentences since the question"),
        _("sentences"),
        _("words"),
        _("promises something"),
        _("waits for something"),
        _("says by when"),
        _("quotes somebody"),
        _("names an organisation"),
        _("names a place"),
        _("names parliaments"),
        _("a party may be the subject"),
        _("only announces what follows"),
        _("in a talk on many matters"),
        _("the scenery of a short item"),
        _("the other side as %(way)s"),
        _("the other side in several ways or none"),
        _("matter %(matter)s"),
    )
)
_STEPS = Phrases((_("under %(number)s"), _("from %(number)s"), _("%(low)s to %(high)s")))
_WEIGHED = re.compile(r"(?:for it: (?P<pro>.+?)|nothing speaks for it)(?:\. Against it: (?P<against>.+))?")
_STEP = re.compile(r"(?P<name>.+?)\s+(?P<step>under [\d.]+|from [\d.]+|[\d.]+ to [\d.]+)")
_OF_A_FORM = re.compile(r"(?P<name>.+) \((?P<form>[a-z ]+)\)")


def reasons_said(rows: Iterable[Mapping[str, Any]]) -> tuple[Reason, ...]:
    """Reasons as they are stored, for a page."""
    return tuple(_said(row) for row in rows)


def _said(row: Mapping[str, Any]) -> Reason:
    about, note = str(row.get("about", "")), str(row.get("note") or "")
    match about:
        case "worth":
            note = _weighed(note)
        case "pledge":
            note = calculation_said(note)
        case _:
            note = _NOTES.said(note)
    return Reason(about_said(about), str(row.get("words") or ""), note)


def about_said(about: str) -> str:
    """Name what a reason is about."""
    names = {
        "speaker": pgettext("reason", "speaker"),
        "category": pgettext("reason", "category"),
        "relationship": pgettext("reason", "relationship"),
        "signal": pgettext("reason", "signal"),
        "pledge": pgettext("reason", "pledge"),
        "confidence": pgettext("reason", "confidence"),
        "worth": pgettext("reason", "worth"),
    }
    return names.get(about, about)


def calculation_said(noted: str) -> str:
    """How a date was worked out: "said 26 Jun 2026 → until 31 Aug 2026"; words as said stay as they are."""
    before, arrow, result = noted.rpartition(" → ")
    told = ", ".join(_DATES.said(part) for part in result.split(", "))
    if not arrow:
        return told
    words, comma, said = before.rpartition(", ")
    return f"{words}{comma}{_DATES.said(said)} → {told}"


def _weighed(noted: str) -> str:
    found = _WEIGHED.fullmatch(noted)
    if not found:
        return noted
    pro, against = found["pro"], found["against"]
    told = (
        gettext("for it: %(evidence)s") % {"evidence": "; ".join(map(_evidence, pro.split("; ")))}
        if pro
        else gettext("nothing speaks for it")
    )
    if not against:
        return told
    return gettext("%(for_it)s. Against it: %(evidence)s") % {"for_it": told, "evidence": _evidence(against)}


def _evidence(name: str) -> str:
    """One piece: its name, the step that its number falls in, the form of text in which it counts."""
    form = _OF_A_FORM.fullmatch(name)
    if form:
        return f"{_evidence(form['name'])} ({form['form']})"
    step = _STEP.fullmatch(name)
    if step:
        return f"{_EVIDENCE.said(step['name'])} {_STEPS.said(step['step'])}"
    return _EVIDENCE.said(name)
