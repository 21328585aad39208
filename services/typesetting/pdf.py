"""PDFs that people and programs read alike: tagged, with a text layer, the same bytes each time."""

import asyncio
import json
import re
from dataclasses import asdict
from pathlib import Path
from typing import Literal

from services.parsing.curriculum import Curriculum
from services.typesetting.letter import Letter
from services.typesetting.sheet import page_of, sheet_of

Paper = Literal["a4", "us-letter"]

_TEMPLATES = Path(__file__).parent
_NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')
_CODE = re.compile(r"\\u\{([0-9a-f]+)\}")


async def resume_pdf(curriculum: Curriculum, paper: Paper = "a4") -> bytes:
    """Return the resume as a PDF; characters that no font here has are drawn as boxes."""
    return (await _draw(curriculum, paper))[0]


async def letter_pdf(letter: Letter, paper: Paper = "a4") -> bytes:
    """Return the letter as a PDF; characters that no font here has are drawn as boxes."""
    return (await _draw(letter, paper))[0]


async def undrawable(document: Curriculum | Letter) -> tuple[str, ...]:
    """Return the characters that the PDF of the resume or letter can only draw as boxes."""
    return (await _draw(document, "a4"))[1]


async def _draw(document: Curriculum | Letter, paper: Paper) -> tuple[bytes, tuple[str, ...]]:
    if isinstance(document, Letter):
        template, sheet = "letter.typ", asdict(page_of(document))
    else:
        template, sheet = "resume.typ", asdict(sheet_of(document))
    inputs = {"sheet": json.dumps(sheet), "paper": paper}
    return await asyncio.to_thread(_compile, _TEMPLATES / template, inputs)


def _compile(template: Path, inputs: dict[str, str]) -> tuple[bytes, tuple[str, ...]]:
    """Return the PDF and the characters that no font has: PDF/UA refuses them, naming each."""
    import typst  # 35 MB that no page but an export needs

    missing: tuple[str, ...] = ()
    # The fonts of this machine come in only where ours do not suffice: else a page would look
    # different on each machine.
    for only_ours in (True, False):
        try:
            pdf = typst.compile(
                template, ignore_system_fonts=only_ours, sys_inputs=inputs, pdf_standards="ua-1"
            )
        except typst.TypstError as error:
            missing = _without_glyph(error.diagnostic)
            if not missing:
                raise
        else:
            return pdf, ()
    return typst.compile(template, sys_inputs=inputs), missing


def _without_glyph(diagnostic: str) -> tuple[str, ...]:
    found = (_CODE.sub(_decoded, text) for text in _NO_GLYPH.findall(diagnostic))
    # A letter of ours is named where only the mark that stands on it is missing.
    return tuple(dict.fromkeys(text for text in found if not text.isascii()))


def _decoded(code: re.Match[str]) -> str:
    return chr(int(code[1], 16))
