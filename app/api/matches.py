"""Matches, letters and dossiers at the REST door."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response
from pydantic import Field, Strict

from app.api.paper_shapes import JobMatch, MatchShape, match_shape
from app.api.shapes import answer
from app.visitor import Caller, Services, Writer
from services.jobs.job import LongText
from services.record import Record
from services.resumes.dossier import Dossier
from services.resumes.letters import KeptLetter, LetterText
from services.resumes.match import Match

router = APIRouter(tags=["matches"])

JobId = Annotated[str, Path(max_length=40, description="The `id` of a job.")]
ResumeId = Annotated[str, Query(max_length=40, description="The `id` of a resume.")]
Number = Annotated[int | None, Query(ge=1, le=10_000, description="Left out: the current one.")]


class Asked(Record):
    """A posting to hold a resume against; without `number` its current version."""

    posting: LongText
    resume: Annotated[str, Field(max_length=40)]
    number: Annotated[int, Strict(), Field(ge=1, le=10_000)] | None = None


class NewLetter(Record):
    """The text of a letter."""

    text: LetterText


@router.post("/match", response_model=MatchShape)
async def match_posting(caller: Caller, vault: Services, asked: Asked) -> Response:
    """Hold one of your resumes against any posting, without a model. Nothing is kept."""
    transcript = await vault.resumes.transcript(caller.owner, asked.resume, asked.number)
    return answer(match_shape(await vault.matches.compare(caller.owner, transcript, asked.posting)))


@router.get("/jobs/{id}/match", response_model=JobMatch)
async def match_job(
    id: JobId, caller: Caller, vault: Services, resume: ResumeId, number: Number = None
) -> Response:
    """Hold one of your resumes against a job's posting, and remember what was found."""
    return answer(_match_shape(await vault.matches.of_job(caller.owner, id, resume, number)))


@router.get("/jobs/{id}/matches", response_model=list[JobMatch])
async def list_matches(id: JobId, caller: Caller, vault: Services) -> Response:
    """What was found for a job so far, the last one first."""
    await vault.jobs.get(caller.owner, id)
    found = await vault.matches.history(caller.owner, id)
    return answer([_match_shape(each) for each in found])


@router.get("/jobs/{id}/letters", response_model=list[KeptLetter])
async def list_letters(id: JobId, caller: Caller, vault: Services) -> Response:
    """The letters kept for a job, the last one first."""
    await vault.jobs.get(caller.owner, id)
    return answer([dict(each) for each in await vault.letters.of(caller.owner, id)])


@router.post("/jobs/{id}/letters", status_code=201, response_model=KeptLetter)
async def keep_letter(id: JobId, caller: Writer, vault: Services, new: NewLetter) -> Response:
    """Keep a text as the job's letter; those that were kept before stay."""
    return answer(dict(await vault.letters.keep(caller.owner, id, new.text)), 201)


@router.get("/jobs/{id}/dossiers", response_model=list[Dossier])
async def list_dossiers(id: JobId, caller: Caller, vault: Services) -> Response:
    """What was sent with an application, frozen when it was."""
    found = await vault.dossiers.of(caller.owner, id)
    return answer([each.model_dump() for each in found])


@router.post("/jobs/{id}/dossiers", status_code=201, response_model=Dossier)
async def freeze_dossier(id: JobId, caller: Writer, vault: Services) -> Response:
    """Freeze what a job holds now, beside what was frozen before."""
    return answer((await vault.dossiers.freeze(caller.owner, id)).model_dump(), 201)


def _match_shape(match: Match) -> dict[str, Any]:
    return {**dict(match), "coverage": match_shape(match.coverage)}
