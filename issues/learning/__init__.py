"""What editors' reviews teach: pure, like the reader; no Django, no I/O.

    reviews → passages as features → weights, compared with the rules on held-back reviews → advice

The weights are plain numbers by name, so that they can be kept as JSON, read by people and shown as
reasons. docs/decisions/0009 says what was tried.
"""
