"""The letter on a job's page, drafted or written by hand."""

from app.editing import Editing
from components.letter_desk import LetterDesk
from services.advice.kept import KeptAdvice
from services.advice.tailoring import letter_text


class JobLetter:
    """Keeps the letters of one job; it needs no model."""

    def __init__(self, editing: Editing) -> None:
        self._vault, self._owner = editing.desk.vault, editing.desk.owner
        self._job = editing.job.id
        self._desk = LetterDesk(self._job, self._keep)

    async def show(self) -> None:
        """Show the letters that are kept."""
        self._desk.show(await self._vault.letters.of(self._owner, self._job))

    def offer(self, advice: KeptAdvice | None) -> None:
        """Offer a draft to begin with."""
        if advice and advice.result.of("paragraphs"):
            self._desk.offer(advice.key, letter_text(advice.result))

    async def _keep(self, text: str, draft: str, is_confirmed: bool) -> None:
        if draft:
            await self._vault.tailoring.keep_letter(
                self._owner, draft, self._job, text, is_confirmed
            )
        else:
            await self._vault.letters.keep(self._owner, self._job, text)
        await self.show()
