"""Advice at the REST door: what a model writes, beside what is counted without one."""

from collections.abc import AsyncIterator
from contextlib import aclosing
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Path, Response, UploadFile
from starlette.responses import Response as PlainResponse

from app.api.ai_shapes import (
    AdviceShape,
    Analysed,
    Chosen,
    ConsentShape,
    Pasted,
    SpendingShape,
    advice_shape,
)
from app.api.paper_shapes import AddedResume, match_shape, resume_shape
from app.api.shapes import answer
from app.papers import download
from app.stream import EVENTS, event, events
from app.visitor import Caller, Services, Writer
from services.advice.advice import Price
from services.advice.ask import Ask, Kind
from services.advice.edits import Edit
from services.advice.exports import Form as FileForm
from services.advice.update import Update
from services.errors import VaultError
from services.vault import Vault

router = APIRouter(tags=["ai"])

Key = Annotated[str, Path(max_length=64, description="The `key` of an advice.")]
Id = Annotated[str, Path(max_length=40, description="The `id` of a job.")]
Posting = Annotated[str, Form(max_length=80_000, description="The posting, as text.")]
Paper = Annotated[UploadFile, File(description="PDF, DOCX, PNG, JPEG, WebP or text, to 10 MB.")]


@router.post("/ai/analyze-resume-file", response_model=Analysed)
async def analyze_resume_file(
    caller: Writer, vault: Services, resume_file: Paper, job_description: Posting = ""
) -> Response:
    """Hold a file against a posting. The file is not kept, and without a model it is counted alone.

    Advice whose server dies is written by another: asked the same again, it is there at once.
    """
    name, data = resume_file.filename or "resume", await resume_file.read()
    posting = Pasted.check({"job_description": job_description}).job_description
    transcript = await vault.reader.read(caller.owner, name, data)
    coverage = await vault.matches.compare(caller.owner, transcript, posting)
    ask = Ask(kind=Kind.ANALYSIS, posting=posting, resume_text=transcript.text)
    advice, why_not = await _advised(vault, caller.owner, ask)
    return answer(
        {
            "analysis": {
                "match": match_shape(coverage),
                "advice": advice,
                "advice_missing": why_not,
                "notes": transcript.notes,
            }
        }
    )


@router.post("/ai/price", response_model=Price)
async def tell_price(caller: Caller, vault: Services, ask: Ask) -> Response:
    """What an advice would cost now. Nothing is sent to find out."""
    return answer((await vault.advice.price(caller.owner, ask)).model_dump())


@router.post("/ai/advice", response_class=PlainResponse, responses=EVENTS)
async def write_advice(caller: Writer, vault: Services, ask: Ask) -> Response:
    """Advice as it is written, as server-sent events: each holds the whole of it so far.

    Advice whose server dies is written by another, and is then found under its `key`.
    """
    return await events(_written(vault, caller.owner, ask))


@router.get("/ai/advice/{key}", response_model=AdviceShape)
async def get_advice(key: Key, caller: Caller, vault: Services) -> Response:
    """Advice that was written before."""
    return answer(advice_shape(await vault.advice.get(caller.owner, key)))


@router.get("/jobs/{id}/advice", response_model=list[AdviceShape])
async def list_advice(id: Id, caller: Caller, vault: Services) -> Response:
    """All advice for a job, the latest first."""
    await vault.jobs.get(caller.owner, id)
    return answer([advice_shape(each) for each in await vault.advice.of(caller.owner, id)])


@router.get("/ai/advice/{key}/edits", response_model=list[Edit])
async def list_edits(
    key: Key, caller: Caller, vault: Services, resume: str, number: int | None = None
) -> Response:
    """Suggestions as changes to a version of a resume."""
    found = await vault.tailoring.edits(caller.owner, key, resume, number)
    return answer([each.model_dump() for each in found])


@router.post("/ai/advice/{key}/tailor", status_code=201, response_model=AddedResume)
async def tailor_resume(key: Key, caller: Writer, vault: Services, chosen: Chosen) -> Response:
    """Keep a version with the suggestions that you accept as a new one; the old one stays."""
    added = await vault.tailoring.tailor(
        caller.owner, key, chosen.resume, chosen.number, chosen.accepted, chosen.note
    )
    facts = {"number": added.number, "is_new": added.is_new}
    return answer({"resume": resume_shape(added.resume), **facts}, 201)


@router.get("/jobs/{id}/letter.{form}", response_class=PlainResponse)
async def get_letter(id: Id, form: FileForm, caller: Caller, vault: Services) -> Response:
    """The letter that was last kept for a job, as a file to send."""
    made = await vault.exports.letter(caller.owner, id, form)
    return download(made.data, made.name)


@router.get("/ai/consent", response_model=ConsentShape)
async def get_consent(caller: Caller, vault: Services) -> Response:
    """What you are asked to agree to before anything is sent, and when you did."""
    return await _consent(vault, caller.owner)


@router.put("/ai/consent", response_model=ConsentShape)
async def agree(caller: Writer, vault: Services) -> Response:
    """Agree that what you ask advice on is sent to the model."""
    await vault.consents.agree(caller.owner)
    return await _consent(vault, caller.owner)


@router.delete("/ai/consent", response_model=ConsentShape)
async def revoke(caller: Writer, vault: Services) -> Response:
    """Take the agreement back; nothing is sent from now on."""
    await vault.consents.revoke(caller.owner)
    return await _consent(vault, caller.owner)


@router.get("/ai/spending", response_model=SpendingShape)
async def get_spending(caller: Caller, vault: Services) -> Response:
    """What advice cost you today, what it may cost, and every call, in micro-dollars."""
    today = await vault.spending.today(caller.owner)
    calls = [each.model_dump() for each in await vault.spending.calls(caller.owner)]
    return answer({"today": today.spent, "daily_cap": today.cap, "calls": calls})


async def _advised(vault: Vault, owner: str, ask: Ask) -> tuple[dict[str, Any] | None, str | None]:
    """Return the advice, or why there is none: the match stands on its own."""
    try:
        await vault.finishing.remember(owner, ask)
        async with aclosing(vault.advice.write(owner, ask)) as updates:
            last = [update async for update in updates][-1]
    except VaultError as problem:
        return None, str(problem)
    return last.model_dump(), None


async def _written(vault: Vault, owner: str, ask: Ask) -> AsyncIterator[bytes]:
    await vault.finishing.remember(owner, ask)
    async with aclosing(vault.advice.write(owner, ask)) as updates:
        async for update in updates:
            yield event(_told(update))


def _told(update: Update) -> dict[str, Any]:
    return update.model_dump()


async def _consent(vault: Vault, owner: str) -> Response:
    given = await vault.consents.given(owner)
    wording = vault.consents.wording
    asked = {"version": wording.version, "recipient": wording.recipient, "text": wording.text}
    return answer({**asked, "agreed": given.agreed if given else None})
