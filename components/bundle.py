"""The modules of a component as one text, so that a browser asks for them once.

No build tool: our modules keep to a few forms of import and export, and each becomes a function
that is called once, after those it needs.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from nicegui.dependencies import register_importmap_override

_HERE = Path(__file__).parent
_FOLDERS = {
    "careervault-job-list": "job_list",
    "careervault-pictures": "pictures",
    "careervault-forms": "forms",
}
_IMPORT = re.compile(
    r"^import (?:(?P<default>\w+)?,? ?(?P<names>\{[^}]*\})? ?from )?"
    rf'"(?:(?P<package>{"|".join(_FOLDERS)})/)?(?P<file>[\w.]+)";$',
    re.MULTILINE,
)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const) (\w+))", re.MULTILINE)


@dataclass(frozen=True)
class Bundle:
    """The modules that a component is made of: the name it is imported by, and the first one."""

    name: str
    first: str

    @cached_property
    def script(self) -> str:
        """The component as one ES module."""
        written: dict[str, str] = {}
        _write(self.name, self.first, written)
        modules = "\n".join(written.values())
        main = _variable(self.first)
        return f'import * as vue from "vue";\n\n{modules}\nexport default {main}.main;\n'

    @cached_property
    def fingerprint(self) -> str:
        """What changes with the script, so that its address can be cached for good."""
        return sha256(self.script.encode()).hexdigest()[:12]

    def serve_at(self, address: str) -> str:
        """Have every page take the script from this address; return the markup to fetch it early.

        That markup is for the pages that show it first thing.
        """
        address = f"{address}?v={self.fingerprint}"
        register_importmap_override(self.name, address)
        return f'<link rel="modulepreload" href="{address}">'


JOB_LIST = Bundle("careervault-job-list", "index.js")
PICTURES = Bundle("careervault-pictures", "wall.js")


def _write(package: str, file: str, written: dict[str, str]) -> None:
    source = (_HERE / _FOLDERS[package] / file).read_text(encoding="utf-8")
    for found in _IMPORT.finditer(source):
        if found["file"] != "vue" and found["file"] not in written:
            _write(found["package"], found["file"], written)
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
