"""The look from outside at a deployment: it is content with ours, and says what is broken."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from infra.smoke import main
from tests.server import Server

PASSWORD = "seventeen small lanterns"


@pytest.fixture
def impostor() -> Iterator[str]:
    """Something that answers everything with a friendly page."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = b'{"status": "healthy"}'
            self.send_response(200)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as door:
        Thread(target=door.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{door.server_port}"
        door.shutdown()


def test_a_running_careervault_does_what_it_should(server: Server, capsys):
    main(server.url)
    assert "This deployment does what it should." in capsys.readouterr().out


def test_with_an_account_a_job_is_kept_and_removed(server: Server, capsys):
    account = {"email": "smoke@example.org", "password": PASSWORD}
    token = server.client().post("/api/auth/signup", json=account).json()["access_token"]
    main(server.url, **account)
    assert "well    keeps a job" in capsys.readouterr().out
    bearer = {"authorization": f"Bearer {token}"}
    assert server.client(headers=bearer).get("/api/jobs/").json() == []


def test_a_wrong_account_is_said(server: Server):
    with pytest.raises(SystemExit, match="keeps a job: the login answers 403"):
        main(server.url, "nobody@example.org", PASSWORD)


def test_whoever_only_looks_well_is_found_out(impostor: str):
    with pytest.raises(SystemExit, match="broken  greets strangers"):
        main(impostor)


def test_a_door_that_nobody_opens_is_said():
    with pytest.raises(SystemExit, match="broken  lives"):
        main("http://127.0.0.1:9")
