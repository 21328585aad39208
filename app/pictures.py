"""What the analytics screen draws, and the same as files, for whoever's session asks."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Depends, Path, Request, Response

from app.answers import tagged
from app.papers import download
from app.visitor import Services, Visitor
from services.analytics.ghosts import Silence
from services.analytics.pictures.gallery import Gallery
from services.analytics.pictures.picture import Picture
from services.analytics.span import ALL_TIME, Span
from services.jobs.job import Card
from services.vault import Vault

router = APIRouter(prefix="/pictures", include_in_schema=False)

FIRST = "90d"
"""The period that is shown before anybody has chosen one."""

MOST_SILENT = 50
"""How many silent applications are listed; the job list shows all of them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which period, and whether without names."""

    period: Span
    shared: bool


async def asked(visitor: Visitor, vault: Services, period: str = FIRST, share: str = "") -> Asked:
    """Read what is asked for from the query string."""
    return Asked(await vault.analytics.period(visitor.person, period), share == "1")


Key = Annotated[str, Path(max_length=60)]
WhichPeriod = Annotated[Asked, Depends(asked)]


@router.get("")
async def pictures(
    request: Request, visitor: Visitor, vault: Services, asked: WhichPeriod
) -> Response:
    owner, analytics = visitor.person, vault.analytics
    found = await analytics.gallery(owner, asked.period, asked.shared)
    measures = await analytics.measures(owner, asked.period, asked.shared)
    silent = () if asked.shared else measures.ghosts.silent[:MOST_SILENT]
    cards = {card.id: card for card in await vault.jobs.cards(owner)} if silent else {}
    answer = {
        **_wall(found),
        "shared": asked.shared,
        "applied": bool(found.applications or await _has_applied(vault, owner, asked.shared)),
        "goal": measures.pacing.goal,
        "clock": measures.ghosts.day,
        "silent": list(_silent(silent, cards)),
        "more": len(measures.ghosts.silent) - len(silent),
    }
    return tagged(request, answer)


@router.get("/applications.csv")
async def applications(visitor: Visitor, vault: Services, asked: WhichPeriod) -> Response:
    text = await vault.analytics.spreadsheet(visitor.person, asked.period, asked.shared)
    # With its mark, so that spreadsheets know the letters for what they are.
    return download(text.encode("utf-8-sig"), "applications.csv")


@router.get("/measures.json")
async def measures(visitor: Visitor, vault: Services, asked: WhichPeriod) -> Response:
    found = await vault.analytics.measures(visitor.person, asked.period, asked.shared)
    return download(orjson.dumps(found, option=orjson.OPT_INDENT_2), "analytics.json")


@router.get("/flow.txt")
async def flow(visitor: Visitor, vault: Services, asked: WhichPeriod) -> Response:
    found = await vault.analytics.measures(visitor.person, asked.period, asked.shared)
    return download(found.flow.as_text().encode(), "flow-for-sankeymatic.txt")


@router.get("/{picture}.csv")
async def table(picture: Key, visitor: Visitor, vault: Services, asked: WhichPeriod) -> Response:
    text = await vault.analytics.table(visitor.person, picture, asked.period, asked.shared)
    return download(text.encode("utf-8-sig"), f"{picture}.csv")


async def _has_applied(vault: Vault, owner: str, shared: bool) -> bool:
    """Whether there is any application at all, where the period has none."""
    return (await vault.analytics.measures(owner, ALL_TIME, shared)).applications > 0


def _wall(found: Gallery) -> dict[str, Any]:
    return {
        "period": found.period.name,
        "applications": found.applications,
        "jobs": found.jobs,
        "tiles": _shape(found.tiles),
        "pacing": _shape(found.pacing),
        "ghosts": _shape(found.ghosts),
        "sections": [
            {"title": section.title, "pictures": list(map(_shape, section.pictures))}
            for section in found.sections
        ],
    }


def _shape(picture: Picture) -> dict[str, Any]:
    """Return a picture as the browser draws it: what its parts stand for stays here."""
    full = {part.key for part in picture.parts if part.jobs}
    return {
        "key": picture.key,
        "title": picture.title,
        "n": picture.about.n,
        "period": picture.about.period.name,
        "definition": picture.about.definition,
        "words": picture.words,
        "head": picture.head,
        "rows": [
            {"cells": row.cells, "part": row.part if row.part in full else ""}
            for row in picture.rows
        ],
        "figure": picture.figure,
        "list": picture.is_list,
    }


def _silent(silent: Iterable[Silence], cards: dict[str, Card]) -> Iterable[dict[str, Any]]:
    for each in silent:
        if card := cards.get(each.job):
            job = {"id": card.id, "company": card.company, "position": card.position}
            yield job | {"days": each.days}
