"""All that the numbers of a search say, for one period: what the pictures and the API show."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from services.analytics.facts import Facts, gather
from services.analytics.flow import Flow, flow
from services.analytics.foresight import Forecast, foresight
from services.analytics.ghosts import Ghosts, ghosts
from services.analytics.groups import Groups, grouped
from services.analytics.pacing import Pacing, pacing
from services.analytics.quality import Quality, quality
from services.analytics.replies import Replies, replies, response_curve
from services.analytics.salaries import Salaries, salaries
from services.analytics.series import (
    Calendar,
    Months,
    Weekdays,
    Weeks,
    calendar,
    months,
    weekdays,
    weeks,
)
from services.analytics.span import Span
from services.analytics.standing import Funnel, Standing, funnel, standing
from services.analytics.stay import Stay, stay
from services.analytics.tiles import Tiles, tiles
from services.analytics.working import Working, working
from services.jobs.job import Card
from services.jobs.stages import Stages


@dataclass(frozen=True, slots=True)
class Measures:
    """The measures of a period. `applications` counts the jobs that were applied for in it: the
    total of every picture of applications, apart from those it says it leaves out.

    `ghosts`, `quality`, `pacing` and `foresight` look at the whole search.
    """

    period: Span
    today: date
    applications: int
    tiles: Tiles
    standing: Standing
    funnel: Funnel
    flow: Flow
    flow_by_kind: Flow
    replies: Replies
    weeks: Weeks
    months: Months
    weekdays: Weekdays
    calendar: Calendar
    stay: Stay
    groups: tuple[Groups, ...]
    salaries: Salaries
    working: Working
    ghosts: Ghosts
    quality: Quality
    pacing: Pacing
    foresight: tuple[Forecast, ...]


def measures(
    cards: Iterable[Card],
    stages: Stages,
    period: Span,
    today: date,
    goal: int | None = None,
    resumes: Mapping[str, str] | None = None,
) -> Measures:
    """Return the measures as of today where the person is; `resumes` names versions by key."""
    facts = gather(cards, stages, today)
    every, applied, saved = _parted(facts, period)
    marks = [fact.shape.marks for fact in applied]
    answers = replies(applied, period)
    groups = grouped(applied, marks, period, resumes or {})
    return Measures(
        period=period,
        today=today,
        applications=len(applied),
        tiles=tiles(every, applied, marks, period, today),
        standing=standing(applied, saved, stages, period),
        funnel=funnel(applied, stages, period),
        flow=flow(applied, stages, period),
        flow_by_kind=flow(applied, stages, period, by_kind=True),
        replies=answers,
        weeks=weeks(every, period, today),
        months=months(applied, period, today),
        weekdays=weekdays(applied, period),
        calendar=calendar(facts, period),
        stay=stay(applied, stages, period, today),
        groups=groups,
        salaries=salaries([*saved, *applied], period),
        working=working(groups, len(applied), period),
        ghosts=ghosts(
            every, answers.curve if len(applied) == len(every) else response_curve(every)
        ),
        quality=quality(facts),
        pacing=pacing(every, goal, today),
        foresight=foresight(every, today),
    )


def _parted(facts: Sequence[Facts], period: Span) -> tuple[list[Facts], list[Facts], list[Facts]]:
    """Return every application, those of the period, and the jobs saved in it and no more."""
    every = [fact for fact in facts if fact.shape.is_application]
    applied = every
    if not period.holds(None):
        applied = [fact for fact in every if period.holds(fact.applied_on)]
    saved = [
        fact for fact in facts if not fact.shape.is_application and period.holds(fact.began_on)
    ]
    return every, applied, saved
