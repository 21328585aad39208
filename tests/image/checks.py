"""What the image promises, in the order in which it is tried."""

from collections.abc import Callable

from tests.image.container import LOCKED_DOWN, Container

ADA = {"email": "ada@example.org", "password": "an engine of figures"}
USER = "10001"
CLEAN_EXITS = (0, 143)  # 143 is 128 + SIGTERM


def the_line_of_the_readme_starts_it(container: Container) -> str:
    return f"healthy after {container.start():.1f} s"


def a_person_can_sign_up_and_add_a_job(container: Container) -> None:
    token = container.web.post("/api/auth/signup", json=ADA).json()["access_token"]
    _add_job(container, token, "Analytical Engines")


def sigterm_stops_it_cleanly(container: Container) -> str:
    logs = container.logs()
    code, seconds = container.stop()
    assert code in CLEAN_EXITS, f"exit code {code}"
    assert "Traceback" not in logs, logs
    return f"exit code {code} after {seconds:.1f} s"


def it_starts_again_with_a_read_only_root_and_no_rights(container: Container) -> str:
    seconds = container.start(*LOCKED_DOWN)
    facts = container.run("cat", "/proc/1/status").split()
    assert facts[facts.index("CapEff:") + 1] == "0" * 16
    assert facts[facts.index("NoNewPrivs:") + 1] == "1"
    return f"healthy after {seconds:.1f} s"


def the_job_is_still_there(container: Container) -> None:
    assert "Analytical Engines" in _companies(container, _log_in(container, ADA))


def the_same_can_be_done_with_a_read_only_root(container: Container) -> None:
    _add_job(container, _log_in(container, ADA), "Difference & Sons")
    page = container.web.get("/sign-up")
    assert page.status_code == 200, page
    assert "Make my account" in page.text


def nobody_inside_is_root(container: Container) -> str:
    assert container.run("id", "-u") == USER
    owner = container.run("stat", "-c", "%u %a", "/data")
    assert owner == f"{USER} 700", owner
    return f"user {USER}"


def nothing_but_the_volumes_can_be_written(container: Container) -> None:
    for path in ("/app/x", "/app/app/x", "/venv/x", "/etc/x", "/usr/x"):
        assert "Read-only file system" in container.fails("touch", path)
    container.run("touch", "/data/x", "/tmp/x")  # noqa: S108 - the container's own
    container.run("rm", "/data/x")


def only_the_application_is_inside(container: Container) -> None:
    inside = set(container.run("ls", "-A", "/app").split())
    assert inside - {"LICENSE"} == {"__pycache__", "app", "components", "main.py", "services"}
    assert "/app/app/__pycache__/web." in container.run("find", "/app", "-name", "*.pyc")


def the_health_check_answers_for_the_server(container: Container) -> None:
    command = container.health_check()
    container.run(*command)
    # On a port where nobody listens, the same command must not say that all is well.
    container.fails("env", "CAREERVAULT_PORT=9", *command)


def tesseract_reads_english(container: Container) -> None:
    assert "eng" in container.run("tesseract", "--list-langs").split()


def an_operator_can_reset_a_password(container: Container) -> None:
    said = container.run("python", "main.py", "reset-password", ADA["email"])
    refused = container.web.post("/api/auth/login", json=ADA)
    assert refused.status_code == 403, refused
    answers = (_try_to_log_in(container, {**ADA, "password": word}) for word in said.split())
    assert any(answers), "no word of what was printed is the new password"


def _add_job(container: Container, token: str, company: str) -> None:
    job = {"company": company, "position": "Programmer", "status": "Applied"}
    answer = container.web.post("/api/jobs/", json=job, headers=_bearer(token))
    assert answer.status_code == 201, answer.text


def _companies(container: Container, token: str) -> str:
    answer = container.web.get("/api/jobs/", headers=_bearer(token))
    assert answer.status_code == 200, answer.text
    return answer.text


def _log_in(container: Container, who: dict[str, str]) -> str:
    token = _try_to_log_in(container, who)
    assert token, "signing in was refused"
    return token


def _try_to_log_in(container: Container, who: dict[str, str]) -> str:
    answer = container.web.post("/api/auth/login", json=who)
    return str(answer.json()["access_token"]) if answer.status_code == 200 else ""


def _bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


CHECKS: tuple[Callable[[Container], str | None], ...] = (
    the_line_of_the_readme_starts_it,
    a_person_can_sign_up_and_add_a_job,
    sigterm_stops_it_cleanly,
    it_starts_again_with_a_read_only_root_and_no_rights,
    the_job_is_still_there,
    the_same_can_be_done_with_a_read_only_root,
    nobody_inside_is_root,
    nothing_but_the_volumes_can_be_written,
    only_the_application_is_inside,
    the_health_check_answers_for_the_server,
    tesseract_reads_english,
    an_operator_can_reset_a_password,
    sigterm_stops_it_cleanly,
)
