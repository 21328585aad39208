"""Recovery codes: a sheet of them, each good once, of which only digests are kept."""

from services.errors import NotAllowed
from services.identity.secret import Random, code_digest, new_code

_ON_A_SHEET = 10


def new_sheet(random: Random) -> tuple[str, ...]:
    """Return new codes, to be shown once."""
    return tuple(new_code(random) for _ in range(_ON_A_SHEET))


def kept_of(sheet: tuple[str, ...]) -> tuple[str, ...]:
    """Return what is kept of the codes: enough to recognise each."""
    return tuple(map(code_digest, sheet))


def without(kept: tuple[str, ...], code: str) -> tuple[str, ...]:
    """Return what is left once the code is used, or raise `NotAllowed` if it is none of these."""
    used = code_digest(code)
    if used not in kept:
        raise NotAllowed
    return tuple(each for each in kept if each != used)
