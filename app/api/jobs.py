"""The jobs at the REST door."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from app.api.paging import Wanted, page, with_status
from app.api.shapes import (
    JobChanges,
    JobInFull,
    JobInList,
    NewJob,
    Undo,
    WholeJob,
    answer,
    job_shape,
    spoken,
)
from app.visitor import Caller, Services, Writer
from services.errors import NotFound
from services.jobs.amend import EDITABLE
from services.jobs.event import By, Event
from services.jobs.job import Job, JobDraft
from services.vault import Vault

router = APIRouter(prefix="/jobs", tags=["jobs"])

Id = Annotated[str, Path(max_length=40, description="The `id` of a job.")]
PAGED = {
    "X-Total-Count": "How many jobs match.",
    "X-Next-Cursor": "The `cursor` of the next page, where there is one.",
    "Link": "The address of the next page, where there is one.",
}
LIST_HEADERS = {
    name: {"description": words, "schema": {"type": "string"}} for name, words in PAGED.items()
}


async def tracked(id: Id, caller: Caller, vault: Services) -> Job:
    """Return the caller's job, or raise `NotFound`: one in the trash is not shown here."""
    job = await vault.jobs.get(caller.owner, id)
    if job.trashed:
        raise NotFound("There is no such job.")
    return job


Tracked = Annotated[Job, Depends(tracked)]


@router.get("", include_in_schema=False)
@router.get("/", response_model=list[JobInList], responses={200: {"headers": LIST_HEADERS}})
async def list_jobs(
    request: Request, caller: Caller, vault: Services, wanted: Annotated[Wanted, Query()]
) -> Response:
    """Your jobs, without those in the trash and without their long texts."""
    stages = (await vault.people.profile(caller.owner)).stages
    cards = await vault.selection.select(caller.owner, wanted.filter)
    return page(request, with_status(cards, wanted.status, stages), wanted, stages)


@router.post("", status_code=201, include_in_schema=False)
@router.post("/", status_code=201, response_model=JobInFull)
async def add_job(caller: Writer, vault: Services, new: NewJob) -> Response:
    """Track a new job."""
    stages = (await vault.people.profile(caller.owner)).stages
    job = await vault.jobs.add(caller.owner, JobDraft.check(spoken(new, stages)), By.API)
    return answer(job_shape(job, stages), 201, {"location": f"/api/jobs/{job.id}"})


@router.get("/{id}", response_model=JobInFull)
async def get_job(job: Tracked, caller: Caller, vault: Services) -> Response:
    """One job, with its posting and notes."""
    return await _shown(vault, caller.owner, job)


@router.put("/{id}", response_model=JobInFull)
async def replace_job(job: Tracked, caller: Writer, vault: Services, whole: WholeJob) -> Response:
    """Write all fields of a job anew; what you leave out becomes empty."""
    stages = (await vault.people.profile(caller.owner)).stages
    changes = {name: getattr(whole, name) for name in EDITABLE} | spoken(whole, stages)
    return await _edited(vault, caller.owner, job.id, changes, whole.version)


@router.patch("/{id}", response_model=JobInFull)
async def change_job(job: Tracked, caller: Writer, vault: Services, given: JobChanges) -> Response:
    """Change some fields of a job; what you leave out stays."""
    changes = spoken(given, (await vault.people.profile(caller.owner)).stages)
    return await _edited(vault, caller.owner, job.id, changes, given.version)


@router.delete("/{id}", status_code=204)
async def delete_job(job: Tracked, caller: Writer, vault: Services) -> None:
    """Put a job in the trash, from where it can be restored."""
    await vault.jobs.trash(caller.owner, [job.id], by=By.API)


@router.post("/{id}/restore", response_model=JobInFull)
async def restore_job(id: Id, caller: Writer, vault: Services) -> Response:
    """Take a job out of the trash."""
    await vault.jobs.restore(caller.owner, [id], by=By.API)
    return await _shown(vault, caller.owner, await vault.jobs.get(caller.owner, id))


@router.get("/{id}/events", response_model=list[Event])
async def list_events(job: Tracked, caller: Caller, vault: Services) -> Response:
    """All that ever happened to a job, the first event first."""
    return answer([dict(event) for event in await vault.jobs.events(caller.owner, job.id)])


@router.post("/{id}/undo", response_model=JobInFull)
async def undo_event(id: Id, caller: Writer, vault: Services, undo: Undo | None = None) -> Response:
    """Take back one event of a job, or its last that stands; in the trash too."""
    await vault.history.revert(caller.owner, id, undo.event if undo else None, By.API)
    return await _shown(vault, caller.owner, await vault.jobs.get(caller.owner, id))


async def _edited(
    vault: Vault, owner: str, job: str, changes: dict[str, object], seen: int | None
) -> Response:
    edited = await vault.jobs.edit(owner, job, changes, seen=seen, by=By.API)
    return await _shown(vault, owner, edited)


async def _shown(vault: Vault, owner: str, job: Job) -> Response:
    return answer(job_shape(job, (await vault.people.profile(owner)).stages))
