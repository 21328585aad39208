"""The one page of a signed-in visitor; the screens change inside it without a reload."""

import asyncio

from fastapi import Request
from nicegui import APIRouter, Client, ui

from app.desk import Desk
from app.frame import frame, open_screen
from app.pages.account import account_page
from app.pages.add_job import add_job
from app.pages.analytics import analytics_page
from app.pages.assistant import assistant_page
from app.pages.compare import compare_page
from app.pages.dashboard import dashboard
from app.pages.instance import instance_page
from app.pages.job import job_page
from app.pages.match import match_page
from app.pages.resume import resume_page
from app.pages.resumes import resumes_page
from app.pages.review import review_page
from app.pages.stages import stages_page
from app.pages.trash import trash_page
from app.pages.writing import writing_page
from app.public import STYLESHEET
from app.visitor import Services, Visitor
from components import theme

router = APIRouter()


@router.page("/")
@router.page("/jobs/new")
@router.page("/jobs/{job}")
@router.page("/jobs/{job}/compare")
@router.page("/match")
@router.page("/resumes")
@router.page("/resumes/{resume}")
@router.page("/analytics")
@router.page("/review")
@router.page("/trash")
@router.page("/stages")
@router.page("/assistant")
@router.page("/assistant/{chat}")
@router.page("/account")
@router.page("/writing")
@router.page("/instance")
async def shell(request: Request, visitor: Visitor, vault: Services, client: Client) -> None:
    """Build the shell around whichever screen the address names."""
    request.app.state.presence.enter(visitor.handle, client)
    ui.add_head_html(theme.link(STYLESHEET) + request.app.state.early.head(request))
    desk = Desk(visitor, vault, request.app.state.writings)
    # Known before anything is read, so that the first look tells only what changed since.
    known, is_admin = await asyncio.gather(
        vault.people.revision(desk.owner), vault.roles.has(desk.owner, "admin")
    )
    stop = vault.live.listen(desk.owner, desk.spread, known, lambda: desk.is_attended)
    client.on_delete(stop)
    with frame(desk, is_admin):
        ui.sub_pages(
            {
                "/": lambda: open_screen(desk, dashboard),
                "/jobs/new": lambda: open_screen(desk, add_job),
                "/jobs/{job}": lambda job: open_screen(desk, job_page, job),
                "/jobs/{job}/compare": lambda job, versions="": open_screen(
                    desk, compare_page, job, versions
                ),
                "/match": lambda versions="": open_screen(desk, match_page, versions),
                "/resumes": lambda: open_screen(desk, resumes_page),
                "/resumes/{resume}": lambda resume, version="": open_screen(
                    desk, resume_page, resume, version
                ),
                "/analytics": lambda: open_screen(desk, analytics_page),
                "/review": lambda week="", month="": open_screen(desk, review_page, week, month),
                "/trash": lambda: open_screen(desk, trash_page),
                "/stages": lambda: open_screen(desk, stages_page),
                "/assistant": lambda interview="": open_screen(desk, assistant_page, "", interview),
                "/assistant/{chat}": lambda chat: open_screen(desk, assistant_page, chat),
                "/account": lambda: open_screen(desk, account_page),
                "/writing": lambda: open_screen(desk, writing_page),
                "/instance": lambda: open_screen(desk, instance_page),
            }
        )
    # Sent with its first screen in it, the page needs no second trip for what that is made of.
    await desk.is_built.wait()
