"""What became of the applications of each month, so far."""

from collections.abc import Sequence
from datetime import timedelta

from services.analytics.about import FEWEST, About, percent
from services.analytics.intervals import Rate
from services.analytics.pictures.drawing import (
    PERCENT,
    Figure,
    Trace,
    dates,
    figure,
    named_days,
    spread,
)
from services.analytics.pictures.picture import Part, Picture, Row, rate_cells
from services.analytics.pictures.times import UNDATED
from services.analytics.series import Month, Months

FEW = 6
"""How many months are named each; of more, as many as there is room for."""


def trend_picture(months: Months) -> Picture:
    """Return the rates of each month that has enough applications for one."""
    found = months.months
    told = [month for month in found if month.response.n >= FEWEST]
    words = f"No month of this period has {FEWEST} applications, which a rate takes."
    if told:
        last = told[-1]
        words = f"Of {last.start:%B %Y}, {percent(last.response.share or 0)} were answered so far."
    return Picture(
        "trend",
        "What became of each month",
        About(months.about.n, months.about.period, months.trend),
        words if months.about.n else UNDATED,
        (
            *("Month", "Applications", "Answered", "Answered, 95 %"),
            *("Interviewed", "Interviewed, 95 %", "Still waiting"),
        ),
        tuple(_month_row(month) for month in found),
        tuple(
            Part(month.start.isoformat(), f"applied in {month.start:%B %Y}", month.jobs)
            for month in found
        ),
        _trend(found) if told else None,
    )


def _month_row(month: Month) -> Row:
    few = month.response.n < FEWEST
    cells = ("too few", "", "", "")
    if not few:
        cells = (*rate_cells(month.response)[:2], *rate_cells(month.interview)[:2])
    told = (f"{month.start:%B %Y}", f"{len(month.jobs):,}", *cells, f"{len(month.waiting):,}")
    return Row(told, month.start.isoformat())


def _trend(months: Sequence[Month]) -> Figure:
    response = [month.response if month.response.n >= FEWEST else None for month in months]
    interview = [month.interview if month.response.n >= FEWEST else None for month in months]
    traces = [
        _line(months, response, "Answered", "@accent", "circle"),
        _line(months, interview, "Interviewed", "@violet", "diamond"),
    ]
    legend = {"orientation": "h", "y": 1.12, "x": 0, "font": {"color": "@text"}}
    starts = [month.start for month in months]
    half = timedelta(days=15)
    across = dates(
        tickformat="%b\n%Y",
        range=[(starts[0] - half).isoformat(), (starts[-1] + half).isoformat()],
        # Left to itself, an axis of one month would name it at each of its days.
        **(named_days(starts, "%b") if len(starts) <= FEW else {}),
    )
    axes = {"xaxis": across, "yaxis": PERCENT}
    return figure(traces, 280, showlegend=True, legend=legend, **axes)


def _line(
    months: Sequence[Month], rates: Sequence[Rate | None], name: str, tone: str, symbol: str
) -> Trace:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": name,
        "x": [month.start.isoformat() for month in months],
        "y": [rate.share if rate else None for rate in rates],
        "customdata": [month.start.isoformat() for month in months],
        "error_y": {**spread(rates), "color": f"{tone}/55"},
        "line": {"color": tone, "width": 2},
        "cliponaxis": False,
        "marker": {"color": tone, "size": 8, "symbol": symbol},
        "text": [rate.words if rate else "" for rate in rates],
        "hovertemplate": f"{name} of %{{x|%B %Y}}: %{{text}}<extra></extra>",
    }
