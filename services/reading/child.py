# mypy: untyped-calls-exclude=pymupdf
"""The process that reads files: it has the engines loaded and forks a child for each.

Run as `python -m services.reading.child DOOR`, where DOOR is the number of a socket on which
it is handed a line to talk on for each child. On that line the child says its process id, is told
what to do, and answers, all in JSON: pickles from a child that was taken over would be programs.
"""

import base64
import gc
import io
import json
import os
import signal
import socket
import sys
from contextlib import suppress
from time import monotonic
from typing import Any

import pymupdf

from services.errors import Invalid
from services.reading.confine import confine
from services.reading.ocr import languages
from services.reading.read import draw, read


def main(door: socket.socket) -> None:
    """Fork a child for each line that is handed in, until the door is closed."""
    pymupdf.TOOLS.mupdf_display_errors(False)
    pymupdf.TOOLS.mupdf_display_warnings(False)
    # Known here once, it need not be asked again by every child.
    with suppress(Invalid):
        languages()
    # Nobody waits for our children.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    gc.freeze()
    while True:
        handed, lines, _, _ = socket.recv_fds(door, 1, 1)
        if not handed:
            return
        if os.fork() == 0:
            try:
                door.close()
                with socket.socket(fileno=lines[0]) as line, line.makefile("rwb") as stream:
                    serve(stream)
            finally:
                os._exit(0)
        os.close(lines[0])


def serve(stream: io.BufferedRWPair) -> None:
    """Do one errand and answer it."""
    confine()
    _say(stream, {"child": os.getpid()})
    errand = json.loads(stream.readline())
    # Should the parent die, nobody else would end us.
    signal.setitimer(signal.ITIMER_REAL, errand["seconds"] + 1)
    until = monotonic() + errand["seconds"] * 0.9
    data = stream.read(errand["size"])
    try:
        if errand["page"] is None:
            transcript = read(
                errand["name"],
                data,
                lambda done, pages: _say(stream, {"progress": [done, pages]}),
                until,
            )
            _say(stream, {"transcript": transcript.model_dump(mode="json")})
        else:
            drawn = draw(data, errand["page"], errand["width"])
            _say(stream, {"picture": base64.b64encode(drawn).decode()})
    except Invalid as problem:
        _say(stream, {"refused": str(problem)})
    except MemoryError:
        _say(stream, {"refused": "This file unfolds to far more than a resume needs."})


def _say(stream: io.BufferedRWPair, what: dict[str, Any]) -> None:
    stream.write(json.dumps(what).encode() + b"\n")
    stream.flush()


if __name__ == "__main__":
    main(socket.socket(fileno=int(sys.argv[1])))
