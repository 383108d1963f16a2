"""What to expect of a threshold: how much of what is proposed is right, and how much right is found."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from benchmarks.judging.examples import IRRELEVANT, Example
from benchmarks.judging.fitting import Floats

THRESHOLDS = (0.0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7)
OF_TEXTS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)

type Likely = list[tuple[Example, float]]


def by_threshold(language: str, examples: Sequence[Example], likely: Floats) -> str:
    """Return the shares by threshold, whatever the text.

    reviewed: what editors would keep of proposals that were reviewed one by one. labelled: what answers a
    label, of all proposed in labelled documents. found: of the labels that some candidate answers rightly.
    """
    here = _of(language, examples, likely)
    labels = len(_answered(one for one, _ in here))
    lines = [f"{language}: threshold, reviewed and kept, labelled, found of {labels}"]
    lines += [_line(f"{least:.2f}", here, [one for one, p in here if p >= least]) for least in THRESHOLDS]
    return "\n".join([*lines, _line("rules", here, [one for one, _ in here if one.sure]), ""])


def by_text(language: str, examples: Sequence[Example], likely: Floats, threshold: float) -> str:
    """Return the shares by how likely the likeliest candidate of a text must be, at one threshold.

    lost: texts with a label of which nothing is proposed. alarms: texts that concern nobody with a proposal.
    """
    here = _of(language, examples, likely)
    most: defaultdict[str, float] = defaultdict(float)
    for one, p in here:
        most[one.group] = max(most[one.group], p)
    labelled = {one.group for one, _ in here if one.label}
    irrelevant = {one.group for one, _ in here if one.weight == IRRELEVANT}
    heading = (
        f"{language}, threshold {threshold}: the likeliest of a text, reviewed and kept, labelled, found"
    )
    lines = [f"{heading}, lost of {len(labelled)}, alarms of {len(irrelevant)}"]
    for least in OF_TEXTS:
        proposed = [one for one, p in here if p >= threshold and most[one.group] >= least]
        told, shares = {one.group for one in proposed}, _line(f"{least:.2f}", here, proposed)
        lines.append(f"{shares}  {len(labelled - told)}  {len(irrelevant & told)}")
    return "\n".join([*lines, ""])


def _of(language: str, examples: Sequence[Example], likely: Floats) -> Likely:
    return [(one, float(p)) for one, p in zip(examples, likely, strict=True) if one.language == language]


def _answered(examples: Iterable[Example]) -> set[str]:
    return {one.label for one in examples if one.label}


def _line(name: str, here: Likely, proposed: Sequence[Example]) -> str:
    reviewed = [one.keep for one in proposed if one.reviewed]
    labelled = [one.keep for one in proposed if one.weight and not one.reviewed]
    found = len(_answered(proposed)) / max(1, len(_answered(one for one, _ in here)))
    return (
        f"  {name}  {_share(reviewed)} of {len(reviewed)}  {_share(labelled)} of {len(labelled)}  {found:.2f}"
    )


def _share(kept: list[bool]) -> str:
    return f"{sum(kept) / len(kept):.2f}" if kept else " – "
