"""What the project knows before it has read anything: parties, people, matters and phrases, as files.

The files are described in README.md beside this one. Nothing here knows Django: the database is
filled from these values by whoever may write to it.
"""

from issues.reference.gazetteer import load_gazetteer, packs
from issues.reference.judgement import judge
from issues.reference.matters import Category, Issue, Relationship, categories, issues, relationships
from issues.reference.outlets import Agency, agencies
from issues.reference.parties import Party, parties
from issues.reference.people import Office, Official, Tenure, offices, officials, tenures
from issues.reference.tables import BadReferenceData

__all__ = [
    "Agency",
    "BadReferenceData",
    "Category",
    "Issue",
    "Office",
    "Official",
    "Party",
    "Relationship",
    "Tenure",
    "agencies",
    "categories",
    "issues",
    "judge",
    "load_gazetteer",
    "offices",
    "officials",
    "packs",
    "parties",
    "relationships",
    "tenures",
]
