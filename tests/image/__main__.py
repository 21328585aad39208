"""Builds the image and lives with it for a minute: `make image-test`."""

import time

from tests.image.checks import CHECKS
from tests.image.container import Container
from tests.image.docker import Docker, Refused
from tests.image.engine import find_docker

IMAGE = "careervault-image-test"
VOLUME = "careervault-image-test"


def main() -> None:
    """Build, check, clean up; end with 1 if the image breaks a promise."""
    with find_docker() as docker:
        try:
            build(docker)
            check(docker)
        except (AssertionError, Refused) as problem:
            raise SystemExit(f"FAILED  {problem}") from None
        finally:
            docker.quietly("rm", "--force", "--volumes", IMAGE)
            docker.quietly("volume", "rm", VOLUME)
            docker.quietly("image", "rm", IMAGE)


def build(docker: Docker) -> None:
    """Build the image from nothing and say what it cost."""
    start = time.monotonic()
    docker("build", "--no-cache", "--tag", IMAGE, ".")
    seconds = time.monotonic() - start
    size = int(docker("image", "inspect", "--format", "{{.Size}}", IMAGE)) / 1e6
    print(f"built   in {seconds:.0f} s without a cache, {size:.0f} MB unpacked", flush=True)


def check(docker: Docker) -> None:
    """Run every check, in order, on containers that share one volume."""
    container = Container(docker, IMAGE, VOLUME)
    for promise in CHECKS:
        detail = promise(container)
        name = promise.__name__.replace("_", " ")
        print(f"held    {name}" + (f": {detail}" if detail else ""), flush=True)


if __name__ == "__main__":
    main()
