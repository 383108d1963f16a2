"""The board: which issues (asked), what each row says (rows), how they are sorted into groups (page,
ordering), and the same by months (matrix)."""
