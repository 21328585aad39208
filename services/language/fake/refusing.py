"""What Google refuses, the fake refuses: otherwise a test would promise too much."""

from typing import Any

from services.language.fake.asked import Asked

Reply = tuple[int, dict[str, Any]]
"""A status and the body that goes with it."""

_STATUSES = {
    400: "INVALID_ARGUMENT",
    403: "PERMISSION_DENIED",
    404: "NOT_FOUND",
    429: "RESOURCE_EXHAUSTED",
    500: "INTERNAL",
    503: "UNAVAILABLE",
}
_KNOWN = {
    "contents",
    "systemInstruction",
    "generationConfig",
    "tools",
    "toolConfig",
    "safetySettings",
    "cachedContent",
    "model",
    "generateContentRequest",
}


def refusal(code: int, message: str, *details: dict[str, Any]) -> Reply:
    """Return an error as Google words it."""
    error = {"code": code, "message": message, "status": _STATUSES[code]}
    return code, {"error": {**error, "details": list(details)} if details else error}


def limited(seconds: int) -> Reply:
    """Return the error for too many requests, with the time to wait."""
    info = {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": f"{seconds}s"}
    return refusal(429, "You exceeded your current quota.", info)


def refuse_key(given: str, key: str) -> Reply | None:
    """Return the error for a key that is missing or wrong."""
    if not given:
        return refusal(403, "Method doesn't allow unregistered callers.")
    if given == key:
        return None
    reason = "API_KEY_INVALID"
    info = {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": reason}
    return refusal(400, "API key not valid. Please pass a valid API key.", info)


def refuse(asked: Asked, models: tuple[str, ...]) -> Reply | None:
    """Return the error for a request that cannot be answered, or None."""
    if asked.model not in models:
        return refusal(404, f"models/{asked.model} is not found for API version v1.")
    if message := _fault(asked):
        return refusal(400, message)
    return None


def _fault(asked: Asked) -> str | None:
    if unknown := sorted(asked.body.keys() - _KNOWN):
        return f'Invalid JSON payload received. Unknown name "{unknown[0]}": Cannot find field.'
    if not asked.contents:
        return "* GenerateContentRequest.contents: contents is not specified"
    if not all(turn.get("parts") for turn in asked.contents):
        return "* GenerateContentRequest.contents[0].parts: contents.parts must not be empty."
    thinking = asked.settings.get("thinkingConfig") or {}
    if "thinkingBudget" in thinking and "thinkingLevel" in thinking:
        return "You can only set only one of thinking budget and thinking level."
    if _mentions(asked.settings.get("responseSchema"), "additionalProperties"):
        return 'Invalid JSON payload received. Unknown name "additionalProperties".'
    if name := _unsigned_call(asked.contents):
        return f"Function call `{name}` is missing a thought_signature."
    if not _are_answered(asked.contents):
        return (
            "Please ensure that the number of function response parts is equal to the number of"
            " function call parts of the function call turn."
        )
    return None


def _are_answered(contents: list[dict[str, Any]]) -> bool:
    """Tell whether every turn of calls is followed by as many results, and none by others."""
    asked = 0
    for turn in contents:
        found = sum("functionResponse" in part for part in turn["parts"])
        if found != asked:
            return False
        asked = sum("functionCall" in part for part in turn["parts"])
    return not asked


def _mentions(value: Any, key: str) -> bool:
    if isinstance(value, dict):
        return key in value or any(_mentions(each, key) for each in value.values())
    return isinstance(value, list) and any(_mentions(each, key) for each in value)


def _unsigned_call(contents: list[dict[str, Any]]) -> str | None:
    """Return the first call of a step in the current turn that lost its signature."""
    for turn in reversed(contents):
        parts = turn["parts"]
        if turn.get("role") != "model" and any("text" in part for part in parts):
            return None  # where the current turn began
        calls = [part for part in parts if "functionCall" in part]
        if calls and not calls[0].get("thoughtSignature"):
            return str(calls[0]["functionCall"].get("name"))
    return None
