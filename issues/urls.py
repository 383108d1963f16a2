"""Every address of the product: nouns, plural, with a trailing slash, and they last."""

from django.urls import URLPattern, path

from issues.views import (
    accounts,
    board,
    deadlines,
    documents,
    documents_editing,
    issues,
    officials,
    preferences,
    review,
    search,
    sources,
    statements,
    statements_editing,
    status,
    suggesters,
)

urlpatterns: list[URLPattern] = [
    # Boards and pages
    path("", board.home, name="home"),
    path("relationships/<slug:slug>/", board.relationship, name="relationship"),
    path("issues/<slug:slug>/", issues.issue, name="issue"),
    path("statements/<int:pk>/", statements.statement, name="statement"),
    path("documents/<int:pk>/", documents.document, name="document"),
    path("documents/<int:pk>/captures/<int:number>/", documents.capture_raw, name="capture_raw"),
    path("officials/", officials.officials, name="officials"),
    path("officials/<slug:slug>/", officials.official, name="official"),
    path("deadlines/", deadlines.deadlines, name="deadlines"),
    path("deadlines.ics", deadlines.deadlines_file, name="deadlines_file"),
    path("search/", search.search, name="search"),
    # Sources
    path("sources/", sources.sources, name="sources"),
    path("sources/new/", sources.source_new, name="source_new"),
    path("sources/<slug:slug>/", sources.source, name="source"),
    path("sources/<slug:slug>/edit/", sources.source_edit, name="source_edit"),
    path("sources/<slug:slug>/pause/", sources.source_pause, name="source_pause"),
    path("sources/<slug:slug>/resume/", sources.source_resume, name="source_resume"),
    path("sources/<slug:slug>/poll/", sources.source_poll, name="source_poll"),
    # What reviews teach
    path("suggesters/", suggesters.suggesters, name="suggesters"),
    path("suggesters/train/", suggesters.suggester_train, name="suggester_train"),
    path("suggesters/stop/", suggesters.suggester_stop, name="suggester_stop"),
    path("suggesters/<int:pk>/use/", suggesters.suggester_use, name="suggester_use"),
    # Readers
    path("preferences/", preferences.preferences, name="preferences"),
    path("preferences/language/<str:code>/", preferences.language, name="language"),
    # Accounts
    path("login/", accounts.login, name="login"),
    path("logout/", accounts.logout, name="logout"),
    path("account/password/", accounts.password, name="password"),
    # The desk
    path("review/", review.review, name="review"),
    path("documents/new/", documents_editing.document_new, name="document_new"),
    path("documents/<int:pk>/edit/", documents_editing.document_edit, name="document_edit"),
    path("documents/<int:pk>/review/", review.review_document, name="review_document"),
    path("documents/<int:pk>/set-aside/", review.document_set_aside, name="document_set_aside"),
    path("documents/<int:pk>/statements/new/", statements_editing.statement_new, name="statement_new"),
    path("statements/<int:pk>/suggestion/", review.suggestion, name="suggestion"),
    path("statements/<int:pk>/accept/", review.statement_accept, name="statement_accept"),
    path("statements/<int:pk>/reject/", review.statement_reject, name="statement_reject"),
    path("statements/<int:pk>/undo/", review.statement_undo, name="statement_undo"),
    path("statements/<int:pk>/edit/", statements_editing.statement_edit, name="statement_edit"),
    path("review/officials/", statements_editing.official_options, name="official_options"),
    path("issues/<slug:slug>/status/", status.status, name="status"),
    path("issues/<slug:slug>/status/new/", status.status_new, name="status_new"),
    path("issues/<slug:slug>/status/<int:pk>/retract/", status.status_retract, name="status_retract"),
    path("issues/<slug:slug>/status/<int:pk>/restore/", status.status_restore, name="status_restore"),
    path("pledges/<int:pk>/outcome/", status.pledge_outcome, name="pledge_outcome"),
]
