"""What the jobs pay, a picture for each currency and period."""

from collections.abc import Sequence

from services.analytics.about import About
from services.analytics.pictures.drawing import Figure, figure, rows
from services.analytics.pictures.picture import Part, Picture, Row, jobs_words
from services.analytics.salaries import Payroll, Range, Salaries

MOST_PAYROLLS = 4
"""How many currencies and periods are drawn; the rarest of more are counted in words."""

TITLE = "What the jobs pay"


def salary_pictures(salaries: Salaries) -> tuple[Picture, ...]:
    """Return a picture for each of the most frequent currencies and periods."""
    about, untold = salaries.about, salaries.untold
    if not salaries.payrolls:
        words = "No job of this period says what it pays."
        return (Picture("salaries", TITLE, about, words, HEAD, (), _untold(untold)),)
    return tuple(
        _picture(_key(payroll), payroll, about, untold)
        for payroll in salaries.payrolls[:MOST_PAYROLLS]
    )


def _key(payroll: Payroll) -> str:
    told = (payroll.currency or "any", payroll.period or "any")
    return "-".join(("salaries", *told)).lower()


HEAD = ("Of", "Jobs", "Lowest", "A quarter under", "Half under", "Three quarters under", "Highest")


def _picture(key: str, payroll: Payroll, about: About, untold: tuple[str, ...]) -> Picture:
    ranges = [
        ("postings", "All postings", payroll.postings),
        ("applications", "Applied for", payroll.applications),
        ("offers", "Reached an offer", payroll.offers),
    ]
    middle = payroll.postings.median or 0
    return Picture(
        key,
        f"{TITLE}, {payroll.name}",
        About(payroll.postings.n, about.period, about.definition),
        f"Half of {jobs_words(payroll.postings.n)} pay {middle:,.0f} or less, by the middle of "
        f"each range. {jobs_words(len(untold)).capitalize()} do not say.",
        HEAD,
        tuple(Row((name, *_cells(each)), key) for key, name, each in ranges),
        (*(Part(key, name.lower(), each.jobs) for key, name, each in ranges), *_untold(untold)),
        _ranges([(key, name, each) for key, name, each in ranges if each.n]),
    )


def _untold(jobs: tuple[str, ...]) -> tuple[Part, ...]:
    return (Part("untold", "no salary told", jobs),)


def _cells(pay: Range) -> tuple[str, ...]:
    amounts = (pay.lowest, pay.quarter, pay.median, pay.three_quarters, pay.highest)
    return f"{pay.n:,}", *("" if amount is None else f"{amount:,.0f}" for amount in amounts)


def _ranges(ranges: Sequence[tuple[str, str, Range]]) -> Figure:
    keys, names, found = zip(*ranges, strict=True)
    places = list(range(len(found)))

    def bar(low: str, high: str, width: float, tone: str) -> Figure:
        lows = [getattr(each, low) for each in found]
        return {
            "type": "bar",
            "orientation": "h",
            "y": places,
            "base": lows,
            "x": [getattr(each, high) - start for each, start in zip(found, lows, strict=True)],
            "width": width,
            "marker": {"color": tone},
            "customdata": keys,
            "text": [f"{getattr(each, low):,.0f} to {getattr(each, high):,.0f}" for each in found],
            "textposition": "none",
            "hovertemplate": "%{text}<extra></extra>",
        }

    halves = {
        "type": "scatter",
        "mode": "markers+text",
        "x": [each.median for each in found],
        "y": places,
        "text": [f"{each.median:,.0f}" for each in found],
        "textposition": "top center",
        "textfont": {"color": "@text"},
        "marker": {"color": "@accent", "size": 20, "symbol": "line-ns-open", "line": {"width": 3}},
        "customdata": keys,
        "hovertemplate": "half under %{x:,.0f}<extra></extra>",
    }
    thin, thick = (0.08, "@accent~40"), (0.34, "@accent~30")
    bars = bar("lowest", "highest", *thin), bar("quarter", "three_quarters", *thick)
    axes = {
        "xaxis": {"tickformat": ",.0f", "nticks": 6},
        "narrow": {"xaxis": {"nticks": 3}},
        "yaxis": rows(names, [each.n for each in found]),
    }
    return figure([*bars, halves], 62 * len(found) + 50, barmode="overlay", **axes)
