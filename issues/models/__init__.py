"""The tables, one module a noun. The database guarantees what their docstrings promise."""

from issues.models.accounts import User
from issues.models.appearances import Appearance
from issues.models.desks import Follow, SavedView
from issues.models.documents import Capture, Document
from issues.models.issues import Category, Issue
from issues.models.links import Link
from issues.models.model_calls import ModelCall
from issues.models.parties import Office, Official, Party, Relationship, Tenure
from issues.models.pledges import Pledge
from issues.models.shifts import Shift
from issues.models.sources import PollRun, Source
from issues.models.statements import Statement
from issues.models.status import Evidence, StatusChange
from issues.models.suggesters import SuggesterVersion

__all__ = [
    "Appearance",
    "Capture",
    "Category",
    "Document",
    "Evidence",
    "Follow",
    "Issue",
    "Link",
    "ModelCall",
    "Office",
    "Official",
    "Party",
    "Pledge",
    "PollRun",
    "Relationship",
    "SavedView",
    "Shift",
    "Source",
    "Statement",
    "StatusChange",
    "SuggesterVersion",
    "Tenure",
    "User",
]
