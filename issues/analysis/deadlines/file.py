"""Undecided pledges as an iCalendar file (RFC 5545), for the calendar that a reader keeps."""

from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from issues.analysis.deadlines.asked import Asked
from issues.analysis.deadlines.matching import matches
from issues.analysis.deadlines.rows import PledgeRow, pledge_rows

AT_MOST = 500
PRODUCT = "-//Demarche//Deadlines//EN"


def calendar_file(asked: Asked, *, today: date, made_at: datetime, site: str) -> bytes:
    """All-day events of up to 500 undecided pledges, the longest overdue first. Two queries.

    `site` ("https://tracker.example") makes addresses whole. An event lasts from the first to the last
    day of a stretch, and stands on the last day of a deadline; its UID stays as long as the pledge does.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _("Démarche: deadlines"))
    wanted = asked.among()
    for row in pledge_rows(matches(wanted, today=today, page=AT_MOST).ids, today=today):
        calendar.add_component(_event(row, made_at, site))
    written: bytes = calendar.to_ical()
    return written


def _event(row: PledgeRow, made_at: datetime, site: str) -> Event:
    last = row.upper or row.lower
    assert last is not None  # noqa: S101  # undecided ones in the order of their days have one
    first = row.lower if row.is_span and row.lower else last
    host = site.partition("://")[2] or site
    event = Event()
    event.add("uid", f"pledge-{row.id}@{host}")
    event.add("dtstamp", made_at)
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))  # the first day after it, as the format has it
    event.add("summary", f"{row.subject}: {row.party}, {row.due_words}")
    event.add("description", f"{row.words}\n{row.speaker}\n{row.calculation}\n{row.state}")
    event.add("url", f"{site}{row.address}")
    event.add("transp", "TRANSPARENT")
    return event
