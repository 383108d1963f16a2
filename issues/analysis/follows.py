"""Whether a reader follows an issue."""

from issues.models import Follow


def is_followed(issue: int, *, reader: int | None) -> bool:
    """One query; none without an account."""
    return reader is not None and Follow.objects.filter(user=reader, issue=issue).exists()
