"""From advice to papers: a tailored version of a resume, a letter that is kept."""

from collections.abc import Sequence

from services.advice.ask import Kind
from services.advice.edits import Accepted, Edit, apply, check_words, edits
from services.advice.kept import Archive, KeptAdvice
from services.advice.result import Mark, Result, Said
from services.errors import Invalid
from services.resumes.adding import Added
from services.resumes.letters import KeptLetter, Letters
from services.resumes.resumes import Resumes


class Tailoring:
    """Puts what the person accepted into their own papers; nothing else ever gets there."""

    def __init__(self, archive: Archive, resumes: Resumes, letters: Letters) -> None:
        self._archive = archive
        self._resumes = resumes
        self._letters = letters

    async def edits(
        self, owner: str, key: str, resume: str, number: int | None = None
    ) -> tuple[Edit, ...]:
        """Return the suggestions as changes to a version of a resume."""
        kept = await self._kept(owner, key, Kind.SUGGESTIONS)
        transcript = await self._resumes.transcript(owner, resume, number)
        return edits(transcript.text, kept.result)

    async def tailor(
        self,
        owner: str,
        key: str,
        resume: str,
        number: int,
        accepted: Sequence[Accepted],
        note: str = "",
    ) -> Added:
        """Keep the version with the accepted suggestions as a new one; the old one stays."""
        kept = await self._kept(owner, key, Kind.SUGGESTIONS)
        text = (await self._resumes.transcript(owner, resume, number)).text
        tailored = apply(text, edits(text, kept.result), accepted)
        return await self._resumes.tailor(owner, resume, number, tailored, note)

    async def keep_letter(
        self, owner: str, key: str, job: str, text: str, is_confirmed: bool = False
    ) -> KeptLetter:
        """Keep a drafted letter as the person left it, for a job.

        Raise `Invalid` while it holds a gap, or marked words that were not confirmed.
        """
        kept = await self._kept(owner, key, Kind.LETTER)
        check_words(text, letter_text(kept.result), is_confirmed)
        return await self._letters.keep(owner, job, text)

    async def _kept(self, owner: str, key: str, kind: Kind) -> KeptAdvice:
        kept = await self._archive.get(owner, key)
        if kept.kind is not kind:
            raise Invalid("This advice is of another kind.")
        return kept


def letter_text(result: Result) -> Said:
    """Return the whole letter, with its marks where they stand in it."""
    parts = ("greeting", "paragraphs", "closing")
    text, marks = "", list[Mark]()
    for said in (each.texts["text"] for part in parts for each in result.of(part)):
        text = f"{text}\n\n" if text else ""
        marks += [
            Mark(start=mark.start + len(text), end=mark.end + len(text), reason=mark.reason)
            for mark in said.marks
        ]
        text += said.text
    return Said(text=text, marks=tuple(marks))
