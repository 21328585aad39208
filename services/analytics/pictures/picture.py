"""A picture: what is drawn, what can be pointed at in it, and the same as a table of words."""

from dataclasses import dataclass
from typing import NamedTuple

from services.analytics.about import About
from services.analytics.intervals import Rate
from services.analytics.pictures.drawing import Figure


@dataclass(frozen=True, slots=True)
class Part:
    """Something one can point at in a picture, and the jobs it stands for."""

    key: str
    name: str
    jobs: tuple[str, ...]


class Row(NamedTuple):
    """A line of the table behind a picture; `part` is the key of the part it tells of, if any."""

    cells: tuple[str, ...]
    part: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """What a measure shows. Without a `figure` there is nothing to draw, and `words` say why.

    `rows` under their `head` tell the same in words; where they are all there ever is to see,
    `is_list` says so. No two parts have one key.
    """

    key: str
    title: str
    about: About
    words: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    parts: tuple[Part, ...]
    figure: Figure | None = None
    is_list: bool = False

    def part(self, key: str) -> Part:
        """Return the part of this key; one that is not there any more stands for no jobs."""
        found = next((each for each in self.parts if each.key == key), None)
        return found or Part(key, "a part that is not there any more", ())


def rate_cells(rate: Rate) -> tuple[str, str, str]:
    """Say a rate in three cells: the share, its interval, the cases."""
    if rate.share is None:
        return "none yet", "", "0"
    interval = f"{rate.low:.0%} to {rate.high:.0%}".replace("%", " %")
    return f"{rate.share:.0%}".replace("%", " %"), interval, f"{rate.hits:,} of {rate.n:,}"


def jobs_words(count: int) -> str:
    """Say so many jobs: “1 job”, “2,000 jobs”."""
    return f"{count:,} job{'' if count == 1 else 's'}"


def days_words(count: int) -> str:
    """Say so many days: “one day”, “2,000 days”."""
    return "one day" if count == 1 else f"{count:,} days"
