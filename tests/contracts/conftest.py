"""The places every adapter of the storage and the files port is tried on."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import boto3
import pytest
from botocore.config import Config
from moto import mock_aws

from services.files.files import Files
from services.files.folder import FolderFiles
from services.files.s3 import S3Files
from services.storage.dynamodb import DynamoTable, create_table
from services.storage.sqlite import SqliteTable
from services.storage.table import Table
from tests.contracts.identity.lobby import CognitoPool, make_pool
from tests.doubles import HeldClock
from tests.ministack import KEY, REGION, ministack


def dynamo_client(endpoint: str | None = None) -> Any:
    return aws_client("dynamodb", endpoint)


def aws_client(service: str, endpoint: str | None = None) -> Any:
    return boto3.client(
        service,
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


@pytest.fixture(scope="session")
def cognito_pool(ministack_client) -> CognitoPool:
    return make_pool(aws_client("cognito-idp", ministack_client.meta.endpoint_url))


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


def new_files(client: Any) -> S3Files:
    bucket = f"careervault-{uuid4().hex}"
    client.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": REGION})
    return S3Files(client, bucket)


@pytest.fixture
def folder_files(tmp_path) -> Files:
    return FolderFiles(tmp_path / "files")


@pytest.fixture
def moto_files() -> Iterator[Files]:
    with mock_aws():
        yield new_files(aws_client("s3"))


@pytest.fixture
def ministack_files(ministack_client) -> Files:
    return new_files(aws_client("s3", ministack_client.meta.endpoint_url))


@pytest.fixture
def lost_folder_files(folder_files, tmp_path) -> Files:
    (tmp_path / "files").rename(tmp_path / "elsewhere")
    return folder_files


@pytest.fixture
def deaf_s3_files() -> Files:
    return S3Files(aws_client("s3", "http://127.0.0.1:9"), "careervault")


@pytest.fixture
def missing_bucket_files(ministack_client) -> Files:
    return S3Files(aws_client("s3", ministack_client.meta.endpoint_url), "careervault-nowhere")


@pytest.fixture(params=["folder_files", "ministack_files"])
def shared_files(request):
    """Where writers race: moto has no threads to speak of."""
    return request.getfixturevalue(request.param)
