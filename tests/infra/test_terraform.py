"""The Terraform module, which puts the same templates in their places."""

import re

import pytest

from tests.infra.templates import ENVIRONMENTS, INFRA, NAMES, load

MODULE = INFRA / "terraform"
TEXT = "\n".join(path.read_text() for path in sorted(MODULE.glob("*.tf")))


@pytest.mark.parametrize("name", NAMES)
def test_each_template_is_put_there_as_it_is(name):
    assert f'template_body = file("${{path.module}}/../{name}.yaml")' in TEXT
    assert f"local.parameters.{name}" in TEXT


def test_what_is_given_besides_the_parameter_files_is_asked_for():
    given = re.search(r"merge\(local\.parameters\.app, \{(.*?)\}\)", TEXT, re.DOTALL).group(1)
    names = set(re.findall(r"^\s+(\w+)\s+=", given, re.MULTILINE))
    assert names <= set(load("app")["Parameters"])


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_each_environment_has_its_variables(environment):
    told = (MODULE / f"{environment}.tfvars").read_text()
    assert f'environment = "{environment}"' in told
    assert set(re.findall(r"^(\w+)", told, re.MULTILINE)) <= set(
        re.findall(r'^variable "(\w+)"', TEXT, re.MULTILINE)
    )


def test_what_people_entrusted_cannot_be_destroyed_by_a_plan():
    data = TEXT[TEXT.index('"aws_cloudformation_stack" "data"') :]
    assert "prevent_destroy = true" in data[: data.index("\n}\n")]
