"""What a data folder holds, written down so that a copy can be held against it."""

from datetime import datetime
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Annotated

from pydantic import Field

from services.files.files import can_name
from services.record import Record
from services.storage.snapshot import digest_of_rows

DATABASE = "careervault.db"
SECRET = "secret"  # noqa: S105 - the file's name
FILES = "files"
FORMAT = 1


class Member(Record):
    """One file: how many bytes, and their digest."""

    size: Annotated[int, Field(ge=0)]
    sha256: str


class Manifest(Record):
    """The files of a data folder at one moment, and what they say together.

    `digest` is made of every row, every paper and the secret, and of nothing else: two folders
    with the same digest hold the same, however their databases are laid out on the disk.
    """

    format: int = Field(default=FORMAT, le=FORMAT)
    made: datetime
    rows: int
    digest: str
    members: dict[str, Member]

    @property
    def papers(self) -> int:
        """Return how many papers there are."""
        return sum(name.startswith(f"{FILES}/") for name in self.members)

    @property
    def told(self) -> str:
        """Return in words what there is, for the operator."""
        what = f"{self.rows:,} rows and {self.papers:,} papers of {self.made:%Y-%m-%d %H:%M:%S} UTC"
        secret = (
            "" if SECRET in self.members else "\nNo secret: CAREERVAULT_SECRET has it. Keep it."
        )
        return f"{what}\ndigest {self.digest}{secret}"


def describe(folder: Path, made: datetime) -> Manifest:
    """Write down what a folder holds that nobody writes to; raise `Invalid` if it is damaged."""
    members = {name: _member(folder / name) for name in names_in(folder)}
    rows, digest = digest_of_rows(folder / DATABASE)
    whole = sha256(digest.encode())
    for name, member in members.items():
        if name != DATABASE:
            whole.update(f"\n{name} {member.sha256}".encode())
    return Manifest(made=made, rows=rows, digest=whole.hexdigest(), members=members)


def names_in(folder: Path) -> list[str]:
    """Return the names, from the folder on, of all that makes up its data."""
    papers = (path.relative_to(folder).as_posix() for path in folder.glob(f"{FILES}/*/*"))
    return sorted(name for name in (DATABASE, SECRET, *papers) if belongs(folder, name))


def belongs(folder: Path, name: str) -> bool:
    """Tell whether there is a file of this name, and it is one of ours."""
    return may_belong(name) and (folder / name).is_file() and not (folder / name).is_symlink()


def may_belong(name: str) -> bool:
    """Tell whether a data folder may have a file of this name."""
    first, *rest = name.split("/")
    return name in (DATABASE, SECRET) or (first == FILES and len(rest) == 2 and can_name(*rest))


def _member(path: Path) -> Member:
    with path.open("rb") as file:
        return Member(size=path.stat().st_size, sha256=file_digest(file, "sha256").hexdigest())
