"""The language port: what is asked of a model, what comes back, and how it may fail."""

import hashlib
import json
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from pydantic import BaseModel

from services.errors import Unavailable, VaultError
from services.language.turns import Tool, ToolCall, Turn


class Tier(StrEnum):
    """How good a model is wanted: the usual one, or a cheap one for small tasks."""

    DEFAULT = "default"
    CHEAP = "cheap"


@dataclass(frozen=True, slots=True)
class Material:
    """A text of the person's or of the web's, under a name of ours such as "resume"."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a model is asked to write.

    `task` is ours and the only instruction; `material` is to be worked on and never trusted as
    instructions. With a `shape` the answer is JSON of that shape. `version` changes whenever the
    words of the task do. `most_tokens` bounds the answer together with the thinking before it.

    In a conversation `turns` are what was said so far, the last one being answered; `tools` are
    what the model may ask to look at, and `must_answer` tells it to ask no more.
    """

    task: str
    material: tuple[Material, ...]
    version: str
    shape: type[BaseModel] | None = None
    tier: Tier = Tier.DEFAULT
    most_tokens: int = 8_192
    turns: tuple[Turn, ...] = ()
    tools: tuple[Tool, ...] = ()
    must_answer: bool = False

    @property
    def labels(self) -> tuple[str, ...]:
        """Return the names of everything that is material, or will be."""
        names = [each.label for each in self.material]
        return (*names, *(f"results of {tool.name}" for tool in self.tools))

    def key(self, model: str) -> str:
        """Return the same short key for the same question to the same model, ever."""
        texts = [[material.label, material.text] for material in self.material]
        shape = self.shape.model_json_schema() if self.shape else None
        asked: list[Any] = [model, self.version, self.task, texts, shape, self.most_tokens]
        if self.turns:
            asked.append([[turn.by_model, *turn.texts()] for turn in self.turns])
        return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Usage:
    """How many tokens a call took. `cached` ones are part of `prompt`; `thought` ones are not
    part of `answer` and cost the same."""

    prompt: int = 0
    answer: int = 0
    thought: int = 0
    cached: int = 0


Piece = str | Usage | ToolCall
"""What a stream is made of: a part of the answer's text, what the call took so far, or something
that the model asks to look at before it goes on."""


class Truncated(Unavailable):
    """The answer broke off. What had come until then is kept; please try again."""


class Blocked(VaultError):
    """The model declined to answer this. Please try again with other texts."""


class LanguageModel(Protocol):
    """Writes text. Adapters: `GeminiModel`, `NoModel`, and `LateModel` in front of a slow one."""

    missing: str | None
    """What to do before this model can write, in one line, or None when it is ready."""

    def name(self, tier: Tier) -> str:
        """Return the name of the model that writes for the tier, as it is priced."""

    def stream(self, prompt: Prompt) -> AsyncGenerator[Piece, None]:
        """Yield the answer's text piece by piece, and between what was taken so far.

        Where there are tools it may also ask to look at something; whoever wants to go on asks
        again, with the call and its result as the last turns.

        The last `Usage` counts, also when the answer breaks off (`Truncated`), is declined
        (`Blocked`) or is not read to its end. Before any text, `TooMany` says when to ask again
        and `Unavailable` what to do. Nothing is asked twice once text has come, and whoever stops
        reading closes the connection.
        """
