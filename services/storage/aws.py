"""The way to a real DynamoDB: the client, and the table made or opened with it."""

from collections.abc import Callable
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from services.clock import Clock
from services.errors import Unavailable
from services.storage.dynamodb import DynamoTable, create_table


def open_table(name: str, now: Clock) -> tuple[DynamoTable, Callable[[], None]]:
    """Return the table of this name and how to leave it; `AWS_…` variables say where it is."""
    client = _client()
    return DynamoTable(client, name, now), client.close


def make_table(name: str) -> None:
    """Make the table, or raise `Unavailable` saying why it cannot be made."""
    try:
        create_table(_client(), name)
    except (BotoCoreError, ClientError) as error:
        raise Unavailable(f"The table could not be made: {error}") from error


def _client() -> Any:
    # As many connections as threads that may use them, and no endless waiting.
    retries = {"mode": "standard", "total_max_attempts": 3}
    config = Config(max_pool_connections=50, connect_timeout=3, read_timeout=5, retries=retries)
    try:
        return boto3.client("dynamodb", config=config)
    except BotoCoreError as error:
        raise Unavailable(f"DynamoDB cannot be used: {error}") from error
