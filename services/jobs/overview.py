"""A search at a glance: how many jobs stand where today."""

from collections.abc import Iterable
from datetime import date, timedelta

from services.jobs.job import Card
from services.jobs.stages import StageKind, Stages
from services.record import Record

WEEK = timedelta(days=7)


class Overview(Record):
    """Counts of the jobs that are not in the trash. `due` counts next steps up to today."""

    jobs: int
    open: int
    applied_this_week: int
    interviewing: int
    offers: int
    due: int


def overview(cards: Iterable[Card], stages: Stages, today: date) -> Overview:
    """Count the jobs; `applied_this_week` are the last seven days, today included."""
    cards = list(cards)
    running = [card for card in cards if card.outcome is None]
    kinds = [stages.kind_of(card.stage) for card in running]
    days = [card.applied_on(stages) for card in cards]
    return Overview(
        jobs=len(cards),
        open=len(running),
        applied_this_week=sum(1 for day in days if day and today - WEEK < day <= today),
        interviewing=kinds.count(StageKind.INTERVIEW) + kinds.count(StageKind.SCREENING),
        offers=kinds.count(StageKind.OFFER),
        due=sum(1 for card in running if card.next_step_on and card.next_step_on <= today),
    )
