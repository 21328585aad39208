"""How the fields of a job stand in inputs, and back."""

import re
from typing import Any

from services.jobs.job import Details

HOST_FIRST = re.compile(r"[\w-]+(\.[\w-]+)+([/?#]|$)")
"""A web address as people write it by hand, without its https://."""

SIGNS = {"€": "EUR", "£": "GBP"}
"""Signs that mean one currency only."""

AMOUNTS = frozenset({"salary.min", "salary.max"})
_AMOUNT = re.compile(
    r"(?P<whole>\d+|[1-9]\d{0,2}(?:([.,])\d{3})(?:\2\d{3})*)(?:[.,](?P<cents>\d{1,2}|-))?(?P<many>k?)",
    re.IGNORECASE | re.ASCII,
)

NULLS = frozenset({"applied_on"})
"""Fields where an emptied input says something: that the day is not known."""

TEXTS = frozenset(name for name, field in Details.model_fields.items() if field.default == "") | {
    "posting",
    "notes",
    "company",
    "position",
}


def clean(name: str, value: Any) -> Any:
    """Return what was entered as a record takes it; nothing is None, or an empty text."""
    if isinstance(value, str):
        value = value.strip()
        if name == "salary.currency":
            value = SIGNS.get(value, value.upper())
        if name in AMOUNTS:
            value = amount(value)
        if name == "url" and HOST_FIRST.match(value):
            value = f"https://{value}"
    if value in ("", None):
        return None if name not in TEXTS else ""
    return list(value) if isinstance(value, list | tuple) else value


def amount(typed: str) -> float | str:
    """Return the money that was typed in whichever country's way, what is none as it was typed.

    A point or comma before three digits parts thousands; before one or two it parts cents.
    """
    found = _AMOUNT.fullmatch(re.sub(r"[\s'\u2019€$£]", "", typed))
    if not found:
        return typed
    whole = re.sub("[.,]", "", found["whole"])
    cents = (found["cents"] or "0").replace("-", "0")
    return float(f"{whole}.{cents}") * (1000 if found["many"] else 1)


def part(values: dict[str, Any], name: str) -> Any:
    """Return a field of a job, or `salary.min` and its like, which is a part of one."""
    first, _, second = name.partition(".")
    value = values.get(first)
    return (value or {}).get(second) if second else value


def worn(name: str, value: Any) -> Any:
    """Return a field as its input shows it."""
    if name == "tags":
        return list(value or [])
    if name in AMOUNTS:
        return "" if value is None else f"{value:.2f}".removesuffix(".00")
    return value if value is not None or name not in TEXTS else ""


def belongs(key: str, name: str) -> bool:
    """Tell whether what is said about the field `key` is about the input of this name."""
    return key == name or key.startswith(f"{name}.") or (key == "salary" and name == "salary.min")
