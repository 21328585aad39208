"""What changed between two states of a record, and how to apply or take back such a change.

A field maps to the pair `[before, after]`. Long texts map to a splice instead, so that a word
typed into long notes costs a few bytes of history: `{"at", "removed", "inserted"}`.
"""

from collections.abc import Mapping
from itertools import takewhile
from typing import Any

from services.errors import Conflict

Fields = dict[str, Any]
SPLICED = frozenset({"posting", "notes"})


def difference(before: Mapping[str, Any], after: Mapping[str, Any]) -> Fields:
    """Return what turns `before` into `after`; a name that is missing counts as None."""
    names = {**before, **after}
    pairs = {name: (before.get(name), after.get(name)) for name in names}
    return {
        name: _splice(old or "", new or "") if name in SPLICED else [old, new]
        for name, (old, new) in pairs.items()
        if old != new
    }


def inverse(fields: Fields) -> Fields:
    """Return the change that takes this one back."""
    return {name: _turned(change) for name, change in fields.items()}


def apply(values: Mapping[str, Any], fields: Fields) -> dict[str, Any]:
    """Return the values with the change applied.

    Raise `Conflict` naming the field if its value is no longer what the change started from.
    """
    changed = dict(values)
    for name, change in fields.items():
        changed[name] = _applied(name, values.get(name), change)
    return changed


def _splice(old: str, new: str) -> dict[str, Any]:
    at = _shared(old, new)
    tail = _shared(old[at:][::-1], new[at:][::-1])
    return {"at": at, "removed": old[at : len(old) - tail], "inserted": new[at : len(new) - tail]}


def _shared(one: str, other: str) -> int:
    """Return how many characters the two have in common at their start."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _turned(change: Any) -> Any:
    if isinstance(change, dict):
        return {**change, "removed": change["inserted"], "inserted": change["removed"]}
    return change[::-1]


def _applied(name: str, value: Any, change: Any) -> Any:
    if isinstance(change, dict):
        text, start = value or "", change["at"]
        end = start + len(change["removed"])
        if text[start:end] != change["removed"]:
            raise _in_the_way(name)
        return text[:start] + change["inserted"] + text[end:]
    if value != change[0]:
        raise _in_the_way(name)
    return change[1]


def _in_the_way(name: str) -> Conflict:
    return Conflict(
        f"A later change of the {name.replace('_', ' ')} stands in the way. Undo that one first."
    )
