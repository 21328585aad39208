"""Logs: one line an event, plain for people or JSON for machines; ids, never content."""

import json
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Literal

from services.errors import VaultError

_USUAL = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


def configure(style: Literal["plain", "json"], level: str) -> None:
    """Send what is logged to standard error, in this style, from this level on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Json() if style == "json" else _Plain())
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    for quiet in ("uvicorn", "botocore", "boto3", "urllib3", "httpx", "asyncio", "watchfiles"):
        logging.getLogger(quiet).setLevel(logging.WARNING)
    logging.getLogger("nicegui").addFilter(is_accident)


@contextmanager
def hushed() -> Iterator[None]:
    """Log warnings and worse alone for as long as this lasts."""
    logging.disable(logging.INFO)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


def is_accident(record: logging.LogRecord) -> bool:
    """Tell accidents from answers: a `VaultError` reaches the person, it needs no traceback."""
    return not (record.exc_info and isinstance(record.exc_info[1], VaultError)) and not isinstance(
        record.msg, VaultError
    )


def _facts(record: logging.LogRecord) -> dict[str, object]:
    return {name: value for name, value in vars(record).items() if name not in _USUAL}


class _Plain(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        facts = " ".join(f"{name}={value!r}" for name, value in _facts(record).items())
        moment = datetime.fromtimestamp(record.created, UTC).strftime("%H:%M:%S")
        # One event, one line: what was logged cannot forge a second one.
        text = record.getMessage().replace("\n", "\\n").replace("\r", "\\r")
        line = f"{moment} {record.levelname.lower():7} {text} {facts}".rstrip()
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line


class _Json(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **_facts(record),
        }
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, default=str, ensure_ascii=False)
