"""Rows in a DynamoDB table."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Collection
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from botocore.exceptions import BotoCoreError, ClientError

from services.clock import Clock, utc_now
from services.errors import Conflict, Unavailable
from services.storage.rows import can_stand, check, decode, epoch, place
from services.storage.table import Delete, Place, Put, Row

_TRIES = 6
_BATCH = 100
"""The most rows that one request may ask for."""

_FIRST_WAIT = 0.05
_REFUSED = "ConditionalCheckFailed"
_PASSING = {
    "InternalServerError",
    "ProvisionedThroughputExceeded",
    "ProvisionedThroughputExceededException",
    "RequestLimitExceeded",
    "ThrottlingError",
    "ThrottlingException",
    "TransactionConflict",
    "TransactionConflictException",
    "TransactionInProgressException",
}


class DynamoTable:
    """A `Table` in the cloud; `client` is boto3's low-level one."""

    def __init__(
        self,
        client: Any,
        name: str,
        now: Clock = utc_now,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._client = client
        self._name = name
        self._now = now
        self._sleep = sleep
        self._chance = chance

    async def get(self, partition: str, sort: str) -> Row | None:
        if not can_stand(partition, sort):
            return None
        answer = await self._call(
            "get_item", TableName=self._name, Key=_key(partition, sort), ConsistentRead=True
        )
        found = self._alive([answer["Item"]] if "Item" in answer else [])
        return next(map(_row, found), None)

    async def query(self, partition: str, prefix: str = "") -> list[Row]:
        if not can_stand(partition, prefix or "any"):
            return []
        found = await self._items("query", **_question(partition, prefix))
        return [_row(item) for item in found]

    async def partitions(self, prefix: str) -> list[str]:
        found = await self._items(
            "scan",
            FilterExpression="begins_with(pk, :p)",
            ExpressionAttributeValues={":p": {"S": prefix}},
            ProjectionExpression="pk, x",
        )
        return sorted({item["pk"]["S"] for item in found})

    async def glance(self, places: Collection[Place]) -> dict[Place, Row]:
        wanted = [place for place in dict.fromkeys(places) if can_stand(*place)]
        batches = [wanted[at : at + _BATCH] for at in range(0, len(wanted), _BATCH)]
        rows = [row for found in await asyncio.gather(*map(self._batch, batches)) for row in found]
        return {(row.partition, row.sort): row for row in rows}

    async def commit(self, *writes: Put | Delete) -> None:
        checked = check(writes)
        if not checked:
            return
        # A single write is a transaction too: only its token keeps a repeated request, after a
        # lost answer, from being refused by the row it wrote itself.
        await self._call(
            "transact_write_items",
            TransactItems=[self._action(write, text) for write, text in checked],
            ClientRequestToken=uuid4().hex,
        )

    async def _batch(self, places: list[Place]) -> list[Row]:
        keys, rows = [_key(*place) for place in places], list[Row]()
        for tried in range(1, _TRIES + 1):
            # Not consistent: half the price, and `glance` promises no more.
            answer = await self._call("batch_get_item", RequestItems={self._name: {"Keys": keys}})
            rows += map(_row, self._alive(answer["Responses"].get(self._name, [])))
            left = answer.get("UnprocessedKeys", {}).get(self._name)
            if not left:
                return rows
            keys = left["Keys"]
            await self._sleep(_FIRST_WAIT * 2**tried * self._chance())
        raise _Busy

    def _action(self, write: Put | Delete, text: str) -> dict[str, Any]:
        expected = write.row.version if isinstance(write, Put) else write.version
        condition = self._condition(expected)
        if isinstance(write, Put):
            return {"Put": {"TableName": self._name, "Item": _item(write.row, text), **condition}}
        return {"Delete": {"TableName": self._name, "Key": _key(*place(write)), **condition}}

    def _condition(self, expected: int) -> dict[str, Any]:
        second = {":now": {"N": str(self._second())}}
        if expected == 0:
            return {
                "ConditionExpression": "attribute_not_exists(pk) OR x <= :now",
                "ExpressionAttributeValues": second,
            }
        return {
            "ConditionExpression": "v = :v AND (attribute_not_exists(x) OR x > :now)",
            "ExpressionAttributeValues": {":v": {"N": str(expected)}, **second},
        }

    async def _items(self, operation: str, **question: Any) -> list[dict[str, Any]]:
        """Return what all pages of an answer hold."""
        items: list[dict[str, Any]] = []
        while True:
            page = await self._call(
                operation, TableName=self._name, ConsistentRead=True, **question
            )
            items += self._alive(page["Items"])
            if "LastEvaluatedKey" not in page:
                return items
            question["ExclusiveStartKey"] = page["LastEvaluatedKey"]

    def _alive(self, items: list[dict[str, Any]]) -> list[dict[str, Any]]:
        # DynamoDB removes expired rows hours late, so we look at the clock ourselves.
        second = self._second()
        return [item for item in items if "x" not in item or int(item["x"]["N"]) > second]

    def _second(self) -> int:
        return int(self._now().timestamp())

    async def _call(self, operation: str, **arguments: Any) -> dict[str, Any]:
        for tried in range(1, _TRIES):
            try:
                return await self._call_once(operation, arguments)
            except _Busy:
                await self._sleep(_FIRST_WAIT * 2**tried * self._chance())
        return await self._call_once(operation, arguments)

    async def _call_once(self, operation: str, arguments: dict[str, Any]) -> dict[str, Any]:
        method: Callable[..., dict[str, Any]] = getattr(self._client, operation)
        try:
            return await asyncio.to_thread(method, **arguments)
        except ClientError as error:
            reasons = _reasons(error)
            if _REFUSED in reasons:
                raise Conflict from None
            if reasons & _PASSING:
                raise _Busy from error
            raise Unavailable from error
        except BotoCoreError as error:
            raise Unavailable from error


class _Busy(Unavailable):
    """The storage is very busy. Please try again in a moment."""


def _reasons(error: ClientError) -> set[str]:
    reasons = error.response.get("CancellationReasons", [])
    return {error.response["Error"]["Code"], *(reason.get("Code", "") for reason in reasons)}


def _key(partition: str, sort: str) -> dict[str, Any]:
    return {"pk": {"S": partition}, "sk": {"S": sort}}


def _question(partition: str, prefix: str) -> dict[str, Any]:
    condition, values = "pk = :p", {":p": {"S": partition}}
    if prefix:
        condition, values[":s"] = "pk = :p AND begins_with(sk, :s)", {"S": prefix}
    return {"KeyConditionExpression": condition, "ExpressionAttributeValues": values}


def _item(row: Row, text: str) -> dict[str, Any]:
    item = {**_key(row.partition, row.sort), "v": {"N": str(row.version + 1)}, "d": {"S": text}}
    second = epoch(row)
    return item if second is None else {**item, "x": {"N": str(second)}}


def _row(item: dict[str, Any]) -> Row:
    until = datetime.fromtimestamp(int(item["x"]["N"]), UTC) if "x" in item else None
    version = int(item["v"]["N"])
    return Row(item["pk"]["S"], item["sk"]["S"], decode(item["d"]["S"]), version, until)


def create_table(client: Any, name: str) -> None:
    """Make the table `DynamoTable` expects, paid by use, and wait until it is there."""
    client.create_table(
        TableName=name,
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[
            {"AttributeName": "pk", "AttributeType": "S"},
            {"AttributeName": "sk", "AttributeType": "S"},
        ],
        KeySchema=[
            {"AttributeName": "pk", "KeyType": "HASH"},
            {"AttributeName": "sk", "KeyType": "RANGE"},
        ],
    )
    client.get_waiter("table_exists").wait(TableName=name, WaiterConfig={"Delay": 1})
    client.update_time_to_live(
        TableName=name, TimeToLiveSpecification={"Enabled": True, "AttributeName": "x"}
    )
