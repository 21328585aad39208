"""An application on a real socket, in a thread of its own."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from services.language.fake.gemini import Application


def start(application: Application, port: int = 0) -> tuple[str, Callable[[], None]]:
    """Serve on a loopback port, a free one unless named; return its address and what ends it."""
    # Imported where it is wanted: an instance with a real model needs no second server.
    import uvicorn

    listening = socket.create_server(("127.0.0.1", port))
    settings = uvicorn.Config(
        application,
        lifespan="off",
        log_config=None,
        log_level="critical",
        timeout_graceful_shutdown=1,
    )
    server = uvicorn.Server(settings)
    thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
    thread.start()

    def stop() -> None:
        server.should_exit = True
        thread.join()
        listening.close()

    return f"http://127.0.0.1:{listening.getsockname()[1]}", stop


@contextmanager
def serve(application: Application) -> Iterator[str]:
    """Serve for as long as the block lasts, at the address that is given."""
    url, stop = start(application)
    try:
        yield url
    finally:
        stop()
