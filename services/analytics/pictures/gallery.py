"""All pictures of a search, in the sections in which they are shown."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from services.analytics.measures import Measures
from services.analytics.pictures.comparing import chances_picture, groups_picture
from services.analytics.pictures.drawing import Tones
from services.analytics.pictures.estimated import estimates_picture
from services.analytics.pictures.lists import (
    ghosts_picture,
    pacing_picture,
    quality_picture,
    tiles_picture,
    working_picture,
)
from services.analytics.pictures.paid import salary_pictures
from services.analytics.pictures.picture import Picture
from services.analytics.pictures.standing import flow_picture, funnel_picture, standing_picture
from services.analytics.pictures.times import calendar_picture, weekdays_picture, weeks_picture
from services.analytics.pictures.trend import trend_picture
from services.analytics.pictures.waits import replies_picture, stay_picture
from services.analytics.span import Span
from services.errors import NotFound
from services.jobs.stages import Stages


@dataclass(frozen=True, slots=True)
class Section:
    """Pictures that answer one question."""

    title: str
    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class Gallery:
    """The pictures of a period. `tiles`, `pacing` and `ghosts` are the first glance."""

    period: Span
    applications: int
    jobs: int
    tiles: Picture
    pacing: Picture
    ghosts: Picture
    sections: tuple[Section, ...]

    def __iter__(self) -> Iterator[Picture]:
        yield from (self.tiles, self.pacing, self.ghosts)
        for section in self.sections:
            yield from section.pictures

    def find(self, picture: str) -> Picture | None:
        """Return the picture of this key; those of a currency are there only where it is."""
        return next((each for each in self if each.key == picture), None)

    def get(self, picture: str) -> Picture:
        """Return the picture of this key, or raise `NotFound`."""
        if found := self.find(picture):
            return found
        raise NotFound("There is no such picture.")


def gallery(found: Measures, stages: Stages) -> Gallery:
    """Return the pictures of these measures, in the tones of these stages."""
    tones = Tones(stages)
    return Gallery(
        found.period,
        found.applications,
        found.quality.jobs,
        tiles_picture(found.tiles),
        pacing_picture(found.pacing),
        ghosts_picture(found.ghosts),
        tuple(Section(title, tuple(pictures)) for title, pictures in _sections(found, tones)),
    )


def _sections(found: Measures, tones: Tones) -> Iterator[tuple[str, Iterable[Picture]]]:
    yield (
        "Where things stand",
        (
            standing_picture(found.standing, tones),
            funnel_picture(found.funnel),
            flow_picture(found.flow, tones),
        ),
    )
    yield (
        "Over time",
        (
            weeks_picture(found.weeks, found.today),
            trend_picture(found.months),
            calendar_picture(found.calendar),
        ),
    )
    yield (
        "How long it takes",
        (replies_picture(found.replies), stay_picture(found.stay, tones)),
    )
    yield (
        "What makes a difference",
        (
            working_picture(found.working),
            *map(groups_picture, found.groups),
            weekdays_picture(found.weekdays),
            *map(chances_picture, found.foresight),
        ),
    )
    yield (
        "What the jobs pay",
        (*salary_pictures(found.salaries), estimates_picture(found.estimates)),
    )
    yield "What is left open", (quality_picture(found.quality),)
