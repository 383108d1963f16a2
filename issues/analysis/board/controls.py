"""What a reader may choose on a board: filters, groups, orders, table or matrix, each as an address."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from issues.analysis.board.asked import MONTHS, Asked, Group, Sort
from issues.analysis.board.rows import BoardRow
from issues.vocabulary import Phase

# Columns of the table that it can be sorted by, in their order; "" for one that it cannot.
COLUMNS = (Sort.NAME, Sort.SINCE, None, Sort.SAID, Sort.NEXT, Sort.REVIEW)


@dataclass(frozen=True, slots=True)
class Option:
    """One entry of a select box, or a link; `address` is "" in a box."""

    value: str
    label: str
    is_current: bool
    address: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Select:
    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head; `sort` is the address that sorts by it, "" where nothing does."""

    label: str
    sort: str
    id: str
    direction: str  # the value of aria-sort, "" where another column rules
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Controls:
    selects: tuple[Select, ...]
    marks: tuple[Option, ...]
    kept: tuple[tuple[str, str], ...]  # what the form must send along
    columns: tuple[Column, ...]
    views: tuple[Option, ...]
    months: tuple[Option, ...]  # empty for the table
    clear: str  # the address without filters, "" where there are none


def controls(
    base: str, default_group: str, asked: Asked, rows: Sequence[BoardRow], *, has_reader: bool
) -> Controls:
    """The controls of a board; its choices are what its rows have."""
    return Controls(
        selects=_selects(default_group, asked, rows),
        marks=_marks(asked, has_reader=has_reader),
        kept=_kept(asked),
        columns=_columns(base, asked),
        views=(
            Option(
                "table", _("Table"), not asked.is_matrix, asked.but(is_matrix=False).write(base), "view-table"
            ),
            Option(
                "matrix", _("Months"), asked.is_matrix, asked.but(is_matrix=True).write(base), "view-matrix"
            ),
        ),
        months=tuple(
            Option(
                str(months),
                str(months),
                months == asked.months,
                asked.but(months=months).write(base),
                f"months-{months}",
            )
            for months in MONTHS
        )
        if asked.is_matrix
        else (),
        clear=asked.unfiltered.write(base) if asked.is_filtered else "",
    )


def _selects(default_group: str, asked: Asked, rows: Sequence[BoardRow]) -> tuple[Select, ...]:
    present = {row.badge.phase for row in rows} | {asked.phase}
    phases = [(phase.value, phase.label) for phase in Phase if phase.value in present]
    categories = sorted({(row.category, row.category_name) for row in rows}, key=lambda pair: pair[1])
    parties = sorted(
        {(party.code.lower(), party.name) for row in rows for party in row.parties}, key=lambda pair: pair[1]
    )
    groups = [
        ("" if group == default_group else group.value, label)
        for group, label in sorted(_group_labels().items(), key=lambda pair: pair[0] != default_group)
    ]
    sorts = [(sort.value, label) for sort, label in _sort_labels().items()]
    return (
        Select("phase", _("Phase"), _options([("", _("any phase")), *phases], asked.phase)),
        Select("category", _("Category"), _options([("", _("any category")), *categories], asked.category)),
        Select("party", _("Party"), _options([("", _("any party")), *parties], asked.party.lower())),
        Select("group", _("Group by"), _options(groups, "" if asked.group == default_group else asked.group)),
        Select("sort", _("Sort by"), _options(sorts, asked.sort)),
    )


def _group_labels() -> dict[Group, str]:
    return {
        Group.RELATIONSHIP: pgettext("group by", "relationship"),
        Group.CATEGORY: pgettext("group by", "category"),
        Group.PHASE: pgettext("group by", "phase"),
        Group.PARTY: pgettext("group by", "party"),
        Group.NONE: pgettext("group by", "nothing"),
    }


def _sort_labels() -> dict[Sort, str]:
    return {
        Sort.DESK: pgettext("sort by", "the desk’s order"),
        Sort.NAME: pgettext("sort by", "name"),
        Sort.SINCE: pgettext("sort by", "latest change"),
        Sort.TREND: pgettext("sort by", "trend, worse first"),
        Sort.SAID: pgettext("sort by", "last said"),
        Sort.NEXT: pgettext("sort by", "next date"),
        Sort.REVIEW: pgettext("sort by", "most to review"),
    }


def _options(pairs: Iterable[tuple[str, str]], current: str) -> tuple[Option, ...]:
    listed = [Option(value, label, value == current) for value, label in pairs]
    if current and not any(option.is_current for option in listed):
        listed.append(Option(current, current, True))
    return tuple(listed)


def _marks(asked: Asked, *, has_reader: bool) -> tuple[Option, ...]:
    labels = {
        "overdue": pgettext("filter of a board", "pledge overdue"),
        "conflict": pgettext("filter of a board", "claims in conflict"),
        "silent": pgettext("filter of a board", "a party silent"),
        "provisional": pgettext("filter of a board", "provisional"),
    }
    if has_reader or "followed" in asked.marks:
        labels["followed"] = pgettext("filter of a board", "followed by me")
    return tuple(Option(mark, label, mark in asked.marks) for mark, label in labels.items())


def _kept(asked: Asked) -> tuple[tuple[str, str], ...]:
    if not asked.is_matrix:
        return ()
    return (("view", "matrix"), ("months", str(asked.months)))


def _columns(base: str, asked: Asked) -> tuple[Column, ...]:
    labels = (
        _("Issue"),
        _("Where it stands"),
        _("Last 24 months"),
        _("Last said"),
        _("Next date"),
        _("To review"),
    )
    directions = {Sort.NAME: "ascending", Sort.NEXT: "ascending"}
    return tuple(
        Column(
            label=label,
            sort=asked.but(sort="" if asked.sort == sort else sort.value).write(base) if sort else "",
            id=f"sort-{sort.value}" if sort else "",
            direction=directions.get(sort, "descending") if sort and asked.sort == sort else "",
            is_number=sort is Sort.REVIEW,
        )
        for label, sort in zip(labels, COLUMNS, strict=True)
    )
