"""What a person chose for themselves: name, time zone, stages, saved views."""

from datetime import date, datetime
from typing import Annotated, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, ConfigDict, Field, Strict

from services.jobs.stages import DEFAULT_STAGES, Stages
from services.record import Line, Record


def is_zone(value: str) -> bool:
    """Tell whether there is a time zone of this name."""
    try:
        return ZoneInfo(value).key == value
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def _known_zone(value: str) -> str:
    if value and not is_zone(value):
        raise ValueError("That time zone is not known.")
    return value


class View(Record):
    """A named filter of the dashboard; `query` is its URL query string."""

    name: Annotated[Line, Field(min_length=1, max_length=60)]
    query: Annotated[str, Field(max_length=2_000)]


Goal = Annotated[int, Strict(), Field(ge=1, le=200)]
"""How many applications somebody wants to send in a week."""


class Profile(Record):
    """One person's settings. An empty zone is not known yet; without a goal none is set."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    name: Annotated[Line, Field(max_length=100)] = ""
    email: str = ""
    created: datetime | None = None
    zone: Annotated[str, Field(max_length=60), AfterValidator(_known_zone)] = ""
    stages: Stages = DEFAULT_STAGES
    views: Annotated[tuple[View, ...], Field(max_length=50)] = ()
    chat_days: Annotated[int, Field(ge=1, le=3_650)] = 90
    """For how many days what was said to the assistant is kept."""
    is_quick: bool = False
    """Whether the cheap model answers in conversations, and not the usual one."""
    goal: Goal | None = None

    def day(self, moment: datetime) -> date:
        """Return the calendar day of a moment where the person is."""
        return moment.astimezone(ZoneInfo(self.zone or "UTC")).date()


def keep_known(stored: dict[str, Any], profile: Profile) -> dict[str, Any]:
    """Return the stored body with the profile's fields, leaving what others keep beside them."""
    return {**stored, **profile.model_dump(mode="json")}
