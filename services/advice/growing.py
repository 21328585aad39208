"""An answer that is still being written: each piece is read and checked once, when it is whole."""

from collections.abc import Callable
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import from_json

from services.advice.result import Result, Statement

Check = Callable[[str, BaseModel], Statement | None]
"""Given a part of the answer and its contents, returns what of it may be shown."""

MOST = 30
"""Statements that a part may have; nobody reads more, and a row has to hold them all."""


class Growing:
    """Turns the JSON that has come so far into checked statements.

    Parsing starts from the beginning each time, which is cheap and done at most ten times a
    second; checking is not, and is done once for each statement.
    """

    def __init__(self, shape: type[BaseModel], check: Check) -> None:
        self._shape = shape
        self._check = check
        self._parts: dict[str, list[Statement]] = {name: [] for name in shape.model_fields}
        self._seen = dict.fromkeys(shape.model_fields, 0)
        self._unverified = 0
        self.is_broken = False
        """Whether the answer, once it was whole, was not the JSON that was asked for."""

    @property
    def result(self) -> Result:
        """Return all that was whole and passed so far."""
        return Result(
            statements=tuple(each for part in self._parts.values() for each in part),
            unverified=self._unverified,
        )

    def take(self, text: str, is_whole: bool = False) -> Result:
        """Return all that is whole and passes, of an answer that has come this far."""
        found = self._parse(text, is_whole)
        open_part = "" if is_whole else next(reversed(found), "")
        for name in self._parts:
            pieces = self._pieces(found.get(name), name == open_part)
            for piece in pieces[self._seen[name] :]:
                self._add(name, piece)
            self._seen[name] = max(self._seen[name], len(pieces))
        return self.result

    def _parse(self, text: str, is_whole: bool) -> dict[str, Any]:
        try:
            found = from_json(text)
        except ValueError:
            self.is_broken = is_whole
            try:
                found = from_json(text, allow_partial=True)
            except ValueError:
                return {}
        return found if isinstance(found, dict) else {}

    def _pieces(self, value: Any, is_open: bool) -> list[Any]:
        if not isinstance(value, list):
            # A text is only there once its closing quotation mark has come.
            return [{"text": value}] if isinstance(value, str) else []
        return (value[:-1] if is_open else value)[:MOST]

    def _add(self, name: str, piece: Any) -> None:
        try:
            item = self._kind(name).model_validate(piece)
        except ValidationError:
            self._unverified += 1
            return
        if statement := self._check(name, item):
            self._parts[name].append(statement)
        else:
            self._unverified += 1

    def _kind(self, name: str) -> type[BaseModel]:
        annotation = self._shape.model_fields[name].annotation
        if get_origin(annotation) is list:
            kind: type[BaseModel] = get_args(annotation)[0]
            return kind
        return Prose


class Prose(BaseModel):
    """A text that stands by itself, such as a summary or a greeting."""

    text: str
