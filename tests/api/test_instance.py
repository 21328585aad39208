"""How the instance is, at the REST door: for admins alone."""

from tests.commands import run


def test_an_admin_sees_numbers_and_nobody_else_sees_anything(ada, charles, visitor, server):
    assert visitor.get("/api/instance").status_code == 401
    refused = charles.get("/api/instance")
    assert (refused.status_code, refused.json()["error"]) == (404, "NotFound")
    email = ada.get("/api/profile").json()["email"]
    assert ada.get("/api/instance").status_code == 404
    assert run("make-admin", email, data=server.data).returncode == 0

    found = ada.get("/api/instance").json()

    assert found["is_healthy"]
    assert found["people"] >= 2
    assert {each["name"]: each["bytes"] > 0 for each in found["kept"]}["Rows"]
    assert 0 <= found["spent"] <= found["cap"]
    assert email not in str(found)
    assert charles.get("/api/instance").status_code == 404
