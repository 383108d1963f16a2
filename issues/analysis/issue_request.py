"""What the address of an issue's page asks for, and the addresses one may go to from there."""

from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from issues.analysis.citing.forms import FormOffered, offered
from issues.analysis.filters import Filters, write_address
from issues.analysis.issue_head import IssueHead
from issues.analysis.marks import SignalMark
from issues.analysis.windows import (
    UNDATED,
    Window,
    first_window,
    last_window,
    preset_labels,
    read_window,
    shifted,
    window_around,
    zoomed,
)

SHOWN_IN = 366  # days at most round a statement that is to be shown, so that it may stand by itself


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter: what choosing it (or letting it go) leads to."""

    id: str
    label: str
    address: str
    count: int | None
    is_current: bool
    mark: SignalMark | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """A step to another window; `keys` as aria-keyshortcuts has them. No address: no further."""

    id: str
    label: str
    title: str
    keys: str
    address: str


@dataclass(frozen=True, slots=True)
class Request:
    """What an address asks of an issue's page. `mark` is a statement to be shown on the timeline."""

    head: IssueHead
    window: Window
    filters: Filters
    default: str  # the name of the window without any parameter
    today: date
    mark: int | None = None

    def address(self, *, window: Window | None = None, filters: Filters | None = None, base: str = "") -> str:
        window, filters = window or self.window, self.filters if filters is None else filters
        is_default = window.name == self.default
        return write_address(base or self.head.address, window, filters, default_window=is_default)


def read_request(head: IssueHead, params: dict[str, str], *, today: date) -> Request:
    """Read window, filters and the statement to be shown of an address."""
    window = read_window(params, first=head.first_day, today=today)
    default = read_window({}, first=head.first_day, today=today).name
    mark = params.get("mark", "")
    is_number = mark.isascii() and mark.isdigit() and len(mark) <= 18
    return Request(head, window, Filters.read(params), default, today, int(mark) if is_number else None)


def presets(request: Request) -> tuple[Choice, ...]:
    """The windows one may choose."""
    chosen = request.filters.evidence is None
    filters = replace(request.filters, before=None, evidence=None)
    return tuple(
        Choice(
            id=f"window-{name}",
            label=label,
            address=request.address(window=replace(request.window, name=name), filters=filters),
            count=None,
            is_current=chosen and name == request.window.name,
        )
        for name, label in preset_labels().items()
    )


def moves(request: Request) -> tuple[Move, ...]:
    """Steps from the window to its neighbours: earlier, later, closer, wider, the first and the last days."""
    window, today = request.window, request.today
    first = min(request.head.first_day or today, today)
    filters = replace(request.filters, before=None, evidence=None)
    steps = (
        ("first", _("First"), _("The first days of the record"), "Home", first_window(window, first)),
        ("earlier", _("Earlier"), _("Half a window earlier"), "ArrowLeft", shifted(window, -1, first, today)),
        ("later", _("Later"), _("Half a window later"), "ArrowRight", shifted(window, 1, first, today)),
        ("latest", _("Latest"), _("The last days, to today"), "End", last_window(window, today)),
        ("closer", _("Closer"), _("Half as many days"), "+", zoomed(window, 0.5, first, today)),
        ("wider", _("Wider"), _("Twice as many days"), "-", zoomed(window, 2, first, today)),
    )
    same = (window.start, window.end)
    return tuple(
        Move(
            id=f"move-{name}",
            label=label,
            title=title,
            keys=keys,
            address=request.address(window=to, filters=filters) if (to.start, to.end) != same else "",
        )
        for name, label, title, keys, to in steps
    )


def address_on_timeline(request: Request, statement: int, day: date | None) -> str:
    """Where the timeline shows a statement: in the middle of as many days as now, a year at most.

    "" for a statement without a date.
    """
    if day is None:
        return ""
    window = window_around(day, min(request.window.days, SHOWN_IN), today=request.today)
    address = request.address(window=window, filters=replace(request.filters, before=None, evidence=None))
    return f"{address}{'&' if '?' in address else '?'}mark={statement}#plot"


@dataclass(frozen=True, slots=True)
class Downloads:
    """Where the window's files are, by the names of their forms."""

    svg: str
    png: str
    csv: str
    citation: str
    references: tuple[FormOffered, ...]


def downloads(request: Request) -> Downloads:
    """The same window under the same filters as files."""

    def address(name: str) -> str:
        return request.address(base=reverse(name, args=(request.head.slug,)))

    references = (
        replace(each, address=request.address(base=each.address))
        for each in offered("issue_reference", request.head.slug)
    )
    return Downloads(
        svg=address("timeline_svg"),
        png=address("timeline_png"),
        csv=address("statements_csv"),
        citation=address("citation"),
        references=tuple(references),
    )


def undated_address(request: Request) -> str:
    """Where the statements without a date are listed; "" where there are none."""
    if not request.head.undated:
        return ""
    window = Window(UNDATED, request.window.start, request.window.end)
    return request.address(window=window, filters=Filters()) + "#statements"
