"""What may happen to a call, and what happens to the next one."""

from collections import deque
from enum import StrEnum


class Scenario(StrEnum):
    """How the fake behaves. All but the first are things that Gemini or the way to it does."""

    WELL = "well"
    SLOW = "slow"
    LIMITED = "limited"
    """429, with the time to wait."""
    DOWN = "down"
    """503."""
    FAILING = "failing"
    """500."""
    CUT = "cut"
    """The connection breaks in the middle."""
    CUT_AT_ONCE = "cut at once"
    """The connection breaks before any text."""
    SILENT = "silent"
    """The answer stops with no reason given."""
    ERROR_MIDWAY = "error midway"
    STALL = "stall"
    """Some text, and then nothing while the connection stays open."""
    MUTE = "mute"
    """Nothing at all while the connection stays open."""
    PROMPT_BLOCKED = "prompt blocked"
    ANSWER_BLOCKED = "answer blocked"
    BROKEN_JSON = "broken json"
    RUBBISH = "rubbish"
    """Bytes that are no answer."""
    HUGE = "huge"
    """Ten megabytes."""
    OBEDIENT = "obedient"
    """The worst model imaginable: it does whatever the material says."""
    LOOPING = "looping"
    """Asks to look at one thing more, whatever it was shown, and never answers."""
    INVENTING = "inventing"
    """Employers, numbers and quotes that nobody ever wrote."""


class Script:
    """Which scenario comes next: those in line first, then the usual one."""

    def __init__(self, usual: Scenario = Scenario.WELL) -> None:
        self.usual = usual
        self._line: deque[Scenario] = deque()

    def then(self, *scenarios: Scenario) -> None:
        """Put scenarios in line, one for each call."""
        self._line.extend(scenarios)

    def draw(self) -> Scenario:
        """Return the scenario of a call that has arrived."""
        return self._line.popleft() if self._line else self.usual
