"""The modules of a component as one text, so that a browser asks for them once.

No build tool: our modules keep to a few forms of import and export, and each becomes a function
that is called once, after those it needs.
"""

import re
from functools import cache
from hashlib import sha256
from pathlib import Path

from nicegui.dependencies import register_importmap_override

NAME = "careervault-job-list"
_FOLDER = Path(__file__).parent / "job_list"
_IMPORT = re.compile(
    r"^import (?:(?P<default>\w+)?,? ?(?P<names>\{[^}]*\})? ?from )?"
    rf'"(?:{NAME}/)?(?P<file>[\w.]+)";$',
    re.MULTILINE,
)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const) (\w+))", re.MULTILINE)


@cache
def script() -> str:
    """Return the job list as one ES module."""
    written: dict[str, str] = {}
    _write("index.js", written)
    modules = "\n".join(written.values())
    return (
        f'import * as vue from "vue";\n\n{modules}\nexport default {_variable("index.js")}.main;\n'
    )


@cache
def fingerprint() -> str:
    """Return what changes with the script, so that its address can be cached for good."""
    return sha256(script().encode()).hexdigest()[:12]


def serve_at(address: str) -> str:
    """Have every page take the script from this address; return the markup to fetch it early."""
    address = f"{address}?v={fingerprint()}"
    register_importmap_override(NAME, address)
    return f'<link rel="modulepreload" href="{address}">'


def _write(file: str, written: dict[str, str]) -> None:
    source = (_FOLDER / file).read_text(encoding="utf-8")
    for found in _IMPORT.finditer(source):
        if found["file"] != "vue" and found["file"] not in written:
            _write(found["file"], written)
    names = _EXPORT.findall(source)
    body = _IMPORT.sub(_taken, _EXPORT.sub("", source))
    body = body.replace("export default {", "const main = {", 1)
    given = ", ".join([*names, *(["main"] if "const main = {" in body else [])])
    written[file] = f"const {_variable(file)} = (() => {{\n{body}\nreturn {{ {given} }};\n}})();"


def _taken(found: re.Match[str]) -> str:
    names = [name.strip() for name in (found["names"] or "").strip("{}").split(",")]
    if found["default"]:
        names.append(f"main: {found['default']}")
    wanted = ", ".join(filter(None, names))
    return f"const {{ {wanted} }} = {_variable(found['file'])};" if wanted else ""


def _variable(file: str) -> str:
    return "vue" if file == "vue" else f"${Path(file).stem}"
