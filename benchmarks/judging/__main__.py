"""`python -m benchmarks.judging FOLDER …`: fits the judge's weights, and says what to expect of them."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.judging.examples import LANGUAGES, Example, read_examples
from benchmarks.judging.fitting import Floats, evidence_of, fit, held_back, table
from benchmarks.reading.cases import BadCases
from issues.reference.judgement import FILE

THRESHOLDS = (0.0, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7)
SMALLEST = 0.01  # weights nearer to nought are left out


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    try:
        examples = [example for folder in options.folders for example in read_examples(folder)]
    except BadCases as error:
        sys.stderr.write(f"{error}\n")
        return 2
    names = evidence_of(examples)
    found = table(examples, names)
    print(f"{len(examples)} candidates, {len(names)} pieces of evidence; each document held back once:\n")
    likely = held_back(examples, found)
    for language in LANGUAGES:
        print(_curve(language, examples, likely))
    if options.write:
        keep = np.array([float(example.keep) for example in examples])
        weights = fit(found, keep, np.array([example.weight for example in examples]))
        chosen = {"en": (options.en, options.best), "ru": (options.ru, options.best)}
        FILE.write_text(_file(names, weights, chosen), encoding="utf-8")
        print(f"written: {FILE}")
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.judging", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, help="folders of labelled documents")
    parser.add_argument("--write", action="store_true", help="put the weights in the reader's data")
    parser.add_argument("--en", type=float, default=0.3, help="threshold for English")
    parser.add_argument("--ru", type=float, default=0.27, help="threshold for Russian")
    parser.add_argument("--best", type=float, default=0.22, help="threshold for the best of a text")
    return parser.parse_args(arguments)


def _curve(language: str, examples: Sequence[Example], likely: Floats) -> str:
    """Return, by threshold, how much of what is proposed is right and how much of what is right is found.

    reviewed: what editors would keep of proposals that were reviewed one by one. labelled: what answers a
    label, of all proposed in labelled documents. found: of the labels that some candidate answers rightly.
    """
    here = [(one, p) for one, p in zip(examples, likely, strict=True) if one.language == language]
    answered = {one.label for one, _ in here if one.label}
    lines = [f"{language}: threshold, reviewed and kept, labelled, found of {len(answered)}"]
    for threshold in THRESHOLDS:
        kept = [one for one, p in here if p >= threshold]
        found = {one.label for one in kept if one.label}
        reviewed = [one.keep for one in kept if one.reviewed]
        labelled = [one.keep for one in kept if not one.reviewed]
        lines.append(
            f"  {threshold:.2f}  {_share(reviewed)} of {len(reviewed)}  {_share(labelled)} of {len(labelled)}"
            f"  {len(found) / max(1, len(answered)):.2f}"
        )
    rules = [one for one, _ in here if one.sure]
    found = {one.label for one in rules if one.label}
    reviewed = [one.keep for one in rules if one.reviewed]
    labelled = [one.keep for one in rules if not one.reviewed]
    lines.append(
        f"  rules {_share(reviewed)} of {len(reviewed)}  {_share(labelled)} of {len(labelled)}"
        f"  {len(found) / max(1, len(answered)):.2f}"
    )
    return "\n".join([*lines, ""])


def _share(kept: list[bool]) -> str:
    return f"{sum(kept) / len(kept):.2f}" if kept else " – "


def _file(names: Sequence[str], weights: Floats, chosen: dict[str, tuple[float, float]]) -> str:
    lines = ["evidence\tweight", f"base\t{weights[-1]:.3f}"]
    for language, (threshold, best) in chosen.items():
        lines += [f"threshold {language}\t{threshold}", f"best {language}\t{best}"]
    weighed = sorted(zip(names, weights[:-1].tolist(), strict=True))
    lines += [f"{name}\t{weight:.3f}" for name, weight in weighed if abs(weight) >= SMALLEST]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    raise SystemExit(main())
