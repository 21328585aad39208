"""What the chat sends to a browser, and what it takes, without a browser."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest
from nicegui import ui
from nicegui.testing import User, user_simulation

from components.chat import SHOWN, Chat
from components.chat_words import offer
from services.assistant.conversation import Mark, Message, Mode, Receipt, State, Voice
from services.assistant.proposal import Kind, Proposal

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
MAIL = Proposal(
    kind=Kind.MAIL, job="01", name="Acme", value="Dear team", before="", after="Dear team", seen=1
)


class Watched(Chat):
    """Keeps what a browser would be told."""

    def __init__(self) -> None:
        super().__init__("new", {}, lambda: None)
        self.told: list[Any] = []

    def run_method(self, name: str, *args: Any, **_: Any) -> Any:
        self.told.append((name, *args))


@pytest.fixture
async def chat() -> AsyncIterator[Watched]:
    made: list[Watched] = []
    async with user_simulation() as user:

        @ui.page("/")
        def page() -> None:
            made.append(Watched())

        await opened(user)
        yield made[0]


async def opened(user: User) -> None:
    await user.open("/")


def message(seq: int = 2, text: str = "", **fields: Any) -> Message:
    facts = {"voice": Voice.MODEL, "state": State.WRITING, "at": NOON, "touched": NOON}
    return Message(seq=seq, text=text, **{**facts, **fields})


def test_a_growing_answer_travels_by_its_closed_blocks(chat: Watched):
    chat.hear(message(text="One"))
    chat.hear(message(text="One.\n\nTwo"))
    chat.hear(message(text="One.\n\nTwo.\n\nThree"))

    assert [name for name, *_ in chat.told] == ["put", "grow", "grow", "grow"]
    assert [each[1]["blocks"] for each in chat.told[1:]] == [
        [],
        ["<p>One.</p>\n"],
        ["<p>Two.</p>\n"],
    ]
    assert chat.told[-1][1]["tail"] == "<p>Three</p>\n"


def test_what_is_sent_of_a_long_answer_is_as_long_as_the_answer(chat: Watched):
    paragraphs = [f"This is paragraph {number} of it." for number in range(400)]
    for count in range(1, 401):
        chat.hear(message(text="\n\n".join(paragraphs[:count])))

    sent = sum(len(str(each)) for each in chat.told)
    assert sent < 6 * len("\n\n".join(paragraphs))


def test_an_answer_that_ended_is_sent_whole_with_what_must_be_known_of_it(chat: Watched):
    receipts = (Receipt(id="J1", name="Acme", path="/jobs/01"),)
    marks = (Mark(start=0, end=2, reason="No record gives this number."),)
    done = message(text="87 sent [J1]", state=State.DONE, receipts=receipts, marks=marks, unknown=2)
    chat.hear(done)
    told = chat.told[-1][1]

    assert "<mark>87</mark>" in told["blocks"][0]
    assert told["notes"] == [
        "No record gives this number. It is marked.",
        "2 sources that do not exist were named here and taken out.",
    ]
    assert told["receipts"][0]["name"] == "Acme"


def test_of_a_long_conversation_the_end_is_drawn_first(chat: Watched):
    messages = [message(seq, "x", state=State.DONE) for seq in range(1, SHOWN + 41)]
    chat.show(messages)
    assert (len(chat.told[-1][1]), chat.told[-1][2]) == (SHOWN, 40)

    chat.show_earlier()
    assert [each["seq"] for each in chat.told[-1][1]] == list(range(1, 41))


def test_what_is_being_written_goes_on_growing_where_it_is_shown_anew(chat: Watched):
    chat.show([message(1, "Hello", voice=Voice.PERSON, state=State.DONE), message(2, "One.\n\nTw")])

    assert [name for name, *_ in chat.told] == ["show", "put", "grow"]
    assert chat.told[-1][1]["blocks"] == ["<p>One.</p>\n"]


def test_what_is_written_anew_takes_the_place_of_what_had_come(chat: Watched):
    chat.hear(message(text="One.\n\nTwo.\n\nThr"))
    chat.hear(message(text="One.\n\nTwo.\n\nThr", problem="The server has gone."))
    chat.hear(message(text="Another"))
    puts = [each[1] for each in chat.told if each[0] == "put"]

    assert [each["problem"] for each in puts] == ["", "The server has gone.", ""]
    assert [each["blocks"] for each in puts] == [[], [], []]
    assert chat.told[-1][1]["tail"] == "<p>Another</p>\n"


def test_a_person_is_never_taken_for_markup(chat: Watched):
    chat.hear(message(1, "<b>Hello</b>", voice=Voice.PERSON, state=State.DONE))
    told = chat.told[-1][1]

    assert (told["text"], told["blocks"]) == ("<b>Hello</b>", [])


def test_a_proposal_is_a_card(chat: Watched):
    chat.hear(message(state=State.DONE, proposals=(MAIL,)))
    card = chat.told[-1][1]["proposals"][0]

    assert (card["title"], card["path"], card["text"]) == (
        "Draft of a mail",
        "/jobs/01",
        "Dear team",
    )


def test_without_a_key_what_code_answers_is_offered_and_no_more():
    told = offer(Mode.CHAT, "Set a key.", "")

    assert len(told["topics"]) == 5
    assert (told["modes"], told["examples"], told["missing"]) == ([], [], "Set a key.")


@pytest.mark.parametrize("mode", Mode)
def test_each_kind_of_conversation_says_what_it_is_for(mode: Mode):
    told = offer(mode, "", "")

    assert told["title"]
    assert told["examples"]
    assert told["record"] is (mode is Mode.INTERVIEW)
