"""One CareerVault in a container, started again and again over the same volume."""

import json
import time

import httpx

from tests.image.docker import Docker

PATIENCE = 30
LOCKED_DOWN = (
    *("--read-only", "--tmpfs", "/tmp"),  # noqa: S108 - the container's own
    *("--cap-drop", "ALL", "--security-opt", "no-new-privileges"),
)


class Container:
    """A container of the image; its name is the image's, so there is one at a time."""

    def __init__(self, docker: Docker, image: str, volume: str) -> None:
        self.docker = docker
        self.image = image
        self.volume = volume
        self.web = httpx.Client(timeout=10)

    def start(self, *options: str) -> float:
        """Start it as README.md says, on a free port; return the seconds until it was healthy."""
        where = ("-p", "127.0.0.1::8080", "-v", f"{self.volume}:/data")
        start = time.monotonic()
        self.docker("run", "-d", "--name", self.image, *where, *options, self.image)
        address = self.docker("port", self.image, "8080").splitlines()[0]
        self.web = httpx.Client(base_url=f"http://{address}", timeout=10)
        while not self._is_healthy():
            if time.monotonic() > start + PATIENCE:
                raise AssertionError(f"It did not get healthy:\n{self.logs()}")
            time.sleep(0.05)
        return time.monotonic() - start

    def stop(self) -> tuple[int, float]:
        """Stop and remove it; return its exit code and the seconds that took."""
        start = time.monotonic()
        # Docker's own default, said aloud because podman takes silence for no time at all.
        self.docker("stop", "-t", "10", self.image)
        seconds = time.monotonic() - start
        code = int(self.docker("inspect", "--format", "{{.State.ExitCode}}", self.image))
        self.docker("rm", "--volumes", self.image)
        return code, seconds

    def run(self, *command: str) -> str:
        """Return what a command inside printed; it must end well."""
        return self.docker("exec", self.image, *command)

    def fails(self, *command: str) -> str:
        """Return what a command inside said when it failed, which it must."""
        assert not self.docker.quietly("exec", self.image, *command), f"{command} worked"
        return self.docker.said("exec", self.image, *command)

    def logs(self) -> str:
        """Return everything it has said so far."""
        return self.docker.said("logs", self.image)

    def health_check(self) -> list[str]:
        """Return the command by which the engine is to ask for its health."""
        form = "{{json .Config.Healthcheck.Test}}"
        kind, *command = json.loads(self.docker("inspect", "--format", form, self.image))
        assert kind == "CMD", f"The health check is a {kind}"
        return list(command)

    def _is_healthy(self) -> bool:
        try:
            answer = self.web.get("/health")
        except httpx.TransportError:
            return False
        return answer.status_code == 200 and answer.json()["status"] == "healthy"
