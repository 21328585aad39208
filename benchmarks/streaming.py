"""The first streamed word: through the app's adapter, beside a bare client of the same server.

`python -m benchmarks.streaming` asks our own Gemini in turns and prints both medians and what the
adapter adds (budget: 50 ms).
"""

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from statistics import median
from typing import Any

import httpx2

from services.language.fake.gemini import KEY
from services.language.gemini import GeminiModel
from services.language.model import Material, Prompt, Tier

ROUNDS = 200
WARM_UP = 10
NAME = "gemini-3.8-flash"
PROMPT = Prompt(
    task="Say how the resume meets the posting.",
    material=(
        Material("resume", "Kept the timetable of forty buses in Leeds\n" * 80),
        Material("posting", "You plan the timetable of our buses and trams\n" * 60),
    ),
    version="benchmark",
)


def first_of_bare(client: httpx2.AsyncClient) -> Callable[[], Awaitable[None]]:
    """Return a call by hand that ends with the first text."""
    parts = [{"text": material.text} for material in PROMPT.material]
    body: dict[str, Any] = {"contents": [{"role": "user", "parts": parts}]}

    async def ask() -> None:
        path = f"/v1/models/{NAME}:streamGenerateContent?alt=sse"
        async with client.stream("POST", path, json=body) as answer:
            async for line in answer.aiter_lines():
                if line.startswith("data: "):
                    assert json.loads(line.removeprefix("data: "))["candidates"]
                    return

    return ask


def first_of_ours(model: GeminiModel) -> Callable[[], Awaitable[None]]:
    """Return a call through the adapter that ends with the first text."""

    async def ask() -> None:
        stream = model.stream(PROMPT)
        assert isinstance(await anext(stream), str)
        await stream.aclose()

    return ask


async def took(ask: Callable[[], Awaitable[None]]) -> float:
    """Return how many milliseconds a call took."""
    start = time.perf_counter()
    await ask()
    return (time.perf_counter() - start) * 1000


async def compare(url: str) -> None:
    """Ask both in turns and print what came of it."""
    bare: list[float] = []
    ours: list[float] = []
    model = GeminiModel(KEY, {Tier.DEFAULT: NAME}, base_url=url)
    async with httpx2.AsyncClient(base_url=url, headers={"x-goog-api-key": KEY}) as client:
        by_hand, by_adapter = first_of_bare(client), first_of_ours(model)
        for _ in range(WARM_UP + ROUNDS):
            bare.append(await took(by_hand))
            ours.append(await took(by_adapter))
    await model.close()
    left, right = median(bare[WARM_UP:]), median(ours[WARM_UP:])
    worst = sorted(ours[WARM_UP:])[int(ROUNDS * 0.95)]
    print(f"first text, bare client      {left:6.1f} ms")
    print(f"first text, our adapter      {right:6.1f} ms (95 of 100 under {worst:.1f})")
    print(f"the adapter adds             {right - left:6.1f} ms (budget 50)")
    print(f"the very first call took     {ours[0]:6.1f} ms")


def main() -> None:
    """Serve in another process, as Google does, and compare."""
    command = [sys.executable, "-m", "tests.fake_gemini"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout
            url = next(word for word in server.stdout.readline().split() if "://" in word)
            asyncio.run(compare(url))
        finally:
            server.terminate()


if __name__ == "__main__":
    main()
