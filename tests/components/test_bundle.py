"""The modules of a component, served as one."""

import re
from pathlib import Path

import pytest
from nicegui import dependencies

from components import bundle
from components.bundle import JOB_LIST, PICTURES, Bundle

HERE = Path(bundle.__file__).parent
FOLDERS = {JOB_LIST: "job_list", PICTURES: "pictures"}

every_bundle = pytest.mark.parametrize("made", FOLDERS, ids=FOLDERS.values())


@every_bundle
def test_one_script_holds_every_module_and_asks_for_vue_alone(made: Bundle):
    assert re.findall(r'^import .*"(.*)";$', made.script, re.MULTILINE) == ["vue"]
    assert re.findall(r"^export \w+", made.script, re.MULTILINE) == ["export default"]
    for module in (HERE / FOLDERS[made]).glob("*.js"):
        assert module.read_text(encoding="utf-8").splitlines()[0] in made.script, module.name


@every_bundle
def test_a_module_stands_after_those_it_needs(made: Bundle):
    for taken in re.findall(r"^const \{ .* \} = (\$\w+);$", made.script, re.MULTILINE):
        assert made.script.index(f"const {taken} = (") < made.script.index(f"}} = {taken};")


def test_two_components_may_take_the_same_module():
    asking = (HERE / "forms" / "asking.js").read_text(encoding="utf-8").splitlines()[0]
    assert asking in PICTURES.script
    assert asking not in JOB_LIST.script


@every_bundle
def test_a_page_is_told_where_the_script_is(made: Bundle, monkeypatch):
    monkeypatch.setattr(dependencies, "importmap_overrides", {})
    markup = made.serve_at("/static/some.js")
    address = f"/static/some.js?v={made.fingerprint}"
    assert dependencies.importmap_overrides == {made.name: address}
    assert markup == f'<link rel="modulepreload" href="{address}">'
