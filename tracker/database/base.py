"""Django's PostgreSQL backend, whose checks ask no server.

Since generated columns may be virtual, Django's model checks ask the server for its version before
they accept one, so that even `manage.py check` would need a running database.
"""

from django.db.backends.postgresql import base, features


class DatabaseFeatures(features.DatabaseFeatures):
    # PostgreSQL 15 to 17 work as well as 18, so our generated columns are stored ones only.
    supports_virtual_generated_columns = False


class DatabaseWrapper(base.DatabaseWrapper):
    features_class = DatabaseFeatures
