"""A second factor by text message, where the pool sends any."""

import re
from datetime import datetime, timedelta
from secrets import token_bytes

from services.clock import Clock
from services.errors import Conflict, Invalid, NotAllowed, NotFound
from services.identity.members import Members
from services.identity.pool import TEXT, Challenge, Pool
from services.identity.reception import Reception
from services.identity.recovery import kept_of, new_sheet
from services.identity.sealing import Sealing
from services.identity.secret import Random
from services.identity.throttle import Limit, Throttle
from services.identity.totp import digits_of, is_totp
from services.storage.table import Table

_NUMBER = re.compile(r"\+[1-9]\d{7,14}")
_SENTENCE = "Please write it with its country, like +44 7700 900123."
_LOOKED_EVERY = timedelta(minutes=10)
_DAY = timedelta(days=1)

TEXTS_A_DAY = 5
"""How many codes one person may have texted to new numbers. Each costs whoever runs this."""

EVERYBODYS_TEXTS_A_DAY = 200


class Texting:
    """Sets up codes that the pool texts; signing in and turning them off is `Identity`'s."""

    def __init__(
        self,
        pool: Pool,
        reception: Reception,
        table: Table,
        sealing: Sealing,
        now: Clock,
        random: Random = token_bytes,
    ) -> None:
        self._pool = pool
        self._reception = reception
        self._members = Members(table)
        self._throttle = Throttle(table, now)
        self._sealing = sealing
        self._now = now
        self._random = random
        self._looked: datetime | None = None
        self._offered = False

    async def is_offered(self) -> bool:
        """Tell whether the pool texts codes, as it said in the last ten minutes."""
        if self._looked is None or self._now() - self._looked >= _LOOKED_EVERY:
            self._offered = await self._pool.sends_texts()
            self._looked = self._now()
        return self._offered

    async def begin(self, person: str, password: str, number: str) -> None:
        """Have a code texted to a number; it asks nothing yet.

        Raise `Conflict` if a second factor is on already, and `Invalid` for what is no number.
        """
        number = checked_number(number)
        if not await self.is_offered():
            raise NotFound("No codes are texted here.")
        member, found = await self._reception.prove(person, password)
        if isinstance(found, Challenge):
            raise Conflict("A second factor is on already. Remove it first to set up another.")
        everybody = Limit("texts of everybody", EVERYBODYS_TEXTS_A_DAY, _DAY)
        await self._throttle.spend(Limit(f"texts of {member.key}", TEXTS_A_DAY, _DAY), everybody)
        await self._pool.text_code(found.access, number)
        offered = {"offered_texts": self._sealing.seal(found.access), "texts_to": number[-2:]}
        await self._members.save(member.model_copy(update=offered))

    async def confirm(self, person: str, code: str) -> tuple[str, ...]:
        """Have codes texted at every sign-in from now on; return new recovery codes."""
        member = await self._members.of(person)
        if member.offered_texts is None:
            raise NotFound("Please start setting up the second factor again.")
        if not is_totp(code):
            raise NotAllowed("This code is not right, or it was used before.")
        await self._pool.confirm_number(self._sealing.open(member.offered_texts), digits_of(code))
        await self._pool.ask_for(TEXT, member.subject, True)
        await self._pool.sign_out(member.subject)
        codes = new_sheet(self._random)
        update = {"has_texts": True, "offered_texts": None, "recovery_codes": kept_of(codes)}
        await self._members.save(member.model_copy(update=update))
        return codes


def checked_number(text: str) -> str:
    """Return a telephone number as the pool wants it, or raise `Invalid`."""
    number = re.sub(r"[\s().\-/]", "", text)
    if not _NUMBER.fullmatch(number):
        raise Invalid(fields={"number": _SENTENCE})
    return number
