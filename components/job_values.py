"""How the fields of a job stand in inputs, and back."""

import re
from math import isfinite
from typing import Any

from services.jobs.job import Details

HOST_FIRST = re.compile(r"[\w-]+(\.[\w-]+)+([/?#]|$)")
"""A web address as people write it by hand, without its https://."""

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
            value = value.upper()
        if name == "url" and HOST_FIRST.match(value):
            value = f"https://{value}"
    if value in ("", None):
        return None if name not in TEXTS else ""
    return list(value) if isinstance(value, list | tuple) else value


def number(typed: str | float) -> float | None:
    """Return the number that was typed, None where there is none."""
    try:
        value = float(typed)
    except ValueError:
        return None
    return value if isfinite(value) else None


def part(values: dict[str, Any], name: str) -> Any:
    """Return a field of a job, or `salary.min` and its like, which is a part of one."""
    first, _, second = name.partition(".")
    value = values.get(first)
    return (value or {}).get(second) if second else value


def worn(name: str, value: Any) -> Any:
    """Return a field as its input shows it."""
    if name == "tags":
        return list(value or [])
    return value if value is not None or name not in TEXTS else ""


def belongs(key: str, name: str) -> bool:
    """Tell whether what is said about the field `key` is about the input of this name."""
    return key == name or key.startswith(f"{name}.") or (key == "salary" and name == "salary.min")
