"""What jobs may pay that do not say so."""

from collections.abc import Sequence

from services.analytics.estimates import Estimate, Estimates
from services.analytics.pictures.drawing import Figure, beside_average, rows
from services.analytics.pictures.picture import Part, Picture, Row

MOST_TITLES = 12
"""How many titles are drawn; all are in the table."""


def estimates_picture(found: Estimates) -> Picture:
    """Return the estimates by title where they have proved themselves, else the words why not."""
    titles = found.estimates
    more = f" The {MOST_TITLES} with most jobs are drawn." if len(titles) > MOST_TITLES else ""
    return Picture(
        "estimates",
        "What a job may pay" + (f", {found.money}" if titles else ""),
        found.about,
        found.words + more,
        ("Title", "Open, pay not told", "Known before", "Estimate", "Nine in ten"),
        tuple(Row(_cells(each), _key(each)) for each in titles),
        tuple(Part(_key(each), f"pay not told, {each.title}", each.jobs) for each in titles),
        _figure(titles[:MOST_TITLES], found.typical) if titles else None,
    )


def _key(each: Estimate) -> str:
    return f"is-{each.key}"


def _cells(each: Estimate) -> tuple[str, ...]:
    reach = f"{each.low:,.0f} to {each.high:,.0f}"
    return each.title, f"{len(each.jobs):,}", f"{each.n:,}", f"{each.middle:,.0f}", reach


def _figure(titles: Sequence[Estimate], typical: float | None) -> Figure:
    return beside_average(
        [(each.low, each.middle, each.high) for each in titles],
        typical,
        list(map(_key, titles)),
        hover="%{x:,.0f}",
        xaxis={"tickformat": ",.0f", "nticks": 6},
        narrow={"xaxis": {"nticks": 3}},
        yaxis=rows([each.title for each in titles], [each.n for each in titles]),
    )
