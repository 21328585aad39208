"""Starting CareerVault: what an operator sees on the command line."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest

from services.settings import Settings
from services.vault import open_vault
from tests.commands import run
from tests.server import ROOT, Server, free_port

PASSWORD = "seventeen small lanterns"


@pytest.mark.parametrize(
    ("name", "value"),
    [("port", "eighty"), ("port", "99999"), ("store", "paper"), ("live_seconds", "0")],
)
def test_a_wrong_setting_stops_the_start_with_one_sentence_that_names_it(name, value, tmp_path):
    done = run(**{"data": tmp_path, name: value})

    assert done.returncode == 1
    assert done.stderr.startswith(f"CAREERVAULT_{name.upper()} cannot be used:")
    assert done.stderr.count("\n") == 1


def test_a_data_folder_that_cannot_be_made_stops_the_start_in_words(tmp_path):
    (tmp_path / "file").write_text("in the way")
    done = run(data=tmp_path / "file" / "data")

    assert done.returncode == 1
    assert "cannot be" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_command_shows_what_there_is():
    assert "usage: python main.py" in run("dance").stderr


def test_the_operator_lets_somebody_in_again(tmp_path):
    vault = open_vault(Settings(data=tmp_path))
    person = asyncio.run(vault.identity.sign_up("ada@example.org", PASSWORD, "Ada"))
    vault.close()

    password = run("reset-password", "ada@example.org", data=tmp_path).stdout.strip()
    vault = open_vault(Settings(data=tmp_path))
    proof = asyncio.run(vault.identity.sign_in("ada@example.org", password))
    vault.close()
    assert proof.person == person


def test_the_operator_is_told_that_there_is_no_such_account(tmp_path):
    done = run("reset-password", "nobody@example.org", data=tmp_path)

    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_the_same_folder_holds_the_same_data_after_a_restart(tmp_path):
    server = Server(tmp_path)
    server.start()
    given = {"email": "ada@example.org", "password": PASSWORD}
    token = server.client().post("/api/auth/signup", json=given).json()["access_token"]
    headers = {"authorization": f"Bearer {token}"}
    job = {"company": "Acme", "position": "Programmer", "status": "Applied"}
    server.client(headers=headers).post("/api/jobs/", json=job)
    server.stop()
    server.start()

    found = server.client(headers=headers).get("/api/jobs/").json()
    server.stop()
    assert [each["company"] for each in found] == ["Acme"]


def test_the_secret_is_made_once_and_read_by_nobody_else(tmp_path):
    for _ in range(2):
        open_vault(Settings(data=tmp_path)).close()
    secret = tmp_path / "secret"

    assert len(secret.read_text()) == 64
    assert secret.stat().st_mode & 0o077 == 0
    assert {path.name for path in Path(tmp_path).iterdir()} >= {"secret", "careervault.db"}


def test_two_vaults_live_in_one_process(tmp_path):
    vaults = [open_vault(Settings(data=tmp_path / name)) for name in ("one", "two")]

    async def jobs() -> list[int]:
        owners = [
            await vault.identity.sign_up("ada@example.org", PASSWORD, "Ada") for vault in vaults
        ]
        return [len(await vault.jobs.cards(owners[0])) for vault in vaults]

    assert asyncio.run(jobs()) == [0, 0]
    for vault in vaults:
        vault.close()


def test_the_demo_says_first_how_to_sign_in_and_leaves_nothing_behind(tmp_path):
    environment = {name: value for name, value in os.environ.items() if "PYTEST" not in name}
    demo = subprocess.Popen(
        [sys.executable, "main.py", "demo"],
        cwd=ROOT,
        env={**environment, "CAREERVAULT_PORT": str(free_port()), "TMPDIR": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert demo.stdout is not None
    said = [demo.stdout.readline() for _ in range(6)]
    demo.terminate()
    demo.communicate(timeout=30)
    assert said[1].startswith("Sign in at http://localhost:")
    assert not list(tmp_path.glob("careervault-demo-*"))


def test_the_operator_moves_everything_to_another_folder(tmp_path):
    old, new, archive = tmp_path / "old", tmp_path / "new", str(tmp_path / "ada.tar.gz")
    server = Server(old)
    server.start()
    given = {"email": "ada@example.org", "password": PASSWORD}
    token = server.client().post("/api/auth/signup", json=given).json()["access_token"]
    told = [run("backup", archive, data=old).stdout]
    server.stop()
    told += [run("verify", archive, data=old).stdout, run("restore", archive, data=new).stdout]
    server = Server(new)
    server.start()

    headers = {"authorization": f"Bearer {token}"}
    assert server.client(headers=headers).get("/api/jobs/").json() == []
    server.stop()
    assert len({text.split("digest ")[1] for text in told}) == 1


def test_an_archive_that_is_none_is_refused_in_words(tmp_path):
    (tmp_path / "letter.txt").write_text("Dear Ada")
    done = run("restore", str(tmp_path / "letter.txt"), data=tmp_path / "new")

    assert done.returncode == 1
    assert "no archive of this CareerVault's" in done.stderr
    assert "Traceback" not in done.stderr


def test_rows_in_aws_are_not_backed_up_as_a_folder(tmp_path):
    done = run("backup", str(tmp_path / "a.tar.gz"), data=tmp_path, store="dynamodb")
    assert "infra/runbook.md" in done.stderr
