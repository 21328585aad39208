"""The one page of a signed-in visitor; the screens change inside it without a reload."""

from fastapi import Request
from nicegui import APIRouter, Client, ui

from app.frame import Desk, frame
from app.pages.dashboard import dashboard
from app.public import stylesheets
from app.visitor import Services, Visitor

router = APIRouter()


@router.page("/")
async def shell(request: Request, visitor: Visitor, vault: Services, client: Client) -> None:
    """Build the shell around whichever screen the address names."""
    request.app.state.presence.enter(visitor.handle, client)
    for sheet in stylesheets():
        ui.add_head_html(f'<link rel="stylesheet" href="{sheet}">')
    desk = Desk(visitor, vault, await vault.people.profile(visitor.person))
    with frame() as shortcuts:
        ui.sub_pages({"/": dashboard}, data={"desk": desk})
    shortcuts.on_key(desk.press)
    client.on_delete(vault.live.listen(desk.owner, desk.spread))
