"""What the job list draws, a window at a time, for whoever's session asks."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response

from app.answers import tagged
from app.pointing import Pointed, only
from app.visitor import Services, Visitor
from services.analytics.pictures.picture import Part
from services.jobs.job import Card
from services.jobs.selection import ENDED, Filter
from services.jobs.stages import Stages
from services.jobs.words import salary_words
from services.vault import Vault

router = APIRouter(prefix="/rows", include_in_schema=False)

FIRST_BOARD = "/rows/board?limit=15&amp;sort=updated&amp;desc=1"
"""What the job list asks for first where nothing is filtered, as it stands in markup."""

Window = Annotated[int, Query(ge=0, le=1_000_000)]
Size = Annotated[int, Query(ge=1, le=500)]


def wanted(request: Request) -> Filter:
    """Read the filter from the query string; what it does not know belongs to the page."""
    query = request.query_params
    many = {name: query.getlist(name) for name in ("stage", "outcome", "tag", "source")}
    one = {name: query[name] for name in ("q", "since", "until", "sort") if query.get(name)}
    values = {name: [each for each in found if each] for name, found in many.items()}
    return Filter.check({**values, **one, "desc": query.get("desc", "1") != "0"})


Wanted = Annotated[Filter, Depends(wanted)]


@router.get("/board")
async def board(
    request: Request,
    visitor: Visitor,
    vault: Services,
    wanted: Wanted,
    pointed: Pointed,
    limit: Size = 15,
) -> Response:
    profile = await vault.people.profile(visitor.person)
    columns = await vault.selection.columns(visitor.person, wanted, only(pointed))
    stages = profile.stages
    # An undo may bring a job back to a stage that was archived since: it must still be seen.
    drawn = [s for s in stages.every if not s.archived or columns.get(s.id)]
    heads = [{"id": s.id, "name": s.name, "colour": s.colour, "kind": s.kind} for s in drawn]
    ended = {"id": ENDED, "name": "Ended", "colour": "slate", "kind": ENDED}
    answer = {
        **await _summary(vault, visitor.person, sum(map(len, columns.values())), pointed),
        "columns": [
            {
                **head,
                "count": len(columns.get(head["id"], [])),
                "cards": [_card(card, stages) for card in columns.get(head["id"], [])[:limit]],
            }
            for head in [*heads, ended]
        ],
    }
    return tagged(request, answer)


@router.get("/column")
async def column(
    request: Request,
    visitor: Visitor,
    vault: Services,
    wanted: Wanted,
    pointed: Pointed,
    id: str,
    offset: Window = 0,
    limit: Size = 60,
) -> Response:
    profile = await vault.people.profile(visitor.person)
    cards = (await vault.selection.columns(visitor.person, wanted, only(pointed))).get(id, [])
    shown = [_card(card, profile.stages) for card in cards[offset : offset + limit]]
    return tagged(request, {"id": id, "count": len(cards), "offset": offset, "cards": shown})


@router.get("/table")
async def table(
    request: Request,
    visitor: Visitor,
    vault: Services,
    wanted: Wanted,
    pointed: Pointed,
    offset: Window = 0,
    limit: Size = 80,
) -> Response:
    profile = await vault.people.profile(visitor.person)
    cards = await vault.selection.select(visitor.person, wanted, only(pointed))
    answer = {
        **await _summary(vault, visitor.person, len(cards), pointed),
        "offset": offset,
        "rows": [_card(card, profile.stages) for card in cards[offset : offset + limit]],
    }
    return tagged(request, answer)


async def _summary(vault: Vault, owner: str, matching: int, pointed: Part | None) -> dict[str, Any]:
    today = await vault.jobs.today(owner)
    tags, sources = await vault.selection.words(owner)
    return {
        "total": (await vault.selection.overview(owner, today)).jobs,
        "matching": matching,
        "today": today,
        "tags": tags,
        "sources": sources,
        "pointed": pointed.name if pointed else "",
    }


def _card(card: Card, stages: Stages) -> dict[str, Any]:
    """Return what a card or a table row shows; what is empty is left out."""
    shown = {
        "id": card.id,
        "version": card.version,
        "company": card.company,
        "position": card.position,
        "location": card.location,
        "work_mode": card.work_mode,
        "salary": salary_words(card.salary),
        "status": card.status(stages),
        "stage": card.stage,
        "outcome": card.outcome,
        "tags": card.tags,
        "excitement": card.excitement,
        "next_step": card.next_step,
        "next_step_on": card.next_step_on,
        "deadline": card.deadline,
        "applied_on": card.applied_on(stages),
        "entered": _entered(card),
        "source": card.source,
        "updated": card.updated.date(),
    }
    return {name: value for name, value in shown.items() if value not in (None, "", ())}


def _entered(card: Card) -> date | None:
    return card.moves[-1].on if card.moves else None
