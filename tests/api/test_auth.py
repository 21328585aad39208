"""Who may do what at the REST door."""

from collections.abc import Iterator
from datetime import timedelta

import httpx
import pyotp
import pytest

from services.settings import Settings
from services.vault import Vault, open_vault
from tests.api.conftest import PASSWORD
from tests.server import Server


@pytest.fixture
def vault(server: Server) -> Iterator[Vault]:
    """The same data as the server's, seen from the account page of another process."""
    vault = open_vault(Settings(data=server.data))
    yield vault
    vault.close()


@pytest.fixture
async def owner(ada: httpx.Client, vault: Vault) -> str:
    token = await vault.tokens.find(ada.headers["authorization"].removeprefix("Bearer "))
    assert token is not None
    return token.owner


@pytest.fixture
def email(ada):
    return ada.get("/api/profile").json()["email"]


def bearer(token):
    return {"authorization": f"Bearer {token}"}


def test_a_login_gives_a_token_that_opens_the_same_jobs(ada, add, visitor, email):
    answer = visitor.post("/api/auth/login", json={"email": email, "password": PASSWORD})
    assert answer.json()["token_type"] == "bearer"
    jobs = visitor.get("/api/jobs/", headers=bearer(answer.json()["access_token"]))
    assert jobs.json() == ada.get("/api/jobs/").json()


def test_a_wrong_password_and_an_unknown_account_are_refused_alike(visitor, email):
    wrong = visitor.post("/api/auth/login", json={"email": email, "password": "nope"})
    nobody = visitor.post("/api/auth/login", json={"email": "no@example.org", "password": "nope"})
    assert wrong.status_code == nobody.status_code == 403
    assert wrong.json() == nobody.json()


async def test_a_second_factor_is_asked_for_only_after_a_right_password(
    owner, vault, visitor, email
):
    setup = await vault.identity.begin_totp(owner, PASSWORD)
    totp = pyotp.TOTP(setup.secret)
    codes = await vault.identity.confirm_totp(owner, totp.now())
    right, wrong = {"email": email, "password": PASSWORD}, {"email": email, "password": "nope"}
    assert "code" in visitor.post("/api/auth/login", json=right).json()["message"]
    assert "code" not in visitor.post("/api/auth/login", json=wrong).json()["message"]
    assert visitor.post("/api/auth/login", json=right | {"code": "000000"}).status_code == 403
    assert visitor.post("/api/auth/login", json=right | {"code": codes[0]}).status_code == 200


def test_guessing_is_throttled_with_a_word_on_how_long_to_wait(server):
    guess = {"email": "grace@example.org", "password": "nope"}
    transport = httpx.HTTPTransport(local_address="127.9.9.9")
    with server.client(transport=transport) as guesser:
        answers = [guesser.post("/api/auth/login", json=guess) for _ in range(21)]
    assert [answer.status_code for answer in answers] == [403] * 20 + [429]
    assert int(answers[-1].headers["retry-after"]) > 0


async def test_a_token_that_may_only_read_cannot_write(ada, add, owner, vault, visitor):
    path = f"/api/jobs/{add()['id']}"
    reading = bearer(await vault.tokens.make(owner, "report", ["read"], timedelta(days=1)))
    assert visitor.get(path, headers=reading).status_code == 200
    for method in ("PUT", "PATCH"):
        body = {"company": "B", "position": "C"}
        assert visitor.request(method, path, json=body, headers=reading).status_code == 403
    assert visitor.delete(path, headers=reading).status_code == 403
    assert visitor.post("/api/undo", headers=reading).status_code == 403
    assert ada.get(path).json()["version"] == 1


async def test_a_revoked_token_opens_nothing(ada, owner, vault):
    [token] = await vault.tokens.of(owner)
    await vault.tokens.revoke(owner, token.id)
    answer = ada.get("/api/jobs/")
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer cv_wrong", "Basic YWRhOmFkYQ=="])
def test_without_a_valid_token_there_is_no_answer(visitor, header):
    answer = visitor.get("/api/jobs/", headers={"authorization": header})
    assert answer.status_code == 401
    assert answer.json()["error"] == "NoToken"


def test_a_session_cookie_opens_nothing_here(server, visitor, email):
    visitor.post("/sign-in", data={"email": email, "password": PASSWORD})
    assert visitor.cookies
    assert visitor.get("/api/jobs/").status_code == 401


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/api/jobs/{id}"),
        ("PUT", "/api/jobs/{id}"),
        ("PATCH", "/api/jobs/{id}"),
        ("DELETE", "/api/jobs/{id}"),
        ("GET", "/api/jobs/{id}/events"),
        ("POST", "/api/jobs/{id}/undo"),
        ("POST", "/api/jobs/{id}/restore"),
    ],
)
def test_adas_jobs_do_not_exist_for_charles(ada, add, charles, method, path):
    job = add()
    body = {"company": "B", "position": "C"} if method in ("PUT", "PATCH") else None
    answer = charles.request(method, path.format(id=job["id"]), json=body)
    assert answer.status_code == 404
    assert answer.json()["message"] == "There is no such job."
    assert ada.get(f"/api/jobs/{job['id']}").json() == job


def test_charles_neither_lists_nor_empties_what_is_adas(ada, add, charles):
    ada.delete(f"/api/jobs/{add()['id']}")
    add()
    assert charles.get("/api/jobs/").json() == charles.get("/api/trash").json() == []
    assert charles.delete("/api/trash").json() == {"deleted": 0}
    assert charles.post("/api/undo").status_code == 404
    assert len(ada.get("/api/trash").json()) == 1


def test_where_sign_up_is_closed_nobody_gets_in(tmp_path):
    server = Server(tmp_path, sign_up="false")
    server.start()
    account = {"email": "ada@example.org", "password": PASSWORD}
    answer = server.client().post("/api/auth/signup", json=account)
    server.stop()
    assert answer.status_code == 403
    assert answer.json()["message"] == "New accounts are not open here."


@pytest.mark.parametrize(
    ("account", "field"),
    [
        ({"email": "nobody", "password": PASSWORD}, "email"),
        ({"email": "new@example.org", "password": "short"}, "password"),
        ({"email": "new@example.org"}, "password"),
        ({"email": "new@example.org", "password": PASSWORD, "admin": True}, "admin"),
    ],
)
def test_an_account_that_cannot_be_made_names_the_field(visitor, account, field):
    answer = visitor.post("/api/auth/signup", json=account)
    assert answer.status_code == 422
    assert field in answer.json()["fields"]
