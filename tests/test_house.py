"""The numbers by which the code is compared with its models: small files, small ports."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from services.files.files import Files
from services.identity.identity import Identity
from services.identity.registry import Registry
from services.language.model import LanguageModel
from services.queue.queue import Queue
from services.storage.table import Table

ROOT = Path(__file__).parent.parent
ROOMS = ("app", "components", "services")
VAGUE = {"utils", "helpers", "common", "core", "misc"}
TOPS = {"app/api/refusals.py"}
"""Where an accident may be caught; pages and background tasks hand theirs to NiceGUI's top."""

PICTURES = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f]")
"""Emoji and their like; arrows and typographic marks are words of the screens."""

Part = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def sources(*kinds: str) -> list[Path]:
    found = [path for room in ROOMS for kind in kinds for path in (ROOT / room).rglob(f"*.{kind}")]
    return sorted([*found, ROOT / "main.py"] if "py" in kinds else found)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def length(path: Path) -> int:
    return len(path.read_text().splitlines())


def parts(kind: type[Part] | tuple[type[Part], ...]) -> Iterator[tuple[str, int]]:
    for path in sources("py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, kind):
                yield f"{name(path)}:{node.name}", (node.end_lineno or 0) - node.lineno + 1


def catches_all(handler: ast.ExceptHandler) -> bool:
    caught = ast.unparse(handler.type) if handler.type else "BaseException"
    return bool(re.search(r"\b(Base)?Exception\b", caught))


def rises_again(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def test_half_of_the_files_have_at_most_120_lines():
    assert median(length(path) for path in sources("py")) <= 120


def test_no_file_has_more_than_300_lines():
    tried = [path for room in ("tests", "benchmarks") for path in (ROOT / room).rglob("*.py")]
    every = [*sources("py", "js", "css"), *tried]

    assert [name(path) for path in every if length(path) > 300] == []


def test_no_function_has_more_than_40_lines():
    functions = parts((ast.FunctionDef, ast.AsyncFunctionDef))
    assert [(where, lines) for where, lines in functions if lines > 40] == []


def test_no_class_has_more_than_200_lines():
    assert [(where, lines) for where, lines in parts(ast.ClassDef) if lines > 200] == []


@pytest.mark.parametrize(
    ("port", "most"),
    [(Table, 5), (Identity, 12), (Files, 4), (LanguageModel, 2), (Queue, 3), (Registry, 5)],
    ids=["table", "identity", "files", "language", "queue", "registry"],
)
def test_a_port_is_small_and_promises_something_for_each_method(port: type, most: int):
    methods = [each for key, each in vars(port).items() if callable(each) and key[0] != "_"]

    assert 0 < len(methods) <= most
    assert [each.__name__ for each in methods if not each.__doc__] == []


def test_accidents_are_caught_at_the_tops_alone():
    catching = {
        name(path)
        for path in sources("py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ExceptHandler) and catches_all(node) and not rises_again(node)
    }
    assert catching <= TOPS


def test_no_code_holds_a_picture():
    assert [
        name(path) for path in sources("py", "js", "css") if PICTURES.search(path.read_text())
    ] == []


def test_no_file_has_a_name_that_says_nothing():
    assert [name(path) for path in sources("py", "js", "css") if path.stem in VAGUE] == []


def test_the_tree_of_errors_fits_on_one_screen():
    text = (ROOT / "services/errors.py").read_text()
    assert text.count("\nclass ") <= 8
