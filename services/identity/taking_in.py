"""What every registry writes beside its own row when it takes somebody in."""

from services.errors import Conflict
from services.identity.accounts import Newcomer
from services.identity.email import account_key
from services.identity.registry import Known
from services.storage.table import Delete, Put, Row, Table

PREFIX = "account#"


async def without_other(table: Table, known: Known, sort: str) -> list[Delete]:
    """Return the write that ends what another adapter kept of the account in this table.

    An account lives in one place: a password that was given up must not open it years later.
    Raise `Conflict` if it is somebody else's.
    """
    row = await table.get(f"{PREFIX}{account_key(known.email)}", sort)
    if row is None:
        return []
    if row.body["person"] != known.person:
        raise Conflict
    return [Delete(row.partition, row.sort, row.version)]


async def profile_of(table: Table, known: Known) -> list[Put]:
    """Return the write that makes the person's profile, unless it is there.

    Raise `Conflict` if it is and has another address: nobody gets a second door to it.
    """
    place = f"person#{known.person}"
    if row := await table.get(place, "profile"):
        if account_key(row.body["email"]) != account_key(known.email):
            raise Conflict
        return []
    newcomer = Newcomer(email=known.email, name=known.name, created=known.created)
    return [Put(Row(place, "profile", newcomer.model_dump(mode="json")))]
