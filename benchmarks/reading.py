"""What reading costs: python -m benchmarks.reading."""

import asyncio
import os
from collections.abc import Callable
from statistics import median
from time import monotonic, perf_counter

import psutil
import pymupdf

from benchmarks import photo
from benchmarks.watch import Watch
from services.reading import ocr
from services.reading.picture import open_picture
from services.reading.read import read
from services.reading.reader import Reader
from services.reading.transcript import Kind
from tests.reading import papers

FILES = 200


def main() -> None:
    """Print every figure."""
    os.environ["OMP_THREAD_LIMIT"] = "1"
    page, text = photo.page()
    halves = papers.column(50, 90, "A line of the left column that says", 48)
    others = papers.column(320, 90, "A line of the right column that says", 48)
    columns = papers.placed([*halves, *others])
    for name, data in (("one page", page), ("two columns", columns)):
        bare, ours = _in_turns(
            lambda data=data: _bare(data), lambda data=data: _ours("a.pdf", data)
        )
        print(f"PDF, {name:12} {ours * 1e3:6.2f} ms, {ours / bare:.2f} x bare get_text")
    document = papers.word(*text.splitlines())
    print(f"DOCX             {_median(lambda: _ours('a.docx', document), 50) * 1e3:7.2f} ms")
    scan = papers.encoded(photo.scan(page, 150))
    print(f"OCR, 150 dpi     {_median(lambda: _ours('a.png', scan), 5):7.2f} s")
    for angle in (0.5, 2.5, -5):
        _compare(photo.photograph(photo.scan(page, 200), angle), text, angle)
    asyncio.run(_processes(page, scan))


def _bare(data: bytes) -> None:
    pymupdf.open(stream=data)[0].get_text()


def _ours(name: str, data: bytes) -> str:
    return read(name, data, lambda done, pages: None, monotonic() + 60).text


def _in_turns(first: Callable[[], object], second: Callable[[], object]) -> tuple[float, float]:
    """Return the median seconds of both, run in turns so that both meet the same weather."""
    times = [(_once(first), _once(second)) for _ in range(300)]
    return median(one for one, _ in times), median(other for _, other in times)


def _median(work: Callable[[], object], times: int) -> float:
    return median(_once(work) for _ in range(times))


def _once(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _compare(taken: bytes, text: str, angle: float) -> None:
    """Print how much of a photo is read with and without making it ready."""
    bare = ocr._words(ocr._tesseract(open_picture(taken, Kind.JPEG).convert("L"), monotonic() + 60))
    raw = " ".join(word.text for line in bare for word in line)
    print(
        f"photo, {angle:4} degrees  {photo.recall(_ours('a.jpg', taken), text):.2f} of the words,"
        f" {photo.recall(raw, text):.2f} without making it ready"
    )


async def _processes(page: bytes, scan: bytes) -> None:
    reader, watch = Reader(), Watch()
    start = perf_counter()
    await reader.read("ada", "a.txt", b"Ada")
    print(f"first child      {(perf_counter() - start) * 1e3:7.0f} ms, with the engines loaded")
    times = []
    for _ in range(50):
        start = perf_counter()
        await reader.read("ada", "a.txt", b"Ada")
        times.append(perf_counter() - start)
    print(f"each further one {median(times) * 1e3:7.1f} ms")
    before = psutil.Process().memory_info().rss
    kinds = [("a.pdf", page), ("a.docx", papers.word("Ada")), ("a.txt", b"Ada"), ("a.pdf", page)]
    large = [("a.pdf", _large(page))] * 10 + [("a.png", scan)] * 4
    async with watch.watching():
        await asyncio.gather(*(reader.read(f"{n}", *kinds[n % 4]) for n in range(FILES)))
        after = psutil.Process().memory_info().rss
        await asyncio.gather(*(reader.read(f"{n}", *each) for n, each in enumerate(large)))
    [nursery] = psutil.Process().children()
    print(f"server, {FILES} files {before / 1e6:7.0f} MB before, {after / 1e6:.0f} MB after")
    print(f"nursery          {nursery.memory_info().rss / 1e6:7.0f} MB")
    print(
        f"largest child    {watch.largest / 1e6:7.0f} MB, ten 10 MB PDFs and four scans among them"
    )
    print(f"latest heartbeat {watch.latest * 1e3:7.0f} ms while all these were read")
    reader.close()


def _large(page: bytes) -> bytes:
    document = pymupdf.open(stream=page)
    document.embfile_add("noise", os.urandom(9_900_000))
    return document.tobytes()


if __name__ == "__main__":
    main()
