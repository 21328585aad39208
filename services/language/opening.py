"""The models an instance may have, each opened when it is first asked."""

from collections.abc import Mapping

from services.language.late import LateModel
from services.language.model import LanguageModel, Tier
from services.language.silent import NoModel

_DEMO_PACE = 0.03
"""Seconds between two chunks of the demo's answers, so that they are seen to stream."""


def open_gemini(key: str | None, names: Mapping[Tier, str]) -> LanguageModel:
    """Return Gemini, or without a key the model that says how to add one."""
    if not key:
        return NoModel()

    def load() -> LanguageModel:
        from services.language.gemini import GeminiModel

        return GeminiModel(key, names)

    return LateModel(names, load)


def open_fake(names: Mapping[Tier, str]) -> LanguageModel:
    """Return the demo's model: Gemini's client, talking to a server in this process."""

    def load() -> LanguageModel:
        from services.language.fake.gemini import KEY, FakeGemini
        from services.language.fake.serving import start
        from services.language.gemini import GeminiModel

        url, _ = start(FakeGemini(models=tuple(names.values()), pace=_DEMO_PACE))
        return GeminiModel(KEY, names, base_url=url)

    return LateModel(names, load)
