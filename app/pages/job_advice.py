"""Written advice on a job's page: four tasks, each with its price before the click."""

from nicegui import background_tasks, ui

from app.desk import Desk
from app.writings import Progress
from components.advice_panel import AdvicePanel
from components.advice_words import WORDS
from components.parted import Parted
from services.advice.ask import Ask, Kind
from services.advice.kept import KeptAdvice
from services.jobs.job import Job
from services.resumes.looking import PICTURED
from services.resumes.resume import Resume, Version

NO_RESUME = "Choose or add the resume you send; advice needs it."
NO_POSTING = "Paste the posting first; advice needs it."
OTHER_TEXTS = "Resume or posting have changed since this was written."
EARLIER = "This was written earlier."


class JobAdvice:
    """The section "Advice"; it follows the job, the chosen resume and what is being written."""

    def __init__(self, desk: Desk, job: Job) -> None:
        self._desk, self._vault, self._owner = desk, desk.vault, desk.owner
        self._job, self._key = job, ""
        self._kept: dict[Kind, list[KeptAdvice]] = {}
        with ui.element("section").classes("cv-panel-card").props('aria-labelledby="cv-advice"'):
            ui.label("Written advice").props('id="cv-advice" role=heading aria-level=2')
            if desk.vault.model.missing:
                ui.label(desk.vault.model.missing).classes("cv-hint")
                self._panels: dict[Kind, AdvicePanel] = {}
            else:
                parted = Parted("Written advice", [(kind, WORDS[kind].title) for kind in Kind])
                self._panels = {kind: self._panel(parted, kind) for kind in Kind}
        self._desk.writings.listen(self._owner, job.id, self)

    async def show(self, job: Job, key: str) -> None:
        """Show what may be asked for this job with the version `key` of a resume."""
        self._job, self._key = job, key
        under_way = self._desk.writings.under_way(self._owner, job.id)
        await self._refresh({progress.kind for progress in under_way})
        for progress in under_way:
            self.hear(progress)

    def hear(self, progress: Progress) -> None:
        """Show how far an advice has come, whichever tab asked for it."""
        panel = self._panels[progress.kind]
        if panel.is_deleted:
            return
        if progress.problem:
            panel.fail(progress.problem, progress.wait)
        elif progress.is_over:
            background_tasks.create(self._refresh(set()), name="show advice", context=panel)
        elif progress.update is None:
            panel.begin()
        else:
            panel.grow(progress.update)

    def _panel(self, parted: Parted, kind: Kind) -> AdvicePanel:
        writings, owner, job = self._desk.writings, self._owner, self._job.id

        async def agree(_: object) -> None:
            await self._vault.consents.agree(owner)
            await self._refresh(set())

        async def look(index: int) -> None:
            self._show_kept(kind, index + 1)

        with parted.part(kind):
            panel = AdvicePanel(
                kind,
                on_write=lambda: writings.start(owner, self._ask(kind)),
                on_stop=lambda: writings.stop(owner, job, kind),
            )
        panel.on_asked("agree", agree)
        panel.on_look(look)
        return panel

    def _ask(self, kind: Kind) -> Ask:
        return Ask(kind=kind, job=self._job.id, resume=self._key)

    async def _refresh(self, writing: set[Kind]) -> None:
        """Show prices and what is kept, but leave alone what is growing."""
        found = await self._vault.resumes.find(self._owner, self._key)
        kept = await self._vault.advice.of(self._owner, self._job.id)
        for kind, panel in self._panels.items():
            self._kept[kind] = [each for each in kept if each.kind is kind]
            panel.point_at(_paper(found))
            current = await self._offer(kind, bool(found))
            panel.show_history(self._kept[kind][1:])
            if kind not in writing:
                self._show_kept(kind, 0, current)

    async def _offer(self, kind: Kind, has_resume: bool) -> str:
        """Show the price of an advice or what is missing for it; return its key, if it has one."""
        panel = self._panels[kind]
        if not has_resume or not self._job.posting.strip():
            panel.offer("", why_not=NO_POSTING if has_resume else NO_RESUME)
            return ""
        consents = self._vault.consents
        is_agreed = await consents.given(self._owner)
        price = await self._vault.advice.price(self._owner, self._ask(kind))
        panel.offer(
            price.words,
            is_paid=price.is_paid,
            agree_to="" if is_agreed else consents.wording.text,
        )
        return price.key

    def _show_kept(self, kind: Kind, index: int, current: str = "") -> None:
        kept = self._kept[kind]
        advice = kept[index] if index < len(kept) else None
        is_other = advice is not None and bool(current) and advice.key != current
        note = EARLIER if index else OTHER_TEXTS if is_other else ""
        self._panels[kind].show(advice, note, is_past=index > 0)


def _paper(found: tuple[Resume, Version] | None) -> str:
    """Return the address of the pages that quotes can be pointed at on, if there are pictures."""
    if not found or found[1].kind not in PICTURED or not found[1].file:
        return ""
    return f"/papers/{found[0].id}/{found[1].number}"
