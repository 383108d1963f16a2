"""The suggester's versions, as an admin sees them: what each learned from and what it was worth."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from issues.analysis.words import DateShown, moment_shown
from issues.models import Statement, SuggesterVersion
from issues.vocabulary import ReviewState

SHOWN = 20
_QUESTIONS = {
    "category": _("Category"),
    "signal": _("Signal"),
    "keep": _("Order of what waits"),
}


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One question: what rules and suggester got right of the held-back reviews, in words."""

    question: str
    reviews: int
    rules: str
    learned: str
    changes: str
    takes_over: bool
    why: str


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version. state: in use, stopped, waiting, in training, failed, or kept in store."""

    version_id: int
    at: DateShown
    asked_by: str
    reviews: int
    state: str
    stopped_by: str
    error: str
    sha256: str
    scores: tuple[ScoreRow, ...]
    may_be_used: bool

    @property
    def state_label(self) -> str:
        return {
            "in use": pgettext("suggester", "in use"),
            "failed": pgettext("suggester", "failed"),
            "waiting": pgettext("suggester", "waiting"),
            "in training": pgettext("suggester", "in training"),
            "stopped": pgettext("suggester", "stopped"),
            "in store": pgettext("suggester", "in store"),
        }[self.state]


@dataclass(frozen=True, slots=True)
class SuggesterPage:
    versions: tuple[VersionRow, ...]
    in_use: VersionRow | None
    is_stopped: bool
    is_training: bool
    trains_itself: bool
    decided: int


def suggester_page() -> SuggesterPage:
    """The newest versions, newest first. Two queries."""
    rows = SuggesterVersion.objects.select_related("asked_by", "stopped_by").defer("weights")
    versions = tuple(_row(version) for version in rows[:SHOWN])
    newest = next((one for one in versions if one.state not in ("waiting", "in training")), None)
    return SuggesterPage(
        versions=versions,
        in_use=next((one for one in versions if one.state == "in use"), None),
        is_stopped=newest is not None and newest.state == "stopped",
        is_training=any(one.state in ("waiting", "in training") for one in versions),
        trains_itself=settings.LEARNING,
        decided=Statement.objects.exclude(state=ReviewState.SUGGESTED).count(),
    )


def _row(version: SuggesterVersion) -> VersionRow:
    state = _state(version)
    return VersionRow(
        version_id=version.pk,
        at=moment_shown(version.trained_at or version.begun_at or version.asked_at),
        asked_by=version.asked_by.username if version.asked_by else "",
        reviews=version.reviews,
        state=state,
        stopped_by=version.stopped_by.username if version.stopped_by else "",
        error=version.error,
        sha256=version.sha256,
        scores=tuple(_score(name, version.scores[name]) for name in _QUESTIONS if name in version.scores),
        may_be_used=version.trained_at is not None and not version.in_use and bool(version.sha256),
    )


def _state(version: SuggesterVersion) -> str:
    if version.in_use:
        return "in use"
    if version.error:
        return "failed"
    if version.trained_at is None:
        return "waiting" if version.begun_at is None else "in training"
    return "stopped" if version.stopped_at else "in store"


def _score(name: str, score: dict[str, object]) -> ScoreRow:
    mended, spoiled = score["mended"], score["spoiled"]
    ordered = name == "keep"
    return ScoreRow(
        question=str(_QUESTIONS[name]),
        reviews=int(str(score["reviews"])),
        rules=_percent(score["rules"]),
        learned=_percent(score["learned"]),
        changes=gettext("order only")
        if ordered
        else gettext("%(mended)s mended, %(spoiled)s spoiled") % {"mended": mended, "spoiled": spoiled},
        takes_over=score["takes_over"] is True,
        why=str(score["why"]),
    )


def _percent(share: object) -> str:
    return f"{float(str(share)) * 100:.1f} %"
