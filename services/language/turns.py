"""A conversation with a model: what was said, what it asked to look at, and what it was shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel


@dataclass(frozen=True, slots=True)
class Tool:
    """Something that a model may ask to look at; `arguments` says what it has to name."""

    name: str
    description: str
    arguments: type[BaseModel]

    @property
    def schema(self) -> dict[str, Any]:
        """Return the arguments as JSON Schema, with nothing in it but what a model needs."""
        found = self.arguments.model_json_schema()
        properties = {
            name: {key: value for key, value in field.items() if key not in ("title", "default")}
            for name, field in found.get("properties", {}).items()
        }
        return {"type": "object", "properties": properties, "required": found.get("required", [])}


@dataclass(frozen=True, slots=True)
class ToolCall:
    """A model's wish to look at something.

    `signature` is the model's own note of its thoughts, which it wants back as it was.
    """

    name: str
    arguments: dict[str, Any]
    id: str = ""
    signature: bytes = b""


@dataclass(frozen=True, slots=True)
class ToolResult:
    """What a call found: texts of the person's and of the web's, never trusted."""

    call: ToolCall
    text: str


@dataclass(frozen=True, slots=True)
class Turn:
    """What one side said at a time: the model, or the person with what was looked up for it."""

    by_model: bool
    parts: tuple[str | ToolCall | ToolResult, ...]

    def texts(self) -> Iterator[str]:
        """Yield all that is sent of it, as text."""
        for part in self.parts:
            match part:
                case str():
                    yield part
                case ToolCall():
                    yield f"{part.name}{part.arguments}{part.id}{part.signature.hex()}"
                case ToolResult():
                    yield f"{part.call.name}{part.call.id}{part.text}"
