"""Written advice on a job's page: four tasks, each with its price before the click."""

from nicegui import background_tasks, ui

from app.editing import Editing
from app.pages.job_edits import JobEdits, paper_of
from app.pages.job_letter import JobLetter
from app.writings import Progress
from components.advice_panel import AdvicePanel
from components.advice_words import WORDS
from components.parted import Parted
from services.advice.ask import Ask, Kind, Tongue
from services.advice.kept import KeptAdvice, State

NO_RESUME = "Advice needs a resume: add one, or choose the one you send."
NO_POSTING = "Advice needs the posting: paste it above."
OTHER_TEXTS = "This was written for another resume, posting or wish than those of now."
EARLIER = "This was written earlier."
STRESS = "What should it stress? What else is true of you?"


class JobAdvice:
    """The section "Written advice"; it follows the job, the chosen resume and what is written."""

    def __init__(self, editing: Editing, missing: str) -> None:
        self._editing = editing
        self._vault, self._owner = editing.desk.vault, editing.desk.owner
        self._writings = editing.desk.writings
        self._job, self._key = editing.job.id, ""
        self._about: tuple[str, ...] = ()
        self._paper = ""
        self._kept: dict[Kind, list[KeptAdvice]] = {}
        self._panels: dict[Kind, AdvicePanel] = {}
        with ui.element("section").classes("cv-panel-card").props('aria-labelledby="cv-advice"'):
            ui.label("Written advice").props('id="cv-advice" role=heading aria-level=2')
            if missing:
                ui.label(missing).classes("cv-hint")
                self._letter = JobLetter(editing)
            else:
                self._add_tasks()
        self._writings.listen(self._owner, self._job, self)

    async def show(self, key: str) -> None:
        """Show what may be asked for the job with the version `key` of a resume."""
        await self._letter.show()
        job = self._editing.job
        about = (key, job.posting, job.company, job.position)
        if about == self._about and not self._awaits_another():
            return  # Most changes to a job are none to what is asked about it.
        self._key, self._about = key, about
        under_way = self._writings.under_way(self._owner, self._job)
        await self._refresh({progress.kind for progress in under_way})
        # As they are by now: what was said meanwhile has been heard already.
        for progress in self._writings.under_way(self._owner, self._job):
            self.hear(progress)

    def hear(self, progress: Progress) -> None:
        """Show how far an advice has come, whichever tab asked for it."""
        panel = self._panels[progress.kind]
        if panel.is_deleted:
            return
        if progress.problem:
            panel.fail(progress.problem, progress.wait)
        elif progress.is_over:
            background_tasks.create(self._refresh(), name="show advice", context=panel)
        else:
            panel.point_at(self._paper)
            panel.grow(progress.update) if progress.update else panel.begin()

    def _awaits_another(self) -> bool:
        """Tell whether an advice was begun at another task, which may by now be whole."""
        latest = [kept[0] for kept in self._kept.values() if kept]
        return any(advice.state is State.WRITING for advice in latest)

    def _add_tasks(self) -> None:
        with ui.element("details").classes("cv-wishes"):
            ui.html("Language and wishes", tag="summary", sanitize=False)
            self._tongue = ui.select([*Tongue], value=Tongue.ENGLISH, label="Language")
            self._notes = ui.textarea(STRESS).props("outlined autogrow maxlength=5000 dir=auto")
        self._tongue.props("outlined dense").on_value_change(lambda: self._refresh())
        self._notes.on("blur", lambda: self._refresh())
        parted = Parted("Written advice", [(kind.value, WORDS[kind].title) for kind in Kind])
        for kind in Kind:
            with parted.part(kind.value):
                self._panels[kind] = self._panel(kind)
        with self._panels[Kind.SUGGESTIONS]:
            self._edits = JobEdits(self._editing)
        with self._panels[Kind.INTERVIEW]:
            practise = ui.link("Practise the interview", f"/assistant?interview={self._job}")
            practise.classes("cv-button cv-alone")
        with self._panels[Kind.LETTER]:
            self._letter = JobLetter(self._editing)

    def _panel(self, kind: Kind) -> AdvicePanel:
        async def agree(_: object) -> None:
            await self._vault.consents.agree(self._owner)
            await self._refresh()

        panel = AdvicePanel(
            kind,
            on_write=lambda: self._writings.start(self._owner, self._ask(kind)),
            on_stop=lambda: self._writings.stop(self._owner, self._job, kind),
            on_look=lambda index: self._look(kind, index + 1),
        )
        panel.on_asked("agree", agree)
        return panel

    def _ask(self, kind: Kind) -> Ask:
        return Ask.check(
            {
                "kind": kind,
                "job": self._job,
                "resume": self._key,
                "notes": self._notes.value or "",
                "tongue": self._tongue.value or Tongue.ENGLISH,
            }
        )

    async def _refresh(self, writing: set[Kind] | None = None) -> None:
        """Show prices and what is kept, but leave alone what is growing."""
        found = await self._vault.resumes.find(self._owner, self._key)
        every = await self._vault.advice.of(self._owner, self._job)
        self._paper = paper_of(*found) if found else ""
        for kind in self._panels:
            self._kept[kind] = [each for each in every if each.kind is kind]
            current = await self._offer(kind, bool(found))
            if kind not in (writing or ()):
                await self._look(kind, 0, current)

    async def _offer(self, kind: Kind, has_resume: bool) -> str:
        """Show the price of an advice or what is missing for it; return its key, if it has one."""
        panel = self._panels[kind]
        if not has_resume or not self._editing.job.posting.strip():
            panel.offer("", why_not=NO_POSTING if has_resume else NO_RESUME)
            return ""
        consents = self._vault.consents
        is_agreed = await consents.given(self._owner)
        price = await self._vault.advice.price(self._owner, self._ask(kind))
        wording = "" if is_agreed else consents.wording.text
        panel.offer(price.words, is_paid=price.is_paid, agree_to=wording)
        return price.key

    async def _look(self, kind: Kind, index: int, current: str = "") -> None:
        """Show the advice that was kept, the latest or an earlier one."""
        kept = self._kept[kind]
        advice = kept[index] if 0 <= index < len(kept) else None
        is_other = advice is not None and bool(current) and advice.key != current
        note = EARLIER if index else OTHER_TEXTS if is_other else ""
        is_here = advice is None or advice.resume == self._key
        self._panels[kind].point_at(self._paper if is_here else "")
        self._panels[kind].show(advice, note, kept[1:], is_past=index > 0)
        if kind is Kind.SUGGESTIONS:
            self._panels[kind].hand_over(await self._edits.show(advice, self._key))
        elif kind is Kind.LETTER:
            self._letter.offer(advice)
