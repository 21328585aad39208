"""What happened when: weeks, days of the week, and a calendar."""

from collections.abc import Sequence
from datetime import date, timedelta
from math import ceil

from services.analytics.about import applications
from services.analytics.pictures.drawing import BARE, Figure, dates, figure, named_days, rows
from services.analytics.pictures.picture import Part, Picture, Row, days_words
from services.analytics.series import (
    WEEKDAYS,
    ActiveDay,
    Calendar,
    Week,
    Weekdays,
    Weeks,
)

WEEK = timedelta(days=7)
MOST_WEEKS = 53
"""How many weeks the calendar draws: a year of them, the last of the period."""

FEW_WEEKS, SOME_WEEKS = 10, 20
"""How many weeks are drawn at least, and up to how many are named by their Mondays."""

WHOLE = 6
"""From this many on, Plotly counts in whole numbers by itself."""

UNDATED = "No application with a known day in this period yet."


def weeks_picture(weeks: Weeks, today: date) -> Picture:
    """Return the applications of each week and the mean of four."""
    found, n = weeks.weeks, weeks.about.n
    running = [week.start + WEEK > today for week in found]
    # The running week has not seen all of its applications yet.
    means = [week.mean for week, runs in zip(found, running, strict=True) if week.mean and not runs]
    mean = f" Lately {means[-1]:g} a week, as the mean of four." if means else ""
    return Picture(
        "weeks",
        "Applications a week",
        weeks.about,
        f"{applications(n).capitalize()} in {_weeks_words(len(found))}.{mean}" if n else UNDATED,
        ("Week of", "Applications", "Mean of four weeks"),
        tuple(map(_week_row, found, running)),
        tuple(
            Part(week.start.isoformat(), f"week of {week.start:%-d %b %Y}", week.jobs)
            for week in found
        ),
        _bars_and_mean(found, running) if n else None,
    )


def weekdays_picture(weekdays: Weekdays) -> Picture:
    """Return what was sent and what came on each day of the week."""
    days, n = weekdays.days, weekdays.about.n
    most = max(days, key=lambda day: len(day.applied))
    sent = [Part(f"sent-{day.weekday}", f"sent on a {day.name}", day.applied) for day in days]
    came = [
        Part(f"came-{day.weekday}", f"first replies on a {day.name}", day.answered) for day in days
    ]
    return Picture(
        "weekdays",
        "Days of the week",
        weekdays.about,
        f"Most applications went out on a {most.name}: {len(most.applied):,} of {n:,}."
        if n
        else UNDATED,
        ("Day", "Sent", "First replies"),
        tuple(
            Row((day.name, f"{len(day.applied):,}", f"{len(day.answered):,}"), part.key)
            for day, part in zip(days, sent, strict=True)
        ),
        (*sent, *came),
        _pairs(sent, came) if n else None,
    )


def calendar_picture(calendar: Calendar) -> Picture:
    """Return the days on which something moved, as a calendar of at most a year."""
    days = calendar.days
    moved = f"Something moved on {days_words(len(days))}"
    return Picture(
        "calendar",
        "Days of activity",
        calendar.about,
        f"{moved}; the calendar shows the last {MOST_WEEKS} weeks."
        if days
        else "Nothing moved on a known day of this period.",
        ("Day", "Moves", "Applications"),
        tuple(
            Row(
                (f"{each.day:%a %-d %b %Y}", f"{each.moves:,}", f"{len(each.applied):,}"),
                each.day.isoformat(),
            )
            for each in days
        ),
        tuple(
            Part(each.day.isoformat(), f"moved on {each.day:%-d %b %Y}", each.jobs) for each in days
        ),
        _squares(days) if days else None,
    )


def _weeks_words(count: int) -> str:
    return "one week" if count == 1 else f"{count:,} weeks"


def _week_row(week: Week, is_running: bool) -> Row:
    name = f"{week.start:%-d %b %Y}{', so far' if is_running else ''}"
    mean = "" if week.mean is None else f"{week.mean:g}"
    return Row((name, f"{len(week.jobs):,}", mean), week.start.isoformat())


