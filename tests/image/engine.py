"""An engine for the docker command: the machine's own, else one made of podman for an hour.

What only this machine needs comes from its environment, never from a file of the project:

* `IMAGE_TEST_MIRROR`  where Debian's packages come from, if not from Debian
* `IMAGE_TEST_CA`      a file of certificates to trust while building, where TLS is inspected
"""

import contextlib
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

from tests.image.docker import Docker

BASE = "debian:trixie-slim"
NEEDED = ("podman", "buildah", "mmdebstrap", "runc", "conmon", "netavark", "iptables")
TO_INSTALL = (*NEEDED, "containernetworking-plugins", "nftables")
# A slim Debian has none of these either.
LEFT_OUT = ("doc", "info", "locale", "man")
# crun and systemd are not everywhere that root is, and nothing of ours should outlive us for long.
CONFIGURATION = """
[containers]
default_ulimits = ["nofile=1024:1024", "nproc=4096:4096"]
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "file"
exit_command_delay = 10
"""


@contextlib.contextmanager
def find_docker() -> Iterator[Docker]:
    """Give a docker command that has an engine behind it."""
    if not shutil.which("docker"):
        raise SystemExit("Please install the docker command: the image is tried through it.")
    docker = Docker()
    if docker.quietly("version"):
        yield docker
        return
    _install()
    with tempfile.TemporaryDirectory(prefix="image-test-") as name, _podman(Path(name)) as docker:
        _import_base(docker, Path(name) / "base.tar")
        yield docker


@contextlib.contextmanager
def _podman(folder: Path) -> Iterator[Docker]:
    configuration = folder / "containers.conf"
    configuration.write_text(CONFIGURATION)
    # Building in a chroot asks less of the machine than building in a container.
    environment = {"CONTAINERS_CONF": str(configuration), "BUILDAH_ISOLATION": "chroot"}
    socket = f"unix://{folder}/socket"
    podman = ["podman", "--root", f"{folder}/root", "--runroot", f"{folder}/run"]
    with (folder / "podman.log").open("wb") as log:
        engine = subprocess.Popen(
            [*podman, "system", "service", "--time=0", socket],
            env=os.environ | environment,
            stdout=log,
            stderr=log,
        )
    docker = Docker(DOCKER_HOST=socket, DOCKER_BUILDKIT="0")
    try:
        _wait_until_ready(engine, docker, folder / "podman.log")
        yield docker
    finally:
        engine.terminate()
        engine.wait(30)
        # What looked after a container outlives it for some seconds, and mounts the folder again.
        psutil.wait_procs(_busy_with(folder), timeout=30)
        # The mounts must be gone before the folder can be.
        subprocess.run(["umount", "--recursive", f"{folder}/root/overlay"], capture_output=True)


def _busy_with(folder: Path) -> list[psutil.Process]:
    return [
        process
        for process in psutil.process_iter(["cmdline"])
        if any(str(folder) in word for word in process.info["cmdline"] or ())
    ]


def _wait_until_ready(engine: subprocess.Popen[bytes], docker: Docker, log: Path) -> None:
    until = time.monotonic() + 30
    while not docker.quietly("version"):
        if engine.poll() is not None or time.monotonic() > until:
            raise SystemExit(f"podman did not start:\n{log.read_text()}")
        time.sleep(0.1)


def _install() -> None:
    if all(shutil.which(name) or Path("/usr/lib/podman", name).exists() for name in NEEDED):
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise SystemExit("Please start a Docker engine, or run this as root on Debian.")
    subprocess.run(["apt-get", "update", "-qq"], check=True)
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *TO_INSTALL]
    environment = {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, env=os.environ | environment, stdout=subprocess.DEVNULL, check=True)


def _import_base(docker: Docker, tarball: Path) -> None:
    """Make the image that ours is built on from Debian's packages, under the name it goes by."""
    options = [f"--dpkgopt=path-exclude=/usr/share/{name}/*" for name in LEFT_OUT]
    if trusted := os.environ.get("IMAGE_TEST_CA"):
        upload = f"upload {trusted} /usr/local/share/ca-certificates/local.crt"
        options += [
            f"--customize-hook={upload}",
            '--customize-hook=chroot "$1" update-ca-certificates',
        ]
    mirror = os.environ.get("IMAGE_TEST_MIRROR")
    command = ["mmdebstrap", "--quiet", "--variant=minbase", "--include=ca-certificates", *options]
    start = time.monotonic()
    made = subprocess.run(
        [*command, "trixie", str(tarball), *([mirror] if mirror else [])],
        capture_output=True,
        text=True,
    )
    if made.returncode:
        raise SystemExit(f"{BASE} could not be made:\n{made.stderr[-3_000:]}")
    docker("import", str(tarball), BASE)
    print(f"engine  podman, with {BASE} made in {time.monotonic() - start:.0f} s", flush=True)
