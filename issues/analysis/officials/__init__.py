"""Officials: the list of who speaks, and a page for each."""
