"""What the assistant sees of jobs. Each look reads and tells; none changes anything."""

from datetime import date, timedelta

from services.advice.orders import withhold
from services.assistant.finding import Finding, counted
from services.assistant.register import job_name, unforged
from services.assistant.sources import View, day_words
from services.assistant.wishes import Ahead, Nothing, OneJob, Search, Some
from services.jobs.job import Card
from services.jobs.selection import Filter
from services.jobs.stages import StageKind
from services.jobs.words import salary_words, sentence
from services.language.wrapping import clean

MOST_ROWS = 12
MOST_TEXT = 5_000
STUCK_AFTER = 21
"""Days without a move after which a job counts as stuck, while no clock of the person's own runs.
"""


async def search_jobs(view: View, wish: Search) -> Finding:
    """Return the jobs that match, the newest first."""
    found = await view.sources.selection.select(view.owner, Filter(q=wish.query))
    if wish.status:
        stage, outcome = view.stages.understand(wish.status)
        found = [
            card
            for card in found
            if (
                card.outcome == outcome
                if outcome
                else (card.stage, card.outcome) == (stage.id, None)
            )
        ]
    return listed(view, found, "job")


async def look_at_job(view: View, wish: OneJob) -> Finding:
    """Return one job with its history, its notes and its posting."""
    job = await view.sources.jobs.get(view.owner, view.register.find(wish.job))
    events = await view.sources.jobs.events(view.owner, job.id)
    told = [
        f"{day_words(view.profile.day(event.recorded))}: {sentence(event, view.stages)}"
        for event in events[-MOST_ROWS:]
    ]
    parts = [view.line(job), "History:", *told]
    for name, text in (("Notes", job.notes), ("Posting", job.posting)):
        kept, _ = withhold(clean(text)[:MOST_TEXT])
        parts += [f"{name}:", unforged(kept).strip()] if kept.strip() else []
    return Finding("\n".join(parts), f"Looked at {job_name(job)}")


async def upcoming(view: View, wish: Ahead) -> Finding:
    """Return the next steps and deadlines up to a day, and the interviews under way."""
    until = view.today + timedelta(days=wish.days)
    running = [card for card in await view.cards() if card.outcome is None]
    dated = [
        (day, words, card)
        for card in running
        for day, words in (
            (card.next_step_on, card.next_step or "next step"),
            (card.deadline, "deadline"),
        )
        if day and day <= until
    ]
    dated.sort(key=lambda each: each[0])
    rows = [_due(view, *each) for each in dated[:MOST_ROWS]]
    talking = [card for card in running if view.kind(card) in _TALKS]
    talks = [f"{view.name(card)}: {view.standing(card)}" for card in talking[:MOST_ROWS]]
    look = f"Looked at {counted(len(dated), 'step')} and {counted(len(talking), 'interview')}"
    due = rows or ["Nothing is due."]
    return Finding("\n".join(["Due:", *due, *_section("Interviews under way:", talks)]), look)


async def silent_jobs(view: View, wish: Some) -> Finding:
    """Return the applications that are silent past the person's usual wait."""
    ghosts = (await view.measures()).ghosts
    cards = await view.by_id()
    silent = [each for each in ghosts.silent if each.job in cards]
    rows = [
        f"{view.name(cards[each.job])}: {each.days} days without a word"
        for each in silent[: wish.most]
    ]
    look = f"Looked at {counted(len(silent), 'silent application')}"
    return Finding("\n".join([ghosts.words, *rows, *_more(len(silent), wish.most)]), look)


async def stuck_jobs(view: View, wish: Some) -> Finding:
    """Return open jobs that have not moved for long."""
    clock = (await view.measures()).ghosts.day or STUCK_AFTER
    waits = [
        ((view.today - card.moves[-1].on).days, card)
        for card in await view.cards()
        if card.outcome is None and card.moves and card.moves[-1].on
    ]
    stuck = sorted((each for each in waits if each[0] > clock), key=lambda each: -each[0])
    rows = [
        f"{view.name(card)}: {card.status(view.stages)} for {days} days"
        for days, card in stuck[: wish.most]
    ]
    head = f"{counted(len(stuck), 'open job')} without a move for more than {clock} days."
    look = f"Looked at {counted(len(waits), 'open job')}"
    return Finding("\n".join([head, *rows, *_more(len(stuck), wish.most)]), look)


async def pay(view: View, _: Nothing) -> Finding:
    """Return what offers and postings say they pay: figures of the person's own records alone."""
    cards = await view.cards()
    offers = [card for card in cards if _was_offered(view, card)]
    told = [card for card in cards if card.salary and card not in offers]
    rows = _section("Offers:", [_paid(view, card) for card in offers[:MOST_ROWS]])
    rows = rows or ["There is no offer yet."]
    rows += _section("Ranges in postings:", [_paid(view, card) for card in told[:MOST_ROWS]])
    for roll in (await view.measures()).salaries.payrolls[:3]:
        if roll.postings.median is not None:
            rows.append(
                f"Middle of {counted(roll.postings.n, 'posting')} in {roll.name}:"
                f" {roll.postings.median:,.0f}"
            )
    return Finding(
        "\n".join(rows),
        f"Looked at {counted(len(offers), 'offer')} and {counted(len(told), 'posted range')}",
    )


def listed(view: View, cards: list[Card], noun: str) -> Finding:
    """Return a list of jobs, the first of many."""
    rows = [view.line(card) for card in cards[:MOST_ROWS]]
    head = f"{counted(len(cards), noun)} found."
    look = f"Looked at {counted(len(cards), noun)}"
    return Finding("\n".join([head, *rows, *_more(len(cards))]), look)


_TALKS = {StageKind.SCREENING, StageKind.ASSESSMENT, StageKind.INTERVIEW, StageKind.OFFER}


def _due(view: View, day: date, words: str, card: Card) -> str:
    overdue = " (overdue)" if day < view.today else ""
    return f"{view.name(card)}: {unforged(words)}, {day_words(day)}{overdue}"


def _more(count: int, most: int = MOST_ROWS) -> list[str]:
    return [f"And {count - most} more."] if count > most else []


def _section(head: str, rows: list[str]) -> list[str]:
    return [head, *rows] if rows else []


def _was_offered(view: View, card: Card) -> bool:
    return any(view.stages.kind_of(move.stage) is StageKind.OFFER for move in card.moves)


def _paid(view: View, card: Card) -> str:
    return f"{view.name(card)}: {unforged(salary_words(card.salary)) or 'pay not told'}"
