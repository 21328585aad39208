"""What is taken along as a file: papers, each read again first, and conversations."""

from typing import Annotated
from urllib.parse import quote

import orjson
from fastapi import APIRouter, Path, Response

from app.papers import Number, ResumeId, download
from app.visitor import Services, Visitor
from services.advice.exports import Exported, Form
from services.assistant.transcript import transcript
from services.parsing.curriculum import Curriculum
from services.vault import Vault

router = APIRouter(include_in_schema=False)

JobId = Annotated[str, Path(max_length=40)]
ChatId = Annotated[str, Path(max_length=40)]

_MOST_LINES = 8
_LONGEST = 90


@router.get("/papers/letters/{job}.{form}")
async def letter(job: JobId, form: Form, visitor: Visitor, vault: Services) -> Response:
    """The letter that was last kept for a job, under the name of the resume that goes with it."""
    sender = await _sender(vault, visitor.person, job)
    return _answer(await vault.exports.letter(visitor.person, job, form, sender))


@router.get("/papers/{resume}/{number}/resume.{form}")
async def resume(
    resume: ResumeId, number: Number, form: Form, visitor: Visitor, vault: Services
) -> Response:
    """A version of a resume, set anew."""
    return _answer(await vault.exports.resume(visitor.person, resume, number, form))


@router.get("/exports/conversations/{chat}.md")
async def conversation(chat: ChatId, visitor: Visitor, vault: Services) -> Response:
    """A conversation, in Markdown."""
    head = await vault.conversations.get(visitor.person, chat)
    written = transcript(head, await vault.talks.messages(visitor.person, chat))
    return download(written.data, written.name)


async def _sender(vault: Vault, owner: str, job: str) -> Curriculum | None:
    key = (await vault.jobs.get(owner, job)).resume
    found = await vault.resumes.find(owner, key)
    every = await vault.resumes.every(owner)
    if found is None and not every:
        return None
    resume, version = found or (every[0], every[0].find())
    return (await vault.resumes.contents(owner, resume.id, version.number)).curriculum


def _answer(made: Exported) -> Response:
    """Answer the file; what a program misses in it travels beside it, for the screen to say."""
    missed = [line[:_LONGEST] for line in (*made.lost, *made.left_out)]
    more = len(missed) - _MOST_LINES
    told = [*missed[:_MOST_LINES], *([f"and {more} more"] if more > 0 else [])]
    response = download(made.data, made.name)
    response.headers["x-careervault-proof"] = quote(orjson.dumps(told))
    return response
