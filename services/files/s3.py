"""Files in an S3 bucket: `person/<owner>/<name>`."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from botocore.exceptions import BotoCoreError, ClientError

from services.errors import Conflict, Invalid, NotFound, Unavailable
from services.files.files import can_name

_T = TypeVar("_T")

_TAKEN = {"PreconditionFailed", "ConditionalRequestConflict"}
_TRIES = 3


class S3Files:
    """`Files` in a bucket, which says how they are encrypted; `client` is boto3's low-level one."""

    def __init__(self, client: Any, bucket: str) -> None:
        self._client = client
        self._bucket = bucket

    async def put(self, owner: str, name: str, data: bytes) -> None:
        if not can_name(owner, name):
            raise Invalid("There can be nothing by that name.")
        for _ in range(_TRIES):
            try:
                return await _run(lambda: self._put(_key(owner, name), data))
            except Conflict:
                # It may be our own, from a request whose answer was lost.
                if await self._holds(owner, name, data):
                    return None
        raise Unavailable

    async def get(self, owner: str, name: str) -> bytes:
        if not can_name(owner, name):
            raise NotFound
        return await _run(lambda: self._get(_key(owner, name)))

    async def delete(self, owner: str, name: str) -> None:
        if can_name(owner, name):
            at = {"Bucket": self._bucket, "Key": _key(owner, name)}
            await _run(lambda: self._client.delete_object(**at))

    async def names(self, owner: str) -> dict[str, datetime]:
        return await _run(lambda: self._names(_key(owner, ""))) if can_name(owner) else {}

    async def _holds(self, owner: str, name: str, data: bytes) -> bool:
        """Tell whether these bytes are there; raise `Conflict` if others are."""
        try:
            held = await self.get(owner, name)
        except NotFound:
            return False
        if held != data:
            raise Conflict
        return True

    def _put(self, key: str, data: bytes) -> None:
        self._client.put_object(
            Bucket=self._bucket,
            Key=key,
            Body=data,
            ContentType="application/octet-stream",
            IfNoneMatch="*",
        )

    def _get(self, key: str) -> bytes:
        data: bytes = self._client.get_object(Bucket=self._bucket, Key=key)["Body"].read()
        return data

    def _names(self, prefix: str) -> dict[str, datetime]:
        pages = self._client.get_paginator("list_objects_v2").paginate(
            Bucket=self._bucket, Prefix=prefix
        )
        found = (file for page in pages for file in page.get("Contents", []))
        return {file["Key"].removeprefix(prefix): file["LastModified"] for file in found}


async def _run(work: Callable[[], _T]) -> _T:
    try:
        return await asyncio.to_thread(work)
    except ClientError as error:
        code = error.response["Error"]["Code"]
        if code in _TAKEN:
            raise Conflict from None
        if code == "NoSuchKey":
            raise NotFound from None
        raise Unavailable from error
    except BotoCoreError as error:
        raise Unavailable from error


def _key(owner: str, name: str) -> str:
    return f"person/{owner}/{name}"
