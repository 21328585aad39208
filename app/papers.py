"""Papers as files: originals to keep, and pictures of their pages to look at."""

from typing import Annotated
from urllib.parse import quote

import orjson
from fastapi import APIRouter, Path, Query, Response

from app.visitor import Services, Visitor
from services.resumes.looking import PICTURED

router = APIRouter(include_in_schema=False)

ResumeId = Annotated[str, Path(max_length=40)]
Number = Annotated[int, Path(ge=1, le=10_000)]
PageNumber = Annotated[int, Path(ge=0, le=200)]
Width = Annotated[int, Query(ge=200, le=2_000)]

LASTING = {"cache-control": "private, max-age=3600"}
"""A version never changes, and neither do its text and its pictures."""


@router.get("/papers/{resume}/{number}/original")
async def original(resume: ResumeId, number: Number, visitor: Visitor, vault: Services) -> Response:
    """The very bytes that were uploaded, always as a file to save."""
    version = (await vault.resumes.get(visitor.person, resume)).find(number)
    data = await vault.resumes.original(visitor.person, resume, number)
    return download(data, version.file_name)


@router.get("/papers/{resume}/{number}/text")
async def text(resume: ResumeId, number: Number, visitor: Visitor, vault: Services) -> Response:
    """The pages and the lines that were read, the seen ones first, as `PageView` numbers them."""
    version = (await vault.resumes.get(visitor.person, resume)).find(number)
    read = await vault.resumes.transcript(visitor.person, resume, number)
    answer = {
        "notes": read.notes,
        "pictured": version.kind in PICTURED and bool(version.file),
        "pages": [page.model_dump() for page in read.pages],
        "lines": [line.model_dump(exclude_defaults=True) for line in (*read.seen, *read.hidden)],
    }
    return Response(orjson.dumps(answer), media_type="application/json", headers=LASTING)


@router.get("/papers/{resume}/{number}/pages/{page}.png")
async def picture(
    resume: ResumeId,
    number: Number,
    page: PageNumber,
    visitor: Visitor,
    vault: Services,
    width: Width = 1_000,
) -> Response:
    """One page, drawn by us: nothing of the file itself reaches the browser."""
    png = await vault.resumes.picture(visitor.person, resume, number, page, width)
    return Response(png, media_type="image/png", headers=LASTING)


def download(data: bytes, file_name: str) -> Response:
    """Answer bytes as a file that is saved and never shown in our origin."""
    headers = {
        "content-disposition": f"attachment; filename*=UTF-8''{quote(file_name, safe='')}",
        "content-security-policy": "sandbox; default-src 'none'",
    }
    return Response(data, media_type="application/octet-stream", headers=headers)
