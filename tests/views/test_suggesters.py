"""The suggester's page: what each version is worth, and the three things an admin can do."""

import pytest
from django.test import Client

from issues.desk.accounts import align_staff
from issues.learning.observation import Question
from issues.learning.suggester import Suggester, learn
from issues.models import SuggesterVersion
from issues.vocabulary import Role
from tests.factories import make_suggester_version, make_user
from tests.learning.reviews import desk, observer
from tests.views.conftest import signed_in
from tests.views.pages import page_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin_client() -> Client:
    admin = make_user("root", role=Role.ADMIN)
    align_staff(user=admin)
    return signed_in(admin)


@pytest.fixture(scope="module")
def taught() -> Suggester:
    return learn(desk(), observer())


def test_nothing_was_learned_yet(admin_client: Client) -> None:
    page = page_of(admin_client.get("/suggesters/"))
    assert "The first version is trained when thirty statements were decided" in page
    assert "Stop using it" not in page


def test_versions_with_their_scores(admin_client: Client, taught: Suggester) -> None:
    version = make_suggester_version(taught, in_use=True)
    page = page_of(admin_client.get("/suggesters/"))
    assert f"Version {version.pk}: in use" in page
    score = taught.scores[Question.SIGNAL]
    assert f"{score.rules * 100:.1f} %" in page
    assert f"{score.mended} mended, {score.spoiled} spoiled" in page
    assert "learned from 80 reviews" in page


def test_stop_and_use_again(admin_client: Client, taught: Suggester) -> None:
    version = make_suggester_version(taught, in_use=True)
    page = page_of(admin_client.post("/suggesters/stop/", follow=True))
    assert "Stopped by an admin" in page
    page = page_of(admin_client.post(f"/suggesters/{version.pk}/use/", follow=True))
    assert f"Version {version.pk} is in use." in page


def test_a_version_whose_weights_were_changed_is_refused_in_words(admin_client: Client) -> None:
    version = make_suggester_version(sha256="0" * 64)
    page = page_of(admin_client.post(f"/suggesters/{version.pk}/use/", follow=True))
    assert "its weights are missing or were changed" in page


def test_train_now_opens_a_version_once(admin_client: Client) -> None:
    admin_client.post("/suggesters/train/")
    page = page_of(admin_client.post("/suggesters/train/", follow=True))
    version = SuggesterVersion.objects.get()
    assert version.asked_by is not None
    assert version.asked_by.username == "root"
    assert f"Version {version.pk}: waiting" in page


def test_editors_are_not_led_there(editor_client: Client, admin_client: Client) -> None:
    assert "/suggesters/" not in page_of(editor_client.get("/review/"))
    assert "/suggesters/" in page_of(admin_client.get("/review/"))
