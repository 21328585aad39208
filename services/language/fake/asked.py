"""A request as it was understood, with the keys of Google's two spellings made one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_WRAPPED = re.compile(
    r"^\[\[(?P<label>[^\]\n]*) (?P<mark>\w+)\]\]\n(?P<text>.*?)\n?\[\[end (?P=mark)\]\]$",
    re.DOTALL | re.MULTILINE,
)
_SNAKE = re.compile(r"_([a-z])")
_FOREIGN = {"args", "response", "properties"}
"""Below these the names are the caller's own."""


def camel(value: Any) -> Any:
    """Return the value with its keys in camelCase, whichever way they were spelt."""
    if isinstance(value, list):
        return [camel(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {_respelt(key): _inside(_respelt(key), each) for key, each in value.items()}


def _respelt(key: str) -> str:
    return _SNAKE.sub(lambda found: found[1].upper(), key)


def _inside(key: str, value: Any) -> Any:
    if key == "properties" and isinstance(value, dict):
        return {name: camel(each) for name, each in value.items()}
    return value if key in _FOREIGN else camel(value)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that arrived. `body` has its keys in camelCase; the key is not kept."""

    method: str
    model: str
    body: dict[str, Any]
    headers: dict[str, str]

    @property
    def contents(self) -> list[dict[str, Any]]:
        """Return the turns of the conversation."""
        found: list[dict[str, Any]] = self.body.get("contents") or []
        return found

    @property
    def task(self) -> str:
        """Return the system instruction."""
        return "\n".join(_texts([self.body.get("systemInstruction") or {}]))

    @property
    def sent(self) -> str:
        """Return all the text that arrived, ours and the material."""
        return "\n".join([self.task, *_texts(self.contents)])

    @property
    def material(self) -> dict[str, str]:
        """Return the texts in user parts by their labels; what has none is "text"."""
        users = [turn for turn in self.contents if turn.get("role", "user") == "user"]
        found: dict[str, str] = {}
        for text in _texts(users):
            wrapped = [(each["label"], each["text"]) for each in _WRAPPED.finditer(text)]
            for label, inner in wrapped or [("text", text)]:
                found[label] = f"{found[label]}\n{inner}" if label in found else inner
        return found

    @property
    def settings(self) -> dict[str, Any]:
        """Return the generation settings."""
        found: dict[str, Any] = self.body.get("generationConfig") or {}
        return found

    @property
    def schema(self) -> dict[str, Any] | None:
        """Return the schema the answer must have, if any."""
        return self.settings.get("responseSchema") or self.settings.get("responseJsonSchema")


def _texts(turns: list[dict[str, Any]]) -> Iterator[str]:
    for turn in turns:
        for part in turn.get("parts") or []:
            if text := part.get("text"):
                yield text


def count(text: str) -> int:
    """Return how many tokens the fake takes a text for."""
    return len(re.findall(r"\w{1,4}|[^\w\s]", text))
