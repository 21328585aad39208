"""How long things take: the first reply, and each stage."""

from collections.abc import Sequence

from services.analytics.about import FEWEST
from services.analytics.pictures.drawing import PERCENT, Figure, Tones, figure, note, rows
from services.analytics.pictures.picture import Part, Picture, Row, days_words
from services.analytics.replies import Replies
from services.analytics.stay import StageStay, Stay
from services.analytics.survival import Curve

WAITING = "waiting"


def replies_picture(replies: Replies) -> Picture:
    """Return the response curve with its band, and how many still wait."""
    curve, waiting = replies.curve, len(replies.waiting)
    points = [
        Part(f"day-{point.day}", f"answered {days_words(point.day)} after applying", point.jobs)
        for point in curve.points
    ]
    undated = Part("undated", "the wait is not known", replies.undated)
    return Picture(
        "replies",
        "How long a first reply takes",
        replies.about,
        f"{replies.words} {waiting:,} still waiting.",
        ("Day after applying", "Answered that day", "Answered by then", "95 % band"),
        (
            *(
                Row(
                    (
                        f"{point.day}",
                        f"{len(point.jobs):,} of {point.at_risk:,} then waiting",
                        f"{point.share:.0%}",
                        f"{point.low:.0%} to {point.high:.0%}",
                    ),
                    part.key,
                )
                for point, part in zip(curve.points, points, strict=True)
            ),
            Row(("Still waiting", f"{waiting:,}", "", ""), WAITING),
            Row(("Wait not known", f"{len(replies.undated):,}", "", ""), undated.key),
        ),
        (*points, Part(WAITING, "still waiting for a reply", replies.waiting), undated),
        _steps(curve, waiting) if curve.n >= FEWEST and curve.events else None,
    )


def stay_picture(stay: Stay, tones: Tones) -> Picture:
    """Return how long stays in each stage last."""
    found = stay.stages
    enough = [each for each in found if each.curve.n >= FEWEST and each.curve.events]
    return Picture(
        "stay",
        "Time in each stage",
        stay.about,
        _stay_words(found, enough),
        ("Stage", "Stays", "Still there", "Half left by day", "95 % interval"),
        tuple(Row(_stay_cells(each), each.stage) for each in found),
        tuple(Part(each.stage, f"now in “{each.name}”", each.still) for each in found),
        _stays(enough, tones) if enough else None,
    )


def quantile(curve: Curve, share: float) -> int | None:
    """Return the first day by which this share had it, None if so many never had."""
    return next((point.day for point in curve.points if point.share >= share - 1e-12), None)


def _steps(curve: Curve, waiting: int) -> Figure:
    points = curve.points
    end = max(curve.last, points[-1].day)
    # After the last reply it stays level, which twice as long shows well enough.
    seen = min(end, max(30, 2 * points[-1].day))
    days = [0, *(point.day for point in points), end]
    step = {"type": "scatter", "mode": "lines", "line": {"width": 0, "shape": "hv"}, "x": days}
    # The band ends flat, as the curve does, where nobody was watched any longer.
    edges = [
        [0.0, *(getattr(point, edge) for point in points), getattr(points[-1], edge)]
        for edge in ("low", "high", "share")
    ]
    low = {**step, "y": edges[0], "hoverinfo": "skip"}
    high = {**low, "y": edges[1], "fill": "tonexty", "fillcolor": "@accent/18"}
    line = {
        **step,
        "y": edges[2],
        "line": {"color": "@accent", "width": 2.5, "shape": "hv"},
        "customdata": ["", *(f"day-{point.day}" for point in points), WAITING],
        "hovertemplate": "%{y:.0%} had a reply by day %{x}<extra></extra>",
    }
    place = {"xref": "paper", "yref": "paper", "xanchor": "right", "yanchor": "top"}
    notes = [note(f"{waiting:,} still waiting", 1, 0.97, **place)]
    lines = []
    if curve.median is not None:
        half = {"x0": curve.median, "x1": curve.median, "y0": 0, "y1": 0.5}
        lines.append({"type": "line", **half, "line": {"color": "@muted", "dash": "dot"}})
        side = "right" if curve.median > seen / 2 else "left"
        notes.append(note(f" half by day {curve.median} ", curve.median, 0.03, xanchor=side))
    axes = {
        "xaxis": {
            "showgrid": False,
            "range": [0, seen],
            "title": _title("days after applying"),
        },
        "yaxis": PERCENT | {"range": [0, 1.02]},
    }
    return figure([low, high, line], 300, annotations=notes, shapes=lines, hovermode="x", **axes)


