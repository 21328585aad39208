"""The command that puts the stacks there, with AWS's command line played by a note-taker."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.infra.templates import ENVIRONMENTS, INFRA, NAMES, parameters

NOTE_TAKER = '#!/bin/sh\nprintf "%s\\n" "$*" >> "$NOTES"\n'


@pytest.fixture
def notes(tmp_path, monkeypatch) -> Path:
    aws = tmp_path / "aws"
    aws.write_text(NOTE_TAKER)
    aws.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setenv("NOTES", str(tmp_path / "notes"))
    return tmp_path / "notes"


def deploy(**given: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [INFRA / "deploy"], env=os.environ | given, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_three_stacks_are_deployed_in_order_with_what_the_environment_gives(environment, notes):
    done = deploy(ENVIRONMENT=environment, IMAGE="ours@sha256:1", CERTIFICATE="arn:cert")
    assert done.returncode == 0, done.stderr
    calls = notes.read_text().splitlines()
    for call, name in zip(calls, NAMES, strict=True):
        assert f"--stack-name careervault-{environment}-{name} " in call
        given = call.partition("--parameter-overrides ")[2].split(" ")
        assert {f"{key}={value}" for key, value in parameters(environment)[name].items()} <= {
            *given
        }
    assert {"Image=ours@sha256:1", "Certificate=arn:cert", "Gemini=false"} <= set(
        calls[-1].split(" ")
    )


def test_nothing_is_deployed_before_everything_is_said(notes):
    done = deploy(ENVIRONMENT="staging", CERTIFICATE="arn:cert")
    assert "Please say which image" in done.stderr
    assert not notes.exists()
