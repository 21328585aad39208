"""From a wish to the question that is put to the model."""

from dataclasses import dataclass
from hashlib import sha256

from services.advice.ask import Ask, Texts
from services.advice.orders import warning, withhold
from services.advice.prompts import prompt_for
from services.errors import Invalid
from services.jobs.jobs import Jobs
from services.language.masking import Mask
from services.language.model import Prompt
from services.language.models import Models
from services.language.wrapping import clean
from services.resumes.looking import Looking
from services.resumes.resume import split_key


@dataclass(frozen=True)
class Question:
    """A question that is ready to be put: what is sent, and how to read what comes back.

    `texts` are as the person has them, `prompt` holds them masked.
    """

    ask: Ask
    texts: Texts
    prompt: Prompt
    mask: Mask
    model: str
    warnings: tuple[str, ...]

    @property
    def key(self) -> str:
        """Return the key of the answer: the same for the same question, ever.

        What was masked counts too, for it stands in the answer again.
        """
        asked = f"{self.prompt.key(self.model)}\n{self.texts.model_dump_json()}"
        return sha256(asked.encode()).hexdigest()[:32]


_NAMED = {"resume": "the resume", "posting": "the posting", "notes": "your notes"}


class Asking:
    """Finds the texts that somebody asks about."""

    def __init__(self, models: Models, jobs: Jobs, resumes: Looking) -> None:
        self._models = models
        self._jobs = jobs
        self._resumes = resumes

    async def question(self, owner: str, ask: Ask) -> Question:
        """Return the question, or raise `Invalid` naming what is missing."""
        texts = await self._texts(owner, ask)
        left, warnings = {}, list[str]()
        for name, words in _NAMED.items():
            left[name], count = withhold(clean(getattr(texts, name)))
            warnings += [warning(words, count)] if count else []
        texts = texts.model_copy(update=left)
        mask = Mask()
        masked = {name: mask.hide(text) for name, text in texts.model_dump().items()}
        sent = Texts.model_validate(masked)
        prompt = prompt_for(ask, sent)
        model = (await self._models.of(owner)).model.name(prompt.tier)
        return Question(ask, texts, prompt, mask, model, tuple(warnings))

    async def _texts(self, owner: str, ask: Ask) -> Texts:
        posting, company, position = ask.posting, "", ""
        if ask.job:
            job = await self._jobs.get(owner, ask.job)
            posting, company, position = posting or job.posting, job.company, job.position
        resume = ask.resume_text
        if ask.resume:
            key = split_key(ask.resume)
            if key is None:
                raise Invalid(fields={"resume": "Please choose one of your resumes."})
            resume = (await self._resumes.transcript(owner, *key)).text
        missing = {"posting": posting, "resume": resume}
        if fields := {name: "Please fill this in." for name, text in missing.items() if not text}:
            raise Invalid("Advice needs a resume and a posting.", fields)
        return Texts(
            posting=posting,
            resume=resume,
            notes=ask.notes,
            company=company,
            position=position,
        )