def _bars_and_mean(weeks: Sequence[Week], running: Sequence[bool]) -> Figure:
    starts = [week.start.isoformat() for week in weeks]
    bars = {
        "type": "bar",
        "x": starts,
        "y": [len(week.jobs) for week in weeks],
        "customdata": starts,
        # In milliseconds; left to itself, a bar without neighbours would be as wide as a day.
        "width": 0.75 * WEEK / timedelta(milliseconds=1),
        "marker": {
            "color": "@accent~45",
            # Not colour alone: a week that is not over yet is hatched.
            "pattern": {"shape": ["/" if runs else "" for runs in running], "size": 6},
        },
        "hovertemplate": "Week of %{x|%-d %b %Y}: %{y:,}<extra></extra>",
    }
    line = {
        "type": "scatter",
        "mode": "lines",
        "x": starts,
        # The week that is not over would bend it down.
        "y": [None if runs else week.mean for week, runs in zip(weeks, running, strict=True)],
        "line": {"color": "@accent", "width": 2.5},
        "hovertemplate": "Mean of four weeks: %{y:.1f}<extra></extra>",
    }
    most = max(len(week.jobs) for week in weeks)
    # Half an application is none.
    whole = {"dtick": 1} if most < WHOLE else {}
    return figure([bars, line], 260, xaxis=_mondays(weeks), yaxis={"rangemode": "tozero", **whole})


def _mondays(weeks: Sequence[Week]) -> Figure:
    """Return an axis of weeks, with room for a few where there are fewer."""
    last, count = weeks[-1].start, max(len(weeks), FEW_WEEKS)
    mondays = [last - WEEK * back for back in reversed(range(count))]
    ends = [(mondays[0] - WEEK / 2).isoformat(), (last + WEEK / 2).isoformat()]
    if count > SOME_WEEKS:
        return dates(range=ends)
    some = mondays[:: -ceil(count / 5)]
    return dates(range=ends, **named_days(some[::-1], "%-d %b"))


def _pairs(sent: Sequence[Part], came: Sequence[Part]) -> Figure:
    bars = [
        {
            "type": "bar",
            "orientation": "h",
            "y": list(range(7)),
            "x": [len(part.jobs) for part in parts],
            "customdata": [part.key for part in parts],
            "text": [f"{len(part.jobs):,} {name}" if part.jobs else "" for part in parts],
            "textposition": "outside",
            "cliponaxis": False,
            "marker": {"color": tone},
            "hovertemplate": "%{text}<extra></extra>",
        }
        for name, tone, parts in (("sent", "@accent~45", sent), ("first replies", "@violet", came))
    ]
    most = max(len(part.jobs) for part in (*sent, *came))
    axes = {
        "xaxis": {**BARE, "range": [0, most * 1.45]},
        "narrow": {"xaxis": {"range": [0, most * 2]}},
        "yaxis": rows(WEEKDAYS),
    }
    return figure(bars, 320, bargap=0.3, **axes)


def _squares(days: Sequence[ActiveDay]) -> Figure:
    end = days[-1].day
    last = end - timedelta(days=end.weekday())
    mondays = [last - WEEK * back for back in reversed(range(MOST_WEEKS))]
    held = {each.day: each for each in days}
    grid = [
        [held.get(monday + timedelta(days=number)) for monday in mondays] for number in range(7)
    ]
    squares = {
        "type": "heatmap",
        "x": [monday.isoformat() for monday in mondays],
        "y": list(range(7)),
        "z": [[each.moves if each else 0 for each in row] for row in grid],
        "customdata": [[each.day.isoformat() if each else "" for each in row] for row in grid],
        "text": [[_day_words(each) for each in row] for row in grid],
        "hovertemplate": "%{text}<extra></extra>",
        "colorscale": [[0, "@hover"], [0.001, "@accent~30"], [1, "@accent"]],
        "zmin": 0,
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
    }
    names = rows(("Mon", "", "Wed", "", "Fri", "", "Sun"), tickfont={"color": "@muted", "size": 11})
    axes = {"xaxis": dates(tickformat="%b\n%Y", nticks=6), "yaxis": names}
    few = {"xaxis": {"range": [(last - WEEK * 22).isoformat(), (last + WEEK / 2).isoformat()]}}
    return figure([squares], 200, narrow=few, **axes)


def _day_words(day: ActiveDay | None) -> str:
    if day is None:
        return "nothing moved"
    moves = f"{day.moves:,} move{'' if day.moves == 1 else 's'}"
    return f"{day.day:%a %-d %b %Y}: {moves}, {applications(len(day.applied))}"
