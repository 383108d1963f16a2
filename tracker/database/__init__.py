"""PostgreSQL as Django's own backend has it, with one answer given beforehand."""
