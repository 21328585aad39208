"""What a paper costs: `python -m benchmarks.typesetting`."""

import asyncio
from collections.abc import Awaitable, Callable
from statistics import median
from time import perf_counter

import psutil

from services.parsing.curriculum import Contact, Curriculum, Highlight, Work
from services.typesetting.letter import Letter
from services.typesetting.pdf import letter_pdf, resume_pdf
from services.typesetting.word import letter_docx, resume_docx

WARM = 50
MANY = 500


def resume(jobs: int, number: int, name: str = "Ada Lovelace") -> Curriculum:
    """Return one of many different resumes with this many jobs; six fill a page."""
    work = Work(
        name=f"Analytical Engines {number} Ltd",
        position="Engineer",
        start="2019-03",
        end="2021-02",
        highlights=(Highlight(text=sentence(number)),) * 4,
    )
    return Curriculum(contact=Contact(name=name, email="ada@example.org"), work=(work,) * jobs)


def letter(number: int) -> Letter:
    """Return one of many different letters."""
    return Letter(sender="Ada Lovelace", paragraphs=(sentence(number) * 4,) * 5)


def sentence(number: int) -> str:
    return f"Cut the nightly run from nine hours to {number} minutes and told everybody how. "


async def main() -> None:
    print(f"before the first paper: {megabytes():.0f} MB")
    await measure("resume.pdf, one page", lambda number: resume_pdf(resume(6, number)))
    await measure("resume.pdf, ten pages", lambda number: resume_pdf(resume(60, number)))
    await measure("letter.pdf", lambda number: letter_pdf(letter(number)))
    await measure("resume.docx, one page", lambda number: resume_docx(resume(6, number)))
    await measure("resume.docx, ten pages", lambda number: resume_docx(resume(60, number)))
    await measure("letter.docx", lambda number: letter_docx(letter(number)))
    before = megabytes()
    for number in range(MANY):
        await resume_pdf(resume(6, number + WARM))
    print(f"after {MANY} more PDFs: {before:.0f} MB before, {megabytes():.0f} MB after")
    await measure("a font is wanting", lambda number: resume_pdf(resume(6, number, "\U0010abcd")))
    print(f"with the machine's fonts: {megabytes():.0f} MB")


async def measure(what: str, render: Callable[[int], Awaitable[bytes]]) -> None:
    """Print what the first rendering cost, and the median of those after it."""
    times = []
    for number in range(WARM):
        start = perf_counter()
        data = await render(number)
        times.append((perf_counter() - start) * 1000)
    print(
        f"{what:24} first {times[0]:6.1f} ms   warm {median(times[1:]):6.1f} ms"
        f"   {len(data) / 1000:4.0f} kB"
    )


def megabytes() -> float:
    used: int = psutil.Process().memory_info().rss
    return used / 1e6


if __name__ == "__main__":
    asyncio.run(main())
