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
_FOREIGN = {"args", "response", "properties", "parametersJsonSchema"}
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
    def tools(self) -> tuple[str, ...]:
        """Return the names of what may be asked for in this answer."""
        config = (self.body.get("toolConfig") or {}).get("functionCallingConfig") or {}
        if str(config.get("mode", "AUTO")).upper() == "NONE":
            return ()
        declared = [each for tool in self.body.get("tools") or [] for each in _declared(tool)]
        return tuple(str(each.get("name")) for each in declared)

    @property
    def is_conversation(self) -> bool:
        """Tell whether a person speaks here, rather than our task alone."""
        has_material = bool(self.material.keys() - {"text"})
        by_model = any(turn.get("role") == "model" for turn in self.contents)
        return bool(self.body.get("tools")) or by_model or (bool(self.said) and has_material)

    @property
    def said(self) -> list[str]:
        """Return what the person said in their own words, turn by turn."""
        users = [turn for turn in self.contents if turn.get("role", "user") == "user"]
        parts = [part for turn in users for part in turn.get("parts") or [] if part.get("text")]
        return [part["text"] for part in parts if not _WRAPPED.search(part["text"])]

    @property
    def calls(self) -> list[str]:
        """Return what was asked for in the current turn, each as its name and arguments."""
        parts = [part for turn in self._current for part in turn["parts"]]
        wishes = [part["functionCall"] for part in parts if "functionCall" in part]
        return [f"{each.get('name')}{each.get('args') or {}}" for each in wishes]

    @property
    def results(self) -> list[tuple[str, str]]:
        """Return what was found in the current turn: the name of each tool, and its text."""
        parts = [part for turn in self._current for part in turn["parts"]]
        found = [part["functionResponse"] for part in parts if "functionResponse" in part]
        return [
            (str(each.get("name")), _bare(str((each.get("response") or {}).get("output", ""))))
            for each in found
        ]

    @property
    def _current(self) -> list[dict[str, Any]]:
        """Return the contents since the person last spoke."""
        since: list[dict[str, Any]] = []
        for turn in reversed(self.contents):
            if turn.get("role") != "model" and any("text" in part for part in turn["parts"]):
                break
            since.insert(0, turn)
        return since

    @property
    def settings(self) -> dict[str, Any]:
        """Return the generation settings."""
        found: dict[str, Any] = self.body.get("generationConfig") or {}
        return found

    @property
    def schema(self) -> dict[str, Any] | None:
        """Return the schema the answer must have, if any."""
        return self.settings.get("responseSchema") or self.settings.get("responseJsonSchema")


def _declared(tool: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tool.get("functionDeclarations") or []
    return found


def _bare(text: str) -> str:
    found = _WRAPPED.search(text)
    return found["text"] if found else text


def _texts(turns: list[dict[str, Any]]) -> Iterator[str]:
    for turn in turns:
        for part in turn.get("parts") or []:
            if text := part.get("text"):
                yield text
            if found := part.get("functionResponse"):
                yield str((found.get("response") or {}).get("output", ""))


def count(text: str) -> int:
    """Return how many tokens the fake takes a text for."""
    return len(re.findall(r"\w{1,4}|[^\w\s]", text))
