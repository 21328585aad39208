"""Where the children that read files come from."""

import socket
import subprocess
import sys
from pathlib import Path

from services.reading.confine import clean_environment

_ROOT = Path(__file__).parents[2]


class Nursery:
    """A process that has the engines loaded and forks a child in a few milliseconds.

    `multiprocessing` has a fork server too, but its children import `main.py` anew, and answer in
    pickles, which run what they hold.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._door: socket.socket | None = None

    def call(self) -> socket.socket:
        """Return a line to a new child."""
        line, other = socket.socketpair()
        with other:
            try:
                self._hand_in(other)
            except (BrokenPipeError, ConnectionResetError):
                self.close()
                self._hand_in(other)
        line.setblocking(False)
        return line

    def close(self) -> None:
        """Let the process end; children that still read go on."""
        if self._door and self._process:
            self._door.close()
            self._process.wait()
        self._door = self._process = None

    def _hand_in(self, line: socket.socket) -> None:
        if self._door is None:
            self._door, inside = socket.socketpair()
            with inside:
                self._process = subprocess.Popen(  # noqa: S603 - our own module, no word of others
                    [sys.executable, "-m", "services.reading.child", str(inside.fileno())],
                    cwd=_ROOT,
                    env=clean_environment(),
                    pass_fds=[inside.fileno()],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
        socket.send_fds(self._door, [b"."], [line.fileno()])
