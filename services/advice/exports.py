"""Papers to send: set, and read again as the programs of an employer would."""

import re
from dataclasses import dataclass
from enum import StrEnum

from services.errors import NotFound
from services.parsing.curriculum import Curriculum
from services.parsing.headings import heading_of
from services.reading.reader import Reader
from services.record import fold
from services.resumes.letters import Letters
from services.resumes.looking import Looking
from services.typesetting.letter import Letter
from services.typesetting.pdf import Paper, letter_pdf, resume_pdf
from services.typesetting.proof import lost, values_of
from services.typesetting.word import letter_docx, resume_docx


class Form(StrEnum):
    """What kind of file is wanted."""

    PDF = "pdf"
    DOCX = "docx"


@dataclass(frozen=True, slots=True)
class Exported:
    """A file to send. `lost` is what a program that reads it misses: nothing, if all went well.

    `left_out` are lines of the resume's text that its parts do not hold, so that the file cannot.
    """

    name: str
    data: bytes
    lost: tuple[str, ...]
    left_out: tuple[str, ...] = ()


class Exports:
    """Sets resumes and letters as files, and proves each by reading it."""

    def __init__(self, resumes: Looking, letters: Letters, reader: Reader) -> None:
        self._resumes = resumes
        self._letters = letters
        self._reader = reader

    async def resume(
        self, owner: str, resume: str, number: int | None, form: Form, paper: Paper = "a4"
    ) -> Exported:
        """Return a version of a resume as a file."""
        held = await self._resumes.get(owner, resume)
        contents = await self._resumes.contents(owner, resume, number)
        set_ = resume_pdf if form is Form.PDF else resume_docx
        data = await set_(contents.curriculum, paper)
        read = (await self._reader.read(owner, f"resume.{form}", data)).text
        lines = (await self._resumes.transcript(owner, resume, number)).text.split("\n")
        return Exported(
            name=f"{_file_name(held.name)}.{form}",
            data=data,
            lost=lost(values_of(contents.curriculum), read),
            left_out=() if contents.is_confirmed else _left_out(lines, contents.curriculum, read),
        )

    async def letter(
        self,
        owner: str,
        job: str,
        form: Form,
        sender: Curriculum | None = None,
        paper: Paper = "a4",
    ) -> Exported:
        """Return the letter that was last kept for a job as a file, under the sender's name."""
        kept = await self._letters.of(owner, job)
        if not kept:
            raise NotFound("No letter is kept for this job yet.")
        letter = letter_of(kept[0].text, sender)
        set_ = letter_pdf if form is Form.PDF else letter_docx
        data = await set_(letter, paper)
        read = (await self._reader.read(owner, f"letter.{form}", data)).text
        return Exported(f"letter.{form}", data, lost(values_of(letter), read))


def letter_of(text: str, sender: Curriculum | None = None) -> Letter:
    """Return the parts of a written letter: a short first part greets, a short last part closes.

    The sender's name under it is left out: the page is signed by what sets it.
    """
    name = sender.contact.name if sender else ""
    body, _, signed = text.rstrip().rpartition("\n")
    if name and fold(signed.strip()) == fold(name):
        text = body
    parts = [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]
    greeting = parts.pop(0) if len(parts) > 1 and _is_short(parts[0]) else ""
    closing = parts.pop() if len(parts) > 1 and _is_short(parts[-1]) else ""
    return Letter.check(
        {
            "sender": name,
            "contacts": _ways(sender) if sender else (),
            "greeting": greeting,
            "paragraphs": tuple(parts),
            "closing": closing,
        }
    )


def _is_short(part: str) -> bool:
    return len(part) <= 80 and "\n" not in part and not part.endswith(".")


def _ways(sender: Curriculum) -> tuple[str, ...]:
    contact = sender.contact
    return tuple(filter(None, (contact.email, contact.phone, contact.location)))


def _left_out(lines: list[str], curriculum: Curriculum, read: str) -> tuple[str, ...]:
    """Return the lines that are in no part and whose words are not in the file either."""
    known = set(re.findall(r'"lines":\[([\d,]*)\]', curriculum.model_dump_json()))
    held = {int(number) for each in known for number in each.split(",") if number}
    held |= set(curriculum.summary_lines)
    said = [line for at, line in enumerate(lines) if at not in held and not _is_heading(line)]
    return lost([line.strip() for line in said if line.strip()], read)


def _file_name(name: str) -> str:
    return re.sub(r"[^\w .-]", "", name).strip(" .")[:80] or "resume"


def _is_heading(line: str) -> bool:
    return not line.strip() or heading_of(line.strip(), "") is not None
