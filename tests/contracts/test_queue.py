"""What every `Queue` promises."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

import pytest

from services.clock import utc_now
from services.errors import Unavailable
from services.queue.local import LocalQueue
from services.queue.queue import Queue
from services.queue.sqs import SqsQueue
from tests.contracts.conftest import aws_client

LEASE, SHORT = timedelta(seconds=30), timedelta(seconds=1)
BODY = {"owner": "ada", "ask": {"kind": "letter", "notes": "Grüße, 東京"}}


@pytest.fixture
def local_queue(sqlite_table) -> Queue:
    return LocalQueue(sqlite_table, utc_now)


@pytest.fixture
def sqs_queue(ministack_client) -> Queue:
    client = aws_client("sqs", ministack_client.meta.endpoint_url)
    return SqsQueue(client, client.create_queue(QueueName=f"work-{uuid4().hex}")["QueueUrl"])


@pytest.fixture
def task_queue(account) -> Iterator[Queue]:
    """The queue that the template made, as the task role may use it."""
    yield SqsQueue(account.task("sqs"), account.outputs["Work"])
    account.client("sqs").purge_queue(QueueUrl=account.outputs["Work"])


@pytest.fixture(params=["local_queue", "sqs_queue", "task_queue"])
def queue(request) -> Queue:
    return request.getfixturevalue(request.param)


@pytest.fixture
def closed_local_queue(closed_sqlite_table) -> Queue:
    return LocalQueue(closed_sqlite_table, utc_now)


@pytest.fixture
def deaf_sqs_queue() -> Queue:
    return SqsQueue(aws_client("sqs", "http://127.0.0.1:9"), "http://127.0.0.1:9/work")


@pytest.fixture(params=["closed_local_queue", "deaf_sqs_queue"])
def queue_out_of_reach(request) -> Queue:
    return request.getfixturevalue(request.param)


async def test_what_was_put_is_taken_as_it_was(queue):
    await queue.put(BODY)
    work = await queue.take(LEASE)
    assert (work.body, work.tries) == (BODY, 1)


async def test_where_nothing_is_due_nothing_is_taken(queue):
    assert await queue.take(LEASE) is None
    await queue.put(BODY, timedelta(minutes=10))
    assert await queue.take(LEASE) is None


async def test_work_is_due_once_its_time_has_come(queue):
    await queue.put(BODY, timedelta(seconds=3))
    assert await queue.take(LEASE) is None
    await asyncio.sleep(3.3)
    assert (await queue.take(LEASE)).body == BODY


async def test_nobody_else_is_given_it_during_the_lease(queue):
    await queue.put(BODY)
    assert await queue.take(LEASE) is not None
    assert await queue.take(LEASE) is None


async def test_what_a_dead_worker_held_is_handed_out_again(queue):
    await queue.put(BODY)
    await queue.take(SHORT)
    await asyncio.sleep(1.3)
    work = await queue.take(LEASE)
    assert (work.body, work.tries) == (BODY, 2)


async def test_what_is_done_is_gone_and_may_be_done_twice(queue):
    await queue.put(BODY)
    work = await queue.take(SHORT)
    await queue.done(work)
    await queue.done(work)
    await asyncio.sleep(1.3)
    assert await queue.take(LEASE) is None


async def test_workers_at_once_are_given_different_work(queue):
    for number in range(8):
        await queue.put({"number": number})
    taken = await asyncio.gather(*(queue.take(LEASE) for _ in range(8)))
    numbers = [work.body["number"] for work in taken if work]
    assert len(numbers) == len(set(numbers)) > 0


async def test_a_queue_that_cannot_be_reached_says_so(queue_out_of_reach):
    for asking in (queue_out_of_reach.put(BODY), queue_out_of_reach.take(LEASE)):
        with pytest.raises(Unavailable):
            await asking
