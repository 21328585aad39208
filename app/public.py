"""Pages for people who are not signed in: plain HTML, so that they cost nothing and work anywhere.

They are real forms, which password managers understand, and need neither socket nor script.
"""

from hashlib import sha256
from pathlib import Path
from typing import Any

from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader

HERE = Path(__file__).parent
STATIC = HERE / "static"


class Public:
    """Renders the templates; every value is escaped."""

    def __init__(self, sign_up: bool) -> None:
        self._templates = Environment(
            loader=FileSystemLoader(HERE / "templates"), autoescape=True, trim_blocks=True
        )
        self._always = {"sheets": stylesheets(), "sign_up": sign_up, "values": {}, "problems": {}}

    def page(self, name: str, title: str, status: int = 200, **values: Any) -> HTMLResponse:
        """Return a page from the template of this name."""
        template = self._templates.get_template(f"{name}.html")
        return HTMLResponse(template.render(**{**self._always, "title": title, **values}), status)


def stylesheets() -> list[str]:
    """Return the addresses of our stylesheets, which change when their content does."""
    return [
        f"/static/{sheet.name}?{sha256(sheet.read_bytes()).hexdigest()[:12]}"
        for sheet in sorted(
            STATIC.glob("*.css"), key=lambda path: (path.name != "tokens.css", path.name)
        )
    ]


def local_path(path: str) -> str:
    """Return the path if it leads to a page of ours, else the way home."""
    if not path.startswith("/") or path.startswith(("//", "/\\")) or "\n" in path or "\r" in path:
        return "/"
    return path
