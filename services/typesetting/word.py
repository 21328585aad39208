"""Word documents with the words of the PDF, in the same order."""

import asyncio

from services.parsing.curriculum import Curriculum
from services.typesetting.letter import Letter
from services.typesetting.pdf import Paper
from services.typesetting.sheet import page_of, sheet_of


async def resume_docx(curriculum: Curriculum, paper: Paper = "a4") -> bytes:
    """Return the resume as a Word document of real headings and lists."""
    return await asyncio.to_thread(_resume, curriculum, paper)


async def letter_docx(letter: Letter, paper: Paper = "a4") -> bytes:
    """Return the letter as a Word document."""
    return await asyncio.to_thread(_letter, letter, paper)


def _resume(curriculum: Curriculum, paper: Paper) -> bytes:
    from services.typesetting import writer  # a tenth of a second, that no start should take

    return writer.resume(sheet_of(curriculum), paper)


def _letter(letter: Letter, paper: Paper) -> bytes:
    from services.typesetting import writer

    return writer.letter(page_of(letter), paper)
