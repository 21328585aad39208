"""Where the browser sends files, and hears how far the reading of them is."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Query, Request
from fastapi.responses import StreamingResponse

from app.visitor import Services, Visitor, find_visitor, signed_in
from services.errors import NotFound, VaultError
from services.resumes.adding import Added
from services.resumes.resumes import Resumes

router = APIRouter(include_in_schema=False)

FileName = Annotated[str, Query(min_length=1, max_length=500)]
ResumeId = Annotated[str | None, Query(max_length=40)]


@router.post("/uploads/resumes")
async def upload_resume(
    request: Request, visitor: Visitor, vault: Services, name: FileName, resume: ResumeId = None
) -> StreamingResponse:
    """Take a file as the body, and answer events: pages read so far, then the outcome.

    A browser that goes away stops the reading.
    """
    if resume is not None and (await vault.resumes.get(visitor.person, resume)).trashed:
        raise NotFound("This resume is in the trash. Please restore it first.")
    data = await request.body()
    # A body may take its time, and whoever sent it may be gone for good by now.
    await signed_in(await find_visitor(request, vault))
    # A stream of events is never held back to be compressed.
    return StreamingResponse(
        _told(vault.resumes, visitor.person, name, data, resume), media_type="text/event-stream"
    )


async def _told(
    resumes: Resumes, owner: str, name: str, data: bytes, resume: str | None
) -> AsyncIterator[bytes]:
    pages: asyncio.Queue[tuple[int, int]] = asyncio.Queue()
    reading = asyncio.create_task(
        resumes.add(owner, name, data, resume=resume, progress=lambda *at: pages.put_nowait(at))
    )
    try:
        async for done, of in _until(reading, pages):
            yield _event({"done": done, "of": of})
        yield _event(_outcome(await reading))
    except VaultError as problem:
        yield _event({"problem": str(problem)})
    finally:
        reading.cancel()
        # Shielded: who goes away is told so again and again, and what is taken back must be whole.
        with contextlib.suppress(asyncio.CancelledError, VaultError):
            await asyncio.shield(reading)


async def _until(
    reading: asyncio.Task[Added], pages: asyncio.Queue[tuple[int, int]]
) -> AsyncIterator[tuple[int, int]]:
    """Yield what is put into the queue until the task has ended."""
    while True:
        page = asyncio.create_task(pages.get())
        try:
            await asyncio.wait({page, reading}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            page.cancel()
        if not page.done():
            return
        yield page.result()


def _outcome(added: Added) -> dict[str, Any]:
    return {"resume": added.resume.id, "number": added.number, "new": added.is_new}


def _event(fact: dict[str, Any]) -> bytes:
    return b"data: " + orjson.dumps(fact) + b"\n\n"
