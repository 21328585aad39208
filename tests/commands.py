"""The operator's commands, run as an operator runs them."""

import os
import subprocess
import sys

from tests.server import ROOT


def run(*arguments: str, **settings: object) -> subprocess.CompletedProcess[str]:
    """Run a command with these settings and return what came of it."""
    given = {f"CAREERVAULT_{name.upper()}": str(value) for name, value in settings.items()}
    return subprocess.run(
        [sys.executable, "main.py", *arguments],
        cwd=ROOT,
        env={**os.environ, **given},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
