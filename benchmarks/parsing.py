"""How much of a resume the parser gets right: `python -m benchmarks.parsing`.

Of the resumes in tests/parsing/resumes two thirds were looked at while it was made; the held-out
third was written before and is only counted. `-v` shows what was missed in the tuned ones.
"""

import sys
from collections import Counter
from statistics import median
from time import perf_counter

from services.parsing.parse import parse
from tests.parsing.corpus import Sample, compare, samples

JUNK = ["Experience", *["Nurse – 03/2019, (a@b | 2020 - Jan at * Inc. • 12 34 56 78"] * 4_999]


def main() -> None:
    tuned, held_out = samples("tuned"), samples("held_out")
    for title, group in (("tuned", tuned), ("held out", held_out)):
        report(title, group, told="-v" in sys.argv and group is tuned)
    print(f"one resume, median       {took([*tuned, *held_out]):8.2f} ms")
    junk = took([Sample("junk", JUNK, {})])
    print(f"{len(JUNK):,} lines of junk      {junk:8.2f} ms   (budget 1,000)")


def report(title: str, group: list[Sample], told: bool) -> None:
    """Print the share of fields that are exactly right, in all and by kind."""
    right, asked = Counter[str](), Counter[str]()
    for sample in group:
        for field in compare(sample.expected, parse(sample.lines)):
            asked[field.name] += 1
            right[field.name] += field.is_right
            if told and not field.is_right:
                print(f"{sample.name}: {field.name}: {field.expected!r} was {field.found!r}")
    share = 100 * right.total() / asked.total()
    print(
        f"{title}: {len(group)} resumes, {right.total()} of {asked.total()} fields, {share:.1f} %"
    )
    for name, count in asked.items():
        print(f"  {name:24} {right[name]:4} of {count}")


def took(group: list[Sample]) -> float:
    """Return the milliseconds that one resume takes."""
    times = []
    for sample in group:
        start = perf_counter()
        parse(sample.lines)
        times.append(perf_counter() - start)
    return median(times) * 1000


if __name__ == "__main__":
    main()
