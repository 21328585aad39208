"""The templates as they are, and as far as a server on this machine can deploy them."""

import json
from pathlib import Path
from typing import Any

import yaml

INFRA = Path(__file__).parents[2] / "infra"
NAMES = ("network", "data", "app")
ENVIRONMENTS = ("development", "staging", "production")
NOT_HERE = {
    "AWS::ApplicationAutoScaling::ScalableTarget",
    "AWS::ApplicationAutoScaling::ScalingPolicy",
    "AWS::Backup::BackupSelection",
    "AWS::EC2::FlowLog",
    # It refuses plain HTTP, which is what is spoken here; a test of its own sees it do so.
    "AWS::S3::BucketPolicy",
}
"""What is not deployed here; tests of the templates' text say what is wanted of these."""

Template = dict[str, Any]


class _Tags(yaml.SafeLoader):
    """Reads CloudFormation's short forms as the long ones they stand for."""


def _long(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> dict[str, Any]:
    if isinstance(node, yaml.ScalarNode):
        value: Any = loader.construct_scalar(node)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        value = loader.construct_mapping(node, deep=True)
    if suffix == "GetAtt":
        value = value.split(".", 1)
    return {suffix if suffix in {"Ref", "Condition"} else f"Fn::{suffix}": value}


_Tags.add_multi_constructor("!", _long)


def load(name: str) -> Template:
    """Return the template of this name."""
    template: Template = yaml.load((INFRA / f"{name}.yaml").read_text(), _Tags)  # noqa: S506
    return template


def parameters(environment: str) -> dict[str, dict[str, str]]:
    """Return what the environment gives each template."""
    given: dict[str, dict[str, str]] = json.loads(
        (INFRA / "parameters" / f"{environment}.json").read_text()
    )
    return given


def deployable(name: str) -> str:
    """Return the template without what cannot be deployed here, as JSON."""
    template = load(name)
    if name == "app":
        # It reads no number out of a parameter here, and there is nothing to run containers with.
        template["Resources"]["Service"]["Properties"]["DesiredCount"] = 0
    template["Resources"] = {
        key: resource
        for key, resource in template["Resources"].items()
        if resource["Type"] not in NOT_HERE
    }
    return json.dumps(template)


def resources(name: str, kind: str) -> dict[str, Any]:
    """Return the template's resources of a type, by their names."""
    return {
        key: resource
        for key, resource in load(name)["Resources"].items()
        if resource["Type"] == f"AWS::{kind}"
    }


def only(name: str, kind: str) -> Any:
    """Return the properties of the one resource of a type."""
    [resource] = resources(name, kind).values()
    return resource["Properties"]
