"""Good files with bytes changed, thrown at the reader: python -m benchmarks.hostile [20000]."""

import asyncio
import sys
from collections import Counter
from secrets import token_hex
from time import perf_counter

from benchmarks.watch import Watch
from services.errors import Invalid
from services.reading.reader import Reader
from tests.reading.hostile import good, mutated

AT_ONCE = 2


async def main(count: int) -> None:
    """Print how the files fared."""
    files = list(good().items())
    reader, watch = Reader(AT_ONCE), Watch()
    outcomes: Counter[str] = Counter()
    times = []
    numbers = iter(range(count))

    async def throw() -> None:
        for number in numbers:
            name, data = files[number % len(files)]
            start = perf_counter()
            outcomes[await _outcome(reader, name, mutated(data, number))] += 1
            times.append(perf_counter() - start)

    start = perf_counter()
    async with watch.watching():
        await asyncio.gather(*(throw() for _ in range(AT_ONCE)))
    reader.close()
    print(f"{count} mutated files in {perf_counter() - start:.0f} s")
    for outcome, number in outcomes.most_common():
        print(f"  {number:6}  {outcome}")
    print(f"slowest        {max(times):.2f} s")
    print(f"largest child  {watch.largest / 1e6:.0f} MB")
    print(f"latest beat    {watch.latest * 1e3:.0f} ms")


async def _outcome(reader: Reader, name: str, data: bytes) -> str:
    try:
        # As many people as files, for those of one person wait for each other.
        await reader.read(token_hex(4), name, data)
    except Invalid as problem:
        if "could not be read" in str(problem):
            return "the child crashed, the person was told"
        return "hung" if "took too long" in str(problem) else "refused in words"
    return "read"


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000))
