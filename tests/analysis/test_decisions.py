"""Who decided what on a statement."""

import pytest

from issues.analysis.decisions import NAMES, decisions_on
from issues.desk.pledges import set_pledge
from issues.desk.review import accept_statement
from issues.desk.undo import undo_decision
from issues.vocabulary import ReviewState
from tests.factories import make_issue, make_statement, make_user

pytestmark = pytest.mark.django_db


def test_decisions_are_told_with_who_and_when_the_latest_first() -> None:
    anna, boris = make_user(first_name="Anna"), make_user(first_name="Boris")
    statement = make_statement(state=ReviewState.SUGGESTED, issue=make_issue())
    accept_statement(statement=make_statement("Other words.", state=ReviewState.SUGGESTED), editor=boris)
    assert decisions_on(statement.pk) == ()
    accept_statement(statement=statement, editor=anna)
    set_pledge(statement=statement, due=None, editor=boris)
    undo_decision(statement=statement, editor=anna)
    told = decisions_on(statement.pk)
    assert [(decision.who, decision.what) for decision in told] == [
        ("Anna", "undid the decision before"),
        ("Boris", "set its pledge"),
        ("Anna", "accepted it"),
    ]
    assert told[0].at.endswith("UTC")


def test_every_decision_of_the_desk_has_words() -> None:
    from pathlib import Path

    import issues.desk

    folder = Path(issues.desk.__path__[0])
    code = "".join(folder.joinpath(name).read_text() for name in ("review.py", "statements.py", "undo.py"))
    code += "".join(folder.joinpath(name).read_text() for name in ("links.py", "pledges.py"))
    names = {part.split('"')[0] for part in code.split('acting_as(editor, "')[1:]}
    of_documents = {"set aside"}
    assert names - of_documents == set(NAMES)
