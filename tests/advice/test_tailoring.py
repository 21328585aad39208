"""From advice to a version of a resume, a letter, and the files to send."""

import pytest

from services.advice.ask import Ask, Kind
from services.advice.edits import Accepted
from services.advice.exports import Exports, Form
from services.advice.kept import Archive
from services.advice.tailoring import Tailoring, letter_text
from services.errors import Invalid, NotFound
from services.jobs.job import JobDraft
from services.reading.reader import Reader
from services.resumes.resume import Origin
from tests.advice.conftest import POSTING, RESUME, House, last
from tests.advice.saying import result, suggestion


@pytest.fixture
def tailoring(house: House) -> Tailoring:
    archive = Archive(house.drawer.desk.table)
    return Tailoring(archive, house.drawer.resumes, house.drawer.letters)


@pytest.fixture
async def job(house: House) -> str:
    draft = JobDraft(company="Babbage & Sons", position="Engineer", posting=POSTING)
    return (await house.drawer.desk.jobs.add("ada", draft)).id


@pytest.fixture
async def resume(house: House) -> str:
    return (await house.drawer.resumes.add("ada", "ada.txt", RESUME.encode())).resume.id


async def advised(house: House, kind: Kind, job: str, resume: str) -> str:
    update = await last(house.advice, Ask(kind=kind, job=job, resume=f"{resume}.1"))
    return update.key


async def test_an_accepted_suggestion_becomes_a_version(house, tailoring, job, resume):
    key = await advised(house, Kind.SUGGESTIONS, job, resume)
    offered = await tailoring.edits("ada", key, resume, 1)
    first = next(each for each in offered if not each.is_advice and not each.is_stale)
    accepted = [Accepted(index=first.index, is_confirmed=True)]

    added = await tailoring.tailor("ada", key, resume, 1, accepted, "For Babbage")

    version = added.resume.find(added.number)
    text = (await house.drawer.resumes.transcript("ada", resume, added.number)).text
    assert (version.origin, version.of, version.note) == (Origin.TAILORED, 1, "For Babbage")
    assert first.after.strip() in text
    assert (await house.drawer.resumes.transcript("ada", resume, 1)).text != text


async def test_a_letter_is_kept_as_the_person_left_it(house, tailoring, job, resume):
    key = await advised(house, Kind.LETTER, job, resume)
    text = letter_text((await house.advice.get("ada", key)).result).text

    kept = await tailoring.keep_letter("ada", key, job, text, is_confirmed=True)

    assert (kept.job, kept.text) == (job, text)


async def test_advice_of_another_kind_is_refused(house, tailoring, job, resume):
    key = await advised(house, Kind.ANALYSIS, job, resume)

    with pytest.raises(Invalid):
        await tailoring.edits("ada", key, resume)


async def test_someone_elses_advice_does_not_exist(house, tailoring, job, resume):
    key = await advised(house, Kind.SUGGESTIONS, job, resume)

    with pytest.raises(NotFound):
        await tailoring.edits("charles", key, resume)


def test_marks_stand_where_they_did_in_the_whole_letter():
    hello = suggestion(RESUME, "Ada", "x").model_copy(update={"part": "greeting"})
    doubted = suggestion(RESUME, "Ada", "I saved 40%.", "40%").texts["replacement"]
    told = hello.model_copy(update={"part": "paragraphs", "texts": {"text": doubted}})
    hello = hello.model_copy(update={"texts": {"text": hello.texts["why"]}})

    assert letter_text(result(hello, told)).doubtful == ("40%",)


@pytest.mark.parametrize("form", Form)
async def test_a_program_reads_all_of_an_exported_resume(
    house: House, resume: str, reader: Reader, form: Form
):
    exports = Exports(house.drawer.resumes, house.drawer.letters, reader)

    file = await exports.resume("ada", resume, 1, form)

    assert (file.name, file.lost, file.left_out) == (f"ada.{form}", (), ())


@pytest.mark.parametrize("form", Form)
async def test_a_program_reads_all_of_an_exported_letter(
    house: House, job: str, resume: str, reader: Reader, form: Form
):
    exports = Exports(house.drawer.resumes, house.drawer.letters, reader)
    text = "Dear team,\n\nI wrote it.\n\nI would do so again.\n\nYours sincerely"
    await house.drawer.letters.keep("ada", job, text)
    sender = (await house.drawer.resumes.contents("ada", resume)).curriculum

    file = await exports.letter("ada", job, form, sender)

    assert (file.lost, bool(file.data)) == ((), True)


async def test_a_letter_that_was_never_kept_cannot_be_exported(house, job, reader):
    exports = Exports(house.drawer.resumes, house.drawer.letters, reader)

    with pytest.raises(NotFound):
        await exports.letter("ada", job, Form.PDF)
