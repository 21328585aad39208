"""The places every adapter of the storage port is tried on."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import boto3
import pytest
from botocore.config import Config
from moto import mock_aws

from services.storage.dynamodb import DynamoTable, create_table
from services.storage.sqlite import SqliteTable
from services.storage.table import Table
from tests.doubles import HeldClock
from tests.ministack import KEY, REGION, ministack


def dynamo_client(endpoint: str | None = None) -> Any:
    return boto3.client(
        "dynamodb",
        region_name=REGION,
        endpoint_url=endpoint,
        aws_access_key_id=KEY,
        aws_secret_access_key=KEY,
        config=Config(
            retries={"total_max_attempts": 1}, connect_timeout=2, max_pool_connections=50
        ),
    )


def new_table(client: Any, clock: HeldClock) -> DynamoTable:
    name = f"careervault-{uuid4().hex}"
    create_table(client, name)
    return DynamoTable(client, name, clock)


@pytest.fixture
def clock() -> HeldClock:
    return HeldClock()


@pytest.fixture
def sqlite_table(tmp_path, clock) -> Iterator[Table]:
    table = SqliteTable(tmp_path / "rows.db", clock)
    yield table
    table.close()


@pytest.fixture
def moto_table(clock) -> Iterator[Table]:
    with mock_aws():
        yield new_table(dynamo_client(), clock)


@pytest.fixture(scope="session")
def ministack_client(tmp_path_factory) -> Iterator[Any]:
    with ministack(tmp_path_factory.mktemp("ministack")) as address:
        yield dynamo_client(address)


@pytest.fixture
def ministack_table(ministack_client, clock) -> Table:
    return new_table(ministack_client, clock)


@pytest.fixture
def closed_sqlite_table(sqlite_table) -> Table:
    sqlite_table.close()
    return sqlite_table


@pytest.fixture
def deaf_dynamo_table(clock) -> Table:
    return DynamoTable(dynamo_client("http://127.0.0.1:9"), "careervault", clock)


@pytest.fixture(params=["sqlite_table", "ministack_table"])
def shared_table(request):
    """Where writers race or rows are many: moto lets two writers win, and takes its time."""
    return request.getfixturevalue(request.param)
