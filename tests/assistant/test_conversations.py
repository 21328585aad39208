"""Several conversations: found, renamed, deleted, and gone when they are old enough."""

import pytest

from services.assistant.conversation import Message, Mode, Voice
from services.errors import Conflict, Invalid, NotFound
from services.jobs.book import partition
from tests.assistant.conftest import House


async def said(house: House, text: str) -> str:
    """Begin a conversation with these words and return it."""
    head = await house.begin()
    now = house.desk.clock()
    message = Message(seq=1, voice=Voice.PERSON, text=text, at=now, touched=now)
    await house.conversations.keep("ada", head.model_copy(update={"last": 1}), message)
    return head.id


async def test_the_latest_comes_first(house: House):
    first = await said(house, "One")
    house.desk.clock.forward(minutes=1)
    second = await said(house, "Two")

    assert [each.id for each in await house.conversations.every("ada")] == [second, first]


async def test_they_are_found_by_title_and_by_what_was_said(house: House):
    first, second = await said(house, "Über Äcme in Leeds"), await said(house, "Something else")
    await house.conversations.rename("ada", second, "The offer of Globex")
    found = house.conversations.search

    assert [each.id for each in await found("ada", "acme leeds")] == [first]
    assert [each.id for each in await found("ada", "GLOBEX")] == [second]
    assert await found("ada", "nowhere") == []


async def test_a_title_is_one_line_of_some_length(house: House):
    chat = await said(house, "One")
    assert (await house.conversations.rename("ada", chat, " Two\nwords ")).title == "Two words"
    for title in ("", "x" * 121):
        with pytest.raises(Invalid):
            await house.conversations.rename("ada", chat, title)


async def test_a_deleted_one_leaves_nothing(house: House):
    chat, other = await said(house, "One"), await said(house, "Two")
    await house.conversations.delete("ada", chat)

    with pytest.raises(NotFound):
        await house.conversations.get("ada", chat)
    rows = await house.desk.table.query(partition("ada"))
    assert [row.sort for row in rows if chat in row.sort] == []
    assert len(await house.conversations.messages("ada", other)) == 1


async def test_what_was_said_goes_after_ninety_days(house: House):
    chat = await said(house, "One")
    house.desk.clock.forward(days=89)
    assert len(await house.conversations.messages("ada", chat)) == 1
    house.desk.clock.forward(days=2)

    assert await house.conversations.messages("ada", chat) == []
    assert await house.conversations.every("ada") == []


async def test_another_time_holds_for_what_was_said_before_too(house: House):
    chat = await said(house, "One")
    await house.desk.people.choose("ada", {"chat_days": 7})
    await house.conversations.keep_for("ada", 7)
    house.desk.clock.forward(days=8)

    assert await house.conversations.messages("ada", chat) == []


async def test_how_long_is_a_number_of_days(house: House):
    for days in (0, -1, 4_000, "long"):
        with pytest.raises(Invalid):
            await house.desk.people.choose("ada", {"chat_days": days})


async def test_one_that_is_empty_is_not_begun_twice(house: House):
    begin = house.conversations.begin_once
    first, again = [await begin("ada", Mode.REVIEW) for _ in range(2)]
    other = await begin("ada", Mode.INTERVIEW, "a job")

    assert first.id == again.id != other.id
    await house.ask("Please review my week.", first.id)
    assert (await begin("ada", Mode.REVIEW)).id != first.id


async def test_two_tabs_cannot_say_the_same_place_twice(house: House):
    head = await house.begin()
    await house.conversations.keep("ada", head)
    with pytest.raises(Conflict):
        await house.conversations.keep("ada", head)
