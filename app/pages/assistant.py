"""The assistant: conversations about one's own search."""

from nicegui import ui

from app.chatting import Chatting
from app.desk import Desk
from services.assistant.conversation import Mode


async def assistant_page(desk: Desk, chat: str, interview: str = "") -> None:
    """Show a conversation beside the others, or begin one: `interview` names a job to practise."""
    ui.page_title("Assistant · CareerVault")
    conversations = desk.vault.conversations
    if interview:
        job = await desk.vault.jobs.get(desk.owner, interview)
        title = f"Interview: {job.company}"[:120]
        head = await conversations.begin_once(desk.owner, Mode.INTERVIEW, job.id, title)
        desk.go(f"/assistant/{head.id}")
        return
    opened = await conversations.get(desk.owner, chat) if chat else None
    with ui.element("div").classes("cv-assistant"):
        ui.html("Assistant", tag="h1", sanitize=False).classes("cv-sr")
        await Chatting(desk, opened).show()
