"""Whether a candidate is worth an editor's time: a weighed sum of what speaks for and against it.

The weights are data, fitted on labelled documents (docs/methodology.md says how); each belongs to a
piece of evidence whose name an editor can read, in units of log odds.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

MOST = 30.0  # log odds beyond which nothing changes
TELLING = 0.05  # a weight that is worth telling an editor
_PLAIN = "the word "  # too small a thing to tell


@dataclass(frozen=True, slots=True)
class Judge:
    """weights by the name of the evidence.

    thresholds: by language, how likely a candidate must be to be proposed; a language without one is
    left to the rules. texts: by language, how likely the likeliest candidate of a text must be for the text
    to concern anybody; of a text in which all are doubtful nothing is proposed.
    """

    weights: Mapping[str, float]
    base: float
    thresholds: Mapping[str, float]
    texts: Mapping[str, float] = field(default_factory=dict)

    def likely(self, evidence: Iterable[str]) -> float:
        """Return how likely an editor keeps a candidate, 0 to 1."""
        total = self.base + sum(self.weights.get(name, 0.0) for name in evidence)
        return 1 / (1 + math.exp(-max(-MOST, min(MOST, total))))

    def told(self, evidence: Iterable[str], most: int = 3) -> str:
        """Return in words what spoke most for a candidate, and what most against it."""
        weighed = [(self.weights.get(name, 0.0), name) for name in evidence if not name.startswith(_PLAIN)]
        pro = [name for weight, name in sorted(weighed, reverse=True)[:most] if weight > TELLING]
        against = [name for weight, name in sorted(weighed)[:1] if weight < -TELLING]
        told = f"for it: {'; '.join(pro)}" if pro else "nothing speaks for it"
        return f"{told}. Against it: {against[0]}" if against else told