def _title(text: str) -> Figure:
    return {"text": text, "font": {"color": "@muted", "size": 12}, "standoff": 8}


def _stay_words(found: Sequence[StageStay], enough: Sequence[StageStay]) -> str:
    if not found:
        return "No stage was visited in this period yet."
    if not enough:
        return f"No stage has seen {FEWEST} stays of which one has ended: too few to say how long."
    left = [each for each in enough if each.curve.median is not None]
    if not left:
        return "Fewer than half have left any stage so far."
    slow = max(left, key=lambda each: each.curve.median or 0)
    return f"“{slow.name}” takes longest: half of the stays are over by day {slow.curve.median}."


def _stay_cells(stay: StageStay) -> tuple[str, ...]:
    curve = stay.curve
    told = (stay.name, f"{curve.n:,}", f"{len(stay.still):,}")
    if curve.n < FEWEST:
        return (*told, "too few", "")
    half = "not yet" if curve.median is None else str(curve.median)
    ends = [None if end is None else str(end) for end in (curve.median_low, curve.median_high)]
    return (*told, half, f"{ends[0] or 'open'} to {ends[1] or 'open'}")


def _stays(stays: Sequence[StageStay], tones: Tones) -> Figure:
    quartiles = [[quantile(each.curve, share) for share in (0.25, 0.5, 0.75)] for each in stays]
    ends = [
        (low or 0, each.curve.last if high is None else high)
        for each, (low, _, high) in zip(stays, quartiles, strict=True)
    ]
    top = max(high for _, high in ends)
    colours = [tones.of_stage(each.stage) for each in stays]
    common = {
        "y": list(range(len(stays))),
        "customdata": [each.stage if each.still else "" for each in stays],
    }
    middles = {
        **common,
        "type": "bar",
        "orientation": "h",
        "base": [low for low, _ in ends],
        "x": [high - low for low, high in ends],
        "width": 0.34,
        "marker": {"color": [f"{colour}~40" for colour in colours]},
        "text": list(map(_middle_words, ends, quartiles)),
        "textposition": "none",
        "hovertemplate": "%{text}<extra></extra>",
    }
    halves = {
        **common,
        "type": "scatter",
        "mode": "markers+text",
        "x": [row[1] for row in quartiles],
        "text": ["" if row[1] is None else days_words(row[1]) for row in quartiles],
        "textposition": [_beside(row[1], top) for row in quartiles],
        "cliponaxis": False,
        "textfont": {"color": "@text"},
        "marker": {"color": colours, "size": 10},
        "hovertemplate": "half are over by day %{x}<extra></extra>",
    }
    days = {"rangemode": "tozero", "title": _title("days")}
    names = rows(each.name for each in stays)
    return figure([middles, halves], 58 * len(stays) + 60, xaxis=days, yaxis=names)


def _beside(day: int | None, top: int) -> str:
    """Put words above and beside a day, where there is more room."""
    return "top left" if (day or 0) > top / 2 else "top right"


def _middle_words(ends: tuple[int, int], quartiles: Sequence[int | None]) -> str:
    over = "over " if quartiles[2] is None else ""
    return f"the middle half stays {ends[0]} to {over}{ends[1]} days"
