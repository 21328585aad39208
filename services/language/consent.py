"""What a person agreed to before anything of theirs is sent to a model."""

from datetime import datetime
from typing import NamedTuple

from services.clock import Clock, utc_now
from services.errors import Conflict, NotAllowed
from services.jobs.book import partition
from services.record import Record
from services.storage.table import Delete, Put, Row, Table

SORT = "consent#language"


class Wording(NamedTuple):
    """What a person is asked to agree to; another version asks everyone anew."""

    version: str
    recipient: str
    text: str


WORDING = Wording(
    version="2026-12",
    recipient="Google (Gemini API)",
    text=(
        "When you ask for written advice, CareerVault sends the resume, the posting and the notes"
        " that you chose to Google's Gemini API, which writes the answer. When you ask the"
        " assistant, it sends what you say and what is looked at to answer you: jobs with their"
        " history and notes, resumes, numbers. E-mail and postal addresses, phone numbers and"
        " links are replaced before sending; names of people and employers are sent. Nothing is"
        " sent unless you ask. You can take this back at any time."
    ),
)

PRACTICE = Wording(
    version="practice",
    recipient="the practice model on this machine",
    text=(
        "This instance writes with a practice model that runs beside it: nothing leaves this"
        " machine and nothing costs money, but the advice only shows what advice looks like."
    ),
)


class Consent(Record):
    """A person's agreement: to which wording, to whom things are sent, and since when."""

    version: str
    recipient: str
    agreed: datetime


class Consents:
    """Who agreed that a model may read what is theirs."""

    def __init__(self, table: Table, now: Clock = utc_now, wording: Wording = WORDING) -> None:
        self._table = table
        self._now = now
        self.wording = wording

    async def given(self, owner: str) -> Consent | None:
        """Return the person's agreement to the present wording, or None."""
        row = await self._table.get(partition(owner), SORT)
        consent = Consent.model_validate(row.body) if row else None
        return consent if consent and consent.version == self.wording.version else None

    async def require(self, owner: str) -> Consent:
        """Return the person's agreement, or raise `NotAllowed` saying what is missing."""
        if consent := await self.given(owner):
            return consent
        raise NotAllowed(
            f"Written advice sends your texts to {self.wording.recipient}."
            " Please agree to that in your account first."
        )

    async def agree(self, owner: str) -> Consent:
        """Remember that the person agrees to the present wording."""
        if consent := await self.given(owner):
            return consent
        row = await self._table.get(partition(owner), SORT)
        consent = Consent(
            version=self.wording.version, recipient=self.wording.recipient, agreed=self._now()
        )
        body, version = consent.model_dump(mode="json"), row.version if row else 0
        try:
            await self._table.commit(Put(Row(partition(owner), SORT, body, version)))
        except Conflict:
            # A second click, or another tab, said something first: that is looked at again.
            return await self.agree(owner)
        return consent

    async def revoke(self, owner: str) -> None:
        """Forget the agreement; nothing is sent from now on."""
        row = await self._table.get(partition(owner), SORT)
        if row is None:
            return
        try:
            await self._table.commit(Delete(row.partition, row.sort, row.version))
        except Conflict:
            await self.revoke(owner)
