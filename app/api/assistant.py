"""The assistant at the REST door: conversations, and answers as they are written."""

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from typing import Annotated

from fastapi import APIRouter, Path, Query, Response
from starlette.responses import Response as PlainResponse

from app.api.assistant_shapes import (
    Again,
    ConversationInFull,
    ConversationShape,
    NewConversation,
    Renamed,
    Said,
    Sought,
    Wanted,
    head_shape,
)
from app.api.shapes import answer
from app.papers import download
from app.stream import EVENTS, event, events
from app.visitor import Caller, Services, Writer
from services.assistant.conversation import Message
from services.assistant.transcript import transcript

router = APIRouter(prefix="/assistant", tags=["assistant"])

Id = Annotated[str, Path(max_length=40, description="The `id` of a conversation.")]
Seq = Annotated[int, Path(ge=1, le=100_000, description="The `seq` of a message.")]
Index = Annotated[int, Path(ge=0, le=20, description="Which of its proposals, from 0.")]


@router.get("/conversations", response_model=list[ConversationShape])
async def list_conversations(
    caller: Caller, vault: Services, sought: Annotated[Sought, Query()]
) -> Response:
    """Your conversations, the latest first; with `q`, those that hold its words."""
    kept = vault.conversations
    is_search = bool(sought.q.strip())
    found = await (kept.search(caller.owner, sought.q) if is_search else kept.every(caller.owner))
    return answer([head_shape(each) for each in found])


@router.post("/conversations", status_code=201, response_model=ConversationShape)
async def begin_conversation(caller: Writer, vault: Services, new: NewConversation) -> Response:
    """Begin a conversation."""
    if new.job:
        await vault.jobs.get(caller.owner, new.job)
    begun = await vault.conversations.begin(caller.owner, new.mode, new.job, new.title)
    return answer(head_shape(begun), 201)


@router.get("/conversations/{id}", response_model=ConversationInFull)
async def get_conversation(id: Id, caller: Caller, vault: Services) -> Response:
    """A conversation with all that was said, an answer under way as far as it has come."""
    head = await vault.conversations.get(caller.owner, id)
    said = await vault.talks.messages(caller.owner, id)
    return answer({**head_shape(head), "said": [each.model_dump() for each in said]})


@router.patch("/conversations/{id}", response_model=ConversationShape)
async def rename_conversation(
    id: Id, caller: Writer, vault: Services, renamed: Renamed
) -> Response:
    """Give a conversation another title."""
    head = await vault.conversations.rename(caller.owner, id, renamed.title)
    return answer(head_shape(head))


@router.delete("/conversations/{id}", status_code=204, response_class=PlainResponse)
async def delete_conversation(id: Id, caller: Writer, vault: Services) -> Response:
    """Delete a conversation for good."""
    await vault.talks.stop(caller.owner, id)
    await vault.conversations.delete(caller.owner, id)
    return Response(status_code=204)


@router.get("/conversations/{id}/transcript.md", response_class=PlainResponse)
async def export_conversation(id: Id, caller: Caller, vault: Services) -> Response:
    """A conversation as a file in Markdown."""
    head = await vault.conversations.get(caller.owner, id)
    written = transcript(head, await vault.talks.messages(caller.owner, id))
    return download(written.data, written.name)


@router.post("/conversations/{id}/messages", response_class=PlainResponse, responses=EVENTS)
async def say(id: Id, caller: Writer, vault: Services, said: Said) -> Response:
    """Ask, and hear the answer as it is written: each event holds what is new, the last one the
    whole message. Who hangs up stops nothing; the answer is kept."""
    turn = await vault.talks.ask(caller.owner, id, said.words)
    return await events(_told(vault.talks.follow(caller.owner, turn)))


@router.post(
    "/conversations/{id}/messages/{seq}/again", response_class=PlainResponse, responses=EVENTS
)
async def say_again(id: Id, seq: Seq, caller: Writer, vault: Services, again: Again) -> Response:
    """Ask something of yours again, perhaps in other words; what followed it is taken back."""
    turn = await vault.talks.again(caller.owner, id, seq, again.words)
    return await events(_told(vault.talks.follow(caller.owner, turn)))


@router.get("/conversations/{id}/stream", response_class=PlainResponse, responses=EVENTS)
async def listen(id: Id, caller: Caller, vault: Services) -> Response:
    """Hear the answer under way, whoever asked for it, from its beginning; nothing if none is."""
    await vault.conversations.get(caller.owner, id)
    return await events(_told(vault.talks.watch(caller.owner, id)))


@router.post("/conversations/{id}/stop", status_code=204, response_class=PlainResponse)
async def stop(id: Id, caller: Writer, vault: Services) -> Response:
    """Stop the answer under way; what there is of it is kept."""
    await vault.conversations.get(caller.owner, id)
    await vault.talks.stop(caller.owner, id)
    return Response(status_code=204)


@router.post("/conversations/{id}/guide", response_model=list[Message])
async def ask_guide(id: Id, caller: Writer, vault: Services, wanted: Wanted) -> Response:
    """A question that is answered from your records at once, without a model and for nothing."""
    said = await vault.guide.ask(caller.owner, id, wanted.topic)
    return answer([each.model_dump() for each in said])


@router.post("/conversations/{id}/messages/{seq}/proposals/{index}/accept", response_model=Message)
async def accept_proposal(
    id: Id, seq: Seq, index: Index, caller: Writer, vault: Services
) -> Response:
    """Do what was proposed. It is an event by the assistant, and is undone like any other."""
    return answer((await vault.proposals.accept(caller.owner, id, seq, index)).model_dump())


@router.post("/conversations/{id}/messages/{seq}/proposals/{index}/decline", response_model=Message)
async def decline_proposal(
    id: Id, seq: Seq, index: Index, caller: Writer, vault: Services
) -> Response:
    """Leave a proposal."""
    return answer((await vault.proposals.decline(caller.owner, id, seq, index)).model_dump())


async def _told(messages: AsyncGenerator[Message, None]) -> AsyncIterator[bytes]:
    """Tell an answer by what is new in it, so that a long one costs no more than its length."""
    sent, looks = 0, 0
    async with aclosing(messages):
        async for message in messages:
            if message.state.is_over:
                yield event({"message": message.model_dump()})
                return
            fresh = {"text": message.text[sent:], "looks": message.looks[looks:]}
            sent, looks = len(message.text), len(message.looks)
            yield event({"seq": message.seq, **fresh})
