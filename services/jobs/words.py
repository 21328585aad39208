"""Events in words, as a timeline and a notice say them."""

from collections.abc import Sequence
from typing import Any

from services.jobs.event import Event, EventKind
from services.jobs.job import Card, Salary
from services.jobs.stages import Stages

VERBS = {
    EventKind.ADDED: "Added",
    EventKind.EDITED: "Edited",
    EventKind.MOVED: "Moved",
    EventKind.CLOSED: "Ended",
    EventKind.REOPENED: "Reopened",
    EventKind.CORRECTED: "Corrected",
    EventKind.TRASHED: "Put in the trash",
    EventKind.RESTORED: "Restored",
    EventKind.UNDONE: "Undone",
    EventKind.REDONE: "Redone",
}
SPOKEN_WHOLE = {EventKind.ADDED, EventKind.MOVED, EventKind.CLOSED, EventKind.REOPENED}
UNSPOKEN = {"moves", "provenance"}
SALARY = {"min": "from ", "max": "to ", "period": "a "}


def taken_back(key: str, kind: EventKind, cards: Sequence[Card]) -> str:
    """Say what an undo or redo did: “Undone: moved Acme, Programmer”."""
    which = f"{cards[0].company}, {cards[0].position}" if len(cards) == 1 else f"{len(cards)} jobs"
    return f"{'Undone' if key == 'undo' else 'Redone'}: {VERBS[kind].lower()} {which}"


def sentence(event: Event, stages: Stages) -> str:
    """Say in one line what an event did to its job."""
    fields = event.fields
    if event.kind in (EventKind.UNDONE, EventKind.REDONE):
        return f"{VERBS[event.kind]}: {_names(fields) or 'a change'}"
    if "stage" in fields and event.kind is EventKind.MOVED:
        old, new = (_stage(stage, stages) for stage in fields["stage"])
        return f"Moved from {old} to {new}"
    if event.kind is EventKind.CLOSED:
        return f"Ended: {fields['outcome'][1]}"
    if event.kind is EventKind.EDITED:
        return f"Edited {_names(fields)}"
    if event.kind is EventKind.CORRECTED:
        return "Corrected the history of its stages"
    return VERBS[event.kind]


def details(event: Event, stages: Stages) -> list[tuple[str, str, str]]:
    """Return each short field that changed: its name, and its value before and after, in words."""
    if event.kind in SPOKEN_WHOLE:
        return []
    if event.kind is EventKind.CORRECTED:
        before, after = event.fields["moves"]
        return _corrections(before, after, stages)
    return [
        (_name(field), _value(field, change[0], stages), _value(field, change[1], stages))
        for field, change in event.fields.items()
        if isinstance(change, list) and field not in UNSPOKEN | {"trashed"}
    ]


def salary_words(salary: Salary | None) -> str:
    """Return a salary as a person reads it."""
    if salary is None:
        return ""
    ends = [f"{end:,.0f}" for end in (salary.min, salary.max) if end is not None]
    if not ends:
        return salary.text
    amount = " – ".join(dict.fromkeys(ends))
    period = f" a {salary.period}" if salary.period else ""
    return f"{salary.currency or ''} {amount}{period}".strip()


def _corrections(
    before: list[dict[str, Any]], after: list[dict[str, Any]], stages: Stages
) -> list[tuple[str, str, str]]:
    """Return each move that was put right or taken out, told by when it was recorded."""
    now = {(move["at"], move["stage"], move["outcome"]): move["on"] for move in after}
    found = []
    for move in before:
        place = (move["at"], move["stage"], move["outcome"])
        name = move["outcome"] or _stage(move["stage"], stages)
        old = move["on"] or "day not known"
        if place not in now:
            found.append((name, old, "taken out"))
        elif now[place] != move["on"]:
            found.append((name, old, now[place] or "day not known"))
    return found


def _names(fields: dict[str, Any]) -> str:
    return ", ".join(_name(field) for field in fields if field not in UNSPOKEN)


def _name(field: str) -> str:
    return {"next_step_on": "day of the next step", "url": "link"}.get(
        field, field.replace("_", " ")
    )


def _stage(stage: str, stages: Stages) -> str:
    found = stages.find(stage)
    return found.name if found else stage


def _value(field: str, value: Any, stages: Stages) -> str:
    if value in (None, "", [], {}):
        return "nothing"
    if field == "stage":
        return _stage(value, stages)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, dict):
        known = {part: each for part, each in value.items() if each not in (None, "")}
        return ", ".join(f"{SALARY.get(part, '')}{_amount(each)}" for part, each in known.items())
    return str(value)


def _amount(value: Any) -> str:
    if not isinstance(value, int | float):
        return str(value)
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"
