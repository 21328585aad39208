"""A rolling restart while programs write and browsers read."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from random import Random

import httpx

from benchmarks.crash import everything
from benchmarks.crash_writer import Writer
from benchmarks.wholeness import look_at
from tests.cluster.visitor import Visitor

PROGRAMS = 4
"""Each writes for a person of its own, as fast as two cores and an emulator let three tasks."""

PAUSE = 0.2


@dataclass
class Reader:
    """A browser that loads the dashboard again and again."""

    http: httpx.Client
    loaded: int = 0
    refused: list[str] = field(default_factory=list)

    def read(self, ended: threading.Event) -> None:
        while not ended.is_set():
            answer = self.http.get("/")
            self.loaded += answer.status_code == 200
            if answer.status_code != 200:
                self.refused.append(f"{answer.status_code} {answer.text[:80]}")
            ended.wait(5 * PAUSE)


def restart_all_under_load(ada: Visitor) -> str:
    """Replace each task in turn; return what was done meanwhile, once nothing of it is lost."""
    writers = [_writer(ada.cluster.url, number) for number in range(PROGRAMS)]
    cookies = {each["name"]: each["value"] for each in ada.page.context.cookies()}
    reader = Reader(httpx.Client(base_url=ada.cluster.url, cookies=cookies, timeout=30))
    before, ended = ada.cluster.balancer.errors(), threading.Event()
    with ThreadPoolExecutor(PROGRAMS + 1) as pool:
        under_way = [pool.submit(_write, writer, ended) for writer in writers]
        under_way.append(pool.submit(reader.read, ended))
        for name in ada.cluster.tasks:
            ada.cluster.replace(name)
        ended.set()
        for work in under_way:
            work.result()  # a program that met an error says so here
    losses = [loss for writer in writers for loss in writer.check(everything(writer.http))]
    found = look_at(ada.cluster.rows())
    acknowledged = sum(writer.acknowledged for writer in writers)
    assert losses == []
    assert found.problems == []
    assert reader.refused == []
    assert ada.cluster.balancer.errors() == before
    return (
        f"{acknowledged} writes and {reader.loaded} pages while {len(ada.cluster.tasks)} tasks went"
    )


def _writer(url: str, number: int) -> Writer:
    account = {"email": f"program{number}@example.org", "password": "seventeen small lanterns"}
    answer = httpx.post(f"{url}/api/auth/signup", json=account, timeout=30)
    headers = {"authorization": f"Bearer {answer.json()['access_token']}"}
    return Writer(httpx.Client(base_url=url, headers=headers, timeout=30), Random(number))


def _write(writer: Writer, ended: threading.Event) -> None:
    while not ended.wait(PAUSE):
        writer.write_once()
