"""Files in a folder on this machine: `<owner>/<name>`, readable by nobody else."""

import asyncio
import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

from services.errors import Conflict, Invalid, NotFound, Unavailable
from services.files.files import can_name

_T = TypeVar("_T")


class FolderFiles:
    """`Files` in a folder that several processes may share."""

    def __init__(self, folder: Path) -> None:
        """Make the folder if it is absent, and clear away what a killed process left half-written.

        Raise `Unavailable` if the folder cannot be used.
        """
        self._folder = folder
        self._arriving = folder / ".arriving"
        with self._in_words():
            self._arriving.mkdir(mode=0o700, parents=True, exist_ok=True)
            for path in self._arriving.iterdir():
                _remove_abandoned(path)

    async def put(self, owner: str, name: str, data: bytes) -> None:
        if not can_name(owner, name):
            raise Invalid("There can be nothing by that name.")
        await self._run(lambda: self._put(self._folder / owner, name, data))

    async def get(self, owner: str, name: str) -> bytes:
        if not can_name(owner, name):
            raise NotFound
        return await self._run(lambda: self._get(self._folder / owner / name))

    async def delete(self, owner: str, name: str) -> None:
        if can_name(owner, name):
            await self._run(lambda: self._delete(self._folder / owner, name))

    async def names(self, owner: str) -> dict[str, datetime]:
        return await self._run(lambda: self._names(owner)) if can_name(owner) else {}

    def _put(self, home: Path, name: str, data: bytes) -> None:
        home.mkdir(mode=0o700, exist_ok=True)
        with _written(self._arriving, data) as arrived:
            # A link fails where the name is taken: of two that put it at once, one wins.
            try:
                os.link(arrived, home / name)
            except FileExistsError:
                if (home / name).read_bytes() != data:
                    raise Conflict from None
        _sync(home)
        _sync(self._folder)

    def _get(self, path: Path) -> bytes:
        try:
            return path.read_bytes()
        except FileNotFoundError:
            self._be_there()
            raise NotFound from None

    def _delete(self, home: Path, name: str) -> None:
        try:
            (home / name).unlink()
            _sync(home)
        except FileNotFoundError:
            self._be_there()

    def _names(self, owner: str) -> dict[str, datetime]:
        found: dict[str, datetime] = {}
        try:
            entries = list(os.scandir(self._folder / owner))
        except FileNotFoundError:
            self._be_there()
            return found
        for entry in entries:
            with suppress(FileNotFoundError):  # deleted since the folder was listed
                if can_name(entry.name):
                    found[entry.name] = datetime.fromtimestamp(entry.stat().st_mtime, UTC)
        return found

    def _be_there(self) -> None:
        # A file is absent only where the folder is there: of a lost disk we know nothing.
        self._arriving.stat()

    async def _run(self, work: Callable[[], _T]) -> _T:
        with self._in_words():
            return await asyncio.to_thread(work)

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise Unavailable(
                f"The folder for files cannot be used: {error.strerror or 'it does not answer'}."
                " Please try again, or tell who runs this server."
            ) from error


@contextmanager
def _written(folder: Path, data: bytes) -> Iterator[Path]:
    """Lend a file with these bytes, safely on the disk; the lock tells that its writer lives."""
    path = folder / uuid4().hex
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            yield path
        finally:
            path.unlink(missing_ok=True)


def _remove_abandoned(path: Path) -> None:
    with suppress(FileNotFoundError, BlockingIOError), path.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        path.unlink(missing_ok=True)


def _sync(folder: Path) -> None:
    """Write the folder's entries to the disk: until then a power cut may take them back."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
