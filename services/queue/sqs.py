"""Work in an SQS queue."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import orjson
from botocore.exceptions import BotoCoreError, ClientError

from services.errors import Unavailable
from services.queue.queue import Work

_GONE = "ReceiptHandleIsInvalid"
_COUNT = "ApproximateReceiveCount"


class SqsQueue:
    """A `Queue` in the cloud; `client` is boto3's low-level one, `url` names the queue."""

    def __init__(self, client: Any, url: str) -> None:
        self._client = client
        self._url = url

    async def put(self, body: dict[str, Any], after: timedelta = timedelta(0)) -> None:
        text, delay = orjson.dumps(body).decode(), int(after.total_seconds())
        await self._call("send_message", MessageBody=text, DelaySeconds=delay)

    async def take(self, lease: timedelta) -> Work | None:
        answer = await self._call(
            "receive_message",
            MaxNumberOfMessages=1,
            VisibilityTimeout=int(lease.total_seconds()),
            AttributeNames=[_COUNT],
        )
        for message in answer.get("Messages", []):
            tries = int(message["Attributes"][_COUNT])
            return Work(orjson.loads(message["Body"]), tries, message["ReceiptHandle"])
        return None

    async def done(self, work: Work) -> None:
        try:
            await self._call("delete_message", ReceiptHandle=work.receipt)
        except Unavailable as problem:
            if not _says_gone(problem.__cause__):
                raise

    async def _call(self, operation: str, **arguments: Any) -> dict[str, Any]:
        method: Callable[..., dict[str, Any]] = getattr(self._client, operation)
        try:
            return await asyncio.to_thread(method, QueueUrl=self._url, **arguments)
        except (BotoCoreError, ClientError) as error:
            raise Unavailable from error


def _says_gone(error: BaseException | None) -> bool:
    return isinstance(error, ClientError) and error.response["Error"]["Code"] == _GONE
