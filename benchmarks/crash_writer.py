"""A client of the crash test: writes, and remembers what it was promised."""

from dataclasses import dataclass, field
from random import Random
from typing import Any

import httpx

STATUSES = ["Applied", "Phone Screen", "Offer", "Rejected", "Ghosted", "Saved"]


@dataclass
class Writer:
    """One client: what it was told is kept, and what it asked when the server died."""

    http: httpx.Client
    chance: Random
    kept: dict[str, dict[str, Any]] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)
    pending: tuple[str, dict[str, Any]] | None = None
    acknowledged: int = 0

    def write(self) -> None:
        """Write until the server is gone."""
        try:
            while True:
                self.write_once()
        except httpx.TransportError:
            return

    def write_once(self) -> None:
        """Ask for one change, and remember the answer."""
        mark = f"{self.chance.getrandbits(64):x}"
        living = [job for job in self.touched if not self.kept[job]["trashed"]]
        action = self.chance.choice(["add", "add", "edit", "edit", "move", "delete"])
        if action == "add" or not living:
            draft = {"company": mark, "position": "Programmer", "notes": mark * 20}
            self._keep(self._ask("POST", "/api/jobs/", draft).json())
            return
        job = self.chance.choice(living)
        changes = {
            "edit": {"position": mark, "notes": mark * self.chance.randrange(1, 200)},
            "move": {"status": self.chance.choice(STATUSES)},
            "delete": {},
        }[action]
        self.pending = (job, changes)
        if action == "delete":
            self._ask("DELETE", f"/api/jobs/{job}", None)
            gone = {"version": self.kept[job]["version"] + 1, "trashed": True}
            self._keep(self.kept[job] | gone)
        else:
            self._keep(self._ask("PATCH", f"/api/jobs/{job}", changes).json())
        self.pending = None

    def _ask(self, method: str, path: str, body: dict[str, Any] | None) -> httpx.Response:
        answer = self.http.request(method, path, json=body)
        assert answer.is_success, f"{method} {path} answered {answer.status_code}: {answer.text}"
        return answer

    def _keep(self, job: dict[str, Any]) -> None:
        # A move to where the job stands already is acknowledged too, but writes nothing.
        changed = self.kept.get(job["id"], {}).get("version") != job["version"]
        self.kept[job["id"]] = job
        self.touched.add(job["id"])
        self.acknowledged += changed

    def check(self, there: dict[str, dict[str, Any]]) -> list[str]:
        """Return what is lost of this client's writes, and go on from what is there."""
        losses = []
        for job, kept in self.kept.items():
            if job not in there:
                losses.append(f"{job} is not there")
                continue
            now = self._whole(job, there[job])
            if not (_is_same(kept, now) or self._is_what_was_asked(job, kept, now)):
                losses.append(f"{job} is not as acknowledged")
            self.kept[job] = {**kept, **now}
        self.touched.clear()
        self.pending = None
        return losses

    def _whole(self, job: str, in_list: dict[str, Any]) -> dict[str, Any]:
        """Return the job with its texts, if it is one that was written since the last look."""
        if job not in self.touched or in_list["trashed"]:
            return in_list
        events = self._ask("GET", f"/api/jobs/{job}/events", None).json()
        assert len(events) == in_list["version"], f"{job} has {len(events)} events"
        whole: dict[str, Any] = self._ask("GET", f"/api/jobs/{job}", None).json()
        return whole

    def _is_what_was_asked(self, job: str, kept: dict[str, Any], now: dict[str, Any]) -> bool:
        """Tell whether the write that was under way for this job is there, and wholly."""
        if self.pending is None or self.pending[0] != job or now["version"] != kept["version"] + 1:
            return False
        changes = self.pending[1] or {"trashed": now["trashed"] or "missing"}
        return all(now[name] == value for name, value in changes.items())


def _is_same(kept: dict[str, Any], now: dict[str, Any]) -> bool:
    # An acknowledged deletion has no body: when it was is not known to us, only that it was.
    unknown = {"trashed", "updated"} if kept["trashed"] is True else set()
    shared = (kept.keys() & now.keys()) - unknown
    return all(kept[name] == now[name] for name in shared) and bool(kept["trashed"]) == bool(
        now["trashed"]
    )
