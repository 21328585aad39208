"""The numbers of a search at the REST door."""

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated

import orjson
from fastapi import APIRouter, Query, Response
from fastapi.responses import StreamingResponse
from pydantic import Field

from app.visitor import Caller, Services
from services.analytics.measures import Measures
from services.analytics.span import Named, between
from services.errors import Invalid
from services.jobs.job import Day
from services.record import Record

router = APIRouter(tags=["analytics"])

PIECE = 200_000


class Asked(Record):
    """Which period: by its name, or by its first and last day, each of which may be left out.

    Without any of them it is all time.
    """

    period: Named | None = Field(None, description="The last 30, 90 or 365 days, or all time.")
    since: Day | None = Field(None, alias="from", description="The first day of the period.")
    until: Day | None = Field(None, alias="to", description="The last day of the period.")


@router.get("/analytics", response_model=Measures)
async def get_measures(
    caller: Caller, vault: Services, asked: Annotated[Asked, Query()]
) -> Response:
    """What the numbers of your search say: each with its cases, its period, its definition in
    words and the ids of the jobs behind it."""
    if asked.period and (asked.since or asked.until):
        raise Invalid(
            "Please give a name or days, not both.",
            fields={"period": "Leave this out, or the days beside it."},
        )
    if asked.period:
        period = await vault.analytics.period(caller.owner, asked.period)
    else:
        period = between(asked.since, asked.until)
    body = orjson.dumps(await vault.analytics.measures(caller.owner, period))
    return StreamingResponse(_in_pieces(body), media_type="application/json")


async def _in_pieces(body: bytes) -> AsyncIterator[bytes]:
    """Hand out the answer so that compressing the megabytes of a long search holds nobody up."""
    for start in range(0, len(body), PIECE):
        yield body[start : start + PIECE]
        await asyncio.sleep(0)
