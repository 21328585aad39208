"""What a person can do with their resumes, and what stays whatever they do."""

import asyncio

import pytest

from services.errors import Conflict, Invalid, NotFound
from services.parsing.curriculum import Contact, Curriculum
from services.reading.reader import Reader
from services.resumes.resume import Origin, split_key
from services.resumes.shelf import Deed
from tests.resumes.conftest import RESUME, Drawer, open_drawer

OTHER = RESUME + b"\nLanguages\nGerman\n"


async def test_the_original_bytes_are_kept(drawer: Drawer):
    added = await drawer.resumes.add("ada", "cv final.txt", RESUME)

    assert await drawer.resumes.original("ada", added.resume.id) == RESUME
    assert added.resume.name == "cv final"
    assert "Analytical Engines" in (await drawer.resumes.transcript("ada", added.resume.id)).text


async def test_the_same_file_is_kept_once(drawer: Drawer):
    first = await drawer.resumes.add("ada", "cv.txt", RESUME)
    again = await drawer.resumes.add("ada", "copy of cv.txt", RESUME)

    assert (again.resume.id, again.is_new) == (first.resume.id, False)
    assert len(await drawer.resumes.every("ada")) == 1


async def test_a_file_becomes_the_next_version(drawer: Drawer):
    resume = (await drawer.resumes.add("ada", "cv.txt", RESUME)).resume
    added = await drawer.resumes.add("ada", "cv2.txt", OTHER, resume=resume.id)

    assert (added.resume.id, added.number, added.resume.current) == (resume.id, 2, 2)
    assert await drawer.resumes.original("ada", resume.id, 1) == RESUME


async def test_a_text_put_right_is_a_version_on_the_same_file(drawer: Drawer):
    resume = (await drawer.resumes.add("ada", "cv.txt", RESUME)).resume
    text = (await drawer.resumes.transcript("ada", resume.id)).text.replace("Python", "Piano")
    corrected = (await drawer.resumes.correct("ada", resume.id, 1, text)).resume

    assert (await drawer.resumes.transcript("ada", resume.id)).text == text
    assert "Python" in (await drawer.resumes.transcript("ada", resume.id, 1)).text
    assert corrected.find(2).file == corrected.find(1).file
    assert corrected.find(2).origin is Origin.CORRECTED


async def test_a_tailored_version_has_no_file_and_says_what_for(drawer: Drawer):
    resume = (await drawer.resumes.add("ada", "cv.txt", RESUME)).resume
    tailored = (await drawer.resumes.tailor("ada", resume.id, 1, "Ada\nPoet", "For Acme")).resume

    assert tailored.find().note == "For Acme"
    with pytest.raises(NotFound):
        await drawer.resumes.original("ada", resume.id, 2)


async def test_what_the_person_confirmed_counts(drawer: Drawer):
    resume = (await drawer.resumes.add("ada", "cv.txt", RESUME)).resume
    found = await drawer.resumes.contents("ada", resume.id)
    assert (found.curriculum.contact.name, found.is_confirmed) == ("Ada Lovelace", False)

    curriculum = Curriculum(contact=Contact(name="Augusta Ada King"))
    await drawer.resumes.confirm("ada", resume.id, 1, curriculum)
    found = await drawer.resumes.contents("ada", resume.id)
    assert (found.curriculum.contact.name, found.is_confirmed) == ("Augusta Ada King", True)


async def test_a_resume_comes_back_from_the_trash(drawer: Drawer):
    resume = (await drawer.resumes.add("ada", "cv.txt", RESUME)).resume
    await drawer.resumes.trash("ada", resume.id)
    assert await drawer.resumes.every("ada") == []
    assert [each.id for each in await drawer.resumes.trashed("ada")] == [resume.id]

    await drawer.resumes.restore("ada", resume.id)
    assert [each.id for each in await drawer.resumes.every("ada")] == [resume.id]


async def test_every_change_leaves_an_event(drawer: Drawer):
    resume = (await drawer.resumes.add("ada", "cv.txt", RESUME)).resume
    await drawer.resumes.rename("ada", resume.id, "For banks")
    await drawer.resumes.trash("ada", resume.id)

    events = await drawer.resumes.events("ada", resume.id)
    assert [event.deed for event in events] == [Deed.ADDED, Deed.RENAMED, Deed.TRASHED]
    assert events[1].fields == {"name": ("cv", "For banks")}


async def test_other_tabs_hear_of_it(drawer: Drawer):
    heard: list[int] = []
    drawer.desk.live.listen("ada", heard.append)
    await drawer.resumes.add("ada", "cv.txt", RESUME)

    assert heard == [1]


async def test_someone_elses_resume_does_not_exist(drawer: Drawer):
    resume = (await drawer.resumes.add("ada", "cv.txt", RESUME)).resume

    assert await drawer.resumes.every("charles") == []
    for call in (
        drawer.resumes.get("charles", resume.id),
        drawer.resumes.original("charles", resume.id),
        drawer.resumes.transcript("charles", resume.id),
        drawer.resumes.rename("charles", resume.id, "Mine"),
        drawer.resumes.tailor("charles", resume.id, 1, "x", ""),
    ):
        with pytest.raises(NotFound):
            await call


async def test_twenty_uploads_at_once_are_twenty_versions(drawer: Drawer):
    resume = (await drawer.resumes.add("ada", "cv.txt", RESUME)).resume
    texts = [RESUME + f"\nNumber {n}\n".encode() for n in range(20)]
    await asyncio.gather(
        *(drawer.resumes.add("ada", "cv.txt", text, resume=resume.id) for text in texts)
    )

    versions = (await drawer.resumes.get("ada", resume.id)).versions
    assert [version.number for version in versions] == list(range(1, 22))


@pytest.mark.parametrize("text", ["", "  \n \n", "x" * 200_001], ids=["empty", "blank", "too long"])
async def test_a_text_that_is_no_resume_is_refused(drawer: Drawer, text: str):
    resume = (await drawer.resumes.add("ada", "cv.txt", RESUME)).resume
    with pytest.raises(Invalid):
        await drawer.resumes.correct("ada", resume.id, 1, text)
    assert len((await drawer.resumes.get("ada", resume.id)).versions) == 1


async def test_two_processes_cannot_overwrite_each_other(drawer: Drawer):
    resume = (await drawer.resumes.add("ada", "cv.txt", RESUME)).resume
    shelf, book = drawer.resumes._shelf, await drawer.desk.books.open("ada")
    await drawer.resumes.rename("ada", resume.id, "First")
    async with book.lock:
        with pytest.raises(Conflict):
            await shelf.write("ada", book, resume, resume, Deed.RENAMED)


@pytest.mark.parametrize(
    "words",
    ["A Google offer", "A" * 26 + "." + "9" * 5000, "A" * 26 + ".١", "A" * 26 + ".0", "A" * 26],
    ids=["words", "endless", "another script", "zero", "no number"],
)
def test_words_that_are_no_key_of_ours_lead_nowhere(words: str) -> None:
    assert split_key(words) is None


async def test_the_room_for_files_holds_under_twenty_uploads_at_once(
    drawer: Drawer, reader: Reader
):
    texts = [RESUME + f"\nNumber {n:02}\n".encode() for n in range(20)]
    small = open_drawer(drawer.desk, drawer.files, reader, most_bytes=5 * len(texts[0]))
    tried = (small.resumes.add("ada", "cv.txt", text) for text in texts)
    done = await asyncio.gather(*tried, return_exceptions=True)

    assert sum(isinstance(each, Invalid) for each in done) == 15
    assert len(await small.resumes.every("ada")) == 5
