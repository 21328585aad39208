"""Jobs that somebody pointed at in a picture, wherever a list is asked to show just those."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import Depends, Request

from app.visitor import Services, Visitor
from services.analytics.pictures.picture import Part
from services.vault import Vault

WORDS = ("picture", "part", "period")


async def pointed_at(vault: Vault, owner: str, query: Mapping[str, str]) -> Part | None:
    """Return the part of a picture that a query names, as it is now, or None if it names none."""
    picture, part, period = (str(query.get(word) or "") for word in WORDS)
    if not picture:
        return None
    span = await vault.analytics.period(owner, period or "all")
    return await vault.analytics.part(owner, picture, part, span)


async def _pointed(request: Request, visitor: Visitor, vault: Services) -> Part | None:
    return await pointed_at(vault, visitor.person, request.query_params)


Pointed = Annotated[Part | None, Depends(_pointed)]


def only(part: Part | None) -> frozenset[str] | None:
    """Return the jobs of a part, or None for all."""
    return None if part is None else frozenset(part.jobs)
