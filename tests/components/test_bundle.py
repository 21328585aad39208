"""The job list's modules, served as one."""

import re
from pathlib import Path

from nicegui import dependencies

from components import bundle

FOLDER = Path(bundle.__file__).parent / "job_list"


def test_one_script_holds_every_module_and_asks_for_vue_alone():
    script = bundle.script()
    assert re.findall(r'^import .*"(.*)";$', script, re.MULTILINE) == ["vue"]
    assert re.findall(r"^export \w+", script, re.MULTILINE) == ["export default"]
    for module in FOLDER.glob("*.js"):
        assert module.read_text(encoding="utf-8").splitlines()[0] in script, module.name


def test_a_module_stands_after_those_it_needs():
    script = bundle.script()
    for taken in re.findall(r"^const \{ .* \} = (\$\w+);$", script, re.MULTILINE):
        assert script.index(f"const {taken} = (") < script.index(f"}} = {taken};")


def test_a_page_is_told_where_the_script_is(monkeypatch):
    monkeypatch.setattr(dependencies, "importmap_overrides", {})
    markup = bundle.serve_at("/static/job-list.js")
    address = f"/static/job-list.js?v={bundle.fingerprint()}"
    assert dependencies.importmap_overrides == {bundle.NAME: address}
    assert markup == f'<link rel="modulepreload" href="{address}">'
