"""What all figures have in common: one theme, in tones that the browser turns into colours.

A figure is what Plotly draws, as plain data. “@blue” is the colour of that name in the
stylesheet, light or dark as the page is; “@blue/30” lets 70 % of what is behind it through, and
“@blue~30” is 30 % of it in the colour of the card. `narrow` is what is laid out otherwise where
there is little room; `data` in it is of the traces.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from html import escape
from textwrap import wrap
from typing import Any

from services.analytics.intervals import Rate
from services.jobs.stages import Outcome, StageKind, Stages

Figure = dict[str, Any]
Trace = dict[str, Any]

LETTERS, LINES = 18, 2
"""How much of a name a figure shows; its table shows all of it."""

AXIS = {
    "fixedrange": True,
    "zeroline": False,
    "showline": False,
    "ticks": "",
    "tickangle": 0,
    "gridcolor": "@border",
    "tickfont": {"color": "@muted", "size": 12},
    "automargin": True,
}
BARE = {"showgrid": False, "showticklabels": False}
PERCENT = {
    "tickmode": "array",
    "tickvals": [step / 5 for step in range(6)],
    "ticktext": [f"{step * 20} %" for step in range(6)],
    "rangemode": "tozero",
}
HALVES = {
    "xaxis": {"tickvals": [0, 0.5, 1], "ticktext": ["0 %", "50 %", "100 %"]},
    "margin": {"r": 30},
}
"""What an axis of percent says where there is little room."""

OUTCOMES = {
    Outcome.ACCEPTED: "@green",
    Outcome.DECLINED: "@slate",
    Outcome.REJECTED: "@rose",
    Outcome.WITHDRAWN: "@slate~75",
    Outcome.GHOSTED: "@slate~50",
    Outcome.EXPIRED: "@slate~30",
}


def figure(data: Sequence[Trace], height: int, **layout: Any) -> Figure:
    """Return these traces in the common theme; `xaxis` and `yaxis` add to its axes."""
    axes = {axis: {**AXIS, **layout.pop(axis, {})} for axis in ("xaxis", "yaxis")}
    return {
        "data": list(data),
        "narrow": layout.pop("narrow", {}),
        "layout": {
            "height": height,
            "margin": {"l": 8, "r": 12, "t": 8, "b": 8},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"color": "@text", "size": 13},
            "showlegend": False,
            "dragmode": False,
            "hovermode": "closest",
            "hoverlabel": {
                "bgcolor": "@surface",
                "bordercolor": "@border-strong",
                "font": {"color": "@text", "size": 13},
                "align": "left",
            },
            **axes,
            **layout,
        },
    }


def rows(names: Iterable[str], counts: Sequence[int] = (), **axis: Any) -> Figure:
    """Return an axis of rows from above to below; the rows are numbered, so names may repeat."""
    names = [label(name) for name in names]
    if counts:
        names = [f"{name} · {count:,}" for name, count in zip(names, counts, strict=True)]
    return {
        "tickmode": "array",
        "tickvals": list(range(len(names))),
        "ticktext": names,
        "range": [len(names) - 0.4, -0.6],
        "showgrid": False,
        "tickfont": {"color": "@text", "size": 13},
        **axis,
    }


def label(name: str) -> str:
    """Return a name as a figure may show it: not too long, and nothing in it is markup."""
    lines = wrap(" ".join(name.split()), LETTERS, max_lines=LINES, placeholder="…")
    return "<br>".join(escape(line, quote=False) for line in lines)


def spread(rates: Sequence[Rate | None]) -> Trace:
    """Return the intervals of rates as the arms of an error bar."""
    known = [(rate.share, rate) if rate and rate.share is not None else None for rate in rates]
    return {
        "type": "data",
        "symmetric": False,
        "array": [pair[1].high - pair[0] if pair else None for pair in known],
        "arrayminus": [pair[0] - pair[1].low if pair else None for pair in known],
        "thickness": 1.5,
        "width": 4,
    }


def beside_average(
    reaches: Sequence[tuple[float, float, float]],
    average: float | None,
    keys: Sequence[str],
    hover: str,
    **layout: Any,
) -> Figure:
    """Return rows of what is expected, each with its low and high end, and the average of all."""
    dots = {
        "type": "scatter",
        "mode": "markers",
        "x": [middle for _, middle, _ in reaches],
        "y": list(range(len(reaches))),
        "customdata": list(keys),
        "error_x": {
            "type": "data",
            "symmetric": False,
            "array": [high - middle for _, middle, high in reaches],
            "arrayminus": [middle - low for low, middle, _ in reaches],
            "thickness": 1.5,
            "width": 4,
            "color": "@accent/60",
        },
        "marker": {"color": "@accent", "size": 10},
        "hovertemplate": f"{hover}<extra></extra>",
    }
    line = {"type": "line", "yref": "paper", "y0": 0, "y1": 1, "x0": average, "x1": average}
    lines = [{**line, "line": {"color": "@muted", "dash": "dot"}}]
    return figure([dots], 44 * len(reaches) + 56, shapes=lines, **layout)


def dates(**axis: Any) -> Figure:
    """Return an axis of days."""
    return {"type": "date", "showgrid": False, "tickformat": "%-d %b\n%Y", "nticks": 7, **axis}


def named_days(days: Sequence[date], form: str) -> Figure:
    """Return what an axis of days names: these days, and the year below the first of each year."""
    years = [day.year for day in days]
    return {
        "tickvals": [day.isoformat() for day in days],
        "ticktext": [
            f"{day:{form}}" if before == day.year else f"{day:{form}}<br>{day.year}"
            for day, before in zip(days, [None, *years], strict=False)
        ],
    }


def note(text: str, x: float | str, y: float, **place: Any) -> Figure:
    """Return words that stand beside what they tell of."""
    words = {"text": text, "x": x, "y": y, "showarrow": False, "font": {"color": "@muted"}}
    return {**words, **place}


class Tones:
    """Which tone a stage, a kind of stage or an outcome wears."""

    def __init__(self, stages: Stages) -> None:
        colours = {stage.id: f"@{stage.colour}" for stage in stages.every}
        kinds: dict[str, str] = {}
        for stage in stages.every:
            kinds.setdefault(stage.kind, f"@{stage.colour}")
        base = {kind.value: "@slate" for kind in StageKind}
        # A stage's own id comes last: it may be called as a kind is.
        self._stages: Mapping[str, str] = {**base, **kinds, **colours}
        self._kinds: Mapping[str, str] = {**base, **kinds}

    def of_stage(self, key: str) -> str:
        """Return the tone of a stage or an outcome."""
        return OUTCOMES[Outcome(key)] if key in set(Outcome) else self._stages.get(key, "@slate")

    def of_kind(self, kind: str) -> str:
        """Return the tone of a kind of stage."""
        return self._kinds[kind]
