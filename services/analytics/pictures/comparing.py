"""Groups side by side, with how sure one may be of each."""

from collections.abc import Sequence

from services.analytics.about import FEWEST, percent
from services.analytics.foresight import Chance, Forecast
from services.analytics.groups import Group, Groups
from services.analytics.intervals import Rate
from services.analytics.pictures.drawing import (
    HALVES,
    PERCENT,
    Figure,
    Trace,
    beside_average,
    figure,
    rows,
    spread,
)
from services.analytics.pictures.picture import Part, Picture, Row, rate_cells

UNTOLD = "not told"
READINGS = (
    ("Answered", "@accent", "circle", -0.13, "response"),
    ("Interviewed", "@violet", "diamond", 0.13, "interview"),
)


def groups_picture(groups: Groups) -> Picture:
    """Return the rates of groups by one trait, of those that are large enough for one."""
    told = [group for group in groups.groups if group.rates]
    untold = Part("untold", f"{groups.by} {UNTOLD}", groups.untold)
    few = len(groups.groups) - len(told)
    small = f" {few} with under {FEWEST} applications are in the table alone." if few else ""
    can_compare = len(told) > 1
    return Picture(
        f"by-{groups.by.replace(' ', '-')}",
        f"Response by {groups.by}",
        groups.about,
        f"Overlapping intervals cannot be told apart.{small}" if can_compare else groups.refusal,
        (
            *(groups.by.capitalize(), "Applications"),
            *("Answered", "Answered, 95 %", "Interviewed", "Interviewed, 95 %", "Offers"),
        ),
        (
            *(Row(_cells(group), _key(group)) for group in groups.groups),
            *([Row(_untold_cells(len(groups.untold)), "untold")] if groups.untold else []),
        ),
        (*(Part(_key(group), group.name, group.jobs) for group in groups.groups), untold),
        _points(told) if can_compare else None,
    )


def chances_picture(forecast: Forecast) -> Picture:
    """Return the forecast by source where it has proved itself, else the words why not."""
    found = forecast.chances
    return Picture(
        f"chance-{forecast.of}",
        f"Chance of {'an' if forecast.of == 'offer' else 'a'} {forecast.of}",
        forecast.about,
        forecast.words,
        ("Source", "Waiting", "Known before", f"Chance within {forecast.days} days", "95 %"),
        tuple(Row(_chance_cells(each), _key(each)) for each in found),
        tuple(Part(_key(each), f"waiting, by {each.source}", each.jobs) for each in found),
        _chances(found, forecast.base) if found else None,
    )


def _key(group: Group | Chance) -> str:
    # A group may have any name, “untold” too.
    return f"is-{group.key}"


def _cells(group: Group) -> tuple[str, ...]:
    n = f"{group.n:,}"
    if group.rates is None:
        return group.name, n, "too few", "", "", "", ""
    answered, interviewed = rate_cells(group.rates.response), rate_cells(group.rates.interview)
    return group.name, n, *answered[:2], *interviewed[:2], rate_cells(group.rates.offer)[2]


def _untold_cells(count: int) -> tuple[str, ...]:
    return UNTOLD.capitalize(), f"{count:,}", "", "", "", "", ""


def _points(groups: Sequence[Group]) -> Figure:
    keys = [_key(group) for group in groups]
    traces = [
        _dots(name, tone, symbol, shift, [getattr(group.rates, rate) for group in groups], keys)
        for name, tone, symbol, shift, rate in READINGS
    ]
    legend = {"orientation": "h", "y": 1.0, "yanchor": "bottom", "x": 0, "font": {"color": "@text"}}
    return figure(
        traces,
        52 * len(groups) + 84,
        showlegend=True,
        legend=legend,
        margin={"l": 8, "r": 12, "t": 36, "b": 8},
        xaxis=PERCENT | {"range": [-0.02, 1.02]},
        narrow=HALVES,
        yaxis=rows([group.name for group in groups], [group.n for group in groups]),
    )


def _dots(
    name: str, tone: str, symbol: str, shift: float, rates: Sequence[Rate], keys: Sequence[str]
) -> Trace:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": [rate.share for rate in rates],
        "y": [place + shift for place in range(len(rates))],
        "customdata": list(keys),
        "error_x": {**spread(rates), "color": f"{tone}/60"},
        "cliponaxis": False,
        "marker": {"color": tone, "size": 10, "symbol": symbol},
        "text": [rate.words for rate in rates],
        "hovertemplate": f"{name}: %{{text}}<extra></extra>",
    }


def _chance_cells(chance: Chance) -> tuple[str, ...]:
    reach = f"{percent(chance.low)} to {percent(chance.high)}"
    known, waiting = f"{chance.n:,}", f"{len(chance.jobs):,}"
    return chance.source, waiting, known, percent(chance.chance), reach


def _chances(chances: Sequence[Chance], base: Rate) -> Figure:
    return beside_average(
        [(each.low, each.chance, each.high) for each in chances],
        base.share,
        list(map(_key, chances)),
        hover="%{x:.0%}",
        xaxis=PERCENT | {"range": [-0.02, 1.02]},
        narrow=HALVES,
        yaxis=rows([each.source for each in chances], [len(each.jobs) for each in chances]),
    )
