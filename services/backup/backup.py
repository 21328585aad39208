"""A whole data folder into one archive, and back: what the operator's commands do."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from services.backup.archive import pack, unpack
from services.backup.manifest import DATABASE, FILES, SECRET, Manifest, belongs, describe
from services.clock import Clock, utc_now
from services.errors import Conflict, Invalid, Unavailable
from services.storage.snapshot import copy_at_one_moment

STAGE = ".backup"
RESTORING = ".restoring"


def back_up(data: Path, archive: Path, now: Clock = utc_now) -> Manifest:
    """Write all that a data folder holds at one moment into an archive, while it is served.

    Raise `Conflict` if the archive is there already or another backup is being made.
    """
    if not (data / DATABASE).exists():
        raise Invalid(f"There is no database in {data}.")
    with _stage(data) as stage:
        copy_at_one_moment(data / DATABASE, stage / DATABASE, lambda: _link(data, stage))
        manifest = describe(stage, now())
        pack(stage, manifest, archive)
    return manifest


def verify(archive: Path) -> Manifest:
    """Return what an archive holds, or raise `Invalid` if any of it is not as it was."""
    with TemporaryDirectory(prefix="careervault-verify-") as folder:
        return _unpack_whole(archive, Path(folder))


def restore(archive: Path, data: Path) -> Manifest:
    """Put an archive's contents into a folder that is empty or absent, all of it or nothing."""
    stage = data / RESTORING
    with _in_words(data):
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        _clear_unfinished(data)
        if any(data.iterdir()):
            raise Conflict(f"{data} is not empty, and nothing in it is written over.")
        stage.mkdir(mode=0o700)
        try:
            manifest = _unpack_whole(archive, stage)
            # The database comes last: where there is none, the restore did not come to its end.
            for name in (FILES, SECRET, DATABASE):
                with suppress(FileNotFoundError):
                    (stage / name).rename(data / name)
            _sync(data)
        except BaseException:
            _remove_all(data)
            raise
        stage.rmdir()
    return manifest


def _unpack_whole(archive: Path, folder: Path) -> Manifest:
    promised = unpack(archive, folder)
    if describe(folder, promised.made) != promised:
        raise Invalid(f"{archive} has been altered: its rows are not what they were.")
    return promised


def _link(data: Path, stage: Path) -> None:
    """Give the secret and every paper a second name, under which they outlast a deletion."""
    for path in [data / SECRET, *data.glob(f"{FILES}/*/*")]:
        name = path.relative_to(data).as_posix()
        if belongs(data, name):
            (stage / name).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with suppress(FileNotFoundError):  # swept since the folder was listed: no row has it
                os.link(path, stage / name)


@contextmanager
def _stage(data: Path) -> Iterator[Path]:
    """Lend an empty folder within the data, that nobody else makes a backup in meanwhile."""
    stage = data / STAGE
    with _in_words(data), _locked(data):
        stage.mkdir(mode=0o700, exist_ok=True)
        _remove_all(stage)  # what a killed backup left
        try:
            yield stage
        finally:
            shutil.rmtree(stage)


@contextmanager
def _locked(data: Path) -> Iterator[None]:
    handle = os.open(data, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise Conflict("A backup is being made already.") from None
    finally:
        os.close(handle)


def _clear_unfinished(data: Path) -> None:
    # A restore that was killed began in an empty folder, so all in it is the restore's own.
    if (data / RESTORING).exists() and not (data / DATABASE).exists():
        _remove_all(data)


def _remove_all(folder: Path) -> None:
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _in_words(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Unavailable(f"{folder} cannot be used: {error.strerror}.") from error
