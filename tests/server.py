"""The real server as a process of its own, for tests and measurements that need one."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import apsw
import httpx

ROOT = Path(__file__).parent.parent
PATIENCE = 30


class Server:
    """CareerVault on a free port of this machine, over a data folder that outlives its restarts."""

    def __init__(self, data: Path, port: int | None = None, **settings: str) -> None:
        self.data = data
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._settings = {f"CAREERVAULT_{name.upper()}": value for name, value in settings.items()}
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """The id of the running process."""
        assert self._process is not None
        return self._process.pid

    def client(self, path: str = "", **options: Any) -> httpx.Client:
        """Return a client that waits for as long as a busy machine may take."""
        return httpx.Client(base_url=self.url + path, timeout=PATIENCE, **options)

    def program(self, email: str, password: str) -> httpx.Client:
        """Return a client that is signed in at the REST door."""
        login = {"email": email, "password": password}
        with self.client("/api") as client:
            answer = client.post("/auth/login", json=login).raise_for_status()
        bearer = f"Bearer {answer.json()['access_token']}"
        return self.client("/api", headers={"authorization": bearer})

    def start(self) -> None:
        """Start the server and wait until it answers."""
        environment = {name: value for name, value in os.environ.items() if "PYTEST" not in name}
        environment |= {
            "CAREERVAULT_DATA": str(self.data),
            "CAREERVAULT_PORT": str(self.port),
            "CAREERVAULT_LOG_LEVEL": "warning",
            **self._settings,
        }
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "main.py"], cwd=ROOT, env=environment, stdout=log, stderr=log
            )
        self._wait()

    def stop(self) -> None:
        """End the server as an operator does."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End the server as a power cut does."""
        self._end(signal.SIGKILL)

    @property
    def log(self) -> Path:
        """The file with everything the server said."""
        self.data.mkdir(parents=True, exist_ok=True)
        return self.data / "server.log"

    def _wait(self) -> None:
        assert self._process is not None
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self._process.poll() is None:
            try:
                httpx.get(f"{self.url}/live", timeout=2)
            except httpx.TransportError:
                time.sleep(0.02)
            else:
                return
        self.kill()
        raise RuntimeError(f"The server did not start:\n{self.log.read_text()}")

    def _end(self, how: signal.Signals) -> None:
        if self._process is None:
            return
        self._process.send_signal(how)
        self._process.wait(PATIENCE)
        self._process = None


def free_port() -> int:
    """Return a port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def rows_with(folder: Path, words: str) -> list[str]:
    """Return the sort keys of all rows that hold these words, whoever they belong to."""
    rows = apsw.Connection(str(folder / "careervault.db"), flags=apsw.SQLITE_OPEN_READONLY)
    return [key for (key,) in rows.execute("SELECT sort FROM rows WHERE instr(body, ?)", (words,))]
