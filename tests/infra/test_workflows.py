"""The workflows: what runs for a change, and what before anything is deployed."""

import re
from typing import Any

import pytest
import yaml

from tests.infra.templates import ENVIRONMENTS, INFRA

FOLDER = INFRA.parent / ".github" / "workflows"
NAMES = ("test", "image", "deploy")


def load(name: str) -> dict[str, Any]:
    told: dict[Any, Any] = yaml.safe_load((FOLDER / f"{name}.yml").read_text())
    # YAML 1.1 takes the bare word for a truth.
    return {"on" if key is True else key: value for key, value in told.items()}


@pytest.mark.parametrize("name", NAMES)
def test_a_workflow_may_read_and_nothing_else_unless_a_job_says_why(name):
    assert load(name)["permissions"] == {"contents": "read"}


def test_a_change_goes_through_the_one_gate():
    steps = load("test")["jobs"]["check"]["steps"]
    assert {"run": ".ci/run"} in steps


def test_nothing_is_deployed_untested_or_unsigned():
    jobs = load("deploy")["jobs"]
    assert (jobs["image"]["needs"], jobs["deploy"]["needs"]) == ("test", "image")
    steps = [step.get("run", "") for step in jobs["deploy"]["steps"]]
    checked, put, looked = (
        next(place for place, step in enumerate(steps) if words in step)
        for words in ("cosign verify", "infra/deploy", "infra.smoke")
    )
    assert checked < put < looked


def test_each_environment_may_want_somebody_to_agree():
    deploy = load("deploy")
    asked = deploy["on"]["workflow_dispatch"]["inputs"]["environment"]["options"]
    assert tuple(asked) == ENVIRONMENTS
    assert "inputs.environment" in deploy["jobs"]["deploy"]["environment"]


def test_an_image_says_what_is_in_it_and_who_made_it():
    steps = load("image")["jobs"]["build"]["steps"]
    [build] = [step["with"] for step in steps if "build-push" in step.get("uses", "")]
    assert (build["sbom"], build["provenance"]) == (True, "mode=max")
    assert any("cosign sign" in step.get("run", "") for step in steps)


def test_no_long_lived_key_is_asked_for():
    for name in NAMES:
        text = (FOLDER / f"{name}.yml").read_text()
        assert "AWS_SECRET_ACCESS_KEY" not in text


def test_an_action_of_others_is_named_by_its_commit_which_nobody_can_move():
    steps = [step for name in NAMES for job in load(name)["jobs"].values() for step in _steps(job)]
    used = [step["uses"] for step in steps if "uses" in step]
    assert used
    assert [
        action for action in used if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", action)
    ] == []


def _steps(job: dict[str, Any]) -> list[dict[str, Any]]:
    steps: list[dict[str, Any]] = job.get("steps", [])
    return steps
