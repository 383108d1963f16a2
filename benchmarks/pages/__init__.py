"""What pages cost in a small and in a large generated archive, in one run."""
