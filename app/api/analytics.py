"""The numbers of a search at the REST door."""

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Depends, Path, Query, Response
from fastapi.responses import StreamingResponse
from pydantic import Field

from app.api.shapes import answer
from app.visitor import Caller, Services, Writer
from services.analytics.measures import Measures
from services.analytics.review import Review
from services.analytics.span import Named, Span, between
from services.errors import Invalid
from services.jobs.job import Day
from services.jobs.profile import Goal
from services.record import Record

router = APIRouter(prefix="/analytics", tags=["analytics"])

PIECE = 200_000


class Reviewed(Record):
    """Which week or month."""

    of: str = Field("", max_length=10, description="A week, “2026-W10”, or a month, “2026-03”.")


class Asked(Record):
    """Which period: by its name, or by its first and last day, each of which may be left out.

    Without any of them it is all time.
    """

    period: Named | None = Field(None, description="The last 30, 90 or 365 days, or all time.")
    since: Day | None = Field(None, alias="from", description="The first day of the period.")
    until: Day | None = Field(None, alias="to", description="The last day of the period.")
    share: bool = Field(
        False, description="Without names: no company, position, note or id, other names for all."
    )


class WeekGoal(Record):
    """How many applications you want to send in a week; null is no goal."""

    goal: Goal | None


async def asked_for(
    caller: Caller, vault: Services, asked: Annotated[Asked, Query()]
) -> tuple[Span, bool]:
    """Return the period that is meant, and whether it is to be told without names."""
    if asked.period and (asked.since or asked.until):
        raise Invalid(
            "Please give a name or days, not both.",
            fields={"period": "Leave this out, or the days beside it."},
        )
    if asked.period:
        return await vault.analytics.period(caller.owner, asked.period), asked.share
    return between(asked.since, asked.until), asked.share


Wanted = Annotated[tuple[Span, bool], Depends(asked_for)]


def _text(kind: str) -> dict[int | str, dict[str, Any]]:
    return {200: {"content": {kind: {"schema": {"type": "string"}}}}}


@router.get("", response_model=Measures)
async def get_measures(caller: Caller, vault: Services, wanted: Wanted) -> Response:
    """What the numbers of your search say: each with its cases, its period, its definition in
    words and the ids of the jobs behind it."""
    body = orjson.dumps(await vault.analytics.measures(caller.owner, *wanted))
    return StreamingResponse(_in_pieces(body), media_type="application/json")


@router.get("/applications.csv", response_class=Response, responses=_text("text/csv"))
async def get_applications(caller: Caller, vault: Services, wanted: Wanted) -> Response:
    """The applications of the period as CSV, with all that the numbers see of each. What a
    spreadsheet would take for a formula has a quote before it."""
    text = await vault.analytics.spreadsheet(caller.owner, *wanted)
    return Response(text, media_type="text/csv")


@router.get("/flow.txt", response_class=Response, responses=_text("text/plain"))
async def get_flow(caller: Caller, vault: Services, wanted: Wanted) -> Response:
    """The flow from applying to now as SankeyMATIC reads it: “Applications [12] Rejected”."""
    found = await vault.analytics.measures(caller.owner, *wanted)
    return Response(found.flow.as_text(), media_type="text/plain")


@router.get("/pictures/{picture}.csv", response_class=Response, responses=_text("text/csv"))
async def get_table(
    picture: Annotated[str, Path(max_length=60, description="Such as `funnel` or `by-source`.")],
    caller: Caller,
    vault: Services,
    wanted: Wanted,
) -> Response:
    """The table behind a picture as CSV."""
    text = await vault.analytics.table(caller.owner, picture, *wanted)
    return Response(text, media_type="text/csv")


@router.get("/review", response_model=Review)
async def get_review(
    caller: Caller, vault: Services, asked: Annotated[Reviewed, Query()]
) -> Response:
    """What a week or a month brought, by default the week of yesterday."""
    return answer(await vault.analytics.review(caller.owner, asked.of))


@router.put("/goal", response_model=WeekGoal)
async def set_goal(caller: Writer, vault: Services, goal: WeekGoal) -> Response:
    """Set your goal for a week, or take it away."""
    profile = await vault.people.choose(caller.owner, {"goal": goal.goal})
    return answer({"goal": profile.goal})


async def _in_pieces(body: bytes) -> AsyncIterator[bytes]:
    """Hand out the answer so that compressing the megabytes of a long search holds nobody up."""
    for start in range(0, len(body), PIECE):
        yield body[start : start + PIECE]
        await asyncio.sleep(0)
