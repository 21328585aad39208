"""Papers as files: originals and contents to keep, lines and pictures to look at."""

from hashlib import sha256
from typing import Annotated
from urllib.parse import quote

import orjson
from fastapi import APIRouter, Path, Query, Request, Response

from app.health import VERSION
from app.visitor import Services, Visitor
from services.parsing.json_resume import to_json_resume
from services.resumes.looking import PICTURED

router = APIRouter(include_in_schema=False)

ResumeId = Annotated[str, Path(max_length=40)]
Number = Annotated[int, Path(ge=1, le=10_000)]
PageNumber = Annotated[int, Path(ge=0, le=200)]
Width = Annotated[int, Query(ge=200, le=2_000)]


@router.get("/papers/{resume}/{number}/original")
async def original(resume: ResumeId, number: Number, visitor: Visitor, vault: Services) -> Response:
    """The very bytes that were uploaded, always as a file to save."""
    version = (await vault.resumes.get(visitor.person, resume)).find(number)
    data = await vault.resumes.original(visitor.person, resume, number)
    return download(data, version.file_name)


@router.get("/papers/{resume}/{number}/resume.json")
async def contents(resume: ResumeId, number: Number, visitor: Visitor, vault: Services) -> Response:
    """What a version contains, as JSON Resume: as the person confirmed it, else as it was found."""
    name = (await vault.resumes.get(visitor.person, resume)).name
    found = (await vault.resumes.contents(visitor.person, resume, number)).curriculum
    data = orjson.dumps(to_json_resume(found), option=orjson.OPT_INDENT_2)
    return download(data, f"{name}.json")


@router.get("/papers/{resume}/{number}/text")
async def text(
    request: Request, resume: ResumeId, number: Number, visitor: Visitor, vault: Services
) -> Response:
    """The pages and the lines that were read, the seen ones first, as `PageView` numbers them."""
    version = (await vault.resumes.get(visitor.person, resume)).find(number)
    if known := _known(request):
        return known
    read = await vault.resumes.transcript(visitor.person, resume, number)
    answer = {
        "notes": read.notes,
        "pictured": version.kind in PICTURED and bool(version.file),
        "pages": [page.model_dump() for page in read.pages],
        "lines": [line.model_dump(exclude_defaults=True) for line in (*read.seen, *read.hidden)],
    }
    return Response(orjson.dumps(answer), media_type="application/json", headers=_lasting(request))


@router.get("/papers/{resume}/{number}/pages/{page}.png")
async def picture(
    request: Request,
    resume: ResumeId,
    number: Number,
    page: PageNumber,
    visitor: Visitor,
    vault: Services,
    width: Width = 1_000,
) -> Response:
    """One page, drawn by us: nothing of the file itself reaches the browser."""
    (await vault.resumes.get(visitor.person, resume)).find(number)
    if known := _known(request):
        return known
    png = await vault.resumes.picture(visitor.person, resume, number, page, width)
    return Response(png, media_type="image/png", headers=_lasting(request))


def _known(request: Request) -> Response | None:
    """Answer a browser that has what it asks for: a version never changes."""
    headers = _lasting(request)
    is_known = request.headers.get("if-none-match") == headers["etag"]
    return Response(status_code=304, headers=headers) if is_known else None


def _lasting(request: Request) -> dict[str, str]:
    # Asked for each time, so that nobody sees it who has signed out on a shared machine.
    tag = sha256(f"{VERSION} {request.url.path}?{request.url.query}".encode()).hexdigest()[:24]
    return {"etag": f'"{tag}"', "cache-control": "private, no-cache"}


def download(data: bytes, file_name: str) -> Response:
    """Answer bytes as a file that is saved and never shown in our origin."""
    headers = {
        "content-disposition": f"attachment; filename*=UTF-8''{quote(file_name, safe='')}",
        "content-security-policy": "sandbox; default-src 'none'",
    }
    return Response(data, media_type="application/octet-stream", headers=headers)
