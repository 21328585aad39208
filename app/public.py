"""Pages for people who are not signed in: plain HTML, so that they cost nothing and work anywhere.

They are real forms, which password managers understand, and need neither socket nor script.
"""

from pathlib import Path
from typing import Any, Self

from fastapi import APIRouter, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader

from components import bundle, icons, theme
from services.errors import Invalid, NotAllowed, NotFound, TooMany, VaultError

router = APIRouter(include_in_schema=False)
HERE = Path(__file__).parent
STATIC = HERE / "static"
STYLESHEET = "/static/careervault.css"
JOB_LIST = "/static/job-list.js"
PICTURES = "/static/pictures.js"
FOREVER = {"cache-control": "public, max-age=31536000, immutable"}


class Public:
    """Renders the templates; every value is escaped."""

    def __init__(self, sign_up: bool, mails: bool, providers: tuple[str, ...] = ()) -> None:
        self._templates = Environment(
            loader=FileSystemLoader(HERE / "templates"), autoescape=True, trim_blocks=True
        )
        self._always = {
            "stylesheet": theme.link(STYLESHEET),
            "brand": icons.svg("vault"),
            "sign_up": sign_up,
            "mails": mails,
            "providers": providers,
            "values": {},
            "problems": {},
        }

    def page(self, name: str, title: str, status: int = 200, **values: Any) -> HTMLResponse:
        """Return a page from the template of this name."""
        template = self._templates.get_template(f"{name}.html")
        return HTMLResponse(template.render(**{**self._always, "title": title, **values}), status)


class Refusal:
    """Catches what the vault refuses inside its `with`, to be shown above or in the form."""

    def __init__(self) -> None:
        self.problem: VaultError | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: object
    ) -> bool:
        if not isinstance(error, Invalid | NotAllowed | NotFound | TooMany):
            return False
        self.problem = error
        return True

    @property
    def shown(self) -> dict[str, Any]:
        """What the form's template says: a sentence at each field, or one above them all."""
        fields = getattr(self.problem, "fields", {})
        return {"problem": "" if fields else self.problem, "problems": fields}


@router.get(STYLESHEET)
async def stylesheet() -> Response:
    """Serve the one stylesheet; its address changes when it does."""
    return Response(theme.stylesheet(), media_type="text/css", headers=FOREVER)


@router.get(JOB_LIST)
async def job_list() -> Response:
    """Serve the job list as one script; its address changes when it does."""
    return Response(bundle.JOB_LIST.script, media_type="text/javascript", headers=FOREVER)


@router.get(PICTURES)
async def pictures() -> Response:
    """Serve the pictures of the analytics in the same way."""
    return Response(bundle.PICTURES.script, media_type="text/javascript", headers=FOREVER)


def local_path(path: str) -> str:
    """Return the path if it leads to a page of ours, else the way home."""
    if not path.startswith("/") or path.startswith(("//", "/\\")) or "\n" in path or "\r" in path:
        return "/"
    return path
