"""Where things stand: the status of each job, how far applications came, and by which way."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from services.analytics.about import applications
from services.analytics.flow import OPEN, START, WAITING, Flow, Node
from services.analytics.pictures.drawing import BARE, Figure, Tones, figure, label, note, rows
from services.analytics.pictures.picture import Part, Picture, Row, jobs_words, rate_cells
from services.analytics.standing import Funnel, Slice, Standing

THIN = 20
"""Degrees of a ring under which a part has less room than its name."""

NONE = "No application in this period yet."


def standing_picture(standing: Standing, tones: Tones) -> Picture:
    """Return the doughnut of statuses; saved jobs stand in its table alone."""
    applied = [each for each in standing.slices if each.is_application]
    return Picture(
        "standing",
        "Where jobs stand",
        standing.about,
        _standing_words(applied, standing) if applied else NONE,
        ("Status", "Jobs"),
        tuple(Row((_name(each), f"{len(each.jobs):,}"), _key(each)) for each in standing.slices),
        tuple(Part(_key(each), _name(each), each.jobs) for each in standing.slices),
        _doughnut(applied, standing.about.n, tones) if applied else None,
    )


def funnel_picture(funnel: Funnel) -> Picture:
    """Return how many ever reached each step."""
    steps = funnel.steps
    counts = [len(step.jobs) for step in steps]
    shares = [rate_cells(step.rate)[0] for step in steps]
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": counts,
        "y": list(range(len(steps))),
        "customdata": [step.key for step in steps],
        "text": [f"{count:,} · {share}" for count, share in zip(counts, shares, strict=True)],
        "textposition": "outside",
        "cliponaxis": False,
        "width": 0.62,
        "marker": {"color": ["@accent~40", *["@accent"] * (len(steps) - 1)]},
        "hovertemplate": "%{text}<extra></extra>",
    }
    n = funnel.about.n
    axes = {
        "xaxis": {**BARE, "range": [0, n * 1.32]},
        "narrow": {"xaxis": {"range": [0, n * 1.8]}},
        "yaxis": rows(step.name for step in steps),
    }
    reached = ", ".join(f"{len(step.jobs):,} {step.name.lower()}" for step in steps[1:])
    return Picture(
        "funnel",
        "How far applications came",
        funnel.about,
        f"Of {applications(n)}: {reached}." if n else NONE,
        ("Step", "Jobs", "Share", "95 % interval"),
        tuple(
            Row((step.name, f"{len(step.jobs):,}", *rate_cells(step.rate)[:2]), step.key)
            for step in steps
        ),
        tuple(Part(step.key, f"ever reached “{step.name}”", step.jobs) for step in steps),
        figure([bars], 44 * len(steps) + 16, **axes) if n else None,
    )


def flow_picture(flow: Flow, tones: Tones) -> Picture:
    """Return the ways from applying to where things are, as a Sankey diagram."""
    nodes, n = flow.nodes, flow.about.n
    ends = ", ".join(f"{len(node.jobs):,} {node.label}" for node in nodes if node.is_end)
    keys = [f"{node.key}.{node.visit}" for node in nodes]
    ways = [
        Part(
            f"{keys[link.source]}>{keys[link.target]}",
            f"{nodes[link.source].label} → {nodes[link.target].label}",
            link.jobs,
        )
        for link in flow.links
    ]
    places = [Part(key, node.label, node.jobs) for key, node in zip(keys, nodes, strict=True)]
    return Picture(
        "flow",
        "From applying to now",
        flow.about,
        f"Of {applications(n)}, now: {ends}." if n else NONE,
        ("From", "To", "Jobs"),
        tuple(
            Row((nodes[w.source].label, nodes[w.target].label, f"{len(w.jobs):,}"), part.key)
            for w, part in zip(flow.links, ways, strict=True)
        ),
        (*places, *ways),
        _sankey(flow, tones, keys, ways) if n else None,
    )


def _standing_words(applied: Sequence[Slice], standing: Standing) -> str:
    told = ", ".join(f"{len(each.jobs):,} {each.name}" for each in applied)
    saved = f" {jobs_words(standing.saved)} saved, not counted here." if standing.saved else ""
    return f"{applications(standing.about.n).capitalize()}: {told}.{saved}"


def _name(part: Slice) -> str:
    return part.name if part.is_application else f"{part.name}, not applied for"


def _key(part: Slice) -> str:
    return part.key if part.is_application else f"not-applied-{part.key}"


def _doughnut(applied: Sequence[Slice], n: int, tones: Tones) -> Figure:
    ring = {
        "type": "pie",
        "hole": 0.64,
        "sort": False,
        "direction": "clockwise",
        "rotation": _turn([len(each.jobs) for each in applied]),
        "labels": [label(each.name) for each in applied],
        "values": [len(each.jobs) for each in applied],
        "customdata": [each.key for each in applied],
        "texttemplate": "%{label} · %{value:,}",
        "textposition": "outside",
        "textfont": {"color": "@text"},
        "hovertemplate": "%{label}: %{value:,}, %{percent}<extra></extra>",
        "marker": {
            "colors": [tones.of_stage(each.key) for each in applied],
            "line": {"color": "@surface", "width": 2},
        },
    }
    bold = f"<b>{n:,}</b>"
    said = f"{bold}<br><span style='font-size:12px'>applied for</span>"
    middle = note(said, 0.5, 0.5, font={"size": 26, "color": "@text"})
    # Room for the names on both sides: Plotly finds it by itself, but only by drawing many times.
    few = {
        "annotations": [{**middle, "text": bold, "font": {**middle["font"], "size": 20}}],
        "margin": {"l": 100, "r": 100},
        "font": {"size": 11},
    }
    space = {"l": 140, "r": 140, "t": 30, "b": 30}
    return figure([ring], 320, annotations=[middle], narrow=few, margin=space)


def _turn(counts: Sequence[int]) -> float:
    """Return by how many degrees to turn a ring so that its thin parts, if it has several, lie at
    the right: there is room for their names one beneath the other there, but not at the top or the
    bottom."""
    ends = [360 * end / (sum(counts) or 1) for end in accumulate(counts, initial=0)]
    middles = [(start + end) / 2 for start, end in pairwise(ends) if end - start < THIN]
    return 90 - (middles[0] + middles[-1]) / 2 if len(middles) > 1 else 0


def _sankey(flow: Flow, tones: Tones, keys: Sequence[str], ways: Sequence[Part]) -> Figure:
    colours = [_tone(node, tones) for node in flow.nodes]
    names = [f"{label(node.label)} · {len(node.jobs):,}" for node in flow.nodes]
    # The name of the beginning stands above it, for the next places are where it would run to.
    first = note(names[0], 0, 1, xref="paper", yref="paper", xanchor="left", yanchor="bottom")
    sankey = {
        "type": "sankey",
        "arrangement": "fixed",
        "node": {
            "label": ["", *names[1:]],
            "color": colours,
            "customdata": list(zip(keys, names, strict=True)),
            "line": {"width": 0},
            "pad": 20,
            "thickness": 12,
            "hovertemplate": "%{customdata[1]}<extra></extra>",
        },
        "link": {
            "source": [link.source for link in flow.links],
            "target": [link.target for link in flow.links],
            "value": [len(link.jobs) for link in flow.links],
            "color": [f"{colours[link.target].partition('~')[0]}/28" for link in flow.links],
            "customdata": [way.key for way in ways],
            "label": [label(way.name) for way in ways],
            "hovertemplate": "%{label}: %{value:,}<extra></extra>",
        },
    }
    tall = max(300, 46 * sum(node.is_end for node in flow.nodes) + 90)
    # Where there is little room, what lies between is named by its table and by its list of jobs.
    ends = [name if node.is_end else "" for node, name in zip(flow.nodes, names, strict=True)]
    few = {"font": {"size": 11}, "data": [{"node": {"label": ends}}]}
    space = {"l": 8, "r": 8, "t": 30, "b": 12}
    return figure([sankey], tall, narrow=few, annotations=[first], margin=space)


def _tone(node: Node, tones: Tones) -> str:
    if node.key in (START, OPEN):
        return "@accent"
    return "@amber" if node.key == WAITING else tones.of_stage(node.key)
