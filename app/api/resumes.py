"""The resumes at the REST door."""

from typing import Annotated, Any

from fastapi import APIRouter, Body, File, Path, Response, UploadFile

from app.api.paper_shapes import (
    AddedResume,
    ReadingShape,
    ResumeChanges,
    ResumeShape,
    VersionText,
    reading_shape,
    resume_shape,
    text_shape,
)
from app.api.shapes import answer
from app.papers import download
from app.visitor import Caller, Services, Writer
from services.parsing.json_resume import from_json_resume, to_json_resume
from services.record import Record
from services.resumes.adding import Added
from services.resumes.resume import Resume
from services.vault import Vault

router = APIRouter(prefix="/resumes", tags=["resumes"])

Id = Annotated[str, Path(max_length=40, description="The `id` of a resume.")]
Number = Annotated[int, Path(ge=1, le=10_000, description="The `number` of a version.")]
ReadingId = Annotated[str, Path(max_length=40, description="The `id` of a reading.")]
Paper = Annotated[UploadFile, File(description="PDF, DOCX, PNG, JPEG, WebP or text, to 10 MB.")]


class NewText(Record):
    """What a version says, put right by hand."""

    text: str


@router.get("", include_in_schema=False)
@router.get("/", response_model=list[ResumeShape])
async def list_resumes(caller: Caller, vault: Services) -> Response:
    """Your resumes without those in the trash, the last changed first."""
    return answer([resume_shape(each) for each in await vault.resumes.every(caller.owner)])


@router.post("", status_code=201, include_in_schema=False)
@router.post("/", status_code=201, response_model=AddedResume)
async def add_resume(caller: Writer, vault: Services, file: Paper) -> Response:
    """Read a file and keep it as a new resume; the same bytes are kept once.

    Should its server die meanwhile, another reads it, and it is among the readings until then.
    """
    return await _add(vault, caller.owner, file, None)


@router.get("/readings", response_model=list[ReadingShape])
async def list_readings(caller: Caller, vault: Services) -> Response:
    """Files that are being read, and those that could not be, with the reason.

    A file whose server dies while it is read is read by another: until then it is found here.
    """
    found = await vault.readings.every(caller.owner)
    return answer([reading_shape(each) for each in found])


@router.delete("/readings/{reading}", status_code=204)
async def dismiss_reading(reading: ReadingId, caller: Writer, vault: Services) -> None:
    """Take a file back that is being read, or what is said of one that could not be."""
    await vault.readings.dismiss(caller.owner, reading)


@router.get("/{id}", response_model=ResumeShape)
async def get_resume(id: Id, caller: Caller, vault: Services) -> Response:
    """One resume with all of its versions, in the trash or not."""
    return _shown(await vault.resumes.get(caller.owner, id))


@router.patch("/{id}", response_model=ResumeShape)
async def change_resume(
    id: Id, caller: Writer, vault: Services, changes: ResumeChanges
) -> Response:
    """Give a resume another name, or choose the version that is sent from now on."""
    resume = await vault.resumes.get(caller.owner, id)
    if changes.name is not None:
        resume = await vault.resumes.rename(caller.owner, id, changes.name)
    if changes.current is not None:
        resume = await vault.resumes.choose(caller.owner, id, changes.current)
    return _shown(resume)


@router.delete("/{id}", status_code=204)
async def delete_resume(id: Id, caller: Writer, vault: Services) -> None:
    """Put a resume in the trash; one that is there already is deleted for good."""
    if (await vault.resumes.get(caller.owner, id)).trashed:
        await vault.sweep.erase(caller.owner, id)
    else:
        await vault.resumes.trash(caller.owner, id)


@router.post("/{id}/restore", response_model=ResumeShape)
async def restore_resume(id: Id, caller: Writer, vault: Services) -> Response:
    """Take a resume out of the trash."""
    return _shown(await vault.resumes.restore(caller.owner, id))


@router.post("/{id}/versions", status_code=201, response_model=AddedResume)
async def add_version(id: Id, caller: Writer, vault: Services, file: Paper) -> Response:
    """Read a file and keep it as the next version of a resume."""
    return await _add(vault, caller.owner, file, id)


@router.get("/{id}/versions/{number}/original", response_class=Response)
async def get_original(id: Id, number: Number, caller: Caller, vault: Services) -> Response:
    """The very bytes that were uploaded."""
    data = await vault.resumes.original(caller.owner, id, number)
    return download(data, (await vault.resumes.get(caller.owner, id)).find(number).file_name)


@router.get("/{id}/versions/{number}/text", response_model=VersionText)
async def get_text(id: Id, number: Number, caller: Caller, vault: Services) -> Response:
    """What was read of a version, line by line, with the place of each line on its page."""
    return answer(text_shape(await vault.resumes.transcript(caller.owner, id, number)))


@router.put("/{id}/versions/{number}/text", status_code=201, response_model=AddedResume)
async def correct_text(
    id: Id, number: Number, caller: Writer, vault: Services, new: NewText
) -> Response:
    """Put right what was read; the version stays, and the new text becomes the next one."""
    return _added(await vault.resumes.correct(caller.owner, id, number, new.text))


@router.get("/{id}/versions/{number}/contents", response_model=dict[str, Any])
async def get_contents(id: Id, number: Number, caller: Caller, vault: Services) -> Response:
    """What a version contains, as JSON Resume: as you confirmed it, else as it was found."""
    contents = await vault.resumes.contents(caller.owner, id, number)
    return answer(to_json_resume(contents.curriculum))


@router.put("/{id}/versions/{number}/contents", response_model=ResumeShape)
async def confirm_contents(
    id: Id,
    number: Number,
    caller: Writer,
    vault: Services,
    contents: Annotated[dict[str, Any], Body(description="A JSON Resume.")],
) -> Response:
    """Say what a version contains, as JSON Resume."""
    curriculum = from_json_resume(contents)
    return _shown(await vault.resumes.confirm(caller.owner, id, number, curriculum))


async def _add(vault: Vault, owner: str, file: UploadFile, resume: str | None) -> Response:
    data = await file.read()
    name = file.filename or "resume"
    return _added(await vault.resumes.add(owner, name, data, resume=resume))


def _added(added: Added) -> Response:
    facts = {"number": added.number, "is_new": added.is_new}
    headers = {"location": f"/api/resumes/{added.resume.id}"}
    return answer({"resume": resume_shape(added.resume), **facts}, 201, headers)


def _shown(resume: Resume) -> Response:
    return answer(resume_shape(resume))
