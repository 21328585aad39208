"""One file that holds a data folder: a compressed tar whose first member says what follows."""

import gzip
import io
import os
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from services.backup.manifest import DATABASE, Manifest, may_belong
from services.errors import Conflict, Invalid, Unavailable

MANIFEST = "manifest.json"
MOST_MANIFEST_BYTES = 256_000_000
PIECE = 1 << 20


def pack(folder: Path, manifest: Manifest, archive: Path) -> None:
    """Write an archive of the folder, readable by us alone, that is there wholly or not at all."""
    if archive.exists():
        raise Conflict(f"{archive} is there already, and a backup is never written over.")
    arriving = archive.with_name(f".{archive.name}.part")
    try:
        handle = os.open(arriving, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            with tarfile.open(fileobj=file, mode="w:gz", compresslevel=6) as tar:
                _add(tar, MANIFEST, manifest.model_dump_json().encode())
                for name in manifest.members:
                    tar.add(folder / name, name, filter=_plain)
            file.flush()
            os.fsync(file.fileno())
        arriving.rename(archive)
    except OSError as error:
        arriving.unlink(missing_ok=True)
        raise Unavailable(f"{archive} cannot be written: {error.strerror}.") from error


def unpack(archive: Path, folder: Path) -> Manifest:
    """Put an archive's files into an empty folder; raise `Invalid` unless each is as it was."""
    with (
        _in_words(archive),
        gzip.open(archive) as whole,
        tarfile.open(fileobj=whole, mode="r|") as tar,
    ):
        members = iter(tar)
        manifest = _manifest(tar, next(members, None))
        missing = dict(manifest.members)
        for member in members:
            wanted = missing.pop(member.name, None)
            if wanted is None or not member.isreg() or not may_belong(member.name):
                raise Invalid(f"{archive} holds something that does not belong there.")
            if (member.size, _write(tar, member, folder / member.name)) != (
                wanted.size,
                wanted.sha256,
            ):
                raise Invalid(f"{archive} has been altered: {member.name} is not what it was.")
        # To the very end, where the checksum of everything stands.
        while whole.read(PIECE):
            pass
    if missing or DATABASE not in manifest.members:
        raise Invalid(f"{archive} is not whole: files are missing from it.")
    return manifest


def _add(tar: tarfile.TarFile, name: str, data: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size = len(data)
    member.mode = 0o600
    tar.addfile(member, io.BytesIO(data))


def _plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
    # Whose machine it was is nobody's business; and a paper that was linked is a paper.
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mode = 0o600
    return member


def _manifest(tar: tarfile.TarFile, member: tarfile.TarInfo | None) -> Manifest:
    file = tar.extractfile(member) if member and member.name == MANIFEST else None
    if member is None or file is None or member.size > MOST_MANIFEST_BYTES:
        raise Invalid("This is not an archive of CareerVault's, or of a newer one.")
    return Manifest.model_validate_json(file.read())


def _write(tar: tarfile.TarFile, member: tarfile.TarInfo, path: Path) -> str:
    """Write one file to the disk and return the digest of its bytes."""
    for home in (path.parent.parent, path.parent):
        home.mkdir(mode=0o700, exist_ok=True)
    source, digest = tar.extractfile(member), sha256()
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "wb") as target:
        while piece := source.read(PIECE) if source else b"":
            digest.update(piece)
            target.write(piece)
        target.flush()
        os.fsync(target.fileno())
    return digest.hexdigest()


@contextmanager
def _in_words(archive: Path) -> Iterator[None]:
    try:
        yield
    # What gzip makes nothing of is an OSError to it, and not that of a disk.
    except (tarfile.TarError, gzip.BadGzipFile, EOFError, zlib.error, ValidationError) as error:
        raise Invalid(f"{archive} is damaged, or no archive of this CareerVault's.") from error
    except OSError as error:
        raise Unavailable(f"{archive} cannot be unpacked: {error.strerror}.") from error
