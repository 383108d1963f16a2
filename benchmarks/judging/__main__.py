"""`python -m benchmarks.judging FOLDER …`: fits the judge's weights, and says what to expect of them."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.judging.curves import by_text, by_threshold
from benchmarks.judging.examples import LANGUAGES, read_examples
from benchmarks.judging.fitting import Floats, evidence_of, fit, held_back, table
from benchmarks.reading.cases import BadCases
from issues.reference.judgement import FILE

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
    chosen = {"en": (options.en, options.en_text), "ru": (options.ru, options.ru_text)}
    for language in LANGUAGES:
        print(by_threshold(language, examples, likely))
        print(by_text(language, examples, likely, chosen[language][0]))
    if options.write:
        keep = np.array([float(example.keep) for example in examples])
        weights = fit(found, keep, np.array([example.weight for example in examples]))
        FILE.write_text(_file(names, weights, chosen), encoding="utf-8")
        print(f"written: {FILE}")
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.judging", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, help="folders of labelled documents")
    parser.add_argument("--write", action="store_true", help="put the weights in the reader's data")
    parser.add_argument("--en", type=float, default=0.25, help="threshold for English")
    parser.add_argument("--ru", type=float, default=0.14, help="threshold for Russian")
    parser.add_argument("--en-text", type=float, default=0.6, help="for the likeliest of an English text")
    parser.add_argument("--ru-text", type=float, default=0.3, help="for the likeliest of a Russian text")
    return parser.parse_args(arguments)


def _file(names: Sequence[str], weights: Floats, chosen: dict[str, tuple[float, float]]) -> str:
    lines = ["evidence\tweight", f"base\t{weights[-1]:.3f}"]
    for language, (threshold, text) in chosen.items():
        lines += [f"threshold {language}\t{threshold}", f"text {language}\t{text}"]
    weighed = sorted(zip(names, weights[:-1].tolist(), strict=True))
    lines += [f"{name}\t{weight:.3f}" for name, weight in weighed if abs(weight) >= SMALLEST]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    raise SystemExit(main())
