"""What each environment gives the templates."""

import pytest

from tests.infra.templates import ENVIRONMENTS, NAMES, load, parameters

PROVIDER = {"Address", "PageDomain", "Provider", "ProviderIssuer", "ProviderClientId"}
GIVEN_AT_THE_DEPLOYMENT = PROVIDER | {
    "Image",
    "Certificate",
    "RestoredTable",
    "AlarmEmail",
    "Domain",
    "Gemini",
}


@pytest.mark.parametrize("environment", ENVIRONMENTS)
@pytest.mark.parametrize("name", NAMES)
def test_an_environment_gives_what_the_template_asks_for_and_nothing_else(environment, name):
    given, known = parameters(environment)[name], load(name)["Parameters"]
    assert set(given) == set(known) - GIVEN_AT_THE_DEPLOYMENT
    for key, value in given.items():
        allowed = known[key].get("AllowedValues", [value])
        assert value in map(str, allowed)


def test_production_loses_nothing_when_a_zone_or_a_task_does():
    production = parameters("production")
    assert production["network"]["NatGateways"] == "two"
    assert int(production["app"]["MinTasks"]) >= 2
    assert production["data"]["DeletionProtection"] == "true"


def test_only_development_sleeps():
    sleeping = [each for each in ENVIRONMENTS if parameters(each)["app"]["SleepsAtNight"] == "true"]
    assert sleeping == ["development"]
