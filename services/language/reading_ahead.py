"""Reading a stream in a task of its own."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from typing import TypeVar

T = TypeVar("T")


async def read_ahead(source: AsyncIterator[T]) -> AsyncGenerator[T, None]:
    """Yield what the source does; whoever stops early ends the source before anything else.

    A library's stream is often made of generators inside generators. Closing the outermost leaves
    the others to the garbage collector, and the connection open until then; a cancelled task
    unwinds them all, from the innermost wait outwards.
    """
    read: asyncio.Queue[tuple[T] | None] = asyncio.Queue()

    async def fetch() -> None:
        try:
            async for each in source:
                read.put_nowait((each,))
        finally:
            read.put_nowait(None)

    task = asyncio.create_task(fetch())
    try:
        while found := await read.get():
            yield found[0]
        await task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
