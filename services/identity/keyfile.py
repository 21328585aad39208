"""The instance's secret, made once and kept in a file that only we can read."""

import os
from pathlib import Path
from secrets import token_urlsafe

from services.errors import Unavailable


def read_secret(path: Path) -> str:
    """Return the secret in this file, made now if there is none yet.

    Raise `Unavailable` if its folder cannot be used.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            made = path.with_suffix(f".{token_urlsafe(6)}")
            with os.fdopen(os.open(made, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "w") as file:
                file.write(token_urlsafe(48))
                file.flush()
                os.fsync(file.fileno())
            _put_in_place(made, path)
        return path.read_text()
    except OSError as error:
        raise Unavailable(f"The folder {path.parent} cannot be written to.") from error


def _put_in_place(made: Path, path: Path) -> None:
    # A link fails where the name is taken: of two processes that start at once, one wins.
    try:
        os.link(made, path)
    except FileExistsError:
        pass
    finally:
        made.unlink()
