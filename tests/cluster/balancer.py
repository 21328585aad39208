"""A real load balancer: HAProxy, with a cookie that keeps a browser at its task."""

import contextlib
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import httpx

from tests.server import PATIENCE, free_port

COOKIE = "careervault-task"
CONFIGURATION = """
global
    stats socket {folder}/admin.sock mode 600 level admin
defaults
    mode http
    timeout connect 2s
    timeout client 75s
    timeout server 75s
    timeout tunnel 1h
    option redispatch 1
    retries 3
    retry-on conn-failure
frontend web
    bind 127.0.0.1:{port}
    option forwardfor
    default_backend tasks
backend tasks
    balance leastconn
    cookie {cookie} insert indirect nocache httponly
    option httpchk GET /live
    timeout check 4s
    default-server check inter 500ms fall 2 rise 1
"""


class Balancer:
    """HAProxy in front of the tasks, by their names and ports."""

    def __init__(self, folder: Path, tasks: Mapping[str, int]) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._folder = folder
        self._tasks = tasks

    @contextlib.contextmanager
    def running(self) -> Iterator[None]:
        """Run until the block ends."""
        text = CONFIGURATION.format(folder=self._folder, port=self.port, cookie=COOKIE)
        servers = (
            f"    server {name} 127.0.0.1:{port} cookie {name}\n"
            for name, port in self._tasks.items()
        )
        (self._folder / "haproxy.cfg").write_text(text + "".join(servers))
        with (self._folder / "haproxy.log").open("wb") as log:
            process = subprocess.Popen(
                ["haproxy", "-db", "-f", str(self._folder / "haproxy.cfg")], stdout=log, stderr=log
            )
            try:
                self._wait()
                yield
            finally:
                process.terminate()
                process.wait(PATIENCE)

    def take_out(self, task: str) -> None:
        """Send the task nothing new; what is open stays, as while a target is deregistered."""
        self._say(f"set server tasks/{task} state maint")

    def take_in(self, task: str) -> None:
        """Send the task visitors again."""
        self._say(f"set server tasks/{task} state ready")
        until = time.monotonic() + PATIENCE
        while not self._column(task, "status").startswith("UP"):
            assert time.monotonic() < until, f"{task} does not come up"
            time.sleep(0.05)

    def errors(self) -> int:
        """Return how many answers so far told of a failing server, whoever made them."""
        return int(self._column("FRONTEND", "hrsp_5xx"))

    def _column(self, server: str, column: str) -> str:
        names, *rows = (line.split(",") for line in self._say("show stat").splitlines() if line)
        [row] = (row for row in rows if row[1] == server)
        return row[names.index(column)]

    def _say(self, command: str) -> str:
        with socket.socket(socket.AF_UNIX) as channel:
            channel.connect(str(self._folder / "admin.sock"))
            channel.sendall(f"{command}\n".encode())
            return b"".join(iter(lambda: channel.recv(65536), b"")).decode()

    def _wait(self) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            with contextlib.suppress(httpx.TransportError):
                if httpx.get(f"{self.url}/live").is_success:
                    return
            time.sleep(0.05)
        raise RuntimeError("HAProxy did not start:\n" + (self._folder / "haproxy.log").read_text())
