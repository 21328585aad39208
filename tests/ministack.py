"""A server on this machine that answers as AWS does, in a virtual environment of its own."""

import contextlib
import fcntl
import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx

ROOT = Path(__file__).parent.parent
REQUIREMENTS = ROOT / "requirements-ministack.txt"
HOME = ROOT / ".venv-ministack"
STAMP = HOME / "complete"
REGION = "us-east-2"
KEY = "test"
"""The server's root key, and its secret."""


@contextlib.contextmanager
def ministack(logs: Path) -> Iterator[str]:
    """Run the server and give its address; its output goes to a file in `logs`."""
    _install()
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    settings = {
        "BIND_HOST": "127.0.0.1",
        "GATEWAY_PORT": str(port),
        "AUTH": "true",
        "MINISTACK_REGION": REGION,
    }
    with (logs / "ministack.log").open("wb") as output:
        server = subprocess.Popen(
            [HOME / "bin" / "ministack"],
            env=os.environ | settings,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            _wait_until_ready(server, address)
            yield address
        finally:
            _stop(server)


def _install() -> None:
    """Make the virtual environment unless it is complete and made of these requirements."""
    wanted = hashlib.sha256(REQUIREMENTS.read_bytes() + sys.version.encode()).hexdigest()
    with REQUIREMENTS.open() as lock:  # two test runs at once must not make it twice
        fcntl.flock(lock, fcntl.LOCK_EX)
        if STAMP.exists() and STAMP.read_text() == wanted:
            return
        shutil.rmtree(HOME, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", HOME], check=True)
        pip = [HOME / "bin" / "python", "-m", "pip", "install", "-q"]
        subprocess.run([*pip, "--require-hashes", "-r", REQUIREMENTS], check=True)
        STAMP.write_text(wanted)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_until_ready(server: "subprocess.Popen[bytes]", address: str) -> None:
    deadline = time.monotonic() + 60
    while server.poll() is None and time.monotonic() < deadline:
        with contextlib.suppress(httpx.TransportError):
            if httpx.get(f"{address}/_ministack/health", timeout=2).is_success:
                return
        time.sleep(0.1)
    raise RuntimeError("ministack did not start; its log says why")


def _stop(server: "subprocess.Popen[bytes]") -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(server.pid, signal.SIGTERM)
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()
