"""A board in a sentence or two."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from issues.analysis.board.rows import BoardRow
from issues.analysis.formats import number
from issues.analysis.words import counted, number_word


def heading(shown: int, among: int, *, is_filtered: bool) -> str:
    """How many issues there are, and among how many where a filter chose."""
    if is_filtered:
        return ngettext("%(shown)s of %(count)s issue", "%(shown)s of %(count)s issues", among) % {
            "shown": number(shown),
            "count": number(among),
        }
    return counted("%(count)s issue", "%(count)s issues", shown)


def summary(rows: Sequence[BoardRow]) -> str:
    """What stands out: pledges overdue, claims in conflict, silence, backlog."""
    late = sum("overdue" in row.marks for row in rows)
    conflicts = sum("conflict" in row.marks for row in rows)
    silent = sum("silent" in row.marks for row in rows)
    waiting = sum(row.to_review for row in rows)
    sentences = [_counted_word(len(rows), "%(count)s issue.", "%(count)s issues.")]
    if late:
        sentences.append(
            _counted_word(late, "%(count)s has a pledge overdue.", "%(count)s have a pledge overdue.")
        )
    if conflicts:
        sentences.append(
            _counted_word(conflicts, "On %(count)s the claims conflict.", "On %(count)s the claims conflict.")
        )
    if silent:
        sentences.append(
            _counted_word(silent, "On %(count)s a party is silent.", "On %(count)s a party is silent.")
        )
    sentences.append(
        counted("%(count)s suggestion awaits review.", "%(count)s suggestions await review.", waiting)
        if waiting
        else _("Nothing awaits review.")
    )
    return " ".join(sentences)


def _counted_word(count: int, singular: str, plural: str) -> str:
    text = ngettext(singular, plural, count)
    word = number_word(count)
    return text % {"count": word if text.startswith("%(count)s") else word.lower()}
