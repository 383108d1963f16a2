"""An admin decides which version is in use."""

import pytest

from issues.desk.errors import DeskError
from issues.desk.suggesters import stop_suggester, use_version
from issues.models import SuggesterVersion
from tests.factories import make_suggester_version, make_user

pytestmark = pytest.mark.django_db


def test_one_version_is_in_use() -> None:
    admin, first, second = make_user(), make_suggester_version(), make_suggester_version()
    use_version(version=first, editor=admin)
    use_version(version=second, editor=admin)
    use_version(version=second, editor=admin)
    assert list(SuggesterVersion.objects.filter(in_use=True)) == [second]


def test_what_was_not_trained_or_was_changed_is_refused() -> None:
    admin = make_user()
    open_one = SuggesterVersion.objects.create()
    with pytest.raises(DeskError):
        use_version(version=open_one, editor=admin)
    changed = make_suggester_version(sha256="0" * 64)
    with pytest.raises(DeskError):
        use_version(version=changed, editor=admin)


def test_stopping_twice_is_stopping_once() -> None:
    admin = make_user()
    stop_suggester(editor=admin)  # nothing was trained yet
    version = make_suggester_version(in_use=True)
    stop_suggester(editor=admin)
    stop_suggester(editor=make_user())
    version.refresh_from_db()
    assert (version.in_use, version.stopped_by) == (False, admin)
