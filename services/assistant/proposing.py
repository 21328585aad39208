"""Making a proposal: a change worked out and shown, and not done."""

from datetime import date

from services.assistant.finding import Finding
from services.assistant.proposal import Kind, Proposal
from services.assistant.register import job_name
from services.assistant.sources import View, day_words, step_words
from services.assistant.wishes import Change
from services.errors import Invalid
from services.jobs.job import Job

_NOUNS = {
    Kind.MOVE: "a move",
    Kind.NOTE: "a note",
    Kind.TASK: "a next step",
    Kind.MAIL: "a draft of a mail",
}


async def propose_change(view: View, wish: Change) -> Finding:
    """Return a card with the change, for the person to accept or decline."""
    job = await view.sources.jobs.get(view.owner, view.register.find(wish.job))
    if job.trashed:
        raise Invalid("This job is in the trash.")
    value, on, before, after = _sides(view, job, wish)
    proposal = Proposal(
        kind=wish.kind,
        job=job.id,
        name=job_name(job),
        value=value,
        on=on,
        before=before,
        after=after,
        seen=job.version,
    )
    said = f"The person is shown {_NOUNS[wish.kind]} for [{view.register.job(job)}] as a card."
    return Finding(f"{said} Nothing has changed.", f"Proposed {_NOUNS[wish.kind]}", proposal)


def _sides(view: View, job: Job, wish: Change) -> tuple[str, str, str, str]:
    """Return what would be written, and in words what stands now and what would stand."""
    match wish.kind:
        case Kind.MOVE:
            stage, outcome = view.stages.understand(wish.value)
            value = outcome.value if outcome else stage.id
            after = outcome.title() if outcome else stage.name
            if after == job.status(view.stages):
                raise Invalid("The job stands there already.")
            return value, "", job.status(view.stages), after
        case Kind.TASK:
            step = " ".join(wish.value.split())
            if len(step) > 200:
                raise Invalid("A next step has to fit on one line.")
            day = _day(wish.on)
            after = f"{step}{f' on {day_words(day)}' if day else ''}"
            before = step_words(job).removeprefix("next step: ") or "No next step"
            return step, wish.on if day else "", before, after
        case Kind.NOTE | Kind.MAIL:
            return wish.value.strip(), "", "", wish.value.strip()


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Invalid("The day should be written as 2026-03-31.") from None
