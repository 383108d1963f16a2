"""The page of a comparison."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from issues.analysis.compare.asked import AT_MOST, Asked
from issues.analysis.compare.columns import Columns, facing_columns
from issues.analysis.compare.figures import Figures, figures, standings
from issues.analysis.compare.issues import Compared, Offer, compared, offers
from issues.analysis.issue_request import Choice
from issues.analysis.standing import Standing
from issues.analysis.windows import Window, preset_labels, read_window, shifted, zoomed
from issues.analysis.words import listed


@dataclass(frozen=True, slots=True)
class ComparePage:
    """`heading` is also what a screen reader is told after a change."""

    heading: str
    messages: tuple[str, ...]  # what of the address could not be done
    figures: Figures | None
    columns: Columns
    presets: tuple[Choice, ...]
    moves: tuple[Choice, ...]
    offers: tuple[Offer, ...]
    categories: tuple[tuple[str, str], ...]
    slugs: tuple[str, ...]  # of the issues that are compared
    kept: tuple[tuple[str, str], ...]  # name and value of what the picker keeps
    window: Window
    is_full: bool
    is_single: bool  # both sides of one issue


def compare_page(
    asked: Asked, params: Mapping[str, str], *, today: date, is_as_of: bool = False
) -> ComparePage:
    """What an address compares. Eight queries at most."""
    found = compared(asked)
    issues = found.issues
    # What follows leads to these issues by name, so that each can be taken out again.
    named = Asked(tuple(issue.slug for issue in issues))
    stands = standings(issues, today=today) if issues else {}
    first = _first_day(issues, stands.values())
    window = read_window(params, first=first, today=today)
    removals = {issue.slug: named.without(issue.slug).address(window) for issue in issues}
    offered, categories = offers(issues)
    return ComparePage(
        heading=_heading(issues, window),
        messages=tuple(_messages(found.unknown, is_cut=found.is_cut)),
        figures=figures(issues, stands, window, removals, today=today, is_as_of=is_as_of) if issues else None,
        columns=facing_columns(issues, window, today=today),
        presets=_presets(named, window) if issues else (),
        moves=_moves(named, window, first or today, today) if issues else (),
        offers=offered if len(issues) < AT_MOST else (),
        categories=categories,
        slugs=named.slugs,
        kept=(*(("issue", slug) for slug in named.slugs), *_given_window(params)),
        window=window,
        is_full=len(issues) >= AT_MOST,
        is_single=len(issues) == 1,
    )


def _first_day(issues: Iterable[Compared], stands: Iterable[Standing]) -> date | None:
    days = [issue.first_day for issue in issues if issue.first_day]
    starts = [held[0].start for each in stands for held in each.spells.values() if held]
    return min([*days, *starts], default=None)


def _heading(issues: tuple[Compared, ...], window: Window) -> str:
    if not issues:
        return _("Nothing to compare yet")
    titles = [issue.title for issue in issues]
    names = listed(
        f"{issue.title} ({issue.relationship})" if titles.count(issue.title) > 1 else issue.title
        for issue in issues
    )
    return _("%(issues)s, %(days)s") % {"issues": names, "days": window.label}


def _messages(unknown: tuple[str, ...], *, is_cut: bool) -> list[str]:
    messages = []
    if unknown:
        text = ngettext("There is no issue %(names)s.", "There are no issues %(names)s.", len(unknown))
        messages.append(text % {"names": ", ".join(unknown)})
    if is_cut:
        messages.append(
            _("Up to %(most)s issues are compared at a time; these are the first.") % {"most": AT_MOST}
        )
    return messages


def _presets(named: Asked, window: Window) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            id=f"window-{name}",
            label=label,
            address=named.address(replace(window, name=name)),
            count=None,
            is_current=name == window.name,
        )
        for name, label in preset_labels().items()
    )


def _moves(named: Asked, window: Window, first: date, today: date) -> tuple[Choice, ...]:
    steps = (
        ("earlier", _("Earlier"), shifted(window, -1, first, today)),
        ("later", _("Later"), shifted(window, 1, first, today)),
        ("closer", _("Closer"), zoomed(window, 0.5, first, today)),
        ("wider", _("Wider"), zoomed(window, 2, first, today)),
    )
    return tuple(
        Choice(f"move-{name}", label, named.address(to), None, is_current=False)
        for name, label, to in steps
        if (to.start, to.end) != (window.start, window.end)
    )


def _given_window(params: Mapping[str, str]) -> list[tuple[str, str]]:
    """The window as the address gave it: without one, the default follows what is added."""
    return [(name, params[name]) for name in ("window", "from", "to") if params.get(name)]
