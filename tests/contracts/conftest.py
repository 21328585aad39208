"""The places every adapter of the storage and the files port is tried on."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from moto import mock_aws

from services.files.files import Files
from services.files.folder import FolderFiles
from services.files.s3 import S3Files
from services.storage.dynamodb import DynamoTable, create_table
from services.storage.sqlite import SqliteTable
from services.storage.table import Table
from tests.aws import aws_client
from tests.doubles import HeldClock
from tests.ministack import REGION


def dynamo_client(endpoint: str | None = None) -> Any:
    return aws_client("dynamodb", endpoint)


def new_table(client: Any, clock: HeldClock) -> DynamoTable:
    name = f"careervault-{uuid4().hex}"
    create_table(client, name)
    return DynamoTable(client, name, clock)


@pytest.fixture
def clock() -> HeldClock:
    """Held at today: DynamoDB removes what its own clock says has expired, whenever it likes."""
    return HeldClock(datetime.now(UTC).replace(microsecond=0))


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
def ministack_client(aws_address) -> Any:
    return dynamo_client(aws_address)


@pytest.fixture
def ministack_table(ministack_client, clock) -> Table:
    return new_table(ministack_client, clock)


@pytest.fixture
def task_table(account, clock) -> Iterator[Table]:
    """The table that the template made, as the task role may use it."""
    yield DynamoTable(account.task("dynamodb"), account.outputs["Table"], clock)
    account.clear()


@pytest.fixture
def closed_sqlite_table(sqlite_table) -> Table:
    sqlite_table.close()
    return sqlite_table


@pytest.fixture
def deaf_dynamo_table(clock) -> Table:
    return DynamoTable(dynamo_client("http://127.0.0.1:9"), "careervault", clock)


@pytest.fixture(params=["sqlite_table", "moto_table", "ministack_table", "task_table"])
def table(request):
    return request.getfixturevalue(request.param)


@pytest.fixture(params=["closed_sqlite_table", "deaf_dynamo_table"])
def table_out_of_reach(request):
    return request.getfixturevalue(request.param)


@pytest.fixture(params=["sqlite_table", "ministack_table", "task_table"])
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
def task_files(account) -> Iterator[Files]:
    """The bucket that the template made, as the task role may use it."""
    yield S3Files(account.task("s3"), account.outputs["Papers"])
    account.clear()


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


@pytest.fixture(params=["folder_files", "ministack_files", "task_files"])
def shared_files(request):
    """Where writers race: moto has no threads to speak of."""
    return request.getfixturevalue(request.param)
