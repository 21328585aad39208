"""All that the numbers of a search say, for one period: what the pictures and the API show."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from services.analytics.estimates import Estimates, estimates
from services.analytics.facts import Facts, Gathering, Ways, ways_of
from services.analytics.flow import Flow, flow
from services.analytics.foresight import Forecast, foresight
from services.analytics.ghosts import Ghosts, ghosts
from services.analytics.groups import Groups, grouped, traits_of
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
    estimates: Estimates


@dataclass(frozen=True, slots=True)
class Whole:
    """What all of a person's jobs say together, whatever period is looked at."""

    stages: Stages
    today: date
    facts: Sequence[Facts]
    applications: Sequence[Facts]
    ways: Ways
    quality: Quality
    pacing: Pacing
    foresight: tuple[Forecast, ...]
    estimates: Estimates


def measures(
    cards: Iterable[Card], stages: Stages, period: Span, today: date, goal: int | None = None
) -> Measures:
    """Return the measures of these cards as of today where the person is."""
    return measures_of(whole(cards, Gathering(stages, today), goal), period)


def whole(cards: Iterable[Card], gathering: Gathering, goal: int | None = None) -> Whole:
    """Return what these cards say whatever the period."""
    today, facts = gathering.today, gathering.facts(cards)
    every = [fact for fact in facts if fact.shape.is_application]
    ways = ways_of(every)
    return Whole(
        gathering.stages,
        today,
        facts,
        every,
        ways,
        quality(facts),
        pacing(every, goal, today),
        foresight(every, ways, today),
        estimates(facts),
    )


def measures_of(known: Whole, period: Span, resumes: Mapping[str, str] | None = None) -> Measures:
    """Return the measures of a period; `resumes` names versions by key."""
    stages, today, every = known.stages, known.today, known.applications
    applied, saved = _within(known, period)
    ways = known.ways if len(applied) == len(every) else ways_of(applied)
    answers = replies(applied, period)
    traits = traits_of(applied, resumes or {})
    return Measures(
        period=period,
        today=today,
        applications=len(applied),
        tiles=tiles(every, applied, ways, period, today),
        standing=standing(applied, saved, stages, period),
        funnel=funnel(ways, stages, period),
        flow=flow(ways, stages, period),
        flow_by_kind=flow(ways, stages, period, by_kind=True),
        replies=answers,
        weeks=weeks(every, period, today),
        months=months(applied, period, today),
        weekdays=weekdays(applied, period),
        calendar=calendar(known.facts, period),
        stay=stay(ways, stages, period, today),
        groups=grouped(traits, period),
        salaries=salaries([*saved, *applied], period),
        working=working(traits, len(applied), period),
        ghosts=ghosts(
            every, answers.curve if len(applied) == len(every) else response_curve(every)
        ),
        quality=known.quality,
        pacing=known.pacing,
        foresight=known.foresight,
        estimates=known.estimates,
    )


def _within(known: Whole, period: Span) -> tuple[Sequence[Facts], Sequence[Facts]]:
    """Return the applications of the period, and the jobs saved in it and no more."""
    applied = known.applications
    if not period.holds(None):
        applied = [fact for fact in applied if period.holds(fact.applied_on)]
    return applied, [
        fact
        for fact in known.facts
        if not fact.shape.is_application and period.holds(fact.began_on)
    ]
