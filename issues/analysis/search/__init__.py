"""Search: over every accepted statement and every document, by PostgreSQL alone."""
