"""A search with papers in it, in a data folder that is in use, and an archive of it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from services.backup.backup import back_up
from services.jobs.job import JobDraft
from services.settings import Settings
from services.vault import Vault, open_vault

PASSWORD = "seventeen small lanterns"
RESUME = "Ada Lovelace\nada@example.org\n\nWork Experience\nProgrammer {}, Engines - London\n"
DRAFT = JobDraft(company="Acme", position="Programmer", notes="They keep a giraffe.")


@dataclass
class Search:
    """Ada's search, and where it lies."""

    data: Path
    vault: Vault
    ada: str

    async def add(self, number: int) -> None:
        """Add a job and a resume, and throw another resume away for good."""
        await self.vault.jobs.add(self.ada, DRAFT)
        text = RESUME.format(number).encode()
        added = await self.vault.resumes.add(self.ada, f"{number}.txt", text)
        if number % 2:
            await self.vault.resumes.trash(self.ada, added.resume.id)
            await self.vault.sweep.erase(self.ada, added.resume.id)


@pytest.fixture
async def search(tmp_path: Path) -> AsyncIterator[Search]:
    data = tmp_path / "data"
    vault = open_vault(Settings(data=data))
    ada = await vault.identity.sign_up("ada@example.org", PASSWORD, "Ada")
    assert ada is not None
    search = Search(data, vault, ada)
    await search.add(0)
    yield search
    await vault.leave()


@pytest.fixture
def archive(search: Search, tmp_path: Path) -> Path:
    back_up(search.data, tmp_path / "ada.tar.gz")
    return tmp_path / "ada.tar.gz"
