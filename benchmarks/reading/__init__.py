"""How well the reader reads labelled documents: `make bench-reading [CASES=folder]`.

    cases (labels and texts) → run (the reader's answers) → matching → figures → report, results

The rules of comparison are those of the cases' README: a suggestion answers a labelled statement when
it covers half of it; labels compare strictly or with what the labeller also accepts.
"""
