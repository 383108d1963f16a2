"""A reader's home: issues they follow, what falls due on those and on others, views they saved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection
from django.urls import reverse
from django.utils.translation import gettext as _

from issues.analysis.board.rows import BoardRow, board_rows, with_backlog
from issues.analysis.naming import by_pair, named_sql, naming, person_sql
from issues.analysis.news import NewsItem, news
from issues.analysis.open_pledges import UNDECIDED_AND_BOUND
from issues.analysis.words import DateShown, day, edtf, moment_shown, overdue, quoted, shorten
from issues.models import Issue, SavedView

FOLLOWED_AT_MOST = 50
DUE_AT_MOST = 8
OFFERED_AT_MOST = 6
RECENT = 500  # statements, by which it is told where something goes on
QUOTE_AT_MOST = 160

# The open pledges that fell due longest ago or fall due next; those on followed issues first.
_DUE = f"""
WITH {UNDECIDED_AND_BOUND}, placed AS MATERIALIZED (
    SELECT DISTINCT ON (b.id) b.*, f.issue_id IS NOT NULL AS is_followed
    FROM bound b LEFT JOIN issues_follow f ON f.issue_id = b.issue_id AND f.user_id = %(reader)s
    ORDER BY b.id, f.issue_id IS NULL, b.issue_id
), ranked AS (
    SELECT *, row_number() OVER (
        PARTITION BY is_followed ORDER BY due_on_upper < %(today)s DESC,
            abs(due_on_upper - %(today)s::date), id
    ) AS place FROM placed
)
SELECT r.is_followed, r.due_on_upper, r.due_on_words, s.id, left(s.quote, 400), s.kind, s.language,
    s.stated_on, coalesce({person_sql("o")}, s.speaker_label), {named_sql("i.title")}, i.slug
FROM ranked r
JOIN issues_statement s ON s.id = r.statement_id
JOIN issues_issue i ON i.id = r.issue_id
LEFT JOIN issues_official o ON o.id = s.official_id
WHERE r.place <= %(most)s
ORDER BY r.is_followed DESC, r.place
"""  # noqa: S608  # of constants alone


# Along the index of accepted links by their moment; as of a day from that day back (with room for any
# zone), not past all that came later.
_LIVELY = """
SELECT issue_id FROM (
    SELECT issue_id FROM issues_link
    WHERE state = 'accepted' AND withdrawn_at IS NULL AND accepted_at < %(today)s::date + 2
    ORDER BY accepted_at DESC, id DESC LIMIT %(recent)s
) recent GROUP BY issue_id ORDER BY count(*) DESC, issue_id LIMIT %(most)s
"""


@dataclass(frozen=True, slots=True)
class Due:
    """An open pledge: how late or when due, who said it, on which issue; `address` leads to the words."""

    text: str
    is_overdue: bool
    is_followed: bool
    words: str
    language: str  # of the words; "" where it is not known
    said: str  # "K. Aldren, 26 Jun 2026"
    issue: str
    issue_address: str
    address: str


@dataclass(frozen=True, slots=True)
class KeptView:
    id: int
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Home:
    followed: tuple[BoardRow, ...]
    offered: tuple[BoardRow, ...]  # issues to follow, for a reader who follows none
    news: tuple[NewsItem, ...]
    news_since: DateShown
    is_cut: bool
    due: tuple[Due, ...]
    views: tuple[KeptView, ...]

    @property
    def followed_due(self) -> tuple[Due, ...]:
        return tuple(due for due in self.due if due.is_followed)

    @property
    def other_due(self) -> tuple[Due, ...]:
        return tuple(due for due in self.due if not due.is_followed)


def home_page(reader: int, *, news_since: datetime, until: datetime, today: date) -> Home:
    """Read a reader's home. Eight queries; `news_since` is when they last looked, `until` is now."""
    wanted = with_backlog(Issue.objects.filter(follows__user=reader), reader=reader).order_by(
        *by_pair(), "position", "title"
    )
    issues = list(wanted[: FOLLOWED_AT_MOST + 1])
    rows = board_rows(issues[:FOLLOWED_AT_MOST], today=today, with_silence=False).rows if issues else ()
    return Home(
        followed=rows,
        offered=() if rows else _offered(reader, today),
        news=news(reader, since_at=news_since, until=until) if rows else (),
        news_since=moment_shown(news_since),
        is_cut=len(issues) > FOLLOWED_AT_MOST,
        due=_due(reader, today),
        views=tuple(
            KeptView(view.pk, view.name, view.address)
            for view in SavedView.objects.filter(user=reader).order_by("name")
        ),
    )


def _offered(reader: int, today: date) -> tuple[BoardRow, ...]:
    """The issues on which most was accepted lately; where nothing was yet, the first on the board."""
    with connection.cursor() as cursor:
        cursor.execute(_LIVELY, {"today": today, "recent": RECENT, "most": OFFERED_AT_MOST})
        lively = [issue for (issue,) in cursor.fetchall()]
    wanted = with_backlog(
        Issue.objects.filter(pk__in=lively) if lively else Issue.objects.all(), reader=reader
    )
    ordered = wanted.order_by(*by_pair(), "position", "title")
    issues = sorted(ordered[:OFFERED_AT_MOST], key=lambda issue: lively.index(issue.pk) if lively else 0)
    return board_rows(issues, today=today, with_silence=False).rows if issues else ()


def _due(reader: int, today: date) -> tuple[Due, ...]:
    with connection.cursor() as cursor:
        cursor.execute(_DUE, {"reader": reader, "today": today, "most": DUE_AT_MOST, **naming()})
        rows: Sequence[tuple[bool, date, str, int, str, str, str, str, str, str, str]] = cursor.fetchall()
    return tuple(
        Due(
            text=overdue(due, today) or _("due %(day)s") % {"day": day(due)},
            is_overdue=due < today,
            is_followed=is_followed,
            words=quoted(shorten(quote, QUOTE_AT_MOST), kind),
            language=language,
            said=f"{speaker}, {edtf(stated_on)}",
            issue=issue,
            issue_address=reverse("issue", args=(slug,)),
            address=reverse("statement", args=(pk,)),
        )
        for is_followed, due, words, pk, quote, kind, language, stated_on, speaker, issue, slug in rows
    )
