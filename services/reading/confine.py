"""The limits under which a child reads a file that may be hostile."""

import ctypes
import os
import resource
import signal

MEMORY = 1_000_000_000
PROCESSOR_SECONDS = 10
OPEN_FILES = 64
KEPT_VARIABLES = ("PATH", "LANG", "LC_ALL", "TESSDATA_PREFIX")

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000


def confine() -> None:
    """Give up memory, time, files and network beyond what reading one file needs."""
    os.setsid()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    # A namespace of our own has no network; where the system forbids it we go on without.
    ctypes.CDLL(None).unshare(_NEW_USER | _NEW_NETWORK)
    for limit, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, PROCESSOR_SECONDS),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (most, most))


def clean_environment() -> dict[str, str]:
    """Return what a child may know of our surroundings: no key, no secret."""
    kept = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
    return {**kept, "OMP_THREAD_LIMIT": "1", "PYTHONDONTWRITEBYTECODE": "1"}
