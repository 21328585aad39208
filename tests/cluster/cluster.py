"""Several tasks of CareerVault over one DynamoDB table and one bucket, behind a load balancer."""

import contextlib
import os
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3
import orjson

from services.storage.dynamodb import create_table
from services.storage.table import Row
from tests.cluster.balancer import Balancer
from tests.ministack import KEY, REGION, ministack
from tests.server import Server

NAME = "careervault-cluster"
TASKS = 2
DRAINING = 1.0
"""Seconds that a task goes on without new visitors before it is stopped; AWS gives it 30."""


@dataclass
class Cluster:
    """The tasks by their names, and who stands in front of them."""

    tasks: dict[str, Server]
    balancer: Balancer

    @property
    def url(self) -> str:
        """Return where visitors come in."""
        return self.balancer.url

    def replace(self, name: str) -> None:
        """Put a new task in an old one's place, as a deployment does."""
        self.balancer.take_out(name)
        time.sleep(DRAINING)
        self.tasks[name].stop()
        self.tasks[name].start()
        self.balancer.take_in(name)

    def revive(self, name: str) -> None:
        """Start a task that died, and wait until it gets visitors again."""
        self.tasks[name].start()
        self.balancer.take_in(name)

    def rows(self) -> list[Row]:
        """Return every row there is."""
        pages = _client("dynamodb").get_paginator("scan").paginate(TableName=NAME)
        items = [item for page in pages for item in page["Items"]]
        return [
            Row(item["pk"]["S"], item["sk"]["S"], orjson.loads(item["d"]["S"]), int(item["v"]["N"]))
            for item in items
        ]


@contextlib.contextmanager
def cluster() -> Iterator[Cluster]:
    """Run everything until the block ends."""
    with tempfile.TemporaryDirectory() as given:
        folder = Path(given)
        with ministack(folder) as address, _at(address):
            _make_places()
            settings = {
                "store": "dynamodb",
                "table": NAME,
                "files": "s3",
                "bucket": NAME,
                "secret": "the same for every task",
                "language": "fake",
                "proxies": "127.0.0.1",
            }
            names = [f"task{number}" for number in range(1, TASKS + 1)]
            tasks = {name: Server(folder / name, **settings) for name in names}
            for task in tasks.values():
                task.start()
            balancer = Balancer(folder, {name: task.port for name, task in tasks.items()})
            try:
                with balancer.running():
                    yield Cluster(tasks, balancer)
            finally:
                for task in tasks.values():
                    task.stop()


@contextlib.contextmanager
def _at(address: str) -> Iterator[None]:
    """Let this process and those it starts find AWS at this address."""
    found = {
        "AWS_ENDPOINT_URL": address,
        "AWS_DEFAULT_REGION": REGION,
        "AWS_ACCESS_KEY_ID": KEY,
        "AWS_SECRET_ACCESS_KEY": KEY,
    }
    before = dict(os.environ)
    os.environ.update(found)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _make_places() -> None:
    create_table(_client("dynamodb"), NAME)
    _client("s3").create_bucket(
        Bucket=NAME, CreateBucketConfiguration={"LocationConstraint": REGION}
    )


def _client(service: str) -> Any:
    return boto3.client(service)
