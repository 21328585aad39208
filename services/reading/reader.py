"""Reading a person's papers, each in a child process that can harm nothing."""

import asyncio
import base64
import binascii
import json
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from pydantic import ValidationError

from services.errors import Invalid, Unavailable
from services.reading.kinds import check_size
from services.reading.nursery import Nursery
from services.reading.transcript import Transcript
from services.reading.turns import Turns

Progress = Callable[[int, int], None]

MOST_SAID = 16_000_000
"""Bytes that a child may say at once, be it a transcript or a picture."""

_UNREADABLE = (
    "This file could not be read: it is damaged. Please save it once more, as PDF or DOCX."
)
_TOO_LONG = "Reading this file took too long. Please save it in a simpler way, as PDF or DOCX."


class Reader:
    """Reads files of any origin, a few at once and of each person one."""

    def __init__(self, at_once: int = 2, seconds: float = 14) -> None:
        self._turns = Turns(at_once)
        self._seconds = seconds
        self._nursery = Nursery()

    async def read(
        self,
        whose: str,
        name: str,
        data: bytes,
        progress: Progress | None = None,
        seconds: float | None = None,
    ) -> Transcript:
        """Return what the file says, or raise `Invalid` with one sentence on why not.

        Files of one person are read one after the other; `TooMany` says that too many wait. It may
        take more `seconds` than others where nobody waits for it.
        """
        errand = {"name": name, "page": None, "seconds": seconds or self._seconds}
        answer = await self._send(whose, errand, data, progress)
        try:
            return Transcript.model_validate(answer["transcript"])
        except (KeyError, ValidationError):
            raise Invalid(_UNREADABLE) from None

    async def picture(self, whose: str, data: bytes, page: int, width: int = 1000) -> bytes:
        """Return a page of a PDF, or a picture itself, as PNG of that many dots across."""
        errand = {"name": "", "page": page, "width": width, "seconds": self._seconds}
        answer = await self._send(whose, errand, data)
        try:
            return base64.b64decode(answer["picture"], validate=True)
        except (KeyError, binascii.Error):
            raise Invalid(_UNREADABLE) from None

    def close(self) -> None:
        """Let the process end from which the children come."""
        self._nursery.close()

    async def _send(
        self, whose: str, errand: dict[str, Any], data: bytes, progress: Progress | None = None
    ) -> dict[str, Any]:
        check_size(data)
        errand |= {"size": len(data)}
        async with self._turns.turn(whose, len(data)):
            answer = await self._converse(errand, data, progress or (lambda *_: None))
        if "refused" in answer:
            raise Invalid(str(answer["refused"])[:300])
        return answer

    async def _converse(
        self, errand: dict[str, Any], data: bytes, progress: Progress
    ) -> dict[str, Any]:
        hear, tell = await asyncio.open_unix_connection(sock=self._nursery.call(), limit=MOST_SAID)
        child = None
        try:
            child = (await _said(hear)).get("child")
            if child is None:
                raise Unavailable("Files cannot be read just now. Please try again in a moment.")
            # The clock starts only now: a file is not to blame for engines that were loading.
            async with asyncio.timeout(errand["seconds"]):
                tell.write(json.dumps(errand).encode() + b"\n" + data)
                return await _answer(hear, progress)
        except TimeoutError:
            raise Invalid(_TOO_LONG) from None
        finally:
            tell.transport.abort()
            if child is not None:
                # It leads a group of its own, in which are the programs that it started.
                with suppress(ProcessLookupError):
                    os.killpg(child, signal.SIGKILL)


async def _answer(hear: asyncio.StreamReader, progress: Progress) -> dict[str, Any]:
    while True:
        match await _said(hear):
            case {"progress": [int(done), int(pages)]}:
                progress(done, pages)
            case answer:
                return answer


async def _said(hear: asyncio.StreamReader) -> dict[str, Any]:
    """Return what the child says next; nothing if it ended or says what nobody understands."""
    try:
        said = json.loads(await hear.readline())
    except (ConnectionError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}
