"""What is said in words alone, with the jobs behind each line."""

from services.analytics.ghosts import Ghosts
from services.analytics.pacing import Pacing
from services.analytics.pictures.picture import Part, Picture, Row, jobs_words, rate_cells
from services.analytics.quality import Quality
from services.analytics.tiles import Tile, Tiles
from services.analytics.working import Working


def tiles_picture(tiles: Tiles) -> Picture:
    """Return the first glance: each number, how sure it is, and how it has changed."""
    return Picture(
        "tiles",
        "At a glance",
        tiles.about,
        tiles.comparison,
        ("What", "Value", "95 % interval", "Cases", "Change", "What it means"),
        tuple(
            Row((tile.name, *_value(tile), tile.change, tile.definition), tile.key)
            for tile in tiles.tiles
        ),
        tuple(Part(tile.key, _tile_name(tile), tile.jobs) for tile in tiles.tiles),
    )


def working_picture(working: Working) -> Picture:
    """Return what did better than another beyond doubt, with its evidence."""
    found = working.insights
    return Picture(
        "working",
        "What is working",
        working.about,
        working.refusal or "A suggestion from your own numbers; it tells what happened, not why.",
        ("What stands out", "Evidence"),
        tuple(Row((each.words, each.evidence), f"better-{each.key}") for each in found),
        (
            *(Part(f"better-{each.key}", each.words.rstrip("."), each.jobs) for each in found),
            *(Part(f"other-{each.key}", "what it stands out from", each.others) for each in found),
        ),
        is_list=True,
    )


def quality_picture(quality: Quality) -> Picture:
    """Return what the records leave open, with the records."""
    count, notes = quality.about.n, quality.notes
    return Picture(
        "quality",
        "What the records leave open",
        quality.about,
        f"{count:,} of {jobs_words(quality.jobs)} leave something open. Nothing is guessed."
        if notes
        else "Every record is whole: nothing had to be left out.",
        ("What is open, and what that means", "Jobs"),
        tuple(Row((note.words, f"{len(note.jobs):,}"), note.flaw) for note in notes),
        tuple(Part(note.flaw, note.words.partition(":")[0], note.jobs) for note in notes),
        is_list=True,
    )


def ghosts_picture(ghosts: Ghosts) -> Picture:
    """Return the ghost clock and those that are silent past it."""
    jobs = tuple(each.job for each in ghosts.silent)
    return Picture(
        "ghosts",
        "Ghost clock",
        ghosts.about,
        ghosts.words,
        ("Silent for days past the clock", "Jobs"),
        (Row((f"past day {ghosts.day}", f"{len(jobs):,}"), "silent"),) if jobs else (),
        (Part("silent", "silent past the ghost clock", jobs),),
    )


def pacing_picture(pacing: Pacing) -> Picture:
    """Return this week beside the goal and the usual week."""
    usual = "not known yet" if pacing.usual is None else f"{pacing.usual:g}"
    return Picture(
        "pacing",
        "This week",
        pacing.about,
        pacing.words,
        ("This week", "Goal", "Usual week"),
        (Row((f"{len(pacing.jobs):,}", str(pacing.goal or "none"), usual), "sent"),),
        (Part("sent", "applied this week", pacing.jobs),),
    )


def _value(tile: Tile) -> tuple[str, str, str]:
    return (f"{len(tile.jobs):,}", "", "") if tile.rate is None else rate_cells(tile.rate)


def _tile_name(tile: Tile) -> str:
    reached = {
        "applications": "applications",
        "waiting": "waiting for a reply",
        "response": "answered",
        "screening": "ever reached screening",
        "interview": "ever reached an interview",
        "offer": "reached an offer after an interview",
    }
    return reached[tile.key]
