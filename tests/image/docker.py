"""The docker command, as a person at a terminal uses it."""

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


class Refused(Exception):
    """A docker command ended with an error."""


class Docker:
    """Runs docker commands in the project's folder."""

    def __init__(self, **environment: str) -> None:
        self._environment = os.environ | environment

    def __call__(self, *arguments: str) -> str:
        """Return what the command printed, or raise `Refused` with the end of what it said."""
        done = self._run(*arguments)
        if done.returncode:
            said = (done.stdout + done.stderr)[-3_000:]
            raise Refused(f"docker {' '.join(arguments)} ended with {done.returncode}:\n{said}")
        return done.stdout.strip()

    def quietly(self, *arguments: str) -> bool:
        """Tell whether the command ended well."""
        return self._run(*arguments).returncode == 0

    def said(self, *arguments: str) -> str:
        """Return everything the command printed, however it ended."""
        done = self._run(*arguments)
        return done.stdout + done.stderr

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["docker", *arguments], cwd=ROOT, env=self._environment, capture_output=True, text=True
        )
