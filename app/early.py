"""What a browser is told to fetch while it still reads the scripts of a page."""

from typing import get_args

from fastapi import Request

from app import pictures, public, rows
from components import bundle
from services.analytics.span import Named


class Early:
    """The markup for the head of each screen: its script, and what that asks for first."""

    def __init__(self) -> None:
        self._job_list = bundle.JOB_LIST.serve_at(public.JOB_LIST)
        self._pictures = bundle.PICTURES.serve_at(public.PICTURES)

    def head(self, request: Request) -> str:
        """Return the markup for the screen at this address."""
        path, query = request.url.path, request.url.query
        if path == "/analytics":
            return self._pictures + _data(_first_pictures(query))
        # The list is where one goes next from any other screen.
        return self._job_list + _data(rows.FIRST_BOARD if path == "/" and not query else "")


def _first_pictures(query: str) -> str:
    name = query.removeprefix("period=") or pictures.FIRST
    return f"/pictures?period={name}" if name in get_args(Named) else ""


def _data(address: str) -> str:
    return f'<link rel="preload" as="fetch" crossorigin href="{address}">' if address else ""
