"""What Gemini's refusals and broken connections mean to us."""

import logging
import re
from datetime import timedelta
from math import ceil
from typing import Any

import httpx2
from google.genai.errors import APIError, UnknownApiResponseError

from services.errors import TooMany, Unavailable, VaultError
from services.language.model import Tier

log = logging.getLogger(__name__)

_SECONDS = re.compile(r"(\d+(?:\.\d+)?)s")


def passes(error: Exception) -> bool:
    """Tell whether asking again in a moment may help."""
    if isinstance(error, APIError):
        return error.code in {500, 502, 503, 504}
    # Whoever was silent for the whole of our patience would be so again.
    return isinstance(error, httpx2.HTTPError) and not isinstance(error, httpx2.ReadTimeout)


def translate(error: Exception, tier: Tier, model: str, key_place: str) -> VaultError:
    """Return in our words an error that came before any text."""
    if isinstance(error, httpx2.TimeoutException):
        return Unavailable("The model is taking too long. Please try again in a moment.")
    if isinstance(error, UnknownApiResponseError):
        log.error("gemini's answer could not be read")
        return Unavailable("The model's answer could not be read. Please try again in a moment.")
    if not isinstance(error, APIError):
        return Unavailable("The model cannot be reached. Please try again in a moment.")
    details = _details(error)
    if error.code == 429:
        return _too_many(details)
    if error.code in {401, 403} or _says(details, "API_KEY_INVALID"):
        return _set_up(error, f"The key was not accepted. Please check {key_place}.")
    if error.code == 404:
        setting = "CAREERVAULT_MODEL" if tier is Tier.DEFAULT else "CAREERVAULT_CHEAP_MODEL"
        return _set_up(error, f"The model {model} does not exist any more. Please set {setting}.")
    if error.code and error.code < 500:
        return _set_up(
            error, "The model did not accept this request. Please try it with shorter texts."
        )
    return Unavailable("The model is not answering. Please try again in a few minutes.")


def _set_up(error: APIError, message: str) -> Unavailable:
    # Google's own words stay out of the log: they may repeat what was sent.
    log.error("gemini refused", extra={"code": error.code, "status": error.status})
    return Unavailable(message)


def _details(error: APIError) -> list[dict[str, Any]]:
    body = error.details if isinstance(error.details, dict) else {}
    inner = body.get("error", body)
    found = inner.get("details", []) if isinstance(inner, dict) else []
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _says(details: list[dict[str, Any]], reason: str) -> bool:
    return any(each.get("reason") == reason for each in details)


def _too_many(details: list[dict[str, Any]]) -> TooMany:
    delays = (_SECONDS.fullmatch(str(each.get("retryDelay", ""))) for each in details)
    seconds = next((ceil(float(delay[1])) for delay in delays if delay), 60)
    unit = "1 minute" if seconds <= 60 else f"{-(-seconds // 60)} minutes"
    when = f"{seconds} seconds" if seconds < 60 else unit
    words = f"The model is asked too often at the moment. Please try again in {when}."
    return TooMany(words, timedelta(seconds=seconds))
