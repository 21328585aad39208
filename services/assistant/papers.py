"""What the assistant sees of resumes, of matches, and of the numbers of a search."""

from services.advice.orders import withhold
from services.assistant.finding import Finding, counted
from services.assistant.register import unforged
from services.assistant.sources import View
from services.assistant.wishes import Held, Papers, Period
from services.errors import NotFound
from services.language.wrapping import clean
from services.matching.coverage import Finding as Requirement
from services.resumes.resume import Resume

MOST_TEXT = 7_000


async def resume_sections(view: View, wish: Papers) -> Finding:
    """Return what a resume says, and which others there are."""
    resume = await _resume(view, wish.resume)
    transcript = await view.sources.resumes.transcript(view.owner, resume.id)
    text, _ = withhold(clean("\n".join(line.text for line in transcript.seen))[:MOST_TEXT])
    others = [each for each in await view.sources.resumes.every(view.owner) if each != resume]
    named = [f"[{view.register.resume(each)}] {each.name}" for each in others[:5]]
    head = f"[{view.register.resume(resume)}] {resume.name}"
    rows = [head, unforged(text), *(["Other resumes:", *named] if named else [])]
    return Finding("\n".join(rows), f"Read the resume {resume.name}")


async def match_report(view: View, wish: Held) -> Finding:
    """Return how a resume meets a job's posting: counted, each with the line that shows it."""
    job = await view.sources.jobs.get(view.owner, view.register.find(wish.job))
    sent = await view.sources.resumes.find(view.owner, job.resume) if not wish.resume else None
    resume = sent[0] if sent else await _resume(view, wish.resume)
    transcript = await view.sources.resumes.transcript(view.owner, resume.id)
    # Compared and not remembered: looking leaves no trace among the matches.
    coverage = await view.sources.matches.compare(view.owner, transcript, job.posting)
    head = f"[{view.register.job(job)}] and [{view.register.resume(resume)}]"
    rows = [f"{head}: {coverage.words}.", *map(_row, coverage.findings)]
    return Finding("\n".join(rows), f"Held {resume.name} against {job.company}")


async def statistics(view: View, wish: Period) -> Finding:
    """Return the numbers of the search: rates with their intervals, waits, this week."""
    found = await view.measures(wish.period)
    rows = [f"Period: {found.period.name}. {counted(found.applications, 'application')}."]
    for tile in found.tiles.tiles:
        number = tile.rate.words if tile.rate else f"{len(tile.jobs):,}"
        rows.append(f"{tile.name}: {number}{f' ({tile.change})' if tile.change else ''}")
    rows += [found.replies.words, found.pacing.words, found.ghosts.words]
    rows += [f"{each.words} {each.evidence}" for each in found.working.insights]
    rows += [found.working.refusal] if found.working.refusal else []
    return Finding("\n".join(rows), f"Counted {counted(found.applications, 'application')}")


async def _resume(view: View, id: str) -> Resume:
    if id:
        return await view.sources.resumes.get(view.owner, view.register.find(id))
    every = await view.sources.resumes.every(view.owner)
    if not every:
        raise NotFound("There is no resume yet.")
    return every[0]


def _row(finding: Requirement) -> str:
    said = f": “{finding.evidence[0].quote}”" if finding.evidence else ""
    row = f"{finding.requirement.name} ({finding.requirement.weight}): {finding.strength}{said}"
    return unforged(row)
