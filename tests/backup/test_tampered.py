"""An archive that is not as it was made is refused, and leaves nothing behind."""

import io
import tarfile
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from services.backup.archive import MANIFEST, pack
from services.backup.backup import restore, verify
from services.backup.manifest import Manifest, describe
from services.errors import Invalid

Members = dict[str, bytes]


def read(archive: Path) -> Members:
    with tarfile.open(archive) as tar:
        return {each.name: tar.extractfile(each).read() for each in tar}


def write(archive: Path, members: Members, links: tuple[tuple[str, str], ...] = ()) -> None:
    with tarfile.open(archive, "w:gz") as tar:
        for name, data in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))
        for name, target in links:
            member = tarfile.TarInfo(name)
            member.type, member.linkname = tarfile.SYMTYPE, target
            tar.addfile(member)


def without(name: str) -> Callable[[Members], Members]:
    return lambda members: {key: data for key, data in members.items() if key != name}


def changed(name: str, edit: Callable[[bytes], bytes]) -> Callable[[Members], Members]:
    return lambda members: {
        key: edit(data) if key.startswith(name) else data for key, data in members.items()
    }


CHANGES = {
    "a paper of other bytes": changed("files/", lambda data: data[:-1] + b"!"),
    "a longer paper": changed("files/", lambda data: data + b"!"),
    "another secret": changed("secret", lambda _: b"x" * 64),
    "another database": changed("careervault.db", lambda data: data.replace(b"Acme", b"Apex")),
    "no database": without("careervault.db"),
    "no secret": without("secret"),
    "no manifest": without(MANIFEST),
    "a stranger": lambda members: members | {"notes.txt": b"hello"},
    "a way out": lambda members: members | {"../evil": b"hello"},
    "a root path": lambda members: members | {"/etc/evil": b"hello"},
    "another manifest": changed(MANIFEST, lambda data: data.replace(b'"rows":', b'"rows":1')),
    "a newer format": changed(MANIFEST, lambda data: data.replace(b'"format":1', b'"format":2')),
    "a manifest of nonsense": changed(MANIFEST, lambda _: b"{"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_changed_members_are_refused(change, archive: Path, tmp_path: Path):
    write(archive, change(read(archive)))
    refused(archive, tmp_path / "new")


@pytest.mark.parametrize("at", [0.02, 0.3, 0.6, 0.98])
def test_one_turned_bit_is_noticed(at: float, archive: Path, tmp_path: Path):
    data = bytearray(archive.read_bytes())
    data[int(len(data) * at)] ^= 1
    archive.write_bytes(data)
    refused(archive, tmp_path / "new")


@pytest.mark.parametrize("share", [0, 0.1, 0.5, 0.99])
def test_what_was_cut_short_is_noticed(share: float, archive: Path, tmp_path: Path):
    data = archive.read_bytes()
    archive.write_bytes(data[: int(len(data) * share)])
    refused(archive, tmp_path / "new")


def test_a_link_in_place_of_a_paper_is_refused(archive: Path, tmp_path: Path):
    members = read(archive)
    paper = next(name for name in members if name.startswith("files/"))
    write(archive, without(paper)(members), links=((paper, "/etc/passwd"),))
    refused(archive, tmp_path / "new")


def test_rows_that_were_changed_with_their_file_are_noticed(archive: Path, tmp_path: Path):
    folder = tmp_path / "forged"
    restore(archive, folder)
    manifest = verify(archive)
    connection = apsw.Connection(str(folder / "careervault.db"))
    connection.execute("UPDATE rows SET body = replace(body, 'Acme', 'Apex')")
    connection.close()
    pack(folder, _told_anew(manifest, folder), tmp_path / "forged.tar.gz")
    refused(tmp_path / "forged.tar.gz", tmp_path / "new")


def _told_anew(manifest: Manifest, folder: Path) -> Manifest:
    """Give the manifest the changed file's size and digest, but not the digest of its rows."""
    members = describe(folder, manifest.made).members
    return manifest.model_copy(update={"members": members})


def refused(archive: Path, folder: Path) -> None:
    with pytest.raises(Invalid):
        verify(archive)
    with pytest.raises(Invalid):
        restore(archive, folder)
    assert list(folder.iterdir()) == []
