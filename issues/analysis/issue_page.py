"""An issue's page: its statements with their filters, as ready values."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from issues.analysis.facets import Facets, facets
from issues.analysis.filters import OTHERS, Filters, toggled
from issues.analysis.issue_request import Choice, Request, address_on_timeline
from issues.analysis.marks import SIGNAL_MARKS, SignalMark
from issues.analysis.statement_list import statement_page
from issues.analysis.statement_rows import StatementRow
from issues.analysis.windows import Window
from issues.analysis.words import counted
from issues.vocabulary import Signal


@dataclass(frozen=True, slots=True)
class FilterGroup:
    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class StatementList:
    """The statements below a timeline. `heading` is also what a screen reader is told after a change."""

    heading: str
    rows: tuple[StatementRow, ...]
    groups: tuple[FilterGroup, ...]
    older: str  # address of the next page, "" on the last
    newest: str  # address of the first page, "" on it
    clear: str  # address without filters, "" where nothing filters
    window: Window
    kept: tuple[tuple[str, str], ...]  # name and value of what the period form keeps


def statement_list(request: Request) -> StatementList:
    """The page of statements that an address asks for, and its filters. Two queries."""
    head, window, filters = request.head, request.window, request.filters
    counts = facets(head.id, window, filters, parties=head.codes)
    page = statement_page(head.id, window, filters, parties=head.codes, today=request.today)
    first = replace(filters, before=None)
    return StatementList(
        heading=_heading(request, counts.total),
        rows=tuple(
            replace(
                row,
                on_timeline=address_on_timeline(request, row.id, row.day),
                is_sought=row.id == request.mark,
            )
            for row in page.rows
        ),
        groups=_groups(request, counts),
        older=request.address(filters=replace(filters, before=page.next)) + "#statements"
        if page.next
        else "",
        newest=request.address(filters=first) + "#statements" if filters.before else "",
        clear=request.address(filters=Filters()) + "#statements" if filters.is_any else "",
        window=window,
        kept=tuple(
            (name, value) for name in ("party", "signal", "official") if (value := getattr(filters, name))
        ),
    )


def _heading(request: Request, total: int) -> str:
    count = counted("%(count)s statement", "%(count)s statements", total) if total else _("No statements")
    if request.filters.evidence is not None:
        return _("%(statements)s as evidence") % {"statements": count}
    return f"{count}, {request.window.label}"


def _groups(request: Request, counts: Facets) -> tuple[FilterGroup, ...]:
    filters = request.filters

    def choice(name: str, value: str, label: str, count: int, mark: SignalMark | None = None) -> Choice:
        address = request.address(filters=toggled(filters, name, value)) + "#statements"
        return Choice(f"{name}-{value}", label, address, count, getattr(filters, name) == value, mark)

    parties = [choice("party", each.value, each.label, each.count) for each in counts.parties]
    if filters.party == OTHERS:
        parties.append(choice("party", OTHERS, _("Others"), counts.total))
    signals = [
        choice("signal", each.value, Signal(each.value).label, each.count, SIGNAL_MARKS[each.value])
        for each in counts.signals
    ]
    officials = [choice("official", each.value, each.label, each.count) for each in counts.officials]
    groups = ((_("Party"), parties), (_("Signal"), signals), (_("Official"), officials))
    return tuple(FilterGroup(name, tuple(choices)) for name, choices in groups if choices)
