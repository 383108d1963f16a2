"""How fast what the world sends comes in: a news site on loopback, polled, fetched, archived and read."""
