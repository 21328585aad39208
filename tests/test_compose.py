"""The rehearsal on AWS of compose.aws.yaml, without Docker: its places, a task and the worker."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest
import yaml

from services.advice.ask import Ask, Kind
from services.advice.kept import State
from services.clock import utc_now
from services.queue.unfinished import FIRST_KIND
from services.settings import read_settings
from services.vault import open_vault
from tests.ministack import ministack
from tests.server import ROOT, Server

ACCOUNT = {"email": "ada@example.org", "password": "seventeen small lanterns"}
PATIENCE = 180
"""Half seconds."""


@pytest.fixture
def plan() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((ROOT / "compose.aws.yaml").read_text())
    return read


@pytest.fixture
def settings(
    plan: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[dict[str, str]]:
    """What a task is given there, with a server on this machine in the place of theirs."""
    with ministack(tmp_path) as address:
        (tmp_path / "aws.conf").write_text(plan["configs"]["client"]["content"])
        here = address.replace("127.0.0.1", "localhost")  # a name, as theirs has
        found = {
            name: value.replace("http://aws:4566", here).replace(
                "/aws.conf", f"{tmp_path}/aws.conf"
            )
            for name, value in plan["services"]["task1"]["environment"].items()
        }
        for name, value in found.items():
            monkeypatch.setenv(name, value)
        [script] = plan["services"]["places"]["command"]
        subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True)
        yield found


def test_a_person_can_work_at_a_task_of_the_rehearsal(settings, tmp_path: Path):
    task = Server(tmp_path / "task1")
    task.start()
    with task.client("/api") as ada:
        token = ada.post("/auth/signup", json=ACCOUNT).json()["access_token"]
        ada.headers["authorization"] = f"Bearer {token}"
        file = {"file": ("ada.txt", b"Ada Lovelace\n\nWork Experience\nProgrammer, Engines")}
        ada.post("/resumes/", files=file).raise_for_status()
        assert task.client().get("/health").json()["database"] == "connected"
    task.stop()
    papers = boto3.client("s3").list_objects_v2(Bucket="careervault")
    assert papers["KeyCount"] > 0


async def test_the_worker_writes_what_a_lost_task_left_in_the_queue(settings, tmp_path: Path):
    vault = open_vault(read_settings().model_copy(update={"data": tmp_path / "here"}))
    ada = await vault.identity.sign_up(ACCOUNT["email"], ACCOUNT["password"], "Ada")
    await vault.consents.agree(ada)
    ask = Ask(kind=Kind.LETTER, posting="You know SQL.", resume_text="I know SQL well.")
    asked = {"ask": ask.model_dump(mode="json"), "at": utc_now().isoformat()}
    work = {"kind": FIRST_KIND, "owner": ada, **asked}
    queue = settings["CAREERVAULT_QUEUE_URL"]
    boto3.client("sqs").send_message(QueueUrl=queue, MessageBody=json.dumps(work))
    worker = start_worker(tmp_path / "worker")
    for _ in range(PATIENCE):
        held = await vault.advice.find(ada, ask)
        if held and held.state is State.DONE:
            break
        await asyncio.sleep(0.5)
    worker.terminate()
    assert await asyncio.to_thread(worker.wait, 30) == 0
    assert held
    assert held.state is State.DONE
    await vault.leave()


def start_worker(data: Path) -> "subprocess.Popen[bytes]":
    environment = {**os.environ, "CAREERVAULT_DATA": str(data)}
    return subprocess.Popen([sys.executable, "main.py", "work"], cwd=ROOT, env=environment)


def test_both_tasks_and_the_worker_are_held_to_the_same(plan):
    task1, task2, worker = (plan["services"][name] for name in ("task1", "task2", "worker"))
    assert task1 == task2
    assert {name: worker[name] for name in task1} == task1
    assert worker["command"] == ["work"]
