"""What an operator does with accounts on the command line."""

import asyncio
from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest

from services.identity.identity import Proof
from services.jobs.job import JobDraft
from services.settings import Settings
from services.vault import Vault, open_vault
from tests.aws import Account
from tests.commands import run
from tests.contracts.identity.lobby import CognitoPool, made_pool
from tests.ministack import KEY

T = TypeVar("T")
ADA = "ada@example.org"
PASSWORD = "seventeen small lanterns"
NEW = "nine quiet harbours"
ACME = JobDraft(company="Acme", position="Programmer")


@pytest.fixture
def pool(account: Account, monkeypatch: pytest.MonkeyPatch) -> Iterator[CognitoPool]:
    """The pool that the template made, in the name of its operator."""
    monkeypatch.setenv("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", account.address)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", KEY)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", KEY)
    pool = made_pool(account)
    yield pool
    pool.forget_everyone()


def with_vault(settings: Settings, deed: Callable[[Vault], T]) -> T:
    vault = open_vault(settings)
    try:
        return deed(vault)
    finally:
        vault.close()


def test_accounts_move_to_a_pool_and_back_and_their_jobs_stay_theirs(tmp_path, pool):
    place = {"data": tmp_path / "data"}
    cloud = {
        **place,
        "identity": "cognito",
        "pool": pool.name,
        "pool_client": pool.application,
        "pool_client_secret": pool.secret,
    }

    async def begin(vault: Vault) -> str:
        ada = str(await vault.identity.sign_up(ADA, PASSWORD, "Ada"))
        await vault.jobs.add(ada, ACME)
        return ada

    async def come_back(vault: Vault, code: str) -> tuple[list[str], str]:
        await vault.identity.reset_password(ADA, code, NEW)
        found = await vault.identity.sign_in(ADA, NEW)
        assert isinstance(found, Proof)
        cards = await vault.jobs.cards(found.person)
        codes = await vault.identity.renew_recovery_codes(found.person, NEW)
        return [found.person, *(card.company for card in cards)], codes[0]

    ada = with_vault(Settings(**place), lambda vault: asyncio.run(begin(vault)))
    there, back = tmp_path / "there", tmp_path / "back"
    assert run("export-accounts", str(there), **place).stdout.startswith("Accounts written: 1.")
    for told in ("Accounts made: 1, there already: 0", "Accounts made: 0, there already: 1"):
        assert run("import-accounts", str(there), **cloud).stdout.startswith(told)

    async def arrive(vault: Vault) -> tuple[list[str], str]:
        await vault.identity.send_code(ADA)
        return await come_back(vault, pool.mailed(ADA))

    found, code = with_vault(Settings(**cloud), lambda vault: asyncio.run(arrive(vault)))
    assert found == [ada, "Acme"]
    assert run("export-accounts", str(back), **cloud).stdout.startswith("Accounts written: 1.")
    done = run("import-accounts", str(back), **place)
    assert "Nobody's password came along" in done.stdout
    found, _ = with_vault(Settings(**place), lambda vault: asyncio.run(come_back(vault, code)))
    assert found == [ada, "Acme"]


def test_a_file_that_is_damaged_or_in_the_way_is_told_in_one_line(tmp_path):
    path = tmp_path / "accounts"
    path.write_text("{}")
    for command in ("export-accounts", "import-accounts"):
        done = run(command, str(path), data=tmp_path / "data")
        assert done.returncode == 1
        assert done.stderr.count("\n") == 1
    assert path.read_text() == "{}"


def test_the_operator_erases_an_account_with_everything_in_it(tmp_path):
    settings = Settings(data=tmp_path)

    async def begin(vault: Vault) -> str:
        ada = str(await vault.identity.sign_up(ADA, PASSWORD, "Ada"))
        await vault.jobs.add(ada, ACME)
        return ada

    ada = with_vault(settings, lambda vault: asyncio.run(begin(vault)))
    assert "No account has" in run("delete-account", "nobody@example.org", data=tmp_path).stderr
    assert run("delete-account", ADA, data=tmp_path).stdout == "Everything is gone.\n"
    assert with_vault(settings, lambda vault: asyncio.run(vault.jobs.cards(ada))) == []
    assert with_vault(settings, lambda vault: asyncio.run(vault.registry.count())) == 0


def test_the_operator_makes_an_admin_and_ends_it(tmp_path):
    settings = Settings(data=tmp_path)
    ada = with_vault(
        settings, lambda vault: asyncio.run(vault.identity.sign_up(ADA, PASSWORD, "Ada"))
    )
    for command, is_admin in (("make-admin", True), ("end-admin", False)):
        assert run(command, ADA, data=tmp_path).returncode == 0
        has = with_vault(settings, lambda vault: asyncio.run(vault.roles.has(str(ada), "admin")))
        assert has is is_admin
    assert "No account has" in run("make-admin", "nobody@example.org", data=tmp_path).stderr
