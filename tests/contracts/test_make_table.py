"""The operator's way to a DynamoDB table."""

import pytest

from services.adapters import make_table
from services.errors import Unavailable
from services.settings import Settings
from services.vault import open_vault
from tests.ministack import KEY, REGION


@pytest.fixture
def aws(monkeypatch, ministack_client):
    """A real server, where the usual variables say."""
    monkeypatch.setenv("AWS_ENDPOINT_URL_DYNAMODB", ministack_client.meta.endpoint_url)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", KEY)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", KEY)
    monkeypatch.setenv("AWS_DEFAULT_REGION", REGION)


async def test_a_table_made_by_command_holds_a_search(aws, tmp_path):
    settings = Settings(store="dynamodb", table="made-by-command", data=tmp_path)
    assert make_table(settings) == "made-by-command"

    vault = open_vault(settings)
    person = await vault.identity.sign_up("ada@example.org", "seventeen small lanterns", "Ada")
    assert await vault.jobs.cards(person) == []
    vault.close()


def test_a_table_that_is_there_already_is_said_in_words(aws, tmp_path):
    settings = Settings(store="dynamodb", table="made-twice", data=tmp_path)
    make_table(settings)

    with pytest.raises(Unavailable, match="could not be made"):
        make_table(settings)
