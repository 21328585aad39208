"""The fake's answers on Google's wire: one JSON object, or a row of server-sent events."""

import json
import re
from base64 import b64encode
from collections.abc import Iterator
from typing import Any

from services.language.fake.asked import Asked, count
from services.language.fake.scenario import Scenario
from services.language.fake.shaping import fill
from services.language.fake.talking import Wish, talker
from services.language.fake.voices import Honest, Inventing, Obedient

Chunk = dict[str, Any]
_VOICES = {Scenario.INVENTING: Inventing, Scenario.OBEDIENT: Obedient}
_THOUGHTS = {"MINIMAL": 0, "LOW": 16, "MEDIUM": 64, "HIGH": 256}
_HUGE = 10_000_000
_PIECES = re.compile(r"(?:\S+\s*){1,6}")
"""Six words a chunk, spaces kept."""


def write(asked: Asked, scenario: Scenario) -> str:
    """Return the whole text of an answer."""
    if scenario is Scenario.HUGE:
        return "words without end " * (_HUGE // 18)
    if asked.is_conversation:
        return talker(asked, scenario).words()
    voice: Honest = _VOICES.get(scenario, Honest)(asked.material)
    if not asked.schema:
        return voice.advice()
    text = json.dumps(fill(asked.schema, voice), ensure_ascii=False)
    return text[: len(text) * 2 // 3] if scenario is Scenario.BROKEN_JSON else text


def chunks(asked: Asked, scenario: Scenario) -> Iterator[Chunk]:
    """Yield the answer as it streams; the reason for the end stands on the last chunk alone."""
    if scenario is Scenario.PROMPT_BLOCKED:
        usage = _usage(asked, 0, 0)
        yield {"promptFeedback": {"blockReason": "SAFETY"}, "usageMetadata": usage}
        return
    if asked.tools and (wishes := talker(asked, scenario).wishes()):
        yield _wishing(asked, wishes)
        return
    thoughts = _thoughts(asked)
    room = int(asked.settings.get("maxOutputTokens", 65_536)) - thoughts
    told = 0
    for piece in _pieces(write(asked, scenario), scenario):
        told += count(piece)
        if told > room and scenario is not Scenario.HUGE:
            break
        candidate: Chunk = {"content": {"parts": [{"text": piece}], "role": "model"}, "index": 0}
        yield {"candidates": [candidate], "usageMetadata": _usage(asked, told, thoughts)}
    yield _last(asked, scenario, told, room, thoughts)


def whole(asked: Asked, scenario: Scenario) -> Chunk:
    """Return the answer in one piece."""
    every = list(chunks(asked, scenario))
    parts = [
        part
        for chunk in every
        for candidate in chunk.get("candidates", [])
        for part in candidate.get("content", {}).get("parts", [])
    ]
    last = every[-1]
    if not parts:
        return last
    if any("functionCall" in part for part in parts):
        return last
    text = "".join(part["text"] for part in parts)
    candidate = {**last["candidates"][0], "content": {"parts": [{"text": text}], "role": "model"}}
    return {**last, "candidates": [candidate]}


def _wishing(asked: Asked, wishes: list[Wish]) -> Chunk:
    parts: list[Chunk] = [
        {"functionCall": {"id": f"call-{number}", "name": name, "args": arguments}}
        for number, (name, arguments) in enumerate(wishes)
    ]
    # The first of several calls carries the thoughts that led to all of them.
    parts[0]["thoughtSignature"] = sign(wishes)
    candidate = {"content": {"parts": parts, "role": "model"}, "finishReason": "STOP", "index": 0}
    usage = _usage(asked, count(str(wishes)), _thoughts(asked))
    return {"candidates": [candidate], "usageMetadata": usage, "modelVersion": asked.model}


def sign(wishes: list[Wish]) -> str:
    """Return the signature of the thoughts behind some calls, which must come back with them."""
    return b64encode(str([name for name, _ in wishes]).encode()).decode()


def _pieces(text: str, scenario: Scenario) -> list[str]:
    if scenario is Scenario.HUGE:
        return [text[start : start + 50_000] for start in range(0, len(text), 50_000)]
    pieces = _PIECES.findall(text)
    return pieces[: len(pieces) // 2] if scenario is Scenario.ANSWER_BLOCKED else pieces


def _last(asked: Asked, scenario: Scenario, told: int, room: int, thoughts: int) -> Chunk:
    usage = _usage(asked, told, thoughts)
    if scenario is Scenario.ANSWER_BLOCKED:
        return {"candidates": [{"finishReason": "SAFETY", "index": 0}], "usageMetadata": usage}
    # Current models send a signature of their thoughts with the last, empty part.
    part = {"text": "", "thoughtSignature": "c2lnbmVk"}
    candidate = {
        "content": {"parts": [part], "role": "model"},
        "finishReason": "MAX_TOKENS" if told > room and scenario is not Scenario.HUGE else "STOP",
        "index": 0,
    }
    return {"candidates": [candidate], "usageMetadata": usage, "modelVersion": asked.model}


def _thoughts(asked: Asked) -> int:
    level = str((asked.settings.get("thinkingConfig") or {}).get("thinkingLevel", "MEDIUM"))
    return _THOUGHTS.get(level.upper(), 64)


def _usage(asked: Asked, told: int, thoughts: int) -> dict[str, int]:
    prompt = count(asked.sent)
    return {
        "promptTokenCount": prompt,
        "candidatesTokenCount": told,
        "thoughtsTokenCount": thoughts,
        "totalTokenCount": prompt + told + thoughts,
    }
